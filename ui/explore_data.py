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
    tagged = known if len(known) <= MOST_TAGS else known[chosen]
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
            "tag": _tags(tagged, effort).reindex(known.index).fillna(""),
            "chosen": chosen,
        }
    )


def _tags(rows: pd.DataFrame, effort: str) -> pd.Series:
    """The letters to print, once for all credentials that share a point."""
    place = [rows["exam_fee_high"], rows[effort]]
    together = rows["label"].groupby(place).transform(", ".join)
    return together.where(~together.index.to_series().groupby(place).cumcount().astype(bool), "")


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
