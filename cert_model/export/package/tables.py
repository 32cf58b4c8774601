"""The tables of the data package, made from the frames, as CSV and as Parquet."""

import csv
import io
from typing import TYPE_CHECKING, Any

from cert_model.catalog import Catalog
from cert_model.export.edition import stamp
from cert_model.frames import COLUMNS, frames_of
from cert_model.vocabulary import Standing

if TYPE_CHECKING:
    import pandas as pd

NOT_KNOWN = "NA"
"""What stands for a missing value in a CSV file; an empty cell is a text known to be empty."""

METADATA_PREFIX = "certlens."
"""What the names of our entries in the metadata of a Parquet file begin with."""

_ESTIMATED_FIGURES = {
    "exam_fee_standing": ("exam_fee_low", "exam_fee_high", "exam_attempts"),
    "questions_standing": ("questions",),
    "minutes_standing": ("minutes",),
}
"""The figures of the frame of credentials that may be estimates, by the column that says so."""


def package_tables(catalog: Catalog) -> dict[str, "pd.DataFrame"]:
    """Every table of the package by name: the frames, with no estimate among the facts.

    Estimated figures of a credential are missing in ``credentials``; they stand in
    ``estimates``.
    """
    frames = frames_of(catalog)
    tables: dict[str, pd.DataFrame] = {name: getattr(frames, name) for name in COLUMNS}
    tables["credentials"] = _without_estimates(tables["credentials"])
    return tables


def _without_estimates(credentials: "pd.DataFrame") -> "pd.DataFrame":
    figures = credentials.copy()
    for standing, columns in _ESTIMATED_FIGURES.items():
        is_estimated = (figures[standing] == Standing.ESTIMATED.value).fillna(False)
        for column in (*columns, standing):
            figures[column] = figures[column].mask(is_estimated)
    return figures


def write_csv_table(table: "pd.DataFrame") -> bytes:
    """A table as CSV in UTF-8 that programs read back as it was: no cell is guarded or rounded."""
    from cert_model.frames.build import cells_of

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    columns = [cells_of(table[name]) for name in table]
    writer.writerows([_cell(value) for value in line] for line in zip(*columns, strict=True))
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return NOT_KNOWN
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def write_parquet_table(catalog: Catalog, name: str, table: "pd.DataFrame") -> bytes:
    """A table as a Parquet file that carries what its columns hold and the catalog's stamp."""
    import pyarrow as pa
    from pyarrow import parquet

    from cert_model.frames.build import cells_of

    types = {
        "string": pa.string(),
        "Int64": pa.int64(),
        "Float64": pa.float64(),
        "boolean": pa.bool_(),
    }
    metadata = {f"{METADATA_PREFIX}{key}": value for key, value in stamp(catalog).items()}
    schema = pa.schema(
        [
            pa.field(column.name, types[column.dtype], metadata={"description": column.meaning})
            for column in COLUMNS[name]
        ],
        metadata=metadata,
    )
    arrays = [pa.array(cells_of(table[field.name]), field.type) for field in schema]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
