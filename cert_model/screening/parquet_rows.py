"""Reads people from Parquet, some rows at a time."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import numpy as np
import pyarrow
from pyarrow import parquet

from cert_model.screening.columns import LIST_SEPARATOR, NONE, PERSON
from cert_model.screening.formats import BadTable, header_columns
from cert_model.screening.rows import Cells, Rows

LARGEST_ROW_GROUP = 512 << 20
"""Bytes that a group of rows may unpack to; a million people have about a fifth of it."""


def read_parquet(file: BinaryIO, at_once: int) -> Iterator[Rows]:
    """The rows of a Parquet file in their order, at most ``at_once`` at a time.

    Raises BadTable where the file cannot be read, if need be after its first rows. A line is the
    number of a row, from 1.
    """
    try:
        table = parquet.ParquetFile(file, pre_buffer=False, buffer_size=1 << 20)
        _refuse_bombs(table.metadata)
        columns = header_columns(table.schema_arrow.names)
        first = 1
        for batch in table.iter_batches(batch_size=at_once, use_threads=False):
            cells = {
                name: _cells(name, column)
                for name, column in zip(columns, batch.columns, strict=True)
            }
            names = cells.pop(PERSON)
            persons = np.array(names.different, object)[names.places].tolist()
            yield Rows(range(first, first + batch.num_rows), persons, cells)
            first += batch.num_rows
    except BadTable:
        raise
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise BadTable("is a damaged Parquet file, or none; write it again") from error


def _refuse_bombs(metadata: Any) -> None:
    """Raise BadTable for a file whose groups of rows would unpack to too much."""
    for number in range(metadata.num_row_groups):
        size = metadata.row_group(number).total_byte_size
        if size > LARGEST_ROW_GROUP:
            raise BadTable(
                f"row group {number + 1} would unpack to {size:,} bytes; write it in groups of at "
                "most a million rows"
            )


def _cells(name: str, column: Any) -> Cells:
    """The cells of a column as text; lists joined, whole numbers without a point."""
    types, kind = pyarrow.types, column.type
    if types.is_list(kind) or types.is_large_list(kind):
        return Cells.of([_text(value) for value in column.to_pylist()])
    is_coded = types.is_dictionary(kind)
    kind = kind.value_type if is_coded else kind
    plain = (types.is_integer, types.is_floating, types.is_string, types.is_large_string)
    if not types.is_null(kind) and not any(is_kind(kind) for is_kind in plain):
        raise BadTable(f'the column "{name}" holds {kind}; expected text, numbers or lists')
    coded = column if is_coded else column.dictionary_encode()
    different = [_text(value) for value in coded.dictionary.to_pylist()]
    places = coded.indices.fill_null(len(different)).to_numpy(zero_copy_only=False)
    return Cells([*different, ""], places.astype(np.int32))


def _text(value: Any) -> str:
    """A value as text; that of None is empty."""
    if value is None:
        return ""
    if isinstance(value, list):
        return LIST_SEPARATOR.join(map(str, value)) or NONE
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
