"""Where the package goes: never over anything that no export wrote, and all of it or nothing."""

import errno
from pathlib import Path
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.export.package import BadFolder, build_package, write_folder
from tests.commands import run_command
from tests.paths import GOOD


@pytest.fixture(scope="module")
def small(demo: Catalog) -> dict[str, bytes]:
    return build_package(demo)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "package"


def test_a_new_folder_is_made(small: dict[str, bytes], target: Path) -> None:
    write_folder(small, target)
    assert contents(target) == small


def test_an_empty_folder_is_filled(small: dict[str, bytes], target: Path) -> None:
    target.mkdir()
    write_folder(small, target)
    assert contents(target) == small


def test_an_earlier_export_is_replaced_with_all_its_files(
    small: dict[str, bytes], target: Path
) -> None:
    write_folder(small, target)
    (target / "README.md").write_text("changed since", encoding="utf-8")
    fewer = {name: content for name, content in small.items() if name != "llms.txt"}
    write_folder(fewer, target)
    assert contents(target) == fewer


def test_a_link_to_a_folder_stays_a_link(
    small: dict[str, bytes], target: Path, tmp_path: Path
) -> None:
    target.mkdir()
    link = tmp_path / "link"
    link.symlink_to(target)
    write_folder(small, link)
    assert link.is_symlink()
    assert contents(target) == small


@pytest.mark.parametrize(
    ("present", "complaint"),
    [
        ({"thesis.txt": "years of work"}, "is not empty and no earlier export; name a new or"),
        ({"datapackage.json": '{"name": "another", "files": {}}'}, "no earlier export"),
        ({"datapackage.json": '{"name": "certlens"}'}, "no earlier export"),
        ({"datapackage.json": "[]"}, "no earlier export"),
        ({"datapackage.json": "{"}, "no earlier export"),
        (
            {"datapackage.json": '{"name": "certlens", "files": {}}', "notes/a.txt": "mine"},
            "holds notes/a.txt, which no export wrote; move it elsewhere",
        ),
    ],
)
def test_a_folder_with_other_files_is_refused_and_left_alone(
    small: dict[str, bytes], target: Path, present: dict[str, str], complaint: str
) -> None:
    for name, text in present.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")
    before = contents(target)
    with pytest.raises(BadFolder, match=complaint):
        write_folder(small, target)
    assert contents(target) == before
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_around_the_current_one_is_refused(
    small: dict[str, bytes], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.mkdir()
    monkeypatch.chdir(target)
    with pytest.raises(BadFolder, match="holds the folder you are in"):
        write_folder(small, Path())


def refuse(code: int) -> Any:
    """A stand-in for a call of the file system that fails with an error."""

    def call(*_: object, **__: object) -> None:
        raise OSError(code, errno.errorcode[code])

    return call


@pytest.mark.parametrize(
    ("called", "code"),
    [
        ("pathlib.Path.write_bytes", errno.ENOSPC),
        ("tempfile.mkdtemp", errno.EACCES),
        ("pathlib.Path.rename", errno.EBUSY),
    ],
)
@pytest.mark.parametrize("exists", [True, False])
def test_what_the_disk_refuses_leaves_everything_as_it_was(
    small: dict[str, bytes],
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    called: str,
    code: int,
    exists: bool,
) -> None:
    if exists:
        write_folder(small, target)
    with monkeypatch.context() as patched:
        patched.setattr(called, refuse(code))
        with pytest.raises(BadFolder, match=f"package cannot be written: {errno.errorcode[code]}"):
            write_folder({"README.md": b"new"}, target)
    assert list(target.parent.iterdir()) == ([target] if exists else [])
    assert not exists or contents(target) == small


def test_an_export_that_cannot_take_its_place_puts_the_earlier_one_back(
    small: dict[str, bytes], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(small, target)
    rename = Path.rename

    def refuse_the_new_one(path: Path, to: Path) -> Path:
        if path.name == "new":
            raise OSError(errno.EIO, "no luck")
        return rename(path, to)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse_the_new_one)
        with pytest.raises(BadFolder, match="no luck"):
            write_folder({"README.md": b"new"}, target)
    assert contents(target) == small


def test_the_command_says_where_everything_is(target: Path) -> None:
    answer = run_command("export", str(target), "--data", str(GOOD))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"{target}: ")
    assert (target / "datapackage.json").is_file()


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("a-file", "is a file; name a folder that is new or empty"),
        ("a-file/package", "there is no folder"),
        ("missing/package", "make it first"),
        ("dangling", "is a link that leads nowhere"),
        ("full", "is not empty and no earlier export"),
    ],
)
def test_the_command_refuses_a_bad_folder_in_one_line(
    tmp_path: Path, name: str, complaint: str
) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    answer = run_command("export", str(tmp_path / name), "--data", str(GOOD))
    assert (answer.status, answer.out) == (2, "")
    assert complaint in answer.err
    assert answer.err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before
