"""The charts of what plans cost."""

from functools import cache
from typing import NamedTuple

import altair as alt

from cert_model.costs import Category
from ui.charts.style import ACCENT, Spec, issuer_color, plain_spec


class CategoryStyle(NamedTuple):
    """What a category of cost is called, and its color, the same in every chart."""

    label: str
    color: str
    """No issuer's color, and visible on paper and on dark alike."""


CATEGORIES = {
    Category.MEMBERSHIP: CategoryStyle("membership", "#7B6FC4"),
    Category.EXAM: CategoryStyle("exam", "#2B8F86"),
    Category.RETAKE: CategoryStyle("expected retake", "#7B9838"),
    Category.TRAINING: CategoryStyle("training", "#5C8A4A"),
    Category.BOOKS: CategoryStyle("code books", "#A8763E"),
    Category.MATERIALS: CategoryStyle("study material", "#A8709E"),
    Category.CEUS: CategoryStyle("continuing education", "#C2616B"),
    Category.RENEWAL: CategoryStyle("recertification", "#4F86A6"),
    Category.APPRENTICE_REMOVAL: CategoryStyle("apprentice mark", "#8A8078"),
    Category.FUNDING: CategoryStyle("paid by others", "#7A8899"),
}


@cache
def cost_by_category(shown: tuple[str, ...]) -> Spec:
    """Stacked bars of cost. Data: ``bar, place, category, dollars, words``.

    ``shown`` are the labels of the categories in the data: the legend names them alone.
    """
    styles = [style for style in CATEGORIES.values() if style.label in shown]
    return plain_spec(
        alt.Chart()
        .mark_bar()
        .encode(
            y=alt.Y("bar:N", title=None, sort=alt.EncodingSortField("place", op="min")),
            x=alt.X("sum(dollars):Q", title="Dollars", axis=alt.Axis(format="$,.0f", tickCount=5)),
            color=alt.Color(
                "category:N",
                title=None,
                scale=alt.Scale(
                    domain=[style.label for style in styles],
                    range=[style.color for style in styles],
                ),
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

    Lines have the color of their issuer, and a dash of their own. Data: ``label, issuer, year,
    dollars, words, flips``; ``issuer`` is a color group.
    """
    base = alt.Chart().encode(
        x=alt.X("year:Q", title="End of year", axis=alt.Axis(format="d", tickMinStep=1)),
        color=issuer_color(named=False),
        detail="label:N",
        tooltip=[
            alt.Tooltip("label:N", title="For"),
            alt.Tooltip("year:Q", title="Year"),
            alt.Tooltip("words:N", title="Paid so far"),
        ],
    )
    money = alt.Y("dollars:Q", title="Paid so far", axis=alt.Axis(format="$,.0f"))
    dashes = alt.StrokeDash(
        "label:N", title=None, legend=alt.Legend(orient="bottom", columns=3, symbolSize=900)
    )
    lines = base.mark_line(strokeWidth=2.5).encode(y=money, strokeDash=dashes)
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
    return [
        cost_by_category(tuple(style.label for style in CATEGORIES.values())),
        cost_over_time(),
        swing_bars(),
    ]
