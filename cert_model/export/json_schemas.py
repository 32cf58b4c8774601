"""JSON Schemas of the files of ``data/``, generated from the models."""

import ast
import json
import sys
from collections.abc import Mapping
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from cert_model.loading.files import CAREERS, PREPARATION
from cert_model.schema import (
    ClaimFile,
    Credential,
    Issuer,
    QuestionFile,
    SearchFile,
    SourceFile,
)
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
    "search": SearchFile,
}
_YEAR = {"type": "integer", "minimum": 1900, "maximum": 2100}
_PERIODS = ("as_of", "date", "seen", "since")


@cache
def schemas() -> Mapping[str, str]:
    """Return the text of every schema by file name, such as ``issuer.schema.json``."""
    texts = {
        f"{name}.schema.json": json.dumps(_schema(model), indent=1) + "\n"
        for name, model in _FILES.items()
    }
    return MappingProxyType(texts)


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into ``folder`` and return the paths of the files written."""
    folder.mkdir(exist_ok=True)
    written: list[Path] = []
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(schema_generator=_DescribedFields)
    _allow_bare_years(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


class _DescribedFields(GenerateJsonSchema):
    """Describes each field by the docstring below it.

    Pydantic can do so too, with ``use_attribute_docstrings``, but reads the source of every
    model as soon as it is imported.
    """

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of one model, its fields described."""
        described = super().model_schema(schema)
        docstrings = _field_docstrings(schema["cls"])
        for name, field in described.get("properties", {}).items():
            if name in docstrings:
                field["description"] = docstrings[name]
        return described


def _field_docstrings(model: type) -> dict[str, str]:
    """The docstring of each field of a model that has one, those of its bases included."""
    docstrings: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            docstrings |= _docstrings_in(base.__module__).get(base.__name__, {})
    return docstrings


@cache
def _docstrings_in(module: str) -> dict[str, dict[str, str]]:
    """The docstrings of fields in the source of a module, by class and field."""
    docstrings: dict[str, dict[str, str]] = {}
    for statement in ast.parse(getsource(sys.modules[module])).body:
        if isinstance(statement, ast.ClassDef):
            docstrings[statement.name] = {
                field.target.id: cleandoc(below.value.value)
                for field, below in pairwise(statement.body)
                if isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(below, ast.Expr)
                and isinstance(below.value, ast.Constant)
                and isinstance(below.value.value, str)
            }
    return docstrings


def _allow_bare_years(part: Any) -> None:
    """Let dates be bare years such as 2026, which the models turn into text."""
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
