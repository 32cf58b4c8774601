"""The text of a log, whatever a spreadsheet saved it as."""

from cert_model.formatting import format_count
from cert_model.loading.spreadsheet_text import decode_text

LARGEST_LOG = 2_000_000
"""Bytes that a log may have."""

NOTHING_IN_IT = "The file is empty; expected a log with its header, as in the template."

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
    text = decode_text(raw)
    if text is None:
        raise BadLog("The file is not text; expected CSV or YAML.")
    if not text.strip():
        raise BadLog(NOTHING_IN_IT)
    return text
