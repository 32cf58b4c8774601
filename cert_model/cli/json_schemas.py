"""JSON Schemas of the data files, generated from the models."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from cert_model.loading.files import CAREERS, PREPARATION
from cert_model.schema import ClaimFile, Credential, Issuer, QuestionFile, SourceFile
from cert_model.schema.texts import Chapter, FaqFile, GlossaryFile

_FILES: dict[str, type[BaseModel]] = {
    "credential": Credential,
    "issuer": Issuer,
    "sources": SourceFile,
    **PREPARATION,
    **CAREERS,
    "questions": QuestionFile,
    "claims": ClaimFile,
    "glossary": GlossaryFile,
    "chapter": Chapter,
    "faq": FaqFile,
}
_YEAR = {"type": "integer", "minimum": 1900, "maximum": 2100}
_PERIODS = ("as_of", "date", "seen", "since")


def schemas() -> dict[str, str]:
    """The text of each schema, by file name."""
    return {
        f"{name}.schema.json": json.dumps(_schema(model), indent=1) + "\n"
        for name, model in _FILES.items()
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write each schema into ``folder`` and name the files written."""
    folder.mkdir(exist_ok=True)
    written: list[Path] = []
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    made = model.model_json_schema()
    _allow_bare_years(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _allow_bare_years(part: Any) -> None:
    """Dates may be bare years such as 2026, which the models turn into text."""
    if isinstance(part, list):
        for item in part:
            _allow_bare_years(item)
    elif isinstance(part, dict):
        for name in _PERIODS:
            field = part.get("properties", {}).get(name)
            if field and "anyOf" in field:
                field["anyOf"].append(_YEAR)
        for item in part.values():
            _allow_bare_years(item)
