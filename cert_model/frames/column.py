"""What a column of a frame is, and the columns that several frames share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a frame."""

    name: str
    dtype: str
    """``string``, ``Int64``, ``Float64`` or ``boolean``."""
    meaning: str


def text(name: str, meaning: str) -> Column:
    """A column of terms or text."""
    return Column(name, "string", meaning)


def count(name: str, meaning: str) -> Column:
    """A column of whole numbers."""
    return Column(name, "Int64", meaning)


def number(name: str, meaning: str) -> Column:
    """A column of amounts."""
    return Column(name, "Float64", meaning)


def flag(name: str, meaning: str) -> Column:
    """A column of yes and no."""
    return Column(name, "boolean", meaning)


CREDENTIAL = text("credential", "id of the credential")
NOTE = text("note", "remark on the row")
EVIDENCE = (
    text("as_of", "when it held: a year, month or day, or two of them joined by a slash"),
    text("standing", "kind and age of the best source, such as issuer-current"),
    text("sources", "ids of its sources; see the frame sources"),
)
"""When a statement held, how good it is, and where it was read."""
