"""Chart specs, built once with Altair; a page passes its data to them on each run.

Building two small charts takes Altair about 20 ms of every rerun, and two sessions doing so
at once can trip over each other (streamlit/streamlit#8409); a finished spec costs nothing.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import altair as alt

from ui.charts.colors import COLORED_ISSUERS

Spec = dict[str, Any]

TAG_WIDTH = 60
"""Room for the longest letters beside a point."""

PICKED = "picked"
"""The name of the selection in ``cost_against_effort``."""

ACCENT, NEUTRAL = "#2B8F86", "#7B8794"
"""Not the issuers' colors, and visible on paper and on dark alike."""


def plain_spec(chart: alt.TopLevelMixin) -> Spec:
    """The chart without Altair's defaults, which would override the app's theme and data."""
    spec = chart.to_dict()
    for default in ("config", "datasets"):
        del spec[default]
    for part in (spec, *spec.get("layer", ())):
        part.pop("data", None)
    return spec


def above_the_bar(offset: int = -13, limit: int = 330, **more: Any) -> alt.Axis:
    """A vertical axis that names each bar above it, so that a phone has room for both."""
    return alt.Axis(
        labelAlign="left",
        labelPadding=-4,
        labelOffset=offset,
        labelLimit=limit,
        ticks=False,
        domain=False,
        **more,
    )


def _issuer_color() -> alt.Color:
    return alt.Color(
        "issuer:N",
        title=None,
        scale=alt.Scale(domain=list(COLORED_ISSUERS)),
        legend=alt.Legend(orient="bottom", columns=3, symbolType="circle"),
    )


@cache
def cost_against_effort(effort: str) -> Spec:
    """Price against questions or minutes: a bar from the lowest to the highest price.

    Data: ``id, label, name, issuer`` (color group), ``low, high`` in dollars, ``questions``,
    ``minutes``, ``tag`` (letters to print, or empty), ``chosen``.
    """
    picked = alt.selection_point(name=PICKED, fields=["id"], toggle="true", empty=False)
    axis = {
        "minutes": alt.X(
            "minutes:Q",
            title="Minutes allowed",
            axis=alt.Axis(format="d", tickMinStep=1),
            scale=alt.Scale(zero=False, padding=18),
        ),
        "questions": alt.X(
            "questions:Q",
            title="Questions in the exam, each step twice as many",
            axis=alt.Axis(format="d", values=[25, 50, 100, 200, 400, 800]),
            scale=alt.Scale(type="log", base=2, nice=False, padding=18),
        ),
    }[effort]
    base = alt.Chart().encode(
        x=axis,
        y=alt.Y(
            "high:Q",
            title="Exam price",
            axis=alt.Axis(format="$,.0f"),
            scale=alt.Scale(zero=True),
        ),
        tooltip=[
            alt.Tooltip("name:N", title="Credential"),
            alt.Tooltip("low:Q", title="Lowest price", format="$,.0f"),
            alt.Tooltip("high:Q", title="Highest price", format="$,.0f"),
            alt.Tooltip("questions:Q", title="Questions"),
            alt.Tooltip("minutes:Q", title="Minutes"),
        ],
    )
    bars = base.mark_rule(strokeWidth=2, opacity=0.45).encode(y2="low:Q", color=_issuer_color())
    points = (
        base.mark_point(filled=True, strokeWidth=2, cursor="pointer")
        .encode(
            color=_issuer_color(),
            size=alt.condition("datum.chosen", alt.value(260), alt.value(90)),
            opacity=alt.condition("datum.chosen", alt.value(1), alt.value(0.8)),
        )
        .add_params(picked)
    )
    near_the_edge = f"scale('x', datum.{effort}) > width - {TAG_WIDTH}"
    tags = base.mark_text(
        align=alt.ExprRef(f"{near_the_edge} ? 'right' : 'left'"),
        dx=alt.ExprRef(f"{near_the_edge} ? -8 : 8"),
        dy=-7,
        fontSize=11,
    ).encode(text="tag:N", color=_issuer_color())
    return plain_spec(alt.layer(bars, points, tags).properties(height=400))


@cache
def scope_matrix() -> Spec:
    """Credentials by the settings and code sets they cover.

    Data: ``label`` and ``row`` (its place), ``term_label`` and ``column``, ``kind``.
    """
    return plain_spec(
        alt.Chart()
        .mark_rect(cornerRadius=2, stroke=None)
        .encode(
            x=alt.X(
                "term_label:N",
                title=None,
                sort=alt.SortField("column"),
                axis=alt.Axis(
                    orient="top",
                    labelAngle=-45,
                    labelOverlap=False,
                    labelLimit=140,
                    ticks=False,
                    domain=False,
                ),
                scale=alt.Scale(paddingInner=0.18),
            ),
            y=alt.Y(
                "label:N",
                title=None,
                sort=alt.SortField("row"),
                axis=alt.Axis(ticks=False, domain=False, labelLimit=110),
                scale=alt.Scale(paddingInner=0.18),
            ),
            color=alt.Color(
                "kind:N",
                title=None,
                scale=alt.Scale(domain=["setting", "code set"], range=[ACCENT, NEUTRAL]),
                legend=alt.Legend(orient="bottom"),
            ),
            tooltip=[
                alt.Tooltip("name:N", title="Credential"),
                alt.Tooltip("term_label:N", title="Covers"),
            ],
        )
        .properties(height={"step": 17})
    )


@cache
def blueprint() -> Spec:
    """The parts of an exam by weight, each named above its bar, so that a phone can show it.

    Data: ``title`` (the part and its weight in words), ``position, low, high``.
    """
    base = alt.Chart().encode(
        y=alt.Y("title:N", title=None, sort=alt.SortField("position"), axis=above_the_bar()),
        tooltip=[alt.Tooltip("title:N", title="Part")],
    )
    weight = alt.X("high:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=True))
    bar: Spec = {"color": ACCENT, "size": 12, "yOffset": 7}
    most = base.mark_bar(opacity=0.4, **bar).encode(x=weight)
    least = base.mark_bar(**bar).encode(x="low:Q")
    return plain_spec(alt.layer(most, least).properties(height={"step": 42}))


@cache
def over_the_years(title: str, unit: str) -> Spec:
    """A figure by year. Data: ``year, value, series, words``."""
    number = "$,.0f" if unit == "$" else ".0f"
    base = alt.Chart().encode(
        x=alt.X("year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1)),
        y=alt.Y(
            "value:Q",
            title=title,
            axis=alt.Axis(format=number),
            scale=alt.Scale(zero=False, padding=12),
        ),
        color=alt.Color("series:N", title=None, legend=alt.Legend(orient="bottom")),
        tooltip=[
            alt.Tooltip("year:Q", title="Year", format="d"),
            alt.Tooltip("words:N", title=title),
            alt.Tooltip("series:N", title="For"),
        ],
    )
    return plain_spec(
        alt.layer(base.mark_line(), base.mark_point(filled=True, size=70)).properties(height=240)
    )


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
    build: list[Callable[[], Spec]] = [
        lambda: cost_against_effort("questions"),
        lambda: cost_against_effort("minutes"),
        scope_matrix,
        blueprint,
        lambda: over_the_years("Pass rate, percent", "%"),
        lambda: over_the_years("Price", "$"),
        cost_by_category,
        cost_over_time,
        swing_bars,
    ]
    return [make() for make in build]
