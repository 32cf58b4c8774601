"""The rows on careers as tidy tables with nullable dtypes: what is not known is pd.NA."""

from collections.abc import Sequence
from types import NoneType
from typing import Any, get_args, get_origin

import pandas as pd

from cert_model.catalog.frames import table
from cert_model.schema import Evidence

_DTYPES: dict[Any, str] = {int: "Int64", float: "Float64", bool: "boolean"}


def table_of(rows: Sequence[Evidence], kind: type[Evidence]) -> pd.DataFrame:
    """One row each, a column a field of ``kind``; lists stay lists, terms are their values."""
    return table(
        (row.model_dump(mode="json") for row in rows),
        {name: _dtype(field.annotation) for name, field in kind.model_fields.items()},
    )


def _dtype(annotation: Any) -> str:
    if get_origin(annotation) is tuple:
        return "object"
    choices = [each for each in get_args(annotation) or (annotation,) if each is not NoneType]
    plain = [get_args(each)[0] if get_args(each) else each for each in choices]
    return _DTYPES.get(plain[0], "string")
