"""The rows behind the two pictures of Explore, in the columns their specs name."""

from collections.abc import Sequence

import pandas as pd

from cert_model.catalog import Catalog
from ui.marks import color_group

MOST_TAGS = 14
"""Above this many points, only picked ones carry their letters."""


def effort_points(rows: pd.DataFrame, picked: Sequence[str], effort: str) -> pd.DataFrame:
    """One row per credential whose price and effort are both known."""
    known = rows.dropna(subset=["exam_fee_low", effort])
    chosen = known["id"].isin(list(picked))
    printed = chosen | (len(known) <= MOST_TAGS)
    return pd.DataFrame(
        {
            "id": known["id"],
            "label": known["label"],
            "name": known["label"] + ", " + known["name"],
            "issuer": known["issuer_letters"].map(color_group),
            "low": known["exam_fee_low"].astype(float),
            "high": known["exam_fee_high"].astype(float),
            "questions": known["questions"],
            "minutes": known["minutes"],
            "tag": _tags(known, printed, effort),
            "chosen": chosen,
        }
    )


def _tags(rows: pd.DataFrame, printed: pd.Series, effort: str) -> list[str]:
    """The letters to print at each row: once for all printed ones that share a point."""
    places = list(zip(rows["exam_fee_high"], rows[effort], strict=True))
    together: dict[tuple[float, int], list[str]] = {}
    for place, label, wanted in zip(places, rows["label"], printed, strict=True):
        if wanted:
            together.setdefault(place, []).append(label)
    return [", ".join(together.pop(place, ())) for place in places]


def scope_cells(catalog: Catalog, rows: pd.DataFrame) -> pd.DataFrame:
    """One row per credential and setting or code set, with its place in the matrix."""
    shown = rows[["id", "label", "name"]].reset_index(drop=True)
    shown["row"] = shown.index
    terms = catalog.scope.drop_duplicates(["kind", "term"])
    columns = terms.sort_values(["kind", "rank"], ascending=[False, True])["term"]
    places = {term: place for place, term in enumerate(columns)}
    cells = catalog.scope.merge(shown, left_on="credential", right_on="id")
    return pd.DataFrame(
        {
            "label": cells["label"],
            "name": cells["label"] + ", " + cells["name"],
            "row": cells["row"],
            "term_label": cells["term_label"],
            "column": cells["term"].map(places),
            "kind": cells["kind"],
        }
    )
