"""Work and pay: what the work pays and where, what people report, and whether it pays."""

from collections.abc import Callable

import streamlit as st

from cert_model import careers
from cert_model.formatting.markdown import heading_anchor
from cert_model.overview import overviews
from ui.careers import boxes, official, outlook, payback, places, reported
from ui.components import glossary, views
from ui.components.marks import LEGEND
from ui.shell import old_address as address
from ui.shell.resources import catalog

READING_WIDTH = 960

data = catalog()
known = overviews(data)
jobs = careers.selectable_occupations(data)
params: list[address.Param] = [*boxes.params(jobs), *payback.params(data), boxes.view()]
refused = address.read(boxes.PAGE, params)

st.title("Work and pay")
address.explain(refused)
with st.container(width=READING_WIDTH):
    shown = views.choose(boxes.PAGE, boxes.view())
    soc, state = boxes.draw(jobs, shown)
    outline: dict[str, list[tuple[str, Callable[[], None]]]] = {
        "pay": [
            ("", lambda: official.headline(data, soc, state)),
            ("Pay over the years", lambda: official.by_year(data, soc)),
            ("", lambda: official.about(data, soc)),
        ],
        "places": [
            ("", lambda: official.headline(data, soc, state)),
            ("State by state", lambda: places.by_state(data, soc, state)),
            ("By industry", lambda: places.by_industry(data, soc)),
            ("By place of work, as people report it", lambda: reported.by_setting(data)),
        ],
        "reported": [
            ("", lambda: reported.by_credential(data)),
            ("By number of credentials", lambda: reported.by_number(data)),
            ("Certified and not", lambda: reported.effect(data)),
            ("Working remotely", lambda: reported.remote(data)),
            ("", lambda: reported.findings(data)),
        ],
        "outlook": [
            ("", lambda: outlook.headline(data, soc)),
            ("How the work will grow", lambda: outlook.editions(data, soc)),
        ],
        "payback": [("", lambda: payback.draw(data, soc, state))],
    }
    for title, draw in outline[shown]:
        if title:
            st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        draw()
    reported.open_ends(data)
    st.markdown(f":small[{LEGEND} · – not found. Press a figure for its date and sources.]")
address.write(boxes.PAGE, params)
