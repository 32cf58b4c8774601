"""What every chart spec shares: how Altair's output is stripped, and the axis of named bars.

Building two small charts takes Altair about 20 ms of every rerun, and two sessions doing so
at once can trip over each other (streamlit/streamlit#8409); a finished spec costs nothing. So
each spec is built once, and a page passes its data to it on each run.
"""

from typing import Any

import altair as alt

Spec = dict[str, Any]


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
