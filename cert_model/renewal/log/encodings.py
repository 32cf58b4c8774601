"""The text of a log, whatever a spreadsheet saved it as."""

import codecs
import unicodedata

from cert_model.formatting import format_count
from cert_model.loading.csv_reader import BYTE_ORDER_MARK

LARGEST_LOG = 2_000_000
"""Bytes that a log may have."""

NOTHING_IN_IT = "The file is empty; expected a log with its header, as in the template."

UNREADABLE = "\ufffd"
"""The character that stands where bytes could not be read."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Encodings by the mark at the beginning; that of UTF-32 begins with that of UTF-16."""
_AS_CSV = "save it as CSV and bring that"
_KINDS = (
    (b"PK\x03\x04", f"a ZIP archive, as Excel's .xlsx is one; {_AS_CSV}"),
    (b"PK\x05\x06", "an empty ZIP archive; expected CSV or YAML"),
    (b"\xd0\xcf\x11\xe0", f"an old Excel or Word file; {_AS_CSV}"),
    (b"%PDF", "a PDF; expected CSV or YAML"),
    (b"\x89PNG", "a picture; expected CSV or YAML"),
    (b"\xff\xd8\xff", "a picture; expected CSV or YAML"),
    (b"GIF8", "a picture; expected CSV or YAML"),
    (b"\x1f\x8b", "a compressed file; expected CSV or YAML"),
)
"""What is brought by mistake, by its first bytes."""
_LINE_CONTROLS = "\t\n\r\f\v"


class BadLog(ValueError):
    """A file that cannot be read as a log at all; the message says why, and what was expected."""


def decode_log(raw: bytes) -> str:
    """The text of a log: UTF-8, UTF-16 or UTF-32 with or without a mark, or else Windows-1252.

    Line ends are ``\\n``; bytes that mean nothing become ``UNREADABLE``, so that they spoil their
    row alone. Raises BadLog where the file is too large, empty, or not text.
    """
    if len(raw) > LARGEST_LOG:
        size, most = format_count(len(raw), "byte"), f"{LARGEST_LOG:,}"
        raise BadLog(f"The file has {size}; a log has at most {most}.")
    for beginning, kind in _KINDS:
        if raw.startswith(beginning):
            raise BadLog(f"The file is {kind}.")
    text = _decode(raw).removeprefix(BYTE_ORDER_MARK)
    if any(_is_binary(character) for character in set(text)):
        raise BadLog("The file is not text; expected CSV or YAML.")
    if not text.strip():
        raise BadLog(NOTHING_IN_IT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(raw: bytes) -> str:
    """The text, with the replacement character where bytes mean nothing in its encoding."""
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), _unmarked(raw))
    text = raw.decode(encoding, "replace")
    if encoding == "utf-8" and UNREADABLE in text:
        readable = sum(sign > "\x7f" and sign != UNREADABLE for sign in text)
        if text.count(UNREADABLE) > readable:
            return raw.decode("cp1252", "replace")
    return text


def _unmarked(raw: bytes) -> str:
    """The encoding of a text without a mark: every second byte of UTF-16 in English is zero."""
    beginning = raw[:200]
    zeros = beginning.count(0)
    if zeros * 3 < len(beginning):
        return "utf-8"
    return "utf-16-be" if beginning[:1] == b"\0" else "utf-16-le"


def _is_binary(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and not (
        character in _LINE_CONTROLS or "\x7f" <= character <= "\x9f"
    )
