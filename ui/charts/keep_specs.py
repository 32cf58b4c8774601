"""The chart of what is due in the next two years for keeping credentials."""

from functools import cache

import altair as alt

from ui.charts.style import NEUTRAL, Spec, above_the_bar, issuer_color, plain_spec

KINDS = ("CEUs", "fees", "lapse")
"""What a row of points is about."""
SIDES = ("right", "left")
"""On which side of its point a label stands."""


@cache
def strip() -> Spec:
    """A point for each date with its label, a row for each issuer and kind.

    A line marks today among dates that are past. Data: ``row`` (above its points), ``place``,
    ``day``, ``first`` and ``until`` (the ends of the strip) and ``today`` (null where no date
    is past) as milliseconds since 1970 in UTC, ``kind``
    (one of KINDS), ``issuer`` (a color group), ``label``, ``side`` (one of SIDES), ``when`` and
    ``words``.
    """
    base = alt.Chart().encode(
        color=issuer_color(named=False),
        x=alt.X(
            "day:T",
            title=None,
            scale=alt.Scale(type="utc", padding=18),
            axis=alt.Axis(format="%b %Y", orient="top", tickCount=5, labelOverlap=True),
        ),
        y=alt.Y(
            "row:N",
            title=None,
            sort=alt.SortField("place"),
            axis=above_the_bar(-11, limit=240, grid=False),
        ),
        tooltip=[alt.Tooltip("words:N", title="What"), alt.Tooltip("when:N", title="When")],
    )
    span = alt.Chart().mark_rule(opacity=0, aria=False).encode(x="first:T", x2="until:T")
    today = (
        alt.Chart()
        .mark_rule(color=NEUTRAL, strokeDash=[3, 3], aria=False)
        .encode(x=alt.X("today:T", title=None))
    )
    points = base.mark_point(filled=True, size=120, yOffset=8, opacity=1).encode(
        shape=alt.Shape(
            "kind:N",
            scale=alt.Scale(domain=list(KINDS), range=["circle", "square", "triangle-up"]),
            legend=None,
        ),
    )
    text = base.encode(text="label:N")
    on_the_right = text.transform_filter(alt.datum.side == "right").mark_text(
        align="left", dx=10, yOffset=8, fontSize=12
    )
    on_the_left = text.transform_filter(alt.datum.side == "left").mark_text(
        align="right", dx=-10, yOffset=8, fontSize=12
    )
    chart = alt.layer(span, today, points, on_the_right, on_the_left)
    return plain_spec(chart.properties(height={"step": 40}))


def all_specs() -> list[Spec]:
    """Every spec, so that the first visitor does not wait for them."""
    return [strip()]
