"""The way on for somebody whose credential lapsed, wherever valid ones are asked for."""

import streamlit as st

from ui.shell import routes

LABEL = "It lapsed? What it takes to get it back"


def draw() -> None:
    """A link to What I hold, which says what follows a missed date."""
    st.page_link(routes.KEEP, label=f":primary[{LABEL}]")
