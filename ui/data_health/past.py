"""What changed since an earlier day."""

from datetime import date, timedelta

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.quality import ChangeKind, sentences
from ui.components import figures
from ui.components.earlier_day import EARLIEST, last_day
from ui.data_health import data
from ui.data_health.lists import show
from ui.shell import old_address as address
from ui.shell import viewport
from ui.shell.resources import changes_since

A_YEAR = timedelta(days=365)
"""How far back it looks where no day is chosen."""
_ON_DEMAND = {
    ChangeKind.ADDED: "What became known",
    ChangeKind.EVIDENCE: "What was confirmed by other evidence",
}


def changes(page: str, catalog: Catalog) -> None:
    """The difference between a day and today, in words."""
    chosen: date | None = st.date_input(
        "Since",
        None,
        min_value=EARLIEST,
        max_value=last_day(catalog),
        format="YYYY-MM-DD",
        key=address.key(page, "since"),
        persist_state="session",
        width=200,
    )
    narrow = viewport.narrow()
    since = chosen or catalog.today - A_YEAR
    found = changes_since(since)
    takeaway = sentences.describe_changes(found, since)
    st.markdown(f"**{escape(takeaway)}**")
    st.markdown(
        ":small[Then is what held on that day as far as dates tell today: a figure first read "
        "later counts as not known before, even where it was already so.]"
    )
    told = [each for each in found if each.kind not in _ON_DEMAND]
    if told:
        show(data.changes_table(catalog, told), takeaway, narrow=narrow)
    for kind, title in _ON_DEMAND.items():
        rows = [each for each in found if each.kind is kind]
        if rows:
            with figures.on_demand(f"{title}: {len(rows):,}") as opened:
                if opened:
                    show(data.changes_table(catalog, rows), title, narrow=narrow)
