"""Reads a data package back: its tables as typed frames, its fact sheets as models."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cert_model.export.package.tables import NOT_KNOWN
from cert_model.frames import COLUMNS
from cert_model.schema import Credential

if TYPE_CHECKING:
    import pandas as pd

_ADDED_TO_FACTS = ("sources", "standing")
_ADDED_TO_SHEETS = ("id", "estimates", "catalog")


def read_tables(folder: Path, kind: str = "parquet") -> dict[str, "pd.DataFrame"]:
    """Every table of the package in a folder by name, with the types of the frames.

    ``kind`` is ``parquet`` or ``csv``; both give the same. Raises OSError where a file is missing.
    """
    read = _read_parquet if kind == "parquet" else _read_csv
    return {name: read(folder / "tables" / f"{name}.{kind}", name) for name in COLUMNS}


def _read_csv(path: Path, name: str) -> "pd.DataFrame":
    import pandas as pd

    return pd.read_csv(
        path,
        dtype={column.name: column.dtype for column in COLUMNS[name]},
        keep_default_na=False,
        na_values=[NOT_KNOWN],
    )


def _read_parquet(path: Path, name: str) -> "pd.DataFrame":
    from pyarrow import parquet

    columns = parquet.read_table(path).to_pydict()
    import pandas as pd

    return pd.DataFrame(
        {
            column.name: pd.array(columns[column.name], dtype=column.dtype)
            for column in COLUMNS[name]
        }
    )


def read_sheets(folder: Path) -> dict[str, Credential]:
    """Every fact sheet of the package in a folder as a model, by the id of its credential.

    A sheet holds what its credential borrows from the one whose exam it shares, as the catalog's
    sheets do. Raises OSError or ValueError for a file that is not as it was written.
    """
    sheets = (
        Credential.model_validate(_without_answers(json.loads(path.read_text(encoding="utf-8"))))
        for path in sorted((folder / "credentials").glob("*/*.json"))
    )
    return {sheet.id: sheet for sheet in sheets}


def _without_answers(sheet: Mapping[str, Any]) -> dict[str, Any]:
    stated = {name: value for name, value in sheet.items() if name not in _ADDED_TO_SHEETS}
    answer: dict[str, Any] = _as_stated(stated)
    return answer


def _as_stated(part: Any) -> Any:
    """A part of a fact sheet as its file has it: ids of sources, and no standing."""
    if isinstance(part, list):
        return [_as_stated(item) for item in part]
    if not isinstance(part, dict):
        return part
    stated = {
        name: _as_stated(value) for name, value in part.items() if name not in _ADDED_TO_FACTS
    }
    if "standing" in part:
        stated["src"] = [source["id"] for source in part["sources"]]
    return stated
