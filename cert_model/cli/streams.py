"""Standard output and standard error: they take every answer, whatever their encoding."""

import codecs
import contextlib
import os
import sys
from io import TextIOWrapper

_IN_ASCII = {
    "≠": "!=",
    "≈": "~",
    "–": "-",
    "—": "-",
    "−": "-",
    "×": "x",
    "·": "-",
    "…": "...",
    "→": "->",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "\N{NO-BREAK SPACE}": " ",
}
"""How a sign is written where the encoding has none of it; any other becomes a question mark."""


def prepare_streams() -> None:
    """Have both streams write what their encoding has no sign for in another way.

    A stream that the caller has closed (``>&-``) takes everything and keeps nothing; where that is
    standard input, it ends at once.
    """
    codecs.register_error("certlens", _in_ascii)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 (for good)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="certlens")


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unwritten = error.object[error.start : error.end]
    return "".join(_IN_ASCII.get(sign, "?") for sign in unwritten), error.end


def takes(text: str) -> bool:
    """Whether the encoding of standard output has every sign of a text."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def give_up_output() -> None:
    """Drop what standard output still holds, so that Python does not try once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
