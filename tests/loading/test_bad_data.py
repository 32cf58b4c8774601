"""Every broken file in ``bad_data`` is refused with exactly the message it announces.

Each stands in for the file named in its first line; the lines below say what is expected.
A CSV file has no comments, so there these lines are taken off before the file is read.
"""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cert_model.catalog import CatalogError, load_catalog
from cert_model.content import check_texts
from cert_model.loading.files import EXPECTED, missing_files
from tests.paths import BAD_DATA, DATA

TODAY = date(2026, 11, 23)


def refused(folder: Path) -> list[str]:
    """What loading the folder complains about."""
    with pytest.raises(CatalogError) as caught:
        check_texts(load_catalog(folder, today=TODAY))
    return [str(problem) for problem in caught.value.problems]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BAD_DATA / "good", tmp_path / "data"))


def test_the_files_around_the_broken_ones_are_good(data: Path) -> None:
    assert load_catalog(data, today=TODAY).counts["credentials"] == 1


@pytest.mark.parametrize("broken", sorted(BAD_DATA.glob("*.*")), ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_its_message(broken: Path, data: Path) -> None:
    head = [line for line in broken.read_bytes().splitlines() if line.startswith(b"# ")]
    fields = [line.decode().partition(": ") for line in head]
    place = next(text for name, _, text in fields if name == "# at")
    expected = [f"data/{text}" for name, _, text in fields if name == "# expect"]

    content = broken.read_bytes()
    if broken.suffix == ".csv":
        content = b"".join(content.splitlines(keepends=True)[len(head) :])
    (data / place).parent.mkdir(exist_ok=True)
    (data / place).write_bytes(content)

    assert refused(data) == expected


def test_a_text_of_a_megabyte_is_refused(data: Path) -> None:
    path = data / "credentials" / "demo" / "abc.yaml"
    path.write_text("summary: " + "x" * 1_000_000)
    assert refused(data) == [
        "data/credentials/demo/abc.yaml:1: 1,000,009 bytes; a file holds at most 1,000,000"
    ]


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (Path.mkdir, "a folder"),
        (os.mkfifo, "a pipe"),
        (lambda path: path.symlink_to("/dev/zero"), "a device"),
    ],
    ids=["folder", "pipe", "endless"],
)
@pytest.mark.parametrize("place", ["credentials/demo/abd.yaml", "careers/projections.csv"])
def test_what_is_no_file_is_refused_unread(
    data: Path, make: Callable[[Path], None], kind: str, place: str
) -> None:
    make(data / place)
    assert refused(data) == [f"data/{place}:1: {kind}; expected a file with text"]


def test_a_link_to_nothing_is_refused(data: Path) -> None:
    (data / "credentials" / "demo" / "abd.yaml").symlink_to("nowhere")
    assert refused(data) == [
        "data/credentials/demo/abd.yaml:1: cannot be read: No such file or directory"
    ]


def test_a_pipe_where_nothing_is_expected_is_refused(data: Path) -> None:
    os.mkfifo(data / "left-over")
    (problem,) = refused(data)
    assert problem.startswith("data/left-over:1: nothing reads this file")


def test_the_project_has_every_file_that_the_screens_need() -> None:
    assert missing_files(DATA) == []


@pytest.mark.parametrize("pattern", EXPECTED)
def test_each_file_that_the_screens_need_is_missed(pattern: str, data: Path) -> None:
    for path in data.glob(pattern):
        path.unlink()
    with pytest.raises(CatalogError) as caught:
        load_catalog(data, today=TODAY, complete=True)
    expected = f"data/{pattern}:1: there is no such file; expected {EXPECTED[pattern]}"
    assert expected in map(str, caught.value.problems)


def test_a_long_value_is_refused(data: Path) -> None:
    path = data / "credentials" / "demo" / "abc.yaml"
    path.write_text("code: ABC\nsummary: " + "x" * 30_000)
    assert refused(data) == [
        "data/credentials/demo/abc.yaml:2: 30,000 characters in one value; at most 20,000"
    ]


def test_a_folder_without_fact_sheets_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == [f"{tmp_path}:1: no fact sheets here; expected credentials/"]


def test_a_fault_in_one_sheet_causes_no_complaint_about_those_that_name_it(data: Path) -> None:
    folder = data / "credentials" / "demo"
    sheet = (folder / "abc.yaml").read_text()
    (folder / "abd.yaml").write_text(
        sheet.replace("code: ABC", "code: ABD").replace("exam:", "same_exam_as: demo/abc\nexam:")
    )
    (folder / "abc.yaml").write_text(sheet.replace("level: entry", "level: beginner"))
    assert [problem.partition(": ")[0] for problem in refused(data)] == [
        "data/credentials/demo/abc.yaml:5"
    ]


def test_a_fault_in_one_program_causes_no_complaint_about_subjects_taught_in_it(
    data: Path,
) -> None:
    folder = data / "preparation"
    programs = (folder / "programs.yaml").read_text()
    (folder / "programs.yaml").write_text(programs.replace("online-school", "night-school"))
    (folder / "subjects.yaml").write_text(
        "subjects:\n  - id: anatomy\n    name: Anatomy\n"
        "    taught_in: [{program: evening-school, src: [issuer-page]}]\n"
    )
    assert [problem.partition(": ")[0] for problem in refused(data)] == [
        "data/preparation/programs.yaml:5"
    ]
