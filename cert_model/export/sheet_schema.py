"""The JSON Schema of a fact sheet as it is exported: the answer of the ``show`` command.

It is that of the file in which a fact sheet is kept, with whole sources and a standing in place
of ids of sources, and with what the answer adds.
"""

import json
from typing import Any

from cert_model.export.json_schemas import schemas
from cert_model.vocabulary import Quantity, SourceKind, Standing

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"anyOf": [_TEXT, {"type": "null"}]}


def sheet_schema() -> dict[str, Any]:
    """The schema of an exported fact sheet; it allows for ``catalog``, which a package adds."""
    schema: dict[str, Any] = json.loads(schemas()["credential.schema.json"])
    for part in (schema, *schema["$defs"].values()):
        _with_whole_sources(part)
    schema["$defs"] |= {
        "ExportedSource": _closed(
            id=_TEXT,
            title=_TEXT,
            url=_TEXT_OR_NULL,
            publisher=_TEXT_OR_NULL,
            copy_of=_TEXT_OR_NULL,
            kind={"enum": [kind.value for kind in SourceKind]},
            date=_TEXT_OR_NULL,
        ),
        "ExportedEstimate": _closed(
            low={"type": "number"},
            high={"type": "number"},
            standing={"const": Standing.ESTIMATED.value},
            rule=_TEXT,
            facts={"type": "array", "items": _TEXT, "minItems": 1},
        ),
    }
    estimate = {"$ref": "#/$defs/ExportedEstimate"}
    schema["properties"] |= {
        "id": {"type": "string", "pattern": "^[a-z]+/[a-z0-9-]+$"},
        "estimates": {
            "type": "object",
            "properties": {quantity.value: estimate for quantity in Quantity},
            "additionalProperties": False,
        },
        "catalog": _closed(date=_TEXT, fingerprint=_TEXT),
    }
    schema["required"] = ["id", *schema["required"], "estimates"]
    return {**schema, "title": "FactSheet"}


def _with_whole_sources(part: dict[str, Any]) -> None:
    """Put sources and standing in the place of ``src`` in the schema of a statement."""
    fields = part.get("properties", {})
    if fields.pop("src", None) is None:
        return
    fields["sources"] = {
        "type": "array",
        "items": {"$ref": "#/$defs/ExportedSource"},
        "minItems": 1,
    }
    facts = [term.value for term in Standing if term is not Standing.ESTIMATED]
    fields["standing"] = {"enum": facts}
    required = (name for name in part.get("required", ()) if name != "src")
    part["required"] = [*required, "sources", "standing"]


def _closed(**fields: Any) -> dict[str, Any]:
    """The schema of an object that has these fields and no other."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
