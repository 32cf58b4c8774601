"""The charts of what plans cost."""

from functools import cache
from typing import NamedTuple

import altair as alt

from cert_model.costs import Category
from ui.charts.style import (
    ACCENT,
    Spec,
    above,
    issuer_color,
    names_at_ends,
    plain_spec,
    room_for_names,
)


class CategoryStyle(NamedTuple):
    """What a category of cost is called, and its color, the same in every chart."""

    label: str
    color: str
    """Far from every issuer's color and every other category's, on paper and on dark alike."""


CATEGORIES = {
    Category.MEMBERSHIP: CategoryStyle("membership", "#8A83B7"),
    Category.EXAM: CategoryStyle("exam", "#017266"),
    Category.RETAKE: CategoryStyle("expected retake", "#7F9A3A"),
    Category.TRAINING: CategoryStyle("training", "#4E6E33"),
    Category.BOOKS: CategoryStyle("code books", "#AA8475"),
    Category.MATERIALS: CategoryStyle("study material", "#DD6177"),
    Category.CEUS: CategoryStyle("continuing education", "#AC4336"),
    Category.RENEWAL: CategoryStyle("recertification", "#609598"),
    Category.APPRENTICE_REMOVAL: CategoryStyle("apprentice designation", "#83826F"),
    Category.FUNDING: CategoryStyle("paid by others", "#7B5E67"),
}


_LETTERS_OF_A_TOTAL = 7


@cache
def cost_by_category(shown: tuple[str, ...]) -> Spec:
    """Stacked bars of cost with their totals. Data: ``bar, place, category, dollars, words``.

    ``shown`` are the labels of the categories in the data: the legend names them alone, in the
    order in which the bars stack them.
    """
    styles = [style for style in CATEGORIES.values() if style.label in shown]
    labels = [style.label for style in styles]
    base = alt.Chart().encode(
        y=alt.Y("bar:N", title=None, sort=alt.EncodingSortField("place", op="min"))
    )
    stacked = base.transform_calculate(part=f"indexof({labels}, datum.category)")
    bars = stacked.mark_bar().encode(
        x=alt.X(
            "sum(dollars):Q",
            title=None,
            axis=alt.Axis(format="$,.0f", tickCount=5),
            scale=alt.Scale(range=[0, room_for_names(_LETTERS_OF_A_TOTAL)]),
        ),
        color=alt.Color(
            "category:N",
            title=None,
            scale=alt.Scale(
                domain=labels,
                range=[style.color for style in styles],
            ),
            legend=above(),
        ),
        order="part:Q",
        tooltip=[
            alt.Tooltip("bar:N", title="For"),
            alt.Tooltip("category:N", title="Category"),
            alt.Tooltip("words:N", title="Dollars"),
        ],
    )
    # What others pay stands to the left of zero, and the total beyond the end of the bar.
    totals = (
        base.transform_calculate(beyond="max(datum.dollars, 0)")
        .transform_aggregate(end="sum(beyond)", total="sum(dollars)", groupby=["bar", "place"])
        .mark_text(align="left", dx=6, fontSize=12)
        .encode(x="end:Q", text=alt.Text("total:Q", format="$,.0f"))
    )
    return plain_spec(alt.layer(bars, totals).properties(height={"step": 34}))


@cache
def cost_over_time(longest_label: int) -> Spec:
    """Cost paid by the end of each year; a diamond where the order of two plans flips.

    Lines have the color of their issuer and a dash of their own, and are named at their ends:
    ``longest_label`` is the number of letters for which there is room. Data: ``label, issuer,
    year, dollars, words, flips``, and at the end of each line ``label_at``, the dollars beside
    which its name stands; ``issuer`` is a color group.
    """
    base = alt.Chart().encode(
        x=alt.X(
            "year:Q",
            title="End of year",
            axis=alt.Axis(format="d", tickMinStep=1),
            scale=alt.Scale(range=[0, room_for_names(longest_label)], nice=False),
        ),
        color=issuer_color(named=False),
        detail="label:N",
        tooltip=[
            alt.Tooltip("label:N", title="For"),
            alt.Tooltip("year:Q", title="Year"),
            alt.Tooltip("words:N", title="Paid so far"),
        ],
    )
    money = alt.Y("dollars:Q", title="Paid so far", axis=alt.Axis(format="$,.0f"))
    dashes = alt.StrokeDash("label:N", title=None, legend=None)
    lines = base.mark_line(strokeWidth=2.5).encode(y=money, strokeDash=dashes)
    points = base.mark_point(filled=True).encode(
        y=money,
        shape=alt.condition("datum.flips", alt.value("diamond"), alt.value("circle")),
        size=alt.condition("datum.flips", alt.value(220), alt.value(60)),
    )
    names = names_at_ends("year:Q", "label:N")
    return plain_spec(alt.layer(lines, points, names).properties(height=300))


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
        cost_over_time(len("CPC")),
        swing_bars(),
    ]
