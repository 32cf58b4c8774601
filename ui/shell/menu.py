"""The pages of the app as its menu shows them."""

from copy import copy
from functools import cache

import streamlit as st

from ui.shell import routes


def pages() -> list[st.Page]:
    """The pages, for one run: Streamlit marks the one that it draws."""
    return [copy(page) for page in _pages()]


@cache
def _pages() -> list[st.Page]:
    """Made by the first run of a process: to find a dozen files took longer than to list them."""
    return [
        st.Page(routes.HOME, title="Home", default=True),
        st.Page(routes.PLAN, title="My plan"),
        st.Page(routes.EXPLORE, title="Explore"),
        st.Page(routes.COMPARE, title="Compare"),
        st.Page(routes.COSTS, title="Costs"),
        st.Page(routes.ELIGIBILITY, title="Am I eligible?"),
        st.Page(routes.PREPARE, title="Prepare"),
        st.Page(routes.KEEP, title="What I hold"),
        st.Page(routes.CAREERS, title="Work and pay"),
        st.Page(routes.GUIDE, title="Guide"),
        st.Page(routes.CLAIMS, title="Claims"),
        st.Page(routes.CLASS, title="A class"),
        st.Page(routes.DATA_HEALTH, title="The data"),
        st.Page(routes.CREDENTIAL, title="Credential", visibility="hidden"),
    ]
