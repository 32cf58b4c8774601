"""Writes a package's files into a folder: all of them, or none."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cert_model.export.package.descriptor import DESCRIPTOR, NAME


class BadFolder(Exception):
    """A folder into which nothing can be written; the message says why and what to do."""


def check_folder(folder: Path) -> None:
    """Make sure that a package may be written to a folder: a new, an empty, or an earlier export.

    Raises BadFolder for any other, so that nothing is lost that no export wrote.
    """
    if folder.is_symlink() and not folder.exists():
        raise BadFolder(f"{folder} is a link that leads nowhere; name another folder")
    if not folder.exists():
        if not folder.absolute().parent.is_dir():
            raise BadFolder(f"there is no folder {folder.absolute().parent}; make it first")
        return
    if not folder.is_dir():
        raise BadFolder(f"{folder} is a file; name a folder that is new or empty")
    if folder.resolve() in (Path.cwd(), *Path.cwd().parents):
        raise BadFolder(f"{folder} holds the folder you are in; name another one")
    foreign = _foreign_files(folder)
    if foreign is None:
        raise BadFolder(f"{folder} is not empty and no earlier export; name a new or empty folder")
    if foreign:
        raise BadFolder(f"{folder} holds {foreign[0]}, which no export wrote; move it elsewhere")


def _foreign_files(folder: Path) -> list[str] | None:
    """The files in a folder that an earlier export did not write; None where there was none."""
    present = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
    if not present:
        return []
    try:
        described: Any = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        is_ours = described["name"] == NAME
        written = {DESCRIPTOR, *described["files"]}
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return sorted(present - written) if is_ours else None


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files, by their paths, as the whole of a folder; what an earlier export wrote goes.

    They are written beside it and then put in its place, so that the folder is never half
    written. Raises BadFolder as ``check_folder`` does, and where the disk refuses.
    """
    check_folder(folder)
    target = folder.resolve()
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
            new = Path(beside) / "new"
            for name, content in files.items():
                path = new / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            _put_in_place(new, target, Path(beside) / "old")
    except OSError as error:
        raise BadFolder(f"{folder} cannot be written: {error.strerror or error}") from error


def _put_in_place(new: Path, target: Path, old: Path) -> None:
    """Put one folder in the place of another, which moves to ``old``; or leave both as they are."""
    if not target.exists():
        new.rename(target)
        return
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
