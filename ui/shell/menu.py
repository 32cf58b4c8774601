"""The pages of the app as its menu shows them: a choice first, the rest in sections."""

from copy import copy
from functools import cache

import streamlit as st

from ui.shell import routes

SECTIONS = {
    "": {
        routes.HOME: "Home",
        routes.EXPLORE: "Explore",
        routes.COMPARE: "Compare",
        routes.COSTS: "Costs",
        routes.ELIGIBILITY: "Am I eligible?",
        routes.PLAN: "My plan",
    },
    "Prepare and renew": {routes.PREPARE: "Prepare", routes.KEEP: "What I hold"},
    "Learn": {
        routes.GUIDE: "Guide",
        routes.CAREERS: "Work and pay",
        routes.CLAIMS: "Claims",
    },
    "More": {routes.CLASS: "A class", routes.DATA_HEALTH: "The data"},
}
"""The names of the pages by their paths, in the order of a choice: find, compare, pay, sit, plan.

The pages of the first section stand in the bar itself; each other section opens to its own.
"""
LABELS = {path: label for listed in SECTIONS.values() for path, label in listed.items()}
"""The same without the sections."""


def pages() -> dict[str, list[st.Page]]:
    """The pages of each section, for one run: Streamlit marks the one that it draws."""
    return {section: [copy(page) for page in listed] for section, listed in _pages().items()}


def section_of(name: str) -> str:
    """The section in which the page of a name in the address stands; empty for the bar itself."""
    path = routes.PAGES.get(name)
    return next((section for section, listed in SECTIONS.items() if path in listed), "")


@cache
def _pages() -> dict[str, list[st.Page]]:
    """Made by the first run of a process: to find a dozen files took longer than to list them."""
    sections = {
        section: [
            st.Page(path, title=title, default=path == routes.HOME)
            for path, title in listed.items()
        ]
        for section, listed in SECTIONS.items()
    }
    sections[""].append(st.Page(routes.CREDENTIAL, title="Credential", visibility="hidden"))
    return sections
