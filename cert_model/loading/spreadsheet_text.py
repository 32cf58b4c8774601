"""The text of a file, whatever a spreadsheet saved it as."""

import codecs
import unicodedata

from cert_model.loading.csv_reader import BYTE_ORDER_MARK

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
_LINE_CONTROLS = "\t\n\r\f\v"


def decode_text(raw: bytes) -> str | None:
    """The text of a file: UTF-8, UTF-16 or UTF-32 with or without a mark, or else Windows-1252.

    Line ends are ``\\n``; bytes that mean nothing become ``UNREADABLE``, so that they spoil their
    row alone. None where the file is not text.
    """
    text = _decode(raw).removeprefix(BYTE_ORDER_MARK)
    if any(_is_binary(character) for character in set(text)):
        return None
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
