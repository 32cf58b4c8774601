"""The charts of an exam: a figure over the years, and the weeks of a study plan."""

from functools import cache

import altair as alt

from ui.charts.style import (
    ACCENT,
    NEUTRAL,
    SERIES_COLORS,
    Spec,
    above_the_bar,
    below,
    names_at_ends,
    plain_spec,
    room_for_names,
)


@cache
def over_the_years(title: str, unit: str, longest_label: int) -> Spec:
    """A figure by year, a line for each series, named at its end.

    ``longest_label`` is the number of letters for which there is room. Data: ``year, value,
    series, words``, and at the end of each line ``name`` and ``label_at``, the value beside which
    the name stands. Percentages have the whole of their scale, so that small changes look small.
    """
    is_percent = unit == "%"
    number = ".0f" if is_percent else "$,.0f"
    base = alt.Chart().encode(
        x=alt.X(
            "year:Q",
            title=None,
            axis=alt.Axis(format="d", tickMinStep=1, tickCount=6),
            scale=alt.Scale(zero=False, range=[0, room_for_names(longest_label)], nice=False),
        ),
        y=alt.Y(
            "value:Q",
            title=title,
            axis=alt.Axis(format=number, tickMinStep=1),
            scale=alt.Scale(domain=[0, 100]) if is_percent else alt.Scale(zero=False, padding=12),
        ),
        color=alt.Color(
            "series:N",
            title=None,
            scale=alt.Scale(range=SERIES_COLORS),
            legend=None,
        ),
        tooltip=[
            alt.Tooltip("year:Q", title="Year", format="d"),
            alt.Tooltip("words:N", title=title),
            alt.Tooltip("series:N", title="For"),
        ],
    )
    lines = base.mark_line(strokeWidth=2.5)
    points = base.mark_point(filled=True, size=70, opacity=1)
    names = names_at_ends("year:Q", "name:N")
    return plain_spec(alt.layer(lines, points, names).properties(height=300))


def all_specs() -> list[Spec]:
    """Every spec, so that the first visitor does not wait for them."""
    return [
        over_the_years("Pass rate, percent", "%", 15),
        over_the_years("Price", "$", 15),
    ]


PHASES = ("subjects first", "the exam's parts", "review")
_PHASE_COLORS = dict(zip(PHASES, (NEUTRAL, ACCENT, "#A4803A"), strict=True))


@cache
def study_weeks(shown: tuple[str, ...] = PHASES) -> Spec:
    """A bar from the first to the last day of each part, which is named above it.

    ``shown`` are the phases in the data: the legend names them alone. Data: ``title``, ``place``,
    ``phase`` (one of them), ``first`` and ``until`` (the day
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
                axis=alt.Axis(format="%b %-d", orient="top", tickCount=6, labelOverlap=True),
            ),
            x2="until:T",
            color=alt.Color(
                "phase:N",
                title=None,
                scale=alt.Scale(
                    domain=list(shown), range=[_PHASE_COLORS[phase] for phase in shown]
                ),
                legend=below(3),
            ),
            tooltip=[
                alt.Tooltip("title:N", title="Part"),
                alt.Tooltip("words:N", title="When"),
            ],
        )
        .properties(height={"step": 34})
    )
