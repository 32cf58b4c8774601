"""The descriptor of the data package, ``datapackage.json``, by the Data Package standard."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from cert_model import __version__
from cert_model.catalog import Catalog
from cert_model.export.edition import stamp
from cert_model.export.package.tables import NOT_KNOWN
from cert_model.frames import COLUMNS
from cert_model.frames.column import Column
from cert_model.frames.dictionary import describe_frame

DESCRIPTOR = "datapackage.json"
NAME = "certlens"
TITLE = "CertLens: medical coding credentials"
DESCRIPTION = (
    "Medical coding credentials: what each covers, asks, costs and takes to keep, with a source "
    "and a date behind every figure."
)

_TYPES = {"string": "string", "Int64": "integer", "Float64": "number", "boolean": "boolean"}
"""The types of Table Schema, by those of pandas."""

_KEYS = {
    "credentials": "id",
    "sources": "id",
    "programs": "id",
    "funding": "id",
    "estimates": ("subject", "quantity"),
    "exam_content": ("credential", "position"),
    "scope": ("credential", "kind", "term"),
}
"""The columns that tell the rows of a table apart, where they do."""

_REFERS_TO_CREDENTIALS = "credential"
"""The column of a table that names a row of ``credentials``."""


def describe_package(catalog: Catalog, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor of a package with these files, by their paths.

    Each table is a resource as CSV, which names the Parquet file with the same rows; ``files``
    holds the SHA-256 of every file, those of the fact sheets and schemas among them.
    """
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": f"{__version__}+{catalog.fingerprint}",
        "licenses": [
            {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
        ],
        "contributors": [{"title": "The CertLens authors", "roles": ["creator"]}],
        "keywords": ["medical coding", "credentials", "certification", "eligibility", "costs"],
        "catalog": stamp(catalog),
        "counts": catalog.counts,
        "resources": [_resource(name, files) for name in COLUMNS],
        "files": {path: sha256(content).hexdigest() for path, content in sorted(files.items())},
    }


def _resource(name: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    path = f"tables/{name}.csv"
    content = files[path]
    return {
        "name": name.replace("_", "-"),
        "description": describe_frame(name),
        "path": path,
        "parquet": f"tables/{name}.parquet",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _table_schema(name),
    }


def _table_schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in COLUMNS[name]],
        "missingValues": [NOT_KNOWN],
    }
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    if any(column.name == _REFERS_TO_CREDENTIALS for column in COLUMNS[name]):
        reference = {"resource": "credentials", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": [_REFERS_TO_CREDENTIALS], "reference": reference}]
    return schema


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": _TYPES[column.dtype], "description": column.meaning}
