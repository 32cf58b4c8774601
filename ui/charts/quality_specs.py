"""The charts of how well figures are known, built once; see ``ui.charts``."""

from functools import cache

import altair as alt

from cert_model.quality import COMPARED_FIELDS, CoverageState
from ui.charts.style import Spec, above_the_bar, below, plain_spec

_INK, _PAPER = "#1B2733", "#FFFFFF"
_GREY = "#7B8794"
COLORS = {
    CoverageState.ISSUER_CURRENT: "#0F766E",
    CoverageState.ISSUER_OLD: "#8CC5BD",
    CoverageState.THIRD_PARTY_CURRENT: "#3E6A97",
    CoverageState.THIRD_PARTY_OLD: "#A9C1DA",
    CoverageState.DISPUTED: "#D9A441",
    CoverageState.UNSOURCED: "#D8CFBB",
    CoverageState.NOT_FOUND: "#00000000",
    CoverageState.NOT_APPLICABLE: "#00000000",
}
"""What was not found is a hole; all others are filled, and each carries its mark as well."""
_DARK = (CoverageState.ISSUER_CURRENT, CoverageState.THIRD_PARTY_CURRENT)
_HOLES = (CoverageState.NOT_FOUND, CoverageState.NOT_APPLICABLE)


def _scale(colors: dict[CoverageState, str]) -> alt.Scale:
    return alt.Scale(
        domain=[state.label for state in CoverageState],
        range=[colors[state] for state in CoverageState],
    )


def _legend(columns: int) -> alt.Legend:
    named = [state.label for state in CoverageState if state not in _HOLES]
    return below(columns, values=named, symbolType="square", labelLimit=220)


@cache
def coverage_map() -> Spec:
    """Credentials by the figures that people compare, each cell with the mark of its state.

    Data: ``row`` and ``credential``, ``field`` (its label), ``state`` (its label), ``mark``.
    """
    marks = {
        state: _PAPER if state in _DARK else _GREY if state in _HOLES else _INK
        for state in CoverageState
    }
    base = alt.Chart().encode(
        x=alt.X(
            "field:N",
            title=None,
            sort=[field.label for field in COMPARED_FIELDS],
            axis=alt.Axis(
                orient="top", labelAngle=-45, labelOverlap=False, ticks=False, domain=False
            ),
            scale=alt.Scale(paddingInner=0.08),
        ),
        y=alt.Y(
            "credential:N",
            title=None,
            sort=alt.EncodingSortField("row", op="min"),
            axis=alt.Axis(ticks=False, domain=False, labelLimit=110),
            scale=alt.Scale(paddingInner=0.12),
        ),
        tooltip=[
            alt.Tooltip("credential:N", title="Credential"),
            alt.Tooltip("field:N", title="Figure"),
            alt.Tooltip("state:N", title="Known"),
        ],
    )
    cells = base.mark_rect(cornerRadius=2, stroke=None).encode(
        color=alt.Color("state:N", title=None, scale=_scale(COLORS), legend=_legend(6))
    )
    written = base.mark_text(fontSize=11).encode(
        text="mark:N",
        # A scale of its own would put a second legend beside the first.
        color=alt.Color("state:N", scale=_scale(marks), legend=None),
    )
    layered = alt.layer(cells, written).resolve_scale(color="independent")
    return plain_spec(layered.properties(height={"step": 17}))


@cache
def coverage_by_field() -> Spec:
    """How many credentials are in each state, a bar a figure: what a phone has room for.

    Data: ``field`` (its label and how often it is known), ``place``, ``state``, ``rank``,
    ``count``.
    """
    filled = {
        **COLORS,
        CoverageState.NOT_FOUND: "#7B878455",
        CoverageState.NOT_APPLICABLE: "#7B878422",
    }
    return plain_spec(
        alt.Chart()
        .mark_bar(size=11, yOffset=7)
        .encode(
            y=alt.Y(
                "field:N",
                title=None,
                sort=alt.EncodingSortField("place", op="min"),
                axis=above_the_bar(-12),
            ),
            x=alt.X("count:Q", title="Credentials", axis=alt.Axis(tickCount=4, format="d")),
            color=alt.Color(
                "state:N",
                title=None,
                scale=_scale(filled),
                legend=below(1, symbolType="square", labelLimit=240),
            ),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("field:N", title="Figure"),
                alt.Tooltip("state:N", title="Known"),
                alt.Tooltip("count:Q", title="Credentials"),
            ],
        )
        .properties(height={"step": 38})
    )


def all_specs() -> list[Spec]:
    """Every spec, so that the first visitor does not wait for them."""
    return [coverage_map(), coverage_by_field()]
