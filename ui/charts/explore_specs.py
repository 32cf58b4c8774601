"""The chart of what exams cost and ask."""

from functools import cache

import altair as alt

from ui.charts.style import Spec, issuer_color, plain_spec

PICKED = "picked"
"""The name of the selection in ``cost_against_effort``."""
_EFFORT_AXES = {
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
}


@cache
def cost_against_effort(effort: str) -> Spec:
    """Price against questions or minutes: a bar from the lowest to the highest price.

    A point with an estimate is a ring, wide enough to show around a point at the same place.
    Data: ``id, label, name, issuer`` (color group), ``low, high`` in dollars, ``questions``,
    ``minutes``, ``estimated``, ``tag`` (the label to print, or empty), ``side`` (of the point on
    which it stands: right, left, above or below), ``chosen``.
    """
    picked = alt.selection_point(name=PICKED, fields=["id"], toggle="true", empty=False)
    base = _price_by_effort(effort)
    bars = base.mark_rule(strokeWidth=2, opacity=0.45).encode(y2="low:Q", color=issuer_color())
    points = (
        base.mark_point(filled=False, strokeWidth=2, cursor="pointer")
        .encode(
            color=issuer_color(),
            fill=alt.condition("datum.estimated", alt.value("transparent"), issuer_color()),
            size=alt.when("datum.estimated && datum.chosen")
            .then(alt.value(520))
            .when("datum.estimated")
            .then(alt.value(300))
            .when("datum.chosen")
            .then(alt.value(260))
            .otherwise(alt.value(90)),
            opacity=alt.condition("datum.chosen", alt.value(1), alt.value(0.8)),
        )
        .add_params(picked)
    )
    tags = base.mark_text(
        align=alt.ExprRef(_by_side("'left'", "'right'", "'center'", "'center'")),
        dx=alt.ExprRef(_by_side("13", "-13", "0", "0")),
        dy=alt.ExprRef(_by_side("0", "0", "-19", "19")),
        baseline="middle",
        fontSize=11,
    ).encode(text="tag:N")
    return plain_spec(alt.layer(bars, points, tags).properties(height=400))


def _price_by_effort(effort: str) -> alt.Chart:
    """The axes and the text on a point that the layers of ``cost_against_effort`` share."""
    return (
        alt.Chart()
        .encode(
            x=_EFFORT_AXES[effort],
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
                alt.Tooltip("known_by:N", title="Figures"),
            ],
        )
        .transform_calculate(known_by="datum.estimated ? 'in part estimated' : 'read'")
    )


def _by_side(right: str, left: str, above: str, below: str) -> str:
    """An expression that has one of these values, as the side of a label is."""
    sides = f"datum.side == 'above' ? {above} : datum.side == 'below' ? {below}"
    return f"datum.side == 'left' ? {left} : {sides} : {right}"


def all_specs() -> list[Spec]:
    """Every spec, so that the first visitor does not wait for them."""
    return [cost_against_effort("questions"), cost_against_effort("minutes")]
