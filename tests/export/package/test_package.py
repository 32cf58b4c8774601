"""The data package reads back equal, is valid by its standard, and is the same on any day."""

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import frictionless
import jsonschema
import pandas as pd
import pytest
from pyarrow import parquet

from cert_model.catalog import Catalog
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.export.package import (
    at_its_own_date,
    build_package,
    catalog_date,
    package_tables,
    read_sheets,
    read_tables,
    stamp,
    zip_package,
)
from cert_model.frames import COLUMNS, frames_of
from tests.paths import ROOT


@pytest.fixture(autouse=True)
def limit_of_cells() -> Iterator[None]:
    """Keeps how long a cell of CSV may be, which frictionless lifts for the whole process."""
    limit = csv.field_size_limit()
    yield
    csv.field_size_limit(limit)


@pytest.fixture
def descriptor(files: dict[str, bytes]) -> dict[str, Any]:
    described: dict[str, Any] = json.loads(files["datapackage.json"])
    return described


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_tables_read_back_equal(dated: Catalog, folder: Path, kind: str) -> None:
    tables = package_tables(dated)
    for name, table in read_tables(folder, kind).items():
        pd.testing.assert_frame_equal(table, tables[name], obj=name)


def test_the_tables_are_the_frames_but_for_estimates(dated: Catalog) -> None:
    frames = frames_of(dated)
    for name, table in package_tables(dated).items():
        if name != "credentials":
            pd.testing.assert_frame_equal(table, getattr(frames, name), obj=name)


@pytest.mark.parametrize(
    ("figure", "standing"),
    [
        ("exam_fee_low", "exam_fee_standing"),
        ("exam_fee_high", "exam_fee_standing"),
        ("exam_attempts", "exam_fee_standing"),
        ("questions", "questions_standing"),
        ("minutes", "minutes_standing"),
    ],
)
def test_no_estimate_stands_among_the_facts_about_credentials(
    dated: Catalog, figure: str, standing: str
) -> None:
    frame = frames_of(dated).credentials
    table = package_tables(dated)["credentials"]
    is_estimated = (frame[standing] == "estimated").fillna(False)
    assert is_estimated.any()
    assert table.loc[is_estimated, [figure, standing]].isna().all(axis=None)
    pd.testing.assert_series_equal(table.loc[~is_estimated, figure], frame[figure][~is_estimated])


def test_a_text_known_to_be_empty_is_not_taken_for_one_that_is_not_known(folder: Path) -> None:
    credentials = read_tables(folder, "csv")["credentials"]
    assert (credentials["code_sets"] == "").any()
    assert credentials["code_sets"].isna().any()


def test_numbers_and_flags_of_a_csv_file_are_written_as_the_standard_has_them(
    files: dict[str, bytes],
) -> None:
    lines = csv.DictReader(files["tables/credentials.csv"].decode().splitlines())
    rows = list(lines)
    assert {row["online"] for row in rows} == {"true", "false", "NA"}
    assert {row["to_earn_complete"] for row in rows} <= {"true", "false"}
    (ccs,) = (row for row in rows if row["id"] == "ahima/ccs")
    assert (ccs["exam_fee_low"], ccs["questions"]) == ("299", "107")


def test_no_text_of_a_table_reads_like_the_sign_for_not_known(dated: Catalog) -> None:
    for table in package_tables(dated).values():
        assert not table.isin(["NA"]).any(axis=None)


def test_the_fact_sheets_read_back_as_equal_models(catalog: Catalog, folder: Path) -> None:
    assert read_sheets(folder) == catalog.credentials


def test_a_fact_sheet_is_the_answer_of_the_show_command(
    dated: Catalog, files: dict[str, bytes]
) -> None:
    sheet = json.loads(files["credentials/aapc/cpc.json"])
    assert sheet.pop("catalog") == stamp(dated)
    assert sheet == json.loads(json.dumps(sheet_as_json(dated, "aapc/cpc")))


def test_the_package_is_valid_by_the_standard(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert report.stats["warnings"] == 0
    assert report.stats["tasks"] == len(COLUMNS)


def test_a_table_that_was_changed_is_found_out(
    files: dict[str, bytes], descriptor: dict[str, Any], tmp_path: Path
) -> None:
    changed = files["tables/prices.csv"].replace(b",425,", b",245,", 1)
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "prices.csv").write_bytes(changed)
    (prices,) = (part for part in descriptor["resources"] if part["name"] == "prices")
    del prices["schema"]["foreignKeys"]
    report = frictionless.Resource.from_descriptor(prices, basepath=str(tmp_path)).validate()
    assert {error.type for error in report.task.errors} == {"hash-count"}


