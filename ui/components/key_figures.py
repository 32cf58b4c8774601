"""The few figures that people come to a page for, set large, each with what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from ui.components import amounts
from ui.components.amounts import Basis
from ui.components.fact_list import FactList

_STYLE = """<style>
[data-testid="stMetricLabel"] *, [data-testid="stMetricValue"] * { white-space: normal !important }
.st-key-key-figures .facts > p { margin-bottom: 0.7rem }
</style>"""
"""A title and a figure are read in full, however long, and stand close to what they rest on."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure with a line about it, and what it rests on."""

    title: str
    text: str
    note: str
    basis: Basis
    leads_to: tuple[str, str] | None = None
    """A page that says more, by its path, and the words of the link to it."""


def draw(catalog: Catalog, page: str, key_figures: Sequence[KeyFigure]) -> None:
    """The figures side by side; each that rests on something opens to it.

    The page draws the style of fact lists before.
    """
    st.html(_STYLE)
    with st.grid(len(key_figures), min_column_width=150, border=True, key="key-figures"):
        for figure in key_figures:
            with st.container(gap="xsmall"):
                st.metric(figure.title, figure.text)
                facts = FactList(catalog, f"{page} {figure.title}")
                facts.text(f":small[{escape(figure.note)}]")
                if figure.basis != Basis():
                    amounts.sources(facts, figure.basis)
                facts.draw()
                if figure.leads_to is not None:
                    page_path, words = figure.leads_to
                    st.page_link(page_path, label=f":primary[{words}]")
