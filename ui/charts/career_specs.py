"""Chart specs of the page on work and pay, built once."""

from functools import cache

import altair as alt

from ui.charts.style import (
    ACCENT,
    LABEL_LINE,
    NEUTRAL,
    Spec,
    above_the_bar,
    below,
    names_at_ends,
    plain_spec,
    room_for_names,
)

SERIES = (ACCENT, NEUTRAL, "#B07A3C")
"""What sets bars and lines apart; not the issuers' colors."""
OUTER, INNER = 0.16, 0.34
"""How dark the band of eight in ten is, and that of half of them."""


@cache
def band_by_year() -> Spec:
    """Pay by year, a band per segment; nothing is drawn from one segment to the next.

    Data: ``kind`` (pay or break), ``year, segment, code, p10 … p90, words``; ``alone`` for a
    segment of one release. A break carries its place in ``year``.
    """
    base = (
        alt.Chart()
        .transform_filter("datum.kind == 'pay'")
        .encode(
            x=alt.X(
                "year:Q",
                title=None,
                axis=alt.Axis(format="d", tickMinStep=1),
                scale=alt.Scale(zero=False, nice=False, padding=24),
            ),
            detail="segment:N",
        )
    )
    tips = [
        alt.Tooltip("year:Q", title="Year", format="d"),
        alt.Tooltip("code:N", title="Counted as"),
        alt.Tooltip("words:N", title="Pay"),
    ]
    # Read aloud are the medians alone; an empty group of marks would be read as a nameless one.
    quiet: Spec = {"color": ACCENT, "aria": False}
    outer = base.mark_area(opacity=OUTER, **quiet).encode(y=_pay("p10"), y2="p90:Q")
    inner = base.mark_area(opacity=INNER, **quiet).encode(y=_pay("p25"), y2="p75:Q")
    alone = base.transform_filter("datum.alone")
    thin = alone.mark_rule(strokeWidth=12, opacity=OUTER, **quiet)
    thick = alone.mark_rule(strokeWidth=12, opacity=INNER, **quiet)
    line = base.mark_line(color=ACCENT, strokeWidth=2.5).encode(y=_pay("p50"))
    points = base.mark_point(filled=True, color=ACCENT, size=70)
    breaks = (
        alt.Chart()
        .transform_filter("datum.kind == 'break'")
        .mark_rule(strokeDash=[4, 4], strokeWidth=1.5, color=NEUTRAL, aria=False)
        .encode(x="year:Q", tooltip=[alt.Tooltip("words:N", title="Break")])
    )
    return plain_spec(
        alt.layer(
            outer,
            inner,
            thin.encode(y=_pay("p10"), y2="p90:Q"),
            thick.encode(y=_pay("p25"), y2="p75:Q"),
            line,
            points.encode(y=_pay("p50"), tooltip=tips),
            breaks,
        ).properties(height=320)
    )


def _pay(name: str) -> alt.Y:
    return alt.Y(
        f"{name}:Q",
        title="Dollars a year",
        axis=alt.Axis(format="$,.0f", tickCount=6),
        scale=alt.Scale(zero=False, padding=10),
    )


@cache
def labeled_bars(unit: str, series: int, lines: int = 1) -> Spec:
    """A bar a row, with its figure in words above it, so that a phone can show it.

    ``unit`` is ``$`` or ``%``; ``series`` says how many there are, as a single one needs no legend,
    ``lines`` how many lines of text the longest title has.
    Data: ``title`` (what, figure and year in words), ``place`` (its order), ``value, series``
    (what sets bars apart, named in the legend).
    """
    number = alt.Axis(format="$,.0f" if unit == "$" else ".0f", tickCount=5)
    title = None if unit == "$" else "Percent"
    return plain_spec(
        alt.Chart()
        .mark_bar(size=10, yOffset=7)
        .encode(
            y=alt.Y(
                "title:N",
                title=None,
                sort=alt.SortField("place"),
                axis=above_the_bar(limit=420, lines=lines),
            ),
            description="title:N",
            x=alt.X("value:Q", title=title, axis=number, scale=alt.Scale(zero=True)),
            color=alt.Color(
                "series:N",
                title=None,
                sort=None,
                scale=alt.Scale(range=list(SERIES)),
                legend=below(1, labelLimit=360) if series > 1 else None,
            ),
            tooltip=[
                alt.Tooltip("title:N", title="Figure"),
                alt.Tooltip("series:N", title="Kind"),
            ],
        )
        .properties(height={"step": 38 + LABEL_LINE * (lines - 1)})
    )


@cache
def balance_over_time(longest_label: int) -> Spec:
    """What a raise has brought by each year, less the cost; each line is named at its end.

    ``longest_label`` is the number of letters for which there is room. Data: ``raise, year,
    dollars, words``, and at the end of each line ``name`` and ``label_at``, the dollars beside
    which the name stands.
    """
    money = alt.Y("dollars:Q", title="Gained so far", axis=alt.Axis(format="$,.0f", tickCount=6))
    lines = (
        alt.Chart()
        .mark_line(strokeWidth=2.5, point=True)
        .encode(
            x=alt.X(
                "year:Q",
                title="Years since it was earned",
                axis=alt.Axis(format="d", tickMinStep=1),
                scale=alt.Scale(range=[0, room_for_names(longest_label)], nice=False),
            ),
            y=money,
            color=alt.Color(
                "raise:N",
                title=None,
                sort=None,
                scale=alt.Scale(range=list(SERIES)),
                legend=None,
            ),
            tooltip=[
                alt.Tooltip("raise:N", title="Raise"),
                alt.Tooltip("year:Q", title="Years", format="d"),
                alt.Tooltip("words:N", title="Gained so far"),
            ],
        )
    )
    even = (
        alt.Chart()
        .mark_rule(strokeDash=[4, 4], color=NEUTRAL, aria=False)
        .encode(x="min(year):Q", x2="max(year):Q", y=alt.datum(0))
    )
    names = names_at_ends("year:Q", "name:N")
    return plain_spec(alt.layer(lines, even, names).properties(height=360))


def all_specs() -> list[Spec]:
    """Every spec, so that the first visitor does not wait for them."""
    return [
        band_by_year(),
        labeled_bars("$", 2),
        labeled_bars("%", 2),
        balance_over_time(15),
    ]
