"""The names of a chart's lines and bars, in lines of text for which a phone has room.

Those of lines stand at their ends, where none may cover another.
"""

from collections.abc import Sequence
from textwrap import wrap

import pyarrow as pa

_BETWEEN_LINES = 0.075
"""The room that a line of text takes of a picture's height, as a part of it."""
_WIDEST = 16
"""The letters after which a name goes on in another line, so that a phone has room for it."""

_WIDEST_ABOVE = 64
"""The same for a title above its bar."""


def in_lines(name: str) -> str:
    """A name as it stands beside its line: in lines of text that end at a comma if they can."""
    lines: list[str] = []
    for part in name.split(", "):
        joined = f"{lines[-1]}, {part}" if lines else part
        if lines and len(joined) > _WIDEST:
            lines[-1] += ","
            lines.append(part)
        else:
            lines[-1:] = [joined]
    return "\n".join(
        text
        for line in lines
        for text in wrap(line, _WIDEST + 1, break_long_words=False, break_on_hyphens=False)
    )


def above_a_bar(title: str) -> str:
    """A title as it stands above its bar, in as many lines of text as a phone needs."""
    return "\n".join(wrap(title, _WIDEST_ABOVE, break_long_words=False, break_on_hyphens=False))


def most_lines(titles: pa.ChunkedArray) -> int:
    """How many lines of text the longest of these titles has."""
    return max((title.count("\n") + 1 for title in titles.to_pylist()), default=1)


def widest(names: pa.ChunkedArray) -> int:
    """The letters of the longest line of text in a column of names, which has gaps."""
    lines = (line for name in names.drop_null().to_pylist() for line in name.split("\n"))
    return max(map(len, lines), default=0)


def places(names: Sequence[str], ends: Sequence[float], drawn: Sequence[float]) -> list[float]:
    """Where the names of lines stand that end at these values.

    ``drawn`` holds the lowest and the highest value of the picture.
    """
    lines = max((name.count("\n") + 1 for name in names), default=1)
    height = max(drawn, default=0.0) - min(drawn, default=0.0)
    return spread_apart(ends, _BETWEEN_LINES * lines * height)


def spread_apart(values: Sequence[float], gap: float) -> list[float]:
    """The values, each as little above or below as a gap between every two needs.

    The highest moves up by half a gap at most.
    """
    order = sorted(range(len(values)), key=lambda at: values[at])
    spread = [0.0] * len(values)
    lowest = float("-inf")
    for at in order:
        spread[at] = lowest = max(values[at], lowest + gap)
    highest = max(values, default=0) + gap / 2
    for at in reversed(order):
        spread[at] = min(spread[at], highest)
        highest = spread[at] - gap
    return spread
