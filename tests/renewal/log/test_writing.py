"""A log that is written is read back exactly as it was."""

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cert_model.renewal.log import (
    LOG_COLUMNS,
    LogEntry,
    read_log,
    write_log_csv,
    write_log_yaml,
    write_template_csv,
    write_template_yaml,
)
from tests.catalogs import project_catalog
from tests.paths import ROOT
from tests.renewal.log.examples import AUDITING, CHAPTER, entries

LOGS = st.lists(entries(), max_size=4)


@pytest.mark.parametrize(
    ("write", "name"), [(write_log_csv, "log.csv"), (write_log_yaml, "log.yaml")]
)
@given(log=LOGS)
def test_a_log_is_read_back_as_it_was(
    write: Callable[[list[LogEntry]], bytes], name: str, log: list[LogEntry]
) -> None:
    reading = read_log(project_catalog(), write(log), name)
    assert list(reading.entries) == log
    assert not reading.set_aside
    assert not reading.unread_columns


@given(LOGS)
def test_another_reader_of_yaml_sees_the_same_titles(log: list[LogEntry]) -> None:
    data = yaml.safe_load(write_log_yaml(log))
    assert [(entry["day"], entry["title"]) for entry in data["entries"]] == [
        (entry.day, entry.title) for entry in log
    ]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1+1", "''@x", "'quoted'"])
def test_no_cell_is_a_formula_and_each_is_read_back(title: str) -> None:
    log = [LogEntry(CHAPTER.day, title, 1, provider=title)]
    raw = write_log_csv(log)
    row = raw.decode("utf-8-sig").splitlines()[1].split(",")
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in row)
    assert list(read_log(project_catalog(), raw).entries) == log


def test_csv_has_a_line_for_each_entry() -> None:
    assert write_log_csv([AUDITING, CHAPTER]).decode("utf-8-sig") == (
        "day,title,ceus,issuers,subject,provider,note\r\n"
        "2026-03-31,Auditing E/M services,1.5,aapc;ahima,Auditing,AHIMA,"
        "Certificate in the blue folder\r\n"
        "2026-05-02,Chapter meeting,1,,,,\r\n"
    )


def test_yaml_leaves_out_what_is_not_stated() -> None:
    assert write_log_yaml([CHAPTER]).decode() == (
        'entries:\n- day: 2026-05-02\n  title: "Chapter meeting"\n  ceus: 1\n'
    )


@pytest.mark.parametrize(
    ("template", "name"), [(write_template_csv(), "log.csv"), (write_template_yaml(), "log.yaml")]
)
def test_a_template_is_a_log_without_entries(template: bytes, name: str) -> None:
    reading = read_log(project_catalog(), template, name)
    assert not reading.entries
    assert not reading.set_aside


def test_the_example_of_the_yaml_template_is_an_entry() -> None:
    lines = write_template_yaml().decode().splitlines()
    example = [line.removeprefix("# ") for line in lines[2 : 3 + len(LOG_COLUMNS)]]
    assert read_log(project_catalog(), "\n".join(example).encode(), "log.yaml").entries == (
        AUDITING,
    )


def test_the_documentation_lists_the_columns() -> None:
    page = (ROOT / "docs" / "ceu-log.md").read_text(encoding="utf-8")
    for column in LOG_COLUMNS:
        need = "" if column.is_required else "may be empty"
        synonyms = ", ".join(column.synonyms)
        line = f"| `{column.name}` | {column.meaning} | {need} | {synonyms} |"
        assert line in page
