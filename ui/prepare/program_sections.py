"""The programs that fit what is asked of them, and how to check one."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_price, format_reading
from cert_model.formatting.markdown import escape, format_link
from cert_model.preparation import ProgramOffer, sentences
from cert_model.schema import Price
from cert_model.schema.outcomes import Outcome
from cert_model.schema.preparation import Accreditor, Program
from ui.components import figures
from ui.components.table import draw_table
from ui.prepare import controls, tables
from ui.prepare.state import accreditor_letters
from ui.prepare.view_model import PrepareView

OUTCOMES_TITLE = "Outcomes: work and pay after a program"
_FIRST = 4
"""How many programs are shown at once; the rest is one click away."""
_LENGTHS = ("weeks", "months", "hours", "credits")


def programs(view: PrepareView) -> None:
    """The programs that fit, the filters, and apart those of which too little is known."""
    fitting, unclear = view.programs.fitting, view.programs.unclear
    figures.headline(view.programs_headline)
    for directory in view.directories:
        figures.figure(view.catalog, f"More programs: {directory.step.text}", directory.step)
        st.markdown(format_link(f"The page of {directory.body.letters}", directory.url))
    with st.expander("Narrow the list"):
        controls.program_criteria(view)
    _cards(view.catalog, fitting[:_FIRST])
    if len(fitting) > _FIRST:
        _more_cards(view.catalog, f"{len(fitting) - _FIRST} more that fit", fitting[_FIRST:])
    if unclear:
        title = f"{len(unclear)} that may fit; too little is known to tell"
        _more_cards(view.catalog, title, unclear)
    if fitting or unclear:
        figures.on_demand(
            "Programs as a table",
            lambda: draw_table(view.program_table, alt=view.programs_headline),
        )
    _in_general(view.catalog)


def _in_general(catalog: Catalog) -> None:
    """What is said of programs as such: prices, lengths, and what is not known."""
    file = catalog.preparation.programs

    def draw() -> None:
        figures.notes(catalog, file.details)
        figures.draw_unknown(file.unknown)

    figures.on_demand("Programs in general: prices and lengths", draw)
    _outcomes(catalog, file.outcomes)


def _outcomes(catalog: Catalog, outcomes: Sequence[Outcome]) -> None:
    """Work and pay after a program, on demand."""
    if not outcomes:
        return

    def draw() -> None:
        st.markdown(escape(sentences.describe_outcomes(outcomes)))
        draw_table(tables.outcome_table(outcomes), alt=OUTCOMES_TITLE)
        figures.evidence_button(catalog, OUTCOMES_TITLE, outcomes[0])

    figures.on_demand(OUTCOMES_TITLE, draw)


def _more_cards(catalog: Catalog, title: str, offers: Sequence[ProgramOffer]) -> None:
    figures.on_demand(title, lambda: _cards(catalog, offers))


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
            _place_and_length(catalog, program)
        _benefits(catalog, program)
        _details(catalog, program)


def _place_and_length(catalog: Catalog, program: Program) -> None:
    if program.delivery is not None:
        figures.figure(catalog, format_reading(program.delivery), program.delivery)
    lengths = {unit: getattr(program, unit) for unit in _LENGTHS}
    for unit, fact in lengths.items():
        if fact is not None:
            figures.figure(catalog, format_reading(fact, unit), fact)
    if not any(lengths.values()):
        figures.not_found("length not found")


def _benefits(catalog: Catalog, program: Program) -> None:
    """What a program includes, and who accredits or approves it."""
    if program.includes is not None:
        figures.figure(catalog, f"Includes {format_reading(program.includes)}", program.includes)
    if program.exam_attempts is not None:
        attempts = program.exam_attempts
        figures.figure(catalog, f"Exam attempts: {format_reading(attempts)}", attempts)
    for approval in program.accreditation:
        body = accreditor_letters(catalog)[approval.body]
        figures.figure(catalog, f"Accredited or approved by {body}", approval)


def _price(catalog: Catalog, price: Price) -> None:
    figures.figure(catalog, f"{format_price(price)}, {price.label}", price.stated)


def _details(catalog: Catalog, program: Program) -> None:
    if not (program.details or program.other_prices or program.unknown or program.disputed):
        return

    def draw() -> None:
        for price in program.other_prices:
            _price(catalog, price)
        figures.notes(catalog, program.details)
        for dispute in program.disputed:
            figures.draw_dispute(catalog, dispute)
        figures.draw_unknown(program.unknown)

    figures.on_demand("More about this program", draw, key=f"more:{program.id}")


def accreditors(view: PrepareView) -> None:
    """How to check who accredits or approves a program; those that matter here first."""
    for body in view.accreditors:
        _accreditor(view.catalog, body)
    others = view.other_accreditors

    def draw() -> None:
        for body in others:
            _accreditor(view.catalog, body)

    figures.on_demand(f"{len(others)} other bodies that accredit or approve", draw)


def _accreditor(catalog: Catalog, body: Accreditor) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f"**{escape(body.letters)}** {escape(body.name)}  \n"
            f":small[approves {escape(body.approves.label)}]"
        )
        if body.matters is not None:
            figures.figure(catalog, format_reading(body.matters), body.matters)
        for number, step in enumerate(body.verify, start=1):
            figures.figure(catalog, f"{number}. {step.text}", step)
        figures.notes(catalog, body.details)
        figures.draw_unknown(body.unknown)
