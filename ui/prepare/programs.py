"""Programs: what is asked of them, those that fit, and how to check one oneself."""

from collections.abc import Sequence

import streamlit as st

from cert_model import preparation_takeaways as takeaways
from cert_model.catalog import Catalog
from cert_model.catalog.walk import evidence
from cert_model.preparation import Found, Offer, Wanted, find
from cert_model.readings import said
from cert_model.schema.preparation import Accreditor, Price, Program
from cert_model.vocabulary import ProgramDelivery, ProgramKind
from ui import address, figures, glossary
from ui.markdown import escape, link
from ui.prepare.controls import PAGE

_FEW = 4
_THIS, _ALL = "this", "all"
_MOST_DOLLARS, _MOST_MONTHS = 50_000, 60
_LENGTHS = ("weeks", "months", "hours", "credits")


def params(catalog: Catalog) -> list[address.Param]:
    """Every filter, as the address writes it."""
    return [
        address.One("programs", [_THIS, _ALL], _THIS),
        address.Number("price", 1, _MOST_DOLLARS, None),
        address.Number("months", 1, _MOST_MONTHS, None),
        address.Many("delivery", list(ProgramDelivery)),
        address.Many("kind", list(ProgramKind)),
        address.Many("approved", [each.id for each in _accreditors(catalog)]),
    ]


def _accreditors(catalog: Catalog) -> Sequence[Accreditor]:
    return catalog.preparation.accreditors.accreditors


def _filters(catalog: Catalog, label: str) -> None:
    """Draw what may be asked of a program."""
    letters = {each.id: each.letters for each in _accreditors(catalog)}
    st.segmented_control(
        "Programs",
        [_THIS, _ALL],
        format_func={_THIS: f"for the {label}", _ALL: "for any credential"}.__getitem__,
        key=address.key(PAGE, "programs"),
        required=True,
        persist_state="session",
    )
    with st.grid(2, min_column_width=220):
        for name, what, highest in (
            ("price", "Price at most, $", _MOST_DOLLARS),
            ("months", "Months at most", _MOST_MONTHS),
        ):
            st.number_input(
                what,
                1,
                highest,
                value=None,
                placeholder="any",
                key=address.key(PAGE, name),
                persist_state="session",
            )
    for name, what, terms in (
        ("delivery", "Where it is given", {each: each.label for each in ProgramDelivery}),
        ("kind", "Kind", {each: each.label for each in ProgramKind}),
        ("approved", "Accredited or approved by", letters),
    ):
        st.pills(
            what,
            list(terms),
            selection_mode="multi",
            help=glossary.for_label(what),
            format_func=terms.__getitem__,
            key=address.key(PAGE, name),
            persist_state="session",
        )


def _asked(key: str) -> Wanted:
    """What the filters ask for."""
    held = {each: st.session_state[address.key(PAGE, each)] for each in _NAMES}
    return Wanted(
        credential=key if held["programs"] == _THIS else None,
        most_dollars=held["price"],
        most_months=held["months"],
        deliveries=frozenset(held["delivery"] or ()),
        kinds=frozenset(held["kind"] or ()),
        approved_by=frozenset(held["approved"] or ()),
    )


_NAMES = ("programs", "price", "months", "delivery", "kind", "approved")


def matches(catalog: Catalog, key: str) -> None:
    """The filters, the programs that fit, and those of which it cannot be said, apart."""
    with st.expander("Ask more of them"):
        _filters(catalog, catalog.labels[key])
    found = find(catalog, _asked(key))
    st.markdown(f"**{escape(takeaways.programs(found))}**")
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
                st.table(_table(catalog, found), hide_index=True, alt=takeaways.programs(found))
    _in_general(catalog)


def _in_general(catalog: Catalog) -> None:
    """What is said of programs as such: prices, lengths, and what is not known."""
    file = catalog.preparation.programs
    with figures.on_demand("Programs in general: prices and lengths") as opened:
        if opened:
            figures.notes(catalog, file.details)
            for gap in file.unknown:
                ask = f"  \nAsk: {escape(gap.ask)}" if gap.ask else ""
                st.markdown(f"- {escape(gap.what)}{ask}")


