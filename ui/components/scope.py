"""Rows of a frame for charts, and what credentials cover as a picture and a table."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.formatting import NOT_FOUND
from cert_model.formatting.markdown import escape
from cert_model.frames import frames_of
from cert_model.overview import Overview
from cert_model.vocabulary import Term


class ArrowRows:
    """A frame as an Arrow table, from which the rows of some credentials are taken."""

    def __init__(self, frame: pd.DataFrame, key: str, schema: pa.Schema) -> None:
        """``key`` is the column that names the credential; the table has the schema's columns."""
        columns = frame[schema.names]
        table = pa.Table.from_pandas(columns, schema=schema, preserve_index=False)
        self._table = table.combine_chunks().replace_schema_metadata(None)
        self._places: dict[str, list[int]] = {}
        for place, name in enumerate(frame[key]):
            self._places.setdefault(name, []).append(place)

    def take(self, ids: Sequence[str]) -> pa.Table:
        """The rows of these credentials, in the order of ``ids``."""
        places = [place for key in ids for place in self._places.get(key, ())]
        return self._table.take(pa.array(places, pa.int64()))

    def positions(self, ids: Sequence[str]) -> list[int]:
        """For each row of ``take(ids)``, the position of its credential in ``ids``."""
        return [at for at, key in enumerate(ids) for _ in self._places.get(key, ())]


_CELLS = pa.schema(
    {
        "label": pa.string(),
        "name": pa.string(),
        "term_label": pa.string(),
        "column": pa.int64(),
        "kind": pa.string(),
    }
)


def scope_table(credentials: Sequence[Overview]) -> dict[str, list[object]]:
    """What the credentials cover, as a table to read."""
    return {
        "Credential": [escape(overview.label) for overview in credentials],
        "Where": [_labels(overview.settings) for overview in credentials],
        "Code sets": [_labels(overview.code_sets) for overview in credentials],
    }


def _labels(terms: Sequence[Term] | None) -> str:
    if terms is None:
        return NOT_FOUND
    return ", ".join(escape(term.label) for term in terms) or "none"


class ScopeMatrix:
    """The cells of the scope picture, prepared for every credential."""

    def __init__(self, catalog: Catalog) -> None:
        credentials, scope = frames_of(catalog).credentials, frames_of(catalog).scope
        names = credentials["label"] + ", " + credentials["name"]
        titles = credentials[["id", "label"]].assign(name=names)
        drawn = scope[scope["kind"] != "role"]
        cells = drawn.merge(titles, left_on="credential", right_on="id", how="left")
        self._rows = ArrowRows(cells.assign(column=_columns(cells)), "credential", _CELLS)

    def cells(self, ids: Sequence[str]) -> pa.Table:
        """One row per credential and setting or code set, credentials in the order given."""
        rows = pa.array(self._rows.positions(ids), pa.int64())
        return self._rows.take(ids).append_column("row", rows)


def _columns(cells: pd.DataFrame) -> pd.Series:
    """The column of each cell: settings first, then code sets, each as in its vocabulary."""
    terms = cells.drop_duplicates(["kind", "term"])
    in_order = terms.sort_values(["kind", "rank"], ascending=[False, True])["term"]
    return cells["term"].map({term: column for column, term in enumerate(in_order)})


@once_per_catalog
def scope_matrix(catalog: Catalog) -> ScopeMatrix:
    """The scope picture of a catalog, made once."""
    return ScopeMatrix(catalog)
