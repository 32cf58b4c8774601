"""A candidate's card on Home: whether one may sit, the figures, what speaks for it, the buttons."""

from collections.abc import Iterable

import streamlit as st

from cert_model.formatting.markdown import escape
from ui.components import amounts, fact_list, figures, reasons, shortlist
from ui.components.fact_list import FactList
from ui.home.cards import Card, CardFigure
from ui.shell import routes


def draw(card: Card, *, is_first: bool, narrow: bool) -> None:
    """A card; in a ``narrow`` window, all but what leads on it is folded."""
    with st.container(border=True, gap="small", key="first-card" if is_first else None):
        st.subheader(escape(card.letters), anchor=False)
        st.markdown(f":small[{escape(card.name)}]\n\n{admission_line(card)}")
        if narrow:
            _leading_on_card(card)
        else:
            card_facts(card).draw()
            _reasons(card.reasons)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if st.button(
                "See my plan" if is_first else "See this plan",
                type="primary" if is_first else "secondary",
                key=f"home:plan:{card.id}",
                help=f"The plan for the {escape(card.letters)}",
            ):
                routes.plan(card.id, card.candidate.order_of_plans)
            shortlist.pick_button(card.catalog, card.id, quiet=True)
            if st.button("Read about it", type="tertiary", key=f"home:read:{card.id}"):
                routes.open_credential(card.id)


def _leading_on_card(card: Card) -> None:
    """What leads on a card, with a fold of what else it says."""
    facts = FactList(card.catalog, f"card {card.id}")
    add_figures(facts, card.leading_figures)
    facts.draw()
    if card.other_work:
        _reasons([card.other_work])
    title = f"More on the {card.letters}"
    figures.on_demand(title, lambda: _further_on_card(card), key=f"home:more:{card.id}")


def _further_on_card(card: Card) -> None:
    if card.further_figures:
        facts = FactList(card.catalog, f"more on {card.id}")
        add_figures(facts, card.further_figures)
        facts.draw()
    _reasons(reason for reason in card.reasons if reason != card.other_work)


def _reasons(lines: Iterable[str]) -> None:
    st.markdown("\n\n".join(f":small[{escape(line)}]" for line in lines))


def admission_line(card: Card) -> str:
    """Whether the person may sit, with the mark and color that the verdict has on every page."""
    return reasons.with_mark(card.candidate.verdict, f"**{escape(card.admission)}**")


def card_facts(card: Card) -> FactList:
    """A line for each figure, which opens to what it rests on."""
    facts = FactList(card.catalog, f"card {card.id}")
    add_figures(facts, card.figures)
    return facts


def add_figures(facts: FactList, listed: Iterable[CardFigure]) -> None:
    """Write figures into a list, each with what it rests on and its note."""
    for figure in listed:
        if figure.evidence is not None:
            cell = facts.cell(figure.text, figure.evidence)
        elif figure.basis is not None:
            cell = amounts.cell(facts, figure.text, figure.basis)
        else:
            cell = fact_list.not_found(figure.text)
        facts.row(figure.label, cell)
        if figure.note:
            facts.remark(figure.note)
