"""The few figures that people come to a page for, set large, each with what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from cert_model.catalog import Catalog
from ui.components import amounts, fact_list
from ui.components.amounts import Basis
from ui.components.fact_list import FactList, Written


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure with a line about it, and what it rests on."""

    title: str
    text: str
    note: str
    basis: Basis
    leads_to: tuple[str, str] | None = None
    """A page that says more, by its path, and the words of the link to it."""


def draw(catalog: Catalog, page: str, key_figures: Sequence[KeyFigure], written: Written) -> None:
    """The figures side by side; each that rests on something opens to it.

    The page draws the style of fact lists before. ``written`` are the lists of its view.
    """
    name = f"{page} key figures"
    fact_list.draw(catalog, name, lambda facts: add(facts, key_figures), written)
    for figure in key_figures:
        if figure.leads_to is not None:
            page_path, words = figure.leads_to
            st.page_link(page_path, label=f":primary[{words}]")


def add(facts: FactList, key_figures: Sequence[KeyFigure]) -> None:
    """Put the figures into a list."""
    for figure in key_figures:
        opener = amounts.sources(facts, figure.basis)
        facts.key_figure(figure.title, figure.text, figure.note, opener)
