"""The views of the data's health: what is known, the worklists, and whom to ask."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.quality import Coverage, DisputedFigure, issuer_of, sentences, write_inquiry
from ui.charts import quality_specs
from ui.components import choices, downloads, figures
from ui.data_health import data
from ui.shell import viewport
from ui.shell.resources import missing, stale

T = TypeVar("T")
FIRST = 15
"""How much of a list stands on the page; the rest is one click away."""
LISTS = {"old": "What is old", "missing": "What is missing"}


def coverage(catalog: Catalog, found: Coverage) -> None:
    """The figures that people compare, credential by credential."""
    takeaway = sentences.describe_coverage(found)
    st.markdown(f"**{escape(takeaway)}**")
    st.markdown(f":small[{escape(data.STATE_LEGEND)}]")
    if viewport.narrow():
        rows, spec = data.counts(found), quality_specs.coverage_by_field()
    else:
        rows, spec = data.cells(catalog, found), quality_specs.coverage_map()
    st.vega_lite_chart(rows, spec, alt=takeaway, key="coverage")
    with figures.on_demand("Coverage as a table") as opened:
        if opened:
            st.table(data.coverage_table(catalog, found), hide_index=True, alt=takeaway)


def worklist(page: str, catalog: Catalog, issuer: str | None) -> None:
    """What to look at next: what is old, or what is missing."""
    if choices.one_of(page, "list", "List", LISTS) == "old":
        old = stale(issuer)
        _listed(catalog, old, sentences.describe_stale(old), data.stale_table)
    else:
        absent = missing(issuer)
        _listed(catalog, absent, sentences.describe_missing(absent), data.missing_table)
    with figures.on_demand("How much harm a fault does, and why") as opened:
        if opened:
            st.markdown(
                "5 is the most. The weights order these lists and nothing else: no credential is "
                "judged by them. What is not named here weighs 1."
            )
            st.table(data.harms_table(), hide_index=True, alt="How much harm a fault does")


def disputes(catalog: Catalog, issuer: str | None, everything: Sequence[DisputedFigure]) -> None:
    """Both sides of each dispute, of one issuer or of all."""
    found = [each for each in everything if issuer in (None, issuer_of(each.subject))]
    _listed(catalog, found, sentences.describe_disputed(found), data.disputed_table)


def ask(catalog: Catalog, issuer: str | None) -> None:
    """The questions to one issuer as text, or how many are open with each."""
    if issuer is None:
        st.markdown("**Choose an issuer above for the text of a mail to it.**")
        table = data.open_by_issuer(catalog, missing(None))
        st.table(table, hide_index=True, width="content", alt="Open questions by issuer")
        return
    st.markdown("**Copy this into a mail, or download it.**")
    downloads.text(
        "Download the questions (.txt)",
        write_inquiry(catalog, issuer),
        f"questions-to-{issuer}.txt",
        "text/plain",
    )


def _listed(
    catalog: Catalog,
    found: Sequence[T],
    takeaway: str,
    table: Callable[[Catalog, Sequence[T]], data.Table],
) -> None:
    """The first rows of a list, and the rest on demand."""
    narrow = viewport.narrow()
    st.markdown(f"**{escape(takeaway)}**")
    if not found:
        return
    show(table(catalog, found[:FIRST]), takeaway, narrow=narrow)
    rest = found[FIRST:]
    if not rest:
        return
    with figures.on_demand(f"The other {len(rest):,}") as opened:
        if opened:
            show(table(catalog, rest), f"The other {len(rest):,}", narrow=narrow)


def show(table: data.Table, alt: str, *, narrow: bool) -> None:
    """A table, or on a narrow screen the same rows one below the other."""
    if narrow:
        st.markdown(data.as_cards(table))
    else:
        st.table(table, hide_index=True, alt=alt)
