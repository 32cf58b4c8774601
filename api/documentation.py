"""The OpenAPI document, with examples that are worked out from the catalog in use."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from fastapi.openapi.utils import get_openapi

from api.examples import EXAMPLES, Example
from api.limits import A_SECOND, AT_ONCE
from api.negotiation import CSV, JSON, JSON_LD, ZIP
from api.operations import router
from api.problems import MEDIA_TYPE, SCHEMA
from cert_model import __version__
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.commands.arguments import BadArgument

Document = dict[str, Any]

_ENTRIES_SHOWN = 2
"""How many entries of each list an example shows."""
_PACKAGE = "/v1/data-package.zip"
_WITHOUT_CSV = ("/v1/renewal", "/v1/eligibility", "/v1/plan")
_SHEET = "/v1/credentials/{issuer}/{code}"
_LISTS = ("/v1/credentials", "/v1/changes")
"""Operations that answer with a list; the others answer with an object."""
_DESCRIPTION = f"""
Medical coding credentials, with a source and a date behind every figure. The answers are those of
the command line; `docs/json-contract.md` explains each field. What is not known is `null`. Nothing
that is sent here is stored or logged.

An address may make {A_SECOND} requests a second, and {AT_ONCE} at once. Send `Accept: text/csv` for
a table. Of each list, an example shows the first entries only.
"""
_PROBLEMS = {
    "400": "JSON that cannot be read, or an abbreviation that several credentials share",
    "404": "A name that no credential or issuer has, with the nearest",
    "406": "None of the media types in `Accept` is served here",
    "413": "Too much was posted",
    "415": "The Content-Type of what was posted is not JSON",
    "422": "A parameter or a profile that cannot be used, with what is allowed",
    "429": "Too many requests from one address; `Retry-After` says when to come back",
    "503": "Busy, or no data",
}
_ON_POST_ALONE = ("413", "415")
_HEADERS = {
    "ETag": {"schema": {"type": "string"}, "description": "Changes with the data and the day."},
    "Cache-Control": {"schema": {"type": "string"}},
}


def describe_api(path: str, catalog: Catalog) -> Document:
    """The OpenAPI document of the API on a catalog; ``path`` is the one under which it is served.

    Its examples ask each operation once, which takes some tenths of a second the first time.
    """
    return {**_document(catalog), "servers": [{"url": path or "/"}]}


@once_per_catalog
def _document(catalog: Catalog) -> Document:
    """The document, but for where the API is served."""
    document = get_openapi(
        title="CertLens",
        version=__version__,
        summary="Medical coding credentials, with sources and dates",
        description=_DESCRIPTION.strip(),
        routes=router.routes,
        license_info={"name": "MIT", "identifier": "MIT"},
    )
    schemas = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = SCHEMA
    for address, methods in document["paths"].items():
        for method, operation in methods.items():
            example = EXAMPLES.get(address)
            operation["responses"] = _responses(address, method, example, catalog)
            if example is not None:
                _add_example(operation, example)
    return document


def _responses(address: str, method: str, example: Example | None, catalog: Catalog) -> Document:
    content: Document = {}
    if example is not None:
        kind = "array" if address in _LISTS else "object"
        content[JSON] = {"schema": {"type": kind}}
        # Data of somebody else's may lack the credentials of the examples.
        with suppress(BadArgument):
            content[JSON]["example"] = shorten(example.answer(catalog))
    if address == _PACKAGE:
        content[ZIP] = {"schema": {"type": "string", "format": "binary"}}
    elif address not in _WITHOUT_CSV:
        content[CSV] = {"schema": {"type": "string"}}
    if address == _SHEET:
        content[JSON_LD] = {"schema": {"type": "object"}}
    answered: Document = {"description": "The answer", "content": content}
    responses = {"200": answered}
    if method == "get":
        answered["headers"] = _HEADERS
        responses["304"] = {"description": "The client already has it"}
    problem = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, words in _PROBLEMS.items():
        if method == "post" or status not in _ON_POST_ALONE:
            responses[status] = {"description": words, "content": problem}
    return responses


def _add_example(operation: Document, example: Example) -> None:
    """Put what is asked in an example where a reader and a tool look for it."""
    given = {**example.query, **example.path}
    for parameter in operation.get("parameters", ()):
        if parameter["schema"].get("type") == "array":
            parameter["explode"] = False  # apart by commas
        if parameter["name"] in given:
            parameter["example"] = _as_given(given[parameter["name"]], parameter["schema"])
    if example.body is not None:
        operation["requestBody"]["content"][JSON]["example"] = example.body


def _as_given(text: str, schema: Mapping[str, Any]) -> Any:
    """A parameter as its schema has it: a list, a number or a text."""
    match schema.get("type"):
        case "array":
            return text.split(",")
        case "integer":
            return int(text)
    return text


def shorten(answer: Any) -> Any:
    """An answer with the first entries of each of its lists."""
    if isinstance(answer, list):
        return [shorten(entry) for entry in answer[:_ENTRIES_SHOWN]]
    if isinstance(answer, dict):
        return {name: shorten(value) for name, value in answer.items()}
    return answer
