"""Prose on a screen: its text, what it rests on one click away, and where one can act on it."""

from collections.abc import Iterable, Iterator

import streamlit as st

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.content import Figure, Text
from cert_model.formatting.markdown import escape
from cert_model.schema import Fact
from cert_model.schema.texts import PageLink
from ui.components import figures, glossary
from ui.components.figures import MARKS
from ui.shell import routes


def passage(catalog: Catalog, title: str, text: Text, links: Iterable[PageLink] = ()) -> None:
    """A text, links to the pages where a reader can act on it, and the sources behind it."""
    glossary.draw(text.markdown)
    with st.container(horizontal=True):
        for link in links:
            label = f":primary[{escape(link.label)}]"
            st.page_link(routes.PAGES[link.page], label=label, query_params=dict(link.query))
    if text.sources:
        figures.on_demand(
            f"Sources: {title}", lambda: st.markdown("\n\n".join(evidence(catalog, text)))
        )


def evidence(catalog: Catalog, text: Text) -> Iterator[str]:
    """Each figure of a text with its standing and sources, then the sources of the rest."""
    for figure in dict.fromkeys(figure for figure in text.figures if figure.evidence):
        yield f"**{_label(figure)}** {_standing(catalog, figure)}"
        yield from _disputes(figure)
        yield figures.sources(catalog, figure.sources)
    if text.src:
        yield "**Sources for the rest of the text**"
        yield figures.sources(catalog, text.src)


def _disputes(figure: Figure) -> Iterator[str]:
    """Why each disputed statement behind a figure was taken as it stands."""
    for statement in figure.evidence:
        if isinstance(statement, Fact) and statement.disputed and statement.why:
            yield f"**Disputed.** {escape(statement.why)}"


def _label(figure: Figure) -> str:
    return "All figures in the list" if figure.is_markdown else escape(figure.text)


def _standing(catalog: Catalog, figure: Figure) -> str:
    grade = figure.standing(catalog)
    assert grade is not None, "only figures that rest on something are shown"
    several = len(figure.evidence) > 1
    as_of = figure.evidence[0].as_of
    when = f", {formatting.format_period(as_of)}" if as_of and not several else ""
    worked_out = "calculated from several facts, the weakest: " if several else ""
    return f"{MARKS[grade]} {worked_out}{grade.label}{escape(when)}"
