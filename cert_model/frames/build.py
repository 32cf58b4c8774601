"""From plain rows to a typed frame whose arrays nobody can write to, and back to cells."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from cert_model.frames.column import Column
from cert_model.frames.columns import SEPARATOR

_MASKED: Mapping[str, tuple[type[Any], Any]] = {
    "Int64": (pd.arrays.IntegerArray, np.int64),
    "Float64": (pd.arrays.FloatingArray, np.float64),
    "boolean": (pd.arrays.BooleanArray, np.bool_),
}


def build_frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column]) -> pd.DataFrame:
    """A frame with these columns: None becomes ``pd.NA``, several terms one text.

    Its arrays are read-only; a copy of it can be changed. Raises KeyError for a row that
    lacks a column.
    """
    listed = list(rows)
    arrays = {
        column.name: _array([row[column.name] for row in listed], column.dtype)
        for column in columns
    }
    return pd.DataFrame(arrays, copy=False)


def cells_of(column: pd.Series) -> list[Any]:
    """The cells of a column as plain values; None for what is not known."""
    return [None if cell is pd.NA else cell for cell in column.tolist()]


def _array(values: Sequence[Any], dtype: str) -> ExtensionArray:
    if dtype == "string":
        return pd.array([_text(value) for value in values], dtype="string")
    array_type, number_type = _MASKED[dtype]
    numbers = np.array([0 if value is None else value for value in values], dtype=number_type)
    unknown = np.array([value is None for value in values], dtype=bool)
    numbers.flags.writeable = unknown.flags.writeable = False
    array: ExtensionArray = array_type(numbers, unknown)
    return array


def _text(value: Any) -> str | None:
    """A term or text; several terms joined."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return SEPARATOR.join(str(term) for term in value)
    return str(value)
