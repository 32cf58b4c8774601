"""The charts of what plans cost."""

from functools import cache

import altair as alt

from ui.charts.style import ACCENT, Spec, plain_spec


@cache
def cost_by_category() -> Spec:
    """Stacked bars of cost. Data: ``bar, place, category, dollars, words``."""
    return plain_spec(
        alt.Chart()
        .mark_bar()
        .encode(
            y=alt.Y("bar:N", title=None, sort=alt.EncodingSortField("place", op="min")),
            x=alt.X("sum(dollars):Q", title="Dollars", axis=alt.Axis(format="$,.0f", tickCount=5)),
            color=alt.Color(
                "category:N",
                title=None,
                legend=alt.Legend(orient="bottom", columns=2),
            ),
            tooltip=[
                alt.Tooltip("bar:N", title="For"),
                alt.Tooltip("category:N", title="Category"),
                alt.Tooltip("words:N", title="Dollars"),
            ],
        )
        .properties(height={"step": 34})
    )


@cache
def cost_over_time() -> Spec:
    """Cost paid by the end of each year; a diamond where the order of two plans flips.

    Data: ``label, year, dollars, words, flips``.
    """
    base = alt.Chart().encode(
        x=alt.X("year:Q", title="End of year", axis=alt.Axis(format="d", tickMinStep=1)),
        color=alt.Color("label:N", title=None, legend=alt.Legend(orient="bottom", columns=5)),
        tooltip=[
            alt.Tooltip("label:N", title="For"),
            alt.Tooltip("year:Q", title="Year"),
            alt.Tooltip("words:N", title="Paid so far"),
        ],
    )
    money = alt.Y("dollars:Q", title="Paid so far", axis=alt.Axis(format="$,.0f"))
    lines = base.mark_line(strokeWidth=2.5).encode(y=money)
    points = base.mark_point(filled=True).encode(
        y=money,
        shape=alt.condition("datum.flips", alt.value("diamond"), alt.value("circle")),
        size=alt.condition("datum.flips", alt.value(220), alt.value(60)),
    )
    return plain_spec(alt.layer(lines, points).properties(height=300))


@cache
def swing_bars() -> Spec:
    """How far each assumption moves a total. Data: ``assumption, place, low, high, words``."""
    return plain_spec(
        alt.Chart()
        .mark_bar(color=ACCENT)
        .encode(
            y=alt.Y(
                "assumption:N",
                title=None,
                sort=alt.SortField("place"),
                axis=alt.Axis(labelLimit=260),
            ),
            x=alt.X("low:Q", title="Total", axis=alt.Axis(format="$,.0f", tickCount=5)),
            x2="high:Q",
            tooltip=[
                alt.Tooltip("assumption:N", title="Assumption"),
                alt.Tooltip("words:N", title="Total"),
            ],
        )
        .properties(height={"step": 26})
    )


def all_specs() -> list[Spec]:
    """Every spec, so that the first visitor does not wait for them."""
    return [cost_by_category(), cost_over_time(), swing_bars()]
