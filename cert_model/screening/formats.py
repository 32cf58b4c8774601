"""The kinds of file that hold tables of people, and what keeps one from being read or written."""

from enum import StrEnum
from importlib import import_module
from pathlib import PurePath
from typing import Any

from cert_model.screening.columns import BadHeader, name_columns


class Kind(StrEnum):
    """A kind of file, by the ending of its name."""

    CSV = ".csv"
    XLSX = ".xlsx"
    PARQUET = ".parquet"


class BadTable(ValueError):
    """A table that cannot be read or written; the message is one line that says how to mend it."""


def kind_of(path: PurePath) -> Kind:
    """The kind of file that a name ends with. Raises BadTable for any other ending."""
    suffix = path.suffix.lower()
    if suffix not in set(Kind):
        kinds = ", ".join(Kind)
        raise BadTable(f"{path}: expected a file whose name ends with one of: {kinds}")
    return Kind(suffix)


def header_columns(header: list[str]) -> list[str]:
    """The columns that a header names. Raises BadTable for one that cannot be read."""
    try:
        return name_columns(header)
    except BadHeader as error:
        raise BadTable(str(error)) from error


def library(name: str, purpose: str) -> Any:
    """A library that only some kinds of file need. Raises BadTable where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        extra = "dask" if name == "distributed" else "screen"
        message = f'{purpose} needs {name}; install it with pip install "certlens[{extra}]"'
        raise BadTable(message) from error
