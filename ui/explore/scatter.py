"""The rows of the picture of price against effort, and the same as a table."""

from collections.abc import Container, Mapping, Sequence

import pyarrow as pa

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.explore.sentences import has_price_and, is_estimated
from cert_model.formatting import ESTIMATE_MARK, format_money
from cert_model.formatting.markdown import escape
from cert_model.frames import frames_of
from cert_model.overview import Overview
from ui.charts.style import color_group
from ui.explore.point_labels import Point, place_labels

EFFORTS: Mapping[str, str] = {"minutes": "minutes", "questions": "questions"}
"""What an exam asks for, by which its price is drawn."""
_MOST_IN_A_LABEL = 2
"""Credentials at one point that its label names; of more it names the first."""

_POINTS = pa.schema(
    {
        "id": pa.string(),
        "name": pa.string(),
        "issuer": pa.string(),
        "low": pa.float64(),
        "high": pa.float64(),
        "questions": pa.int64(),
        "minutes": pa.int64(),
    }
)


class EffortRows:
    """Price and effort of every exam, in the columns that the chart names."""

    def __init__(self, catalog: Catalog) -> None:
        credentials = frames_of(catalog).credentials
        points = credentials.assign(
            name=credentials["label"] + ", " + credentials["name"],
            issuer=credentials["issuer_letters"].map(color_group),
            low=credentials["exam_fee_low"],
            high=credentials["exam_fee_high"],
        )
        rows = pa.Table.from_pandas(points[_POINTS.names], schema=_POINTS, preserve_index=False)
        self._rows = rows.combine_chunks().replace_schema_metadata(None)
        self._places = {key: place for place, key in enumerate(points["id"])}

    def take(self, ids: Sequence[str]) -> pa.Table:
        """The rows of these credentials, in this order."""
        return self._rows.take(pa.array([self._places[key] for key in ids], pa.int64()))


@once_per_catalog
def effort_rows(catalog: Catalog) -> EffortRows:
    """Price and effort of every exam of a catalog, made once."""
    return EffortRows(catalog)


def effort_points(
    catalog: Catalog, credentials: Sequence[Overview], picked: Container[str], effort: str
) -> pa.Table:
    """One row per credential whose price and effort are both known or estimated.

    ``chosen`` says whether it is picked, ``tag`` is the label beside its point and ``side`` where
    that stands, ``estimated`` says whether one of the two figures is an estimate.
    """
    drawn = [overview for overview in credentials if has_price_and(effort, overview)]
    ids = [overview.id for overview in drawn]
    tags, sides = _tags(drawn, picked, effort)
    return (
        effort_rows(catalog)
        .take(ids)
        .append_column("tag", pa.array([tags.get(key, "") for key in ids], pa.string()))
        .append_column("side", pa.array([sides.get(key, "") for key in ids], pa.string()))
        .append_column("chosen", pa.array([key in picked for key in ids], pa.bool_()))
        .append_column(
            "estimated",
            pa.array([is_estimated(effort, overview) for overview in drawn], pa.bool_()),
        )
    )


def _tags(
    drawn: Sequence[Overview], picked: Container[str], effort: str
) -> tuple[dict[str, str], dict[str, str]]:
    """The labels to print and their sides, by the id of the first credential at each point.

    Points with a picked credential choose their side first, then those of the list's first rows.
    """
    at_point: dict[tuple[float, float], list[Overview]] = {}
    for overview in sorted(drawn, key=lambda overview: overview.id not in picked):
        point = (float(getattr(overview, effort)), overview.exam_fee_high or 0.0)
        at_point.setdefault(point, []).append(overview)
    points = [Point(*point, _label_of(group)) for point, group in at_point.items()]
    sides = place_labels(points, is_doubling=effort == "questions")
    firsts = [group[0].id for group in at_point.values()]
    placed = [
        (key, point.label, side)
        for key, point, side in zip(firsts, points, sides, strict=True)
        if side
    ]
    return {key: label for key, label, _ in placed}, {key: side for key, _, side in placed}


def _label_of(group: Sequence[Overview]) -> str:
    """The credentials at one point, such as "RHIA, RHIT" or "CPC and 18 more"."""
    if len(group) <= _MOST_IN_A_LABEL:
        return ", ".join(overview.label for overview in group)
    return f"{group[0].label} and {len(group) - 1} more"


def effort_table(points: pa.Table) -> dict[str, list[object]]:
    """The points as a table to read."""
    return {
        "Credential": [escape(name) for name in points["name"].to_pylist()],
        "Price": [
            escape(format_money(low, high))
            for low, high in zip(points["low"].to_pylist(), points["high"].to_pylist(), strict=True)
        ],
        "Minutes": points["minutes"].to_pylist(),
        "Questions": points["questions"].to_pylist(),
        "Estimated": [
            ESTIMATE_MARK if estimated else "" for estimated in points["estimated"].to_pylist()
        ],
    }
