"""What all charts share: the issuers' colors, the axis of named bars, specs without defaults.

Building two small charts takes Altair about 20 ms of every rerun, and two sessions doing so
at once can trip over each other (streamlit/streamlit#8409); a finished spec costs nothing. So
each spec is built once, and a page passes its data to it on each run.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt

Spec = dict[str, Any]

ACCENT, NEUTRAL = "#2B8F86", "#7B8794"
"""Not the issuers' colors, and visible on paper and on dark alike."""

SERIES_COLORS = ("#2B8F86", "#7B6FC4", "#A8763E", "#C2616B", "#4F86A6")
"""For series that are no issuers: no issuer's colors, and visible on paper and on dark alike."""

_BESIDE_A_LINE, _LETTER = 10, 7
"""Pixels between the end of a line and its name, and for a letter of the name."""

_WIDE_ENOUGH_FOR_THREE = 400
"""Pixels of a chart in which three columns of its legend fit."""

OTHER_ISSUERS = "other issuers"
COLORED_ISSUERS = ("AAPC", "AHIMA", "NHA", "ACDIS", "BMSC", OTHER_ISSUERS)
"""Issuers with a color of their own, in the order of the theme's chart colors."""


def color_group(letters: str) -> str:
    """The color group of the issuer with these letters: its own, or that of all other issuers."""
    return letters if letters in COLORED_ISSUERS else OTHER_ISSUERS


ISSUER_SCALE = alt.Scale(domain=list(COLORED_ISSUERS))
"""The color of each color group, by the theme's chart colors."""


def below(columns: int, **more: Any) -> alt.Legend:
    """A legend close below the chart."""
    return alt.Legend(orient="bottom", columns=columns, offset=2, padding=0, **more)


def above() -> alt.Legend:
    """A legend over the chart, where the eye begins: in two columns where the window is narrow."""
    columns = alt.ExprRef(f"width < {_WIDE_ENOUGH_FOR_THREE} ? 2 : 3")
    return alt.Legend(orient="top", columns=columns, offset=8, padding=0)


ISSUER_LEGEND = below(3, symbolType="circle")


def issuer_color(named: bool = True) -> alt.Color:
    """Colors marks by ``issuer``, a color group; ``named`` in a legend below the chart."""
    legend = ISSUER_LEGEND if named else None
    return alt.Color("issuer:N", title=None, scale=ISSUER_SCALE, legend=legend)


def legend_terms(shown: Iterable[str], order: Iterable[str]) -> tuple[str, ...]:
    """Of the terms that a legend may name, in their order, those that are drawn."""
    drawn = set(shown)
    return tuple(term for term in order if term in drawn)


def room_for_names(letters: int) -> alt.ExprRef:
    """Where a horizontal axis ends, so that names of so many letters fit beside their lines."""
    return alt.ExprRef(f"width - {_BESIDE_A_LINE + letters * _LETTER}")


def names_at_ends(x: str, text: str) -> alt.Chart:
    """The name of each line beside its end, in place of a legend.

    Data: ``label_at``, the height at which a name stands, in the row where its line ends alone.
    """
    names: alt.Chart = (
        alt.Chart()
        .transform_filter("isValid(datum.label_at)")
        .mark_text(align="left", baseline="middle", dx=_BESIDE_A_LINE, fontSize=12, lineBreak="\n")
        .encode(x=x, y="label_at:Q", text=text)
    )
    return names


def plain_spec(chart: alt.TopLevelMixin) -> Spec:
    """The chart without Altair's defaults, which would override the app's theme and data."""
    spec = chart.to_dict()
    for default in ("config", "datasets"):
        del spec[default]
    for part in (spec, *spec.get("layer", ())):
        part.pop("data", None)
        _read_aloud_in_words(part)
    return spec


def _read_aloud_in_words(part: Spec) -> None:
    """Have each mark of a chart, or of a layer, read aloud as its tooltip, or else as its text.

    Left to itself, Vega-Lite reads the names of the data's columns.
    """
    encoding = part.get("encoding", {})
    if "mark" not in part or "description" in encoding:
        return
    spoken = encoding.get("tooltip") or encoding.get("text")
    if spoken is None:
        part["mark"]["aria"] = False
        return
    tips = spoken if isinstance(spoken, list) else [spoken]
    words = " + ".join(_spoken(tip, "; " if place else "") for place, tip in enumerate(tips))
    encoding["description"] = {"value": {"expr": words}}


def _spoken(tip: Spec, before: str) -> str:
    """An expression for one value with its title; empty where there is no value."""
    value = f"datum['{tip['field']}']"
    text = f"format({value}, '{tip['format']}')" if "format" in tip else value
    title = f"{tip['title']}: " if tip.get("title") else ""
    return f"(isValid({value}) ? '{before}{title}' + {text} : '')"


LABEL_LINE = 13
"""Pixels from one line of a name above its bar to the next."""


def above_the_bar(offset: int = -13, limit: int = 330, lines: int = 1, **more: Any) -> alt.Axis:
    """A vertical axis that names each bar above it, so that a phone has room for both.

    ``lines`` is how many the longest name has; a new one begins at each line break.
    """
    if lines > 1:
        more |= {"labelExpr": "split(datum.label, '\\n')", "labelLineHeight": LABEL_LINE}
        offset -= LABEL_LINE * (lines - 1) // 2 + 2
    return alt.Axis(
        labelAlign="left",
        labelPadding=-4,
        labelOffset=offset,
        labelLimit=limit,
        ticks=False,
        domain=False,
        **more,
    )