def test_another_process_on_another_day_writes_the_same_bytes(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "cert_model", "export", str(tmp_path / "package")]
    env = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    subprocess.run(command, check=True, cwd=tmp_path, env=env, capture_output=True)
    paths = [path for path in (tmp_path / "package").rglob("*") if path.is_file()]
    written = {
        path.relative_to(tmp_path / "package").as_posix(): path.read_bytes() for path in paths
    }
    assert written == files


def test_the_date_of_a_catalog_does_not_depend_on_the_day(catalog: Catalog) -> None:
    later = replace(catalog, today=date(2030, 1, 1))
    assert at_its_own_date(later).today == at_its_own_date(catalog).today == catalog_date(catalog)
    newest = catalog_date(catalog).isoformat()
    dates = [source.date or source.seen or "" for source in catalog.sources.values()]
    assert newest in dates or newest[:7] in dates or newest[:4] in dates


def test_the_evidence_of_a_package_is_as_old_as_on_its_date(demo: Catalog) -> None:
    later = replace(demo, today=date(2040, 1, 1))
    assert build_package(later) == build_package(demo)


def test_every_file_names_the_catalog_that_it_was_made_from(
    dated: Catalog, files: dict[str, bytes], folder: Path, descriptor: dict[str, Any]
) -> None:
    made_from = stamp(dated)
    assert descriptor["catalog"] == made_from
    for name, content in files.items():
        if name.endswith(".parquet"):
            metadata = parquet.read_schema(folder / name).metadata
            assert metadata[b"certlens.date"].decode() == made_from["date"]
            assert metadata[b"certlens.fingerprint"].decode() == made_from["fingerprint"]
        elif not name.endswith(".csv"):
            text = content.decode()
            assert made_from["date"] in text, name
            assert made_from["fingerprint"] in text, name


def test_the_descriptor_has_the_checksum_of_every_other_file(
    files: dict[str, bytes], descriptor: dict[str, Any]
) -> None:
    others = {name: content for name, content in files.items() if name != "datapackage.json"}
    assert descriptor["files"] == {
        name: sha256(content).hexdigest() for name, content in others.items()
    }
    assert {resource["parquet"] for resource in descriptor["resources"]} <= set(others)


def test_the_readme_explains_every_column(files: dict[str, bytes]) -> None:
    readme = files["README.md"].decode()
    for name, columns in COLUMNS.items():
        section = readme.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        for column in columns:
            assert f"| `{column.name}` | {column.dtype} | {column.meaning} |" in section


@pytest.mark.parametrize("name", ["README.md", "llms.txt"])
def test_every_link_within_the_package_leads_somewhere(files: dict[str, bytes], name: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", files[name].decode())
    within = {link for link in links if not link.startswith("http")}
    assert within <= set(files)


def test_llms_txt_lists_every_table_and_every_credential(
    catalog: Catalog, files: dict[str, bytes]
) -> None:
    text = files["llms.txt"].decode()
    assert text.startswith("# ")
    assert all(f"(tables/{name}.csv)" in text for name in COLUMNS)
    assert all(f"(credentials/{key}.json)" in text for key in catalog.credentials)


def test_every_schema_of_the_data_is_in_the_package(files: dict[str, bytes]) -> None:
    beside_the_data = {path.name for path in (ROOT / "data" / "schema").glob("*.json")}
    packaged = {name.partition("/")[2] for name in files if name.startswith("schemas/")}
    assert packaged == beside_the_data | {"fact-sheet.schema.json"}


def test_a_fact_sheet_of_the_package_fits_the_schema_in_it(files: dict[str, bytes]) -> None:
    checker = jsonschema.Draft202012Validator(json.loads(files["schemas/fact-sheet.schema.json"]))
    sheet = json.loads(files["credentials/ahima/ccs.json"])
    assert checker.is_valid(sheet)
    assert not checker.is_valid({**sheet, "catalog": {}})


def test_the_archive_holds_the_files_of_the_package_and_is_the_same_on_any_day(
    catalog: Catalog, files: dict[str, bytes]
) -> None:
    packed = zip_package(catalog)
    with ZipFile(BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    assert zip_package(replace(catalog, today=date(2027, 8, 1))) == packed
