"""Programs that fit what is asked of them."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.preparation import ProgramOffer, find_programs
from cert_model.preparation import sentences as takeaways
from cert_model.schema.preparation import Price, Program
from ui.components import figures, open_questions, views
from ui.prepare import data, program_filters

_FEW = 4
_LENGTHS = ("weeks", "months", "hours", "credits")


def matches(catalog: Catalog, key: str) -> None:
    """The programs that fit, the filters, and the programs of which it cannot be said, apart."""
    found = find_programs(catalog, program_filters.wanted(key))
    views.headline(takeaways.describe_programs(found))
    with st.expander("Ask more of them"):
        program_filters.draw(catalog, key)
    _cards(catalog, found.fitting[:_FEW])
    if len(found.fitting) > _FEW:
        with figures.on_demand(f"{len(found.fitting) - _FEW} more that fit") as opened:
            if opened:
                _cards(catalog, found.fitting[_FEW:])
    if found.unclear:
        with figures.on_demand(
            f"{len(found.unclear)} of which too little is known to say"
        ) as opened:
            if opened:
                _cards(catalog, found.unclear)
    if found.fitting or found.unclear:
        with figures.on_demand("Programs as a table") as opened:
            if opened:
                takeaway = takeaways.describe_programs(found)
                rows = data.program_table(catalog, found)
                st.table(rows, hide_index=True, alt=takeaway)
    _in_general(catalog)


def _in_general(catalog: Catalog) -> None:
    """What is said of programs as such: prices, lengths, and what is not known."""
    file = catalog.preparation.programs
    with figures.on_demand("Programs in general: prices and lengths") as opened:
        if opened:
            figures.notes(catalog, file.details)
            open_questions.draw_unknown(file.unknown)


def _cards(catalog: Catalog, offers: Sequence[ProgramOffer]) -> None:
    with st.grid(2, min_column_width=320):
        for offer in offers:
            _card(catalog, offer)


def _card(catalog: Catalog, offer: ProgramOffer) -> None:
    program = offer.program
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f"**{escape(program.name)}**  \n"
            f":small[{escape(program.provider)} · {escape(program.kind.label)}]"
        )
        if offer.unclear:
            st.markdown(f":small[Not known: {escape(', '.join(offer.unclear))}]")
        with st.container(horizontal=True, gap="small"):
            if not program.tuition:
                figures.not_found("price not found")
            for price in (*offer.list_prices, *offer.sale_prices):
                _price(catalog, price)
        with st.container(horizontal=True, gap="small"):
            _where_and_how_long(catalog, program)
        _what_it_gives(catalog, program)
        _more(catalog, program)


def _where_and_how_long(catalog: Catalog, program: Program) -> None:
    if program.delivery is not None:
        figures.figure(catalog, format_reading(program.delivery), program.delivery)
    lengths = [(unit, getattr(program, unit)) for unit in _LENGTHS]
    known = [(unit, fact) for unit, fact in lengths if fact is not None]
    for unit, fact in known:
        figures.figure(catalog, format_reading(fact, unit), fact)
    if not known:
        figures.not_found("length not found")


def _what_it_gives(catalog: Catalog, program: Program) -> None:
    letters = {each.id: each.letters for each in catalog.preparation.accreditors.accreditors}
    if program.includes is not None:
        figures.figure(catalog, f"Includes {format_reading(program.includes)}", program.includes)
    if program.exam_attempts is not None:
        attempts = program.exam_attempts
        figures.figure(catalog, f"Exam attempts: {format_reading(attempts)}", attempts)
    for approval in program.accreditation:
        figures.figure(catalog, f"Accredited or approved by {letters[approval.body]}", approval)


def _price(catalog: Catalog, price: Price) -> None:
    per = f" per {price.per}" if price.per else ""
    text = f"{format_reading(price.amount, '$')}{per}, {price.label}"
    figures.figure(catalog, text, price.amount, money=True)


def _more(catalog: Catalog, program: Program) -> None:
    if not (program.details or program.other_prices or program.unknown or program.disputed):
        return
    fold = st.expander("More about it", on_change="rerun", key=f"more:{program.id}")
    with fold:
        if not fold.open:
            return
        for price in program.other_prices:
            _price(catalog, price)
        figures.notes(catalog, program.details)
        for dispute in program.disputed:
            open_questions.draw_dispute(catalog, dispute)
        open_questions.draw_unknown(program.unknown)
