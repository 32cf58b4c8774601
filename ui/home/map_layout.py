"""Where the names and the dots of the map of the field stand, in pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import pi, sqrt

from cert_model.overview import Overview

MOST_SIZE = 900.0
"""Pixels of the circle of the credential that most people hold; the others in proportion."""
_LEAST_SIZE, _UNCOUNTED_SIZE, _DOT_SIZE = 20.0, 60.0, 34.0
"""Pixels of the smallest circle, of one without a published number, and of one without a name."""
_LINE, _DOT, _MARGIN = 27.0, 13.0, 8.0
"""Pixels from a name to the next below it, from dot to dot, and below a cell."""
_GAP = 5.0
"""Pixels between a circle and its name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a cell of the map is filled, in a wide or a narrow window."""

    column_width: float
    heading: float
    """Pixels above the names of a row, for the line or the words that begin it."""
    names_in_a_line: int
    dots_in_a_line: int


WIDE = Layout(column_width=155, heading=20, names_in_a_line=2, dots_in_a_line=7)
NARROW = Layout(column_width=68, heading=44, names_in_a_line=1, dots_in_a_line=4)


@dataclass(frozen=True, slots=True)
class Spot:
    """A credential's circle in its cell, with its name beside it unless that is empty."""

    overview: Overview
    across: float
    down: float
    size: float
    """Pixels of the circle."""
    letters: str = ""
    count: str = ""
    """Beside the last of the circles without a name: how many they are."""

    @property
    def letters_at(self) -> float:
        """Where the name or the count begins."""
        return self.across + sqrt(self.size / pi) + _GAP


def place(
    named: Sequence[Overview], others: Sequence[Overview], most_holders: int, layout: Layout
) -> Iterator[Spot]:
    """Those with a name first, then the others as dots, with their number beside the last.

    ``most_holders`` is the number of people who hold the credential that most hold.
    """
    slot_width = layout.column_width / layout.names_in_a_line
    for number, overview in enumerate(named):
        line, slot = divmod(number, layout.names_in_a_line)
        size = _size(overview, most_holders)
        yield Spot(overview, slot * slot_width, line * _LINE, size, _in_lines(overview.label))
    top = height(len(named), 0, layout)
    for number, overview in enumerate(others):
        line, slot = divmod(number, layout.dots_in_a_line)
        is_last = number == len(others) - 1
        count = f"{'+' if named else ''}{len(others)}" if is_last else ""
        yield Spot(overview, slot * _DOT, top + line * _DOT, _DOT_SIZE, count=count)


def _in_lines(label: str) -> str:
    """The letters and, where two issuers use them, the issuer below them."""
    return label.replace(" (", "\n(")


def height(named: int, others: int, layout: Layout) -> float:
    """How many pixels so many names and dots take, one below the other."""
    lines, dots = -(-named // layout.names_in_a_line), -(-others // layout.dots_in_a_line)
    return lines * _LINE + dots * _DOT + (_MARGIN if others else 0)


def _size(overview: Overview, most_holders: int) -> float:
    """Pixels of a circle, in proportion to the people who hold the credential."""
    if overview.holders is None:
        return _UNCOUNTED_SIZE
    return max(_LEAST_SIZE, MOST_SIZE * overview.holders / most_holders)
