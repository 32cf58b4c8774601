"""The four figures of a plan that people come for, each with what it rests on."""

from collections.abc import Sequence
from datetime import date

from cert_model import careers
from cert_model.candidates.asker import Asker
from cert_model.candidates.pay import occupation_pay
from cert_model.candidates.pay_sentences import NO_OCCUPATION, label_of_occupation
from cert_model.catalog import Catalog
from cert_model.costs.sentences import format_sum
from cert_model.formatting import NOT_FOUND, as_phrase, format_money, format_period, join_words
from cert_model.paths import answer_sentences
from cert_model.paths.answer import Answer, Opening
from cert_model.paths.bill_lines import BillLine
from cert_model.paths.sentences import format_cost
from ui.charts.cost_specs import CATEGORIES
from ui.components.amounts import Basis
from ui.components.key_figures import KeyFigure

_MOST_MISSING = 2
"""The prices that a note names as not found; the bill names all."""


def key_figures(
    catalog: Catalog, asker: Asker, answer: Answer, bill: Sequence[BillLine], start: date
) -> list[KeyFigure]:
    """What it costs to earn and to keep, when the first is held, and what the work pays."""
    return [
        _cost(answer, bill),
        _upkeep(answer),
        _first(catalog, asker, answer, start),
        _pay(catalog, asker, answer),
    ]


def _cost(answer: Answer, bill: Sequence[BillLine]) -> KeyFigure:
    cost = answer.plan.cost
    span = format_money(round(cost.money.low), round(cost.money.high))
    left_out = [
        *(["training"] if answer.untrained_exam else []),
        *(["upkeep until then"] if answer.waiting else []),
    ]
    note = f"{span}, without {' or '.join(left_out)}" if left_out else span
    if cost.missing:
        note = f"{span}. Not found: {join_words(cost.missing[:_MOST_MISSING])}"
    if not cost.money:
        note = "nothing to pay" if cost.complete else "no price was found"
    basis = Basis.of_bill(bill)
    return KeyFigure(answer_sentences.cost_title(answer), format_cost(cost), note, basis)


def _upkeep(answer: Answer) -> KeyFigure:
    rows = answer.upkeep_rows
    note = join_words(dict.fromkeys(CATEGORIES[row.category].label for row in rows))
    text = format_sum(answer.upkeep)
    if not rows and answer.upkeep.missing:
        note = "no price was found"
    elif not rows:
        text, note = "nothing more", "beyond what you pay now for what you hold"
    return KeyFigure("Each year after", text, note, Basis.of_entries(rows))


def _first(catalog: Catalog, asker: Asker, answer: Answer, start: date) -> KeyFigure:
    title = "Next credential" if asker.profile.credentials else "First credential"
    if answer.opening is Opening.LOSE_MARK:
        title = "The full credential"
    return KeyFigure(
        title,
        answer_sentences.format_first(answer, start),
        answer_sentences.describe_first(catalog, answer, start),
        Basis.of_lengths(answer.first_steps),
    )


def _pay(catalog: Catalog, asker: Asker, answer: Answer) -> KeyFigure:
    wage = occupation_pay(catalog, catalog.credentials[answer.target].roles, asker.home_state)
    if wage is None:
        return KeyFigure("Pay in this work", NOT_FOUND, NO_OCCUPATION, Basis())
    counted = as_phrase(careers.occupations(catalog)[wage.soc].title)
    median = f"Median for {counted}, {format_period(wage.as_of)}"
    note = f"{median}. Beginners' pay was not found"
    return KeyFigure(
        label_of_occupation(wage), format_money(wage.p50), note, Basis(statements=(wage,))
    )
