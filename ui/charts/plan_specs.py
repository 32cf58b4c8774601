"""The chart of a plan: what is done from when to when, and what is held after it."""

from functools import cache

import altair as alt

from ui.charts.style import ACCENT, NEUTRAL, Spec, above_the_bar, below, plain_spec

KINDS = ("study", "school or course", "work")
"""What a bar stands for."""
_COLORS = dict(zip(KINDS, (ACCENT, "#A4803A", NEUTRAL), strict=True))
_HELD = "#B5495B"


def _month(column: str) -> alt.X:
    return alt.X(
        column,
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%b %Y", orient="top", tickCount=5, labelOverlap=True),
    )


@cache
def timeline(shown: tuple[str, ...] = KINDS) -> Spec:
    """A bar from the beginning to the end of each step, and a dot where a credential is held.

    ``shown`` are the kinds in the data: the legend names them alone. Data: ``title`` (above the
    bar), ``place``, ``kind`` (one of them), ``first`` and ``until`` as
    milliseconds since 1970 in UTC, ``words``, and
    ``is_held`` where a credential is held at its end.
    """
    base = alt.Chart().encode(
        y=alt.Y(
            "title:N",
            title=None,
            sort=alt.SortField("place"),
            axis=above_the_bar(-11, limit=420, grid=False),
        ),
        tooltip=[
            alt.Tooltip("title:N", title="Step"),
            alt.Tooltip("words:N", title="When"),
        ],
    )
    bars = base.mark_bar(size=10, yOffset=8, cornerRadius=2).encode(
        x=_month("first:T"),
        x2="until:T",
        color=alt.Color(
            "kind:N",
            title=None,
            scale=alt.Scale(domain=list(shown), range=[_COLORS[kind] for kind in shown]),
            legend=below(3) if len(shown) > 1 else None,
        ),
    )
    dots = (
        base.transform_filter("datum.is_held")
        .mark_point(filled=True, size=110, yOffset=8, opacity=1, color=_HELD)
        .encode(x=_month("until:T"))
    )
    return plain_spec(alt.layer(bars, dots).properties(height={"step": 40}))


def all_specs() -> list[Spec]:
    """Every spec, so that the first visitor does not wait for them."""
    return [timeline()]
