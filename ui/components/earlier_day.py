"""A credential as it stood on an earlier day: choosing the day, and saying so."""

from datetime import date, timedelta
from typing import Annotated

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting import format_day
from ui.shell import session
from ui.shell.address_fields import Day, day_between

EARLIEST = date(2000, 1, 1)


def last_day(catalog: Catalog) -> date:
    """The newest day that is an earlier one: the day before the catalog's today."""
    return catalog.today - timedelta(days=1)


EarlierDay = Annotated[Day, day_between(lambda catalog: (EARLIEST, last_day(catalog)))]
"""A day before today, as a choice of a page."""


def choose(page: str, name: str, label: str, today: Catalog) -> None:
    """The box for an earlier day; ``today`` is the present catalog."""
    st.date_input(
        label,
        None,
        min_value=EARLIEST,
        max_value=last_day(today),
        format="YYYY-MM-DD",
        key=session.key(page, name),
        persist_state="session",
        width=200,
    )


def banner(page: str, name: str, day: date) -> None:
    """Say that everything below is of an earlier day, what that means, and lead back."""
    with st.container(border=True):
        st.markdown(
            f"**As of {format_day(day)}.** Each figure is the latest with a known date on "
            "or before that day; it may have changed in between. A figure that was first read "
            "later counts as not found. The summary, the classification and the list of unknowns "
            "are today's."
        )
        st.button("Back to today", on_click=session.reset, args=(page, name))
