"""Where the labels of a picture's points stand, so that none covers another or a point.

Vega-Lite places no labels. The room is that of a phone: what fits there fits everywhere.
"""

from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

WIDTH, HEIGHT = 285, 320
"""Pixels of the area in which points are drawn, on a phone."""
PADDING = 18
"""Pixels between the area's ends and the first and last point, from left to right."""
_RADIUS, _REACH = 9, 13
"""Pixels from the middle of a point to its edge, and to where its label begins."""
_LETTER, _LINE = 6.3, 13.0
"""Pixels that a letter takes of a line, at most, and a line of a label."""


class Point(NamedTuple):
    """A point of the picture, in the units of its axes, and its label."""

    x: float
    y: float
    label: str


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def place_labels(points: Sequence[Point], *, is_doubling: bool) -> list[str]:
    """The side of each point on which its label stands; empty where there is room on none.

    ``is_doubling`` says whether equal steps from left to right double the value. The points come
    in the order in which they choose; different ones stand at different places.
    """
    middles = list(_middles(points, is_doubling))
    dots = [_Box(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in middles]
    taken: list[_Box] = []
    sides: list[str] = []
    for at, (point, middle) in enumerate(zip(points, middles, strict=True)):
        others = [*taken, *dots[:at], *dots[at + 1 :]]
        for side, box in _boxes(middle, len(point.label) * _LETTER):
            fits = box.left >= -PADDING and box.right <= WIDTH and box.top >= -_LINE
            if fits and not any(box.meets(other) for other in others):
                taken.append(box)
                sides.append(side)
                break
        else:
            sides.append("")
    return sides


def _middles(points: Sequence[Point], is_doubling: bool) -> Iterator[tuple[float, float]]:
    """The pixels at which the points are drawn, from the area's top left."""
    places = [log2(point.x) if is_doubling else point.x for point in points]
    first, span = min(places, default=0), max(places, default=0) - min(places, default=0)
    highest = max((point.y for point in points), default=0) or 1
    for point, place in zip(points, places, strict=True):
        along = (place - first) / span if span else 0.5
        yield PADDING + along * (WIDTH - 2 * PADDING), HEIGHT * (1 - point.y / highest)


def _boxes(middle: tuple[float, float], width: float) -> Iterator[tuple[str, _Box]]:
    """The room that a label would take on each side of a point, the best side first."""
    x, y = middle
    half = _LINE / 2
    yield "right", _Box(x + _REACH, y - half, x + _REACH + width, y + half)
    yield "left", _Box(x - _REACH - width, y - half, x - _REACH, y + half)
    above = _Box(x - width / 2, y - _REACH - _LINE, x + width / 2, y - _REACH)
    yield "above", above
    yield "below", _Box(above.left, y + _REACH, above.right, y + _REACH + _LINE)
