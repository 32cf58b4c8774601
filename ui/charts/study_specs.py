"""The chart of a study plan, built once; see ``ui.charts``."""

from functools import cache

import altair as alt

from ui.charts.style import ACCENT, NEUTRAL, Spec, above_the_bar, plain_spec

PHASES = ("subjects first", "the exam's parts", "review")
_REVIEW = "#A4803A"


@cache
def study_weeks() -> Spec:
    """A bar from the first to the last day of each part, which is named above it.

    Data: ``title``, ``place``, ``phase`` (one of PHASES), ``first`` and ``until`` (the day
    after the last) as milliseconds since 1970 in UTC, ``words``.
    """
    return plain_spec(
        alt.Chart()
        .mark_bar(size=9, yOffset=7, cornerRadius=2)
        .encode(
            y=alt.Y(
                "title:N",
                title=None,
                sort=alt.SortField("place"),
                axis=above_the_bar(-11, grid=False),
            ),
            x=alt.X(
                "first:T",
                title=None,
                scale=alt.Scale(type="utc"),
                axis=alt.Axis(format="%-d %b", orient="top", tickCount=6, labelOverlap=True),
            ),
            x2="until:T",
            color=alt.Color(
                "phase:N",
                title=None,
                scale=alt.Scale(domain=list(PHASES), range=[NEUTRAL, ACCENT, _REVIEW]),
                legend=alt.Legend(orient="bottom", columns=3),
            ),
            tooltip=[
                alt.Tooltip("title:N", title="Part"),
                alt.Tooltip("words:N", title="When"),
            ],
        )
        .properties(height={"step": 34})
    )