def check_yourself(catalog: Catalog, key: str) -> None:
    """Who accredits and approves, and what a person can do to check it; what bears first."""
    bodies = sorted(_accreditors(catalog), key=lambda each: key not in each.matters_for)
    for body in bodies:
        if key in body.matters_for:
            _accreditor(catalog, body)
    others = [body for body in bodies if key not in body.matters_for]
    with figures.on_demand(f"{len(others)} other bodies that accredit or approve") as opened:
        if opened:
            for body in others:
                _accreditor(catalog, body)


def _accreditor(catalog: Catalog, body: Accreditor) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f"**{escape(body.letters)}** {escape(body.name)}  \n"
            f":small[approves {escape(body.approves.label)}]"
        )
        if body.matters is not None:
            figures.figure(catalog, said(body.matters), body.matters)
        for at, step in enumerate(body.verify, start=1):
            figures.figure(catalog, f"{at}. {step.text}", step)
        figures.notes(catalog, body.details)
        for gap in body.unknown:
            st.markdown(f":small[Not known: {escape(gap.what)}. Ask: {escape(gap.ask or '')}]")


def _cards(catalog: Catalog, offers: Sequence[Offer]) -> None:
    with st.grid(2, min_column_width=320):
        for offer in offers:
            _card(catalog, offer)


def _card(catalog: Catalog, offer: Offer) -> None:
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
        figures.figure(catalog, said(program.delivery), program.delivery)
    lengths = [(unit, getattr(program, unit)) for unit in _LENGTHS]
    known = [(unit, fact) for unit, fact in lengths if fact is not None]
    for unit, fact in known:
        figures.figure(catalog, said(fact, unit), fact)
    if not known:
        figures.not_found("length not found")


def _what_it_gives(catalog: Catalog, program: Program) -> None:
    letters = {each.id: each.letters for each in _accreditors(catalog)}
    if program.includes is not None:
        figures.figure(catalog, f"Includes {said(program.includes)}", program.includes)
    if program.exam_attempts is not None:
        attempts = program.exam_attempts
        figures.figure(catalog, f"Exam attempts: {said(attempts)}", attempts)
    for approval in program.accreditation:
        figures.figure(catalog, f"Accredited or approved by {letters[approval.body]}", approval)


def _price(catalog: Catalog, price: Price) -> None:
    per = f" per {price.per}" if price.per else ""
    text = f"{said(price.amount, '$')}{per}, {price.label}"
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
            sides = "; ".join(str(rival.value) for rival in dispute.values)
            st.markdown(f"**{escape(dispute.topic)}**, disputed: {escape(sides)}")
            st.markdown(f"Taken here: {escape(dispute.taken)}. {escape(dispute.why)}")
        for gap in program.unknown:
            st.markdown(f"Not known: {escape(gap.what)}  \nAsk: {escape(gap.ask or '')}")


def _table(catalog: Catalog, found: Found) -> dict[str, list[str]]:
    """Every program that fits, and after them those of which it cannot be said.

    Each leads to a page it was read on, which also lets the keyboard scroll the table.
    """
    offers = [*found.fitting, *found.unclear]
    return {
        "Program": [_named(catalog, each.program) for each in offers],
        "List price": [_span(each.list_prices) for each in offers],
        "On sale": [_span(each.sale_prices) for each in offers],
        "Length": [escape(takeaways.months(each.months)) for each in offers],
        "Where": [escape(said(each.program.delivery)) for each in offers],
        "Includes": [escape(said(each.program.includes)) for each in offers],
        "Not known": [escape(", ".join(each.unclear)) for each in offers],
    }


def _named(catalog: Catalog, program: Program) -> str:
    pages = (catalog.sources[source].url for _, found in evidence(program) for source in found.src)
    name = f"{program.name}, {program.provider}"
    return link(name, next(filter(None, pages), None))


def _span(prices: Sequence[Price]) -> str:
    return escape("; ".join(said(price.amount, "$") for price in prices) or said(None))
