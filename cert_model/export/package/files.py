"""The files of the data package, by their paths in its folder."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.export.edition import at_its_own_date, catalog_date, stamp
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.export.json_schemas import schemas
from cert_model.export.linked_data import ctdl_document
from cert_model.export.package.descriptor import DESCRIPTOR, describe_package
from cert_model.export.package.tables import (
    package_tables,
    write_csv_table,
    write_parquet_table,
)
from cert_model.export.package.texts import in_the_package, llms_text, readme_text
from cert_model.export.sheet_schema import sheet_schema

_READABLE = 0o644
"""The rights of a file in the archive: anybody may read it."""


def build_package(catalog: Catalog) -> dict[str, bytes]:
    """Every file of the data package by its path, the same bytes for the same data on any day."""
    dated = at_its_own_date(catalog)
    files = dict(sorted(_files(dated)))
    return {**files, DESCRIPTOR: _json(describe_package(dated, files))}


@once_per_catalog
def zip_package(catalog: Catalog) -> bytes:
    """The data package as a ZIP archive, the same bytes for the same data on any day."""
    written = catalog_date(catalog)
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
        for path, content in build_package(catalog).items():
            entry = ZipInfo(path, (written.year, written.month, written.day, 0, 0, 0))
            entry.external_attr = _READABLE << 16
            packed.writestr(entry, content, ZIP_DEFLATED)
    return archive.getvalue()


def _files(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    tables = package_tables(catalog)
    for name, table in tables.items():
        yield f"tables/{name}.csv", write_csv_table(table)
        yield f"tables/{name}.parquet", write_parquet_table(catalog, name, table)
    for key in catalog.credentials:
        yield f"credentials/{key}.json", _json(stamped_sheet(catalog, key))
        yield f"linked-data/{key}.jsonld", _json(ctdl_document(catalog, key))
    kept = {name: json.loads(text) for name, text in schemas().items()}
    for name, schema in {**kept, "fact-sheet.schema.json": sheet_schema()}.items():
        yield f"schemas/{name}", _json({"$comment": _comment(catalog), **schema})
    rows = {name: len(table) for name, table in tables.items()}
    yield "README.md", readme_text(catalog, rows).encode()
    yield "llms.txt", llms_text(catalog, in_the_package(rows)).encode()


def stamped_sheet(catalog: Catalog, key: str) -> dict[str, Any]:
    """The answer of the ``show`` command, with the date and fingerprint of the catalog.

    Raises KeyError for an unknown id.
    """
    return {**sheet_as_json(catalog, key), "catalog": stamp(catalog)}


def _comment(catalog: Catalog) -> str:
    stamped = stamp(catalog)
    return f"CertLens catalog of {stamped['date']}, fingerprint {stamped['fingerprint']}"


def _json(answer: Any) -> bytes:
    return f"{json.dumps(answer, indent=1, ensure_ascii=False)}\n".encode()
