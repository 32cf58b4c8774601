"""The paths of the pages, relative to the frame script, and functions that open them."""

import os
from collections.abc import Sequence
from typing import NoReturn

import streamlit as st

from cert_model.paths import PlanOrder
from ui.shell import browser, session

HOME = "../../pages/home.py"
PLAN = "../../pages/plan.py"
EXPLORE = "../../pages/explore.py"
CREDENTIAL = "../../pages/credential.py"
COMPARE = "../../pages/compare.py"
COSTS = "../../pages/costs.py"
ELIGIBILITY = "../../pages/eligibility.py"
PREPARE = "../../pages/prepare.py"
KEEP = "../../pages/keep.py"
CLASS = "../../pages/class.py"
CAREERS = "../../pages/careers.py"
DATA_HEALTH = "../../pages/data_health.py"
CLAIMS = "../../pages/claims.py"
GUIDE = "../../pages/guide.py"

START = "home"
"""The name of the page at the root, whose address has no name."""
FILES = "files"
"""Where the service hands out files, beside the pages."""
ASSISTANTS = "mcp"
"""Where assistants are answered, where that is asked for."""

PAGES = {
    path.rpartition("/")[2].removesuffix(".py"): path
    for path in (
        PLAN,
        EXPLORE,
        CREDENTIAL,
        COMPARE,
        COSTS,
        ELIGIBILITY,
        PREPARE,
        KEEP,
        CAREERS,
        GUIDE,
        CLAIMS,
        CLASS,
        DATA_HEALTH,
    )
}
"""The pages that a text may lead to, by their names in the address."""


def assistants_are_answered() -> bool:
    """Whether ``CERTLENS_MCP=1`` asks for answers to assistants."""
    return os.environ.get("CERTLENS_MCP") == "1"


def plan(key: str, by: PlanOrder = PlanOrder.COST) -> NoReturn:
    """Leave for the plan for a credential; ``by`` says which of the ways comes first."""
    st.switch_page(PLAN, query_params={"target": key, "by": by.value})


def compare(ids: Sequence[str]) -> NoReturn:
    """Leave for the comparison of these."""
    st.switch_page(COMPARE, query_params={"ids": ",".join(ids)})


def costs(ids: Sequence[str], years: int | None = None, training: str | None = None) -> NoReturn:
    """Leave for the cost plan of these, over the years and with the program chosen before, if any.

    ``training`` is the id of a program.
    """
    chosen = {"over": str(years) if years else None, "training": training}
    query = {"ids": ",".join(ids), **{name: text for name, text in chosen.items() if text}}
    st.switch_page(COSTS, query_params=query)


def careers(ids: Sequence[str]) -> NoReturn:
    """Leave for work and pay, to see whether these pay."""
    st.switch_page(CAREERS, query_params={"plan": ",".join(ids)})


def eligibility(ids: Sequence[str]) -> NoReturn:
    """Leave for the questionnaire about these, with the answers given so far.

    An address of our own would put those answers aside.
    """
    session.choose("eligibility", {"for": list(ids)})
    browser.ask_to_scroll()
    st.switch_page(ELIGIBILITY)


def prepare(key: str) -> NoReturn:
    """Leave for how to get ready for a credential."""
    st.switch_page(PREPARE, query_params={"id": key})


def keep(add: str | None = None) -> NoReturn:
    """Leave for what keeping what the visitor holds takes, and what adding a credential changes."""
    st.switch_page(KEEP, query_params={"add": add} if add else None)


def claim(key: str) -> NoReturn:
    """Leave for a claim by itself."""
    st.switch_page(CLAIMS, query_params={"claim": key})


def open_credential(key: str) -> NoReturn:
    """Leave for a credential's page."""
    st.switch_page(CREDENTIAL, query_params={"id": key})


def correct(key: str) -> NoReturn:
    """Leave for the report of a correction to a credential."""
    st.switch_page(DATA_HEALTH, query_params={"view": "report", "id": key})
