"""The chart of the whole field: every credential by level and kind of work."""

from functools import cache
from typing import Any

import altair as alt

from ui.charts.style import ISSUER_LEGEND, ISSUER_SCALE, Spec, plain_spec

PRESSED, PRESSED_LETTERS = "pressed", "pressed_letters"
"""The names of the selections: of a circle, and of the letters beside it."""
_ABOVE = {"labelAlign": "left", "labelPadding": -4}
_LARGEST_RADIUS = 17
"""Pixels of the largest circle, which may stand at the left edge."""
_AROUND = 112
"""Pixels of the column's words above the map and of the legend below it."""
_LABEL_LINE = 15
"""Pixels from one line of an axis label to the next."""

_MIDDLE_OF_LINES = "datum.down - 6.5 * (length(split(datum.letters, '\\n')) - 1)"
"""Where letters begin downward, so that two lines of them stand in the middle of their circle."""

Ticks = tuple[tuple[float, str], ...]
"""Places along an axis, each with the words that stand there, in lines."""


@cache
def field_map(columns: Ticks, rows: Ticks, width: float, height: float, narrow: bool) -> Spec:
    """Circles with letters on a grid of kinds of work and levels, larger for more holders.

    ``columns`` and ``rows`` say where each begins; ``width`` and ``height`` are the pixels that the
    places of the data are in. In a ``narrow`` window the words for a row stand above it.
    Data: ``id, name, issuer`` (color group), ``level``, ``work``, ``holders`` (in words);
    ``across``, ``down`` and ``size`` of each circle, ``is_counted`` where it is filled; and
    ``letters`` or ``count``, with ``letters_at``, where they begin.
    """
    down = alt.Y(
        "down:Q",
        title=None,
        scale=alt.Scale(domain=[0, height], reverse=True, nice=False),
        axis=_axis(rows, orient="left", labelOffset=16, **(_ABOVE if narrow else {})),
    )
    base = alt.Chart().encode(
        y=down,
        tooltip=[
            alt.Tooltip("name:N", title="Credential"),
            alt.Tooltip("work:N", title="Work"),
            alt.Tooltip("level:N", title="Level"),
            alt.Tooltip("holders:N", title="People who hold it"),
        ],
    )
    across = alt.Scale(domain=[-_LARGEST_RADIUS, width], nice=False)
    circles = (
        base.mark_point(strokeWidth=1.5, opacity=1, cursor="pointer")
        .encode(
            x=alt.X(
                "across:Q",
                title=None,
                scale=across,
                axis=_axis(columns, orient="top", labelAlign="left", grid=False),
            ),
            size=alt.Size("size:Q", scale=None, legend=None),
            stroke=alt.Stroke("issuer:N", title=None, scale=ISSUER_SCALE, legend=ISSUER_LEGEND),
            fill=alt.Fill("issuer:N", title=None, scale=ISSUER_SCALE, legend=ISSUER_LEGEND),
            fillOpacity=alt.condition("datum.is_counted", alt.value(1), alt.value(0)),
        )
        .add_params(_pressed(PRESSED))
    )
    words_begin = alt.X("letters_at:Q", scale=across)
    letters = (
        base.transform_filter("datum.letters")
        .transform_calculate(down=_MIDDLE_OF_LINES)
        .mark_text(align="left", baseline="middle", fontSize=12, lineBreak="\n", cursor="pointer")
        .encode(x=words_begin, text="letters:N")
        .add_params(_pressed(PRESSED_LETTERS))
    )
    counts = (
        base.transform_filter("datum.count")
        .mark_text(align="left", fontSize=12)
        .encode(x=words_begin, text="count:N")
    )
    return plain_spec(alt.layer(circles, letters, counts).properties(height=height + _AROUND))


def _pressed(name: str) -> alt.Parameter:
    """The selection of the credential that is pressed."""
    return alt.selection_point(name=name, fields=["id"], toggle="false", empty=False)


def _axis(ticks: Ticks, **more: Any) -> alt.Axis:
    """An axis with words where a level or a kind of work begins, and a line there."""
    words = " : ".join(f"datum.value == {place} ? {text.splitlines()}" for place, text in ticks)
    return alt.Axis(
        **{
            "values": [place for place, _ in ticks],
            "labelExpr": f"{words} : ''",
            "labelOverlap": False,
            "labelLimit": 200,
            "labelFontSize": 12,
            "labelLineHeight": _LABEL_LINE,
            "ticks": False,
            "domain": False,
            "grid": True,
            **more,
        }
    )
