"""Reads a file of the data after a look at what it is: nothing may hang a reader or fill memory."""

import stat
from pathlib import Path

from cert_model.loading.problems import Problem

LARGEST_FILE = 1_000_000
"""Bytes that a file may hold."""
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_raw(path: Path, shown_as: str) -> bytes | Problem:
    """The bytes of a file, or why they are not read; ``shown_as`` is how messages name the file.

    Its kind and its size are looked at first. What a link leads to counts, not the link.
    """
    try:
        status = path.stat()
        if kind := other_than_a_file(status.st_mode):
            return Problem(shown_as, 1, "", f"{kind}; expected a file with text")
        if status.st_size > LARGEST_FILE:
            return too_large(shown_as, status.st_size)
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return Problem(shown_as, 1, "", f"cannot be read: {error.strerror or error}")
    return too_large(shown_as, len(raw)) if len(raw) > LARGEST_FILE else raw


def other_than_a_file(mode: int) -> str | None:
    """What a path leads to, in words, by its mode; None where that is a file."""
    if stat.S_ISREG(mode):
        return None
    return _KINDS.get(stat.S_IFMT(mode), "something else")


def too_large(shown_as: str, size: int) -> Problem:
    """The problem of a file with so many bytes."""
    return Problem(shown_as, 1, "", f"{size:,} bytes; a file holds at most {LARGEST_FILE:,}")
