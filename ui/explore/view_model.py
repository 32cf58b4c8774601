"""The rows behind the two pictures of Explore, in the columns their specs name.

They go to the browser as Arrow tables made from plain values: on so few rows a detour over
pandas would cost more than everything else that the page computes.
"""

from collections.abc import Container, Sequence

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.explore.sentences import has_price_and
from cert_model.formatting import NOT_FOUND, format_money
from cert_model.formatting.markdown import escape
from cert_model.overview import Overview, overviews
from cert_model.vocabulary import Term
from ui.charts.colors import color_group

MOST_TAGS = 14
"""Above this many points, only picked ones carry their letters."""

_POINTS = pa.schema(
    {
        "id": pa.string(),
        "name": pa.string(),
        "issuer": pa.string(),
        "low": pa.float64(),
        "high": pa.float64(),
        "questions": pa.int64(),
        "minutes": pa.int64(),
        "tag": pa.string(),
        "chosen": pa.bool_(),
    }
)
_CELLS = pa.schema(
    {
        "label": pa.string(),
        "name": pa.string(),
        "row": pa.int64(),
        "term_label": pa.string(),
        "column": pa.int64(),
        "kind": pa.string(),
    }
)


def effort_points(overviews: Sequence[Overview], picked: Container[str], effort: str) -> pa.Table:
    """One row per credential whose price and effort are both known."""
    known = [it for it in overviews if has_price_and(effort, it)]
    tags = _tags([it for it in known if len(known) <= MOST_TAGS or it.id in picked], effort)
    points = [
        {
            "id": it.id,
            "name": f"{it.label}, {it.name}",
            "issuer": color_group(it.issuer_letters),
            "low": it.exam_fee_low,
            "high": it.exam_fee_high,
            "questions": it.questions,
            "minutes": it.minutes,
            "tag": tags.get(it.id, ""),
            "chosen": it.id in picked,
        }
        for it in known
    ]
    return pa.Table.from_pylist(points, schema=_POINTS)


def _tags(overviews: Sequence[Overview], effort: str) -> dict[str, str]:
    """The letters to print, by the id of the first credential at each point."""
    together: dict[object, list[Overview]] = {}
    for it in overviews:
        together.setdefault((it.exam_fee_high, getattr(it, effort)), []).append(it)
    return {group[0].id: ", ".join(it.label for it in group) for group in together.values()}


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
    }


def scope_table(overviews: Sequence[Overview]) -> dict[str, list[object]]:
    """What the credentials cover as a table to read."""
    return {
        "Credential": [escape(it.label) for it in overviews],
        "Where": [_labels(it.settings) for it in overviews],
        "Code sets": [_labels(it.code_sets) for it in overviews],
    }


def _labels(terms: Sequence[Term] | None) -> str:
    if terms is None:
        return NOT_FOUND
    return ", ".join(escape(term.label) for term in terms) or "none"


class ScopeMatrix:
    """Knows the cells of every credential; built once."""

    def __init__(self, catalog: Catalog) -> None:
        terms = catalog.scope.drop_duplicates(["kind", "term"])
        in_order = terms.sort_values(["kind", "rank"], ascending=[False, True])["term"]
        columns = {term: place for place, term in enumerate(in_order)}
        self._cells: dict[str, list[dict[str, object]]] = {key: [] for key in catalog.credentials}
        for cell in catalog.scope.to_dict("records"):
            overview = overviews(catalog)[cell["credential"]]
            self._cells[overview.id].append(
                {
                    "label": overview.label,
                    "name": f"{overview.label}, {overview.name}",
                    "term_label": cell["term_label"],
                    "column": columns[cell["term"]],
                    "kind": cell["kind"],
                }
            )

    def cells(self, overviews: Sequence[Overview]) -> pa.Table:
        """One row per credential and setting or code set, credentials in the order given."""
        rows = [
            {**cell, "row": row} for row, it in enumerate(overviews) for cell in self._cells[it.id]
        ]
        return pa.Table.from_pylist(rows, schema=_CELLS)
