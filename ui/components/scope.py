"""What credentials cover, as a picture of settings and code sets and as a table."""

from collections.abc import Sequence

import pyarrow as pa

from cert_model.catalog import Catalog
from cert_model.catalog.catalog import once_per_catalog
from cert_model.formatting import NOT_FOUND
from cert_model.formatting.markdown import escape
from cert_model.frames import frames_of
from cert_model.overview import Overview, overviews
from cert_model.vocabulary import Term

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
        scope = frames_of(catalog).scope
        scope = scope[scope["kind"] != "role"]
        terms = scope.drop_duplicates(["kind", "term"])
        in_order = terms.sort_values(["kind", "rank"], ascending=[False, True])["term"]
        columns = {term: place for place, term in enumerate(in_order)}
        self._cells: dict[str, list[dict[str, object]]] = {key: [] for key in catalog.credentials}
        for cell in scope.to_dict("records"):
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

    def cells(self, ids: Sequence[str]) -> pa.Table:
        """One row per credential and setting or code set, credentials in the order given."""
        rows = [{**cell, "row": row} for row, key in enumerate(ids) for cell in self._cells[key]]
        return pa.Table.from_pylist(rows, schema=_CELLS)


@once_per_catalog
def scope_matrix(catalog: Catalog) -> ScopeMatrix:
    """The scope picture of a catalog, made once."""
    return ScopeMatrix(catalog)
