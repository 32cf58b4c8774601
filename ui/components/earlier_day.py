"""A credential as it stood on an earlier day: choosing the day, and saying so."""

from datetime import date, timedelta

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting import format_day as in_words
from ui.shell import old_address as address

EARLIEST = date(2000, 1, 1)
_NAME = "at"


def last_day(catalog: Catalog) -> date:
    """The newest day that is an earlier one."""
    return catalog.today - timedelta(days=1)


def chosen(page: str) -> date | None:
    """The earlier day asked for; None for today."""
    asked: date | None = st.session_state[address.key(page, _NAME)]
    return asked


def choose(page: str, today: Catalog) -> None:
    """A button that opens to the choice of a day; ``today`` is the present catalog."""
    with st.popover("As it stood before"):
        st.date_input(
            "Day",
            None,
            min_value=EARLIEST,
            max_value=last_day(today),
            format="YYYY-MM-DD",
            key=address.key(page, _NAME),
            persist_state="session",
        )


def banner(page: str, day: date) -> None:
    """Say that everything below is of an earlier day, what that means, and lead back."""
    with st.container(border=True):
        st.markdown(
            f"**As at {in_words(day)}.** Each figure is the last one of which a date on or before "
            "that day is known; it may have changed in between. What was first read later counts "
            "as not found. The summary, the sorting and what is listed as unknown are of today."
        )
        st.button("Back to today", on_click=_forget, args=(page,))


def _forget(page: str) -> None:
    st.session_state[address.key(page, _NAME)] = None
