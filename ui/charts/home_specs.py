"""The chart of the whole field: every credential by level and kind of work."""

from functools import cache
from typing import Any

import altair as alt

from ui.charts.style import Spec, issuer_color, plain_spec

PRESSED, PRESSED_LETTERS = "pressed", "pressed_letters"
"""The names of the selections: of a point, and of the letters beside it."""
LINE_HEIGHT = 19
"""Pixels of one line of letters."""

_ABOVE = {"labelAlign": "left", "labelPadding": -4, "labelOffset": 8}
Ticks = tuple[tuple[float, str], ...]
"""Places along an axis, each with the words that stand there."""


@cache
def field_map(columns: Ticks, rows: Ticks, width: float, height: int, narrow: bool) -> Spec:
    """Points with letters on a grid of levels (columns) and kinds of work (rows).

    ``columns`` and ``rows`` say where each begins; ``width`` and ``height`` are the numbers of
    places across and of lines down. In a ``narrow`` window the words for a row stand above it.
    Data: ``id, letters, name, issuer`` (color group), ``level``, ``work``, ``across`` and ``down``
    (the place and the line of each).
    """
    base = alt.Chart().encode(
        x=alt.X(
            "across:Q",
            title=None,
            scale=alt.Scale(domain=[-0.2, width + 0.3], nice=False),
            axis=_axis(columns, orient="top", labelAlign="left"),
        ),
        y=alt.Y(
            "down:Q",
            title=None,
            scale=alt.Scale(domain=[-0.7, height], reverse=True, nice=False),
            axis=_axis(rows, orient="left", **(_ABOVE if narrow else {})),
        ),
        color=issuer_color(),
        tooltip=[
            alt.Tooltip("name:N", title="Credential"),
            alt.Tooltip("work:N", title="Work"),
            alt.Tooltip("level:N", title="Level"),
        ],
    )
    points = base.mark_point(filled=True, size=70, opacity=1, cursor="pointer").add_params(
        alt.selection_point(name=PRESSED, fields=["id"], toggle="false", empty=False)
    )
    letters = (
        base.mark_text(align="left", dx=7, fontSize=11, cursor="pointer")
        .encode(text="letters:N")
        .add_params(
            alt.selection_point(name=PRESSED_LETTERS, fields=["id"], toggle="false", empty=False)
        )
    )
    return plain_spec(alt.layer(points, letters).properties(height=(height + 1) * LINE_HEIGHT))


def _axis(ticks: Ticks, **more: Any) -> alt.Axis:
    """An axis with words where a level or a kind of work begins, and a line there."""
    words = " : ".join(f"datum.value == {place} ? '{text}'" for place, text in ticks)
    return alt.Axis(
        values=[place for place, _ in ticks],
        labelExpr=f"{words} : ''",
        labelOverlap=False,
        labelLimit=140,
        labelFontSize=12,
        ticks=False,
        domain=False,
        grid=True,
        **more,
    )
