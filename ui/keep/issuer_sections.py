"""The sections of What I hold about the issuers: what each asks for, and after a missed date."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from cert_model.catalog import FactRef
from cert_model.formatting import format_months
from cert_model.formatting.markdown import escape
from cert_model.renewal import sentences
from cert_model.renewal.across import CAUTION
from cert_model.renewal.plan import CycleDue, IssuerRenewal
from cert_model.renewal.rule_lines import rule_lines
from ui.components import amounts, fact_list
from ui.components.amounts import Basis
from ui.components.fact_list import FactList
from ui.components.table import draw_table
from ui.keep import tables
from ui.keep.view_model import KeepView


def pressing(view: KeepView) -> None:
    """What follows from missing a date that is near or past."""
    _draw(view, "pressing", _pressing)


def _draw(view: KeepView, name: str, add_facts: Callable[[KeepView, FactList], None]) -> None:
    """Draw a list about the view, which is written once."""
    fact_list.draw(view.catalog, f"keep {name}", partial(add_facts, view), view.lists)


def _pressing(view: KeepView, facts: FactList) -> None:
    for part in view.pressing:
        is_past = sentences.is_overdue(part, view.today)
        words = "After the missed date" if is_past else "If you miss the date"
        with facts.box():
            facts.heading(f"{words} at {part.issuer.letters}")
            _ladder(view, part, facts)


def ladders(view: KeepView) -> None:
    """What follows from missing the other dates, folded."""
    _draw(view, "ladders", _ladders)


def _ladders(view: KeepView, facts: FactList) -> None:
    if view.not_pressing:
        facts.heading("If you miss a date")
    for part in view.not_pressing:
        with facts.fold(f"What {part.issuer.letters} does, step by step"):
            _ladder(view, part, facts)


def _ladder(view: KeepView, part: IssuerRenewal, facts: FactList) -> None:
    """The steps after a missed date, those that are past struck from what can still be done."""
    if not part.ladder:
        letters = part.issuer.letters
        facts.text(escape(f"What {letters} does after a missed date was not found. Ask {letters}."))
        return
    coming = sentences.next_steps(part, view.today)
    for number, step in enumerate(part.ladder, start=1):
        is_past = step not in coming
        label = f"{number}. {'Past' if is_past else step.state.label}"
        cell = _sourced(facts, sentences.step_sentence(step), step.facts)
        facts.row(label, cell)


def by_issuer(view: KeepView) -> None:
    """All issuers in one table, then what each asks for, with sources."""
    st.header("Issuer by issuer")
    if len(view.parts) > 1:
        draw_table(view.overview, alt="What is due at each issuer")
    _draw(view, "issuers", _issuers)


def _issuers(view: KeepView, facts: FactList) -> None:
    with facts.side_by_side():
        for part in view.parts:
            with facts.box():
                _issuer(view, part, facts)


def _issuer(view: KeepView, part: IssuerRenewal, facts: FactList) -> None:
    catalog = view.catalog
    facts.heading(part.issuer.letters, level=3)
    for due in part.cycles:
        _cycle(facts, due)
    earned = tables.NOT_SAID if part.earned is None else f"{part.earned:g}"
    facts.row("You have", fact_list.words(earned))
    if part.left is not None and part.ends is not None:
        facts.row("Left", fact_list.strong(f"{part.left:g}"))
    for key, other in view.replaced_at(part).items():
        text = f"needs no renewal: the {catalog.labels[other]} replaces it"
        facts.row(catalog.labels[key], fact_list.words(text))
    facts.text("**Rules on CEUs**")
    lines = rule_lines(catalog, part)
    for line in lines:
        facts.line(_sourced(facts, line.text, line.facts))
        if line.minimum in view.progress:
            facts.line(fact_list.strong(view.progress[line.minimum]))
    if not lines:
        facts.text("None were found besides the number.")
    facts.text("**To pay**")
    for fee in part.fees:
        facts.line(_sourced(facts, sentences.fee_sentence(fee), fee.facts))
    if not part.fees:
        facts.text("No fee was found.")


def _cycle(facts: FactList, due: CycleDue) -> None:
    """One cycle: whose it is, how long, when it ends, and the CEUs due in it."""
    labels = ", ".join(facts.catalog.labels[key] for key in due.cycle.ids)
    facts.row("You hold", fact_list.strong(labels))
    length = format_months(due.cycle.months) if due.cycle.months else tables.NOT_KNOWN
    facts.row("Cycle", fact_list.words(length))
    ends = sentences.day_in_words(due.cycle.ends) if due.cycle.ends else tables.NOT_KNOWN
    facts.row("Ends", fact_list.strong(ends))
    ceus, unit = due.ceus, due.ceus.unit
    if ceus.due is None:
        facts.row("Due in a full cycle", fact_list.not_found())
        return
    facts.row("Due in a full cycle", amounts.cell(facts, f"{ceus.due:g} {unit}", Basis(ceus.facts)))
    if due.cycle.ends is not None:
        this_cycle = ceus.due_this_cycle
        text = f"at most {ceus.due:g} {unit}" if this_cycle is None else f"{this_cycle:g} {unit}"
        facts.row("Due in this cycle", fact_list.strong(text))


def across(view: KeepView) -> None:
    """What one course may count for at several issuers."""
    _draw(view, "across", _across)


def _across(view: KeepView, facts: FactList) -> None:
    if not view.taken:
        return
    facts.heading("One course, two issuers")
    for taken in view.taken:
        letters = view.catalog.issuers[taken.issuer].letters
        facts.row(letters, _sourced(facts, taken.text, taken.facts))
    facts.text(escape(CAUTION))


def _sourced(facts: FactList, text: str, refs: Sequence[FactRef]) -> str:
    """A sentence as a cell that opens to what it rests on, if it rests on anything."""
    return amounts.cell(facts, text, Basis(refs)) if refs else fact_list.words(text)
