"""Amounts of a bill, each of which opens to the facts and assumptions behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from cert_model.catalog import Catalog, FactRef, once_per_catalog
from cert_model.catalog.standing import standing
from cert_model.content.figures import weakest
from cert_model.costs import ASSUMPTION_LABELS, CostRow
from cert_model.formatting import as_phrase, format_money
from cert_model.formatting.markdown import escape
from cert_model.paths import Step
from cert_model.paths.bill_lines import BillLine
from cert_model.paths.sentences import ASSUMPTION_LABELS as PATH_LABELS
from cert_model.prices import Money, sum_money
from cert_model.quality import name_fact
from cert_model.schema import Evidence
from cert_model.vocabulary import Standing
from ui.components import fact_list, figures
from ui.components.fact_list import FactList

T = TypeVar("T")
_LABELS = {**ASSUMPTION_LABELS, **PATH_LABELS}


@dataclass(frozen=True, slots=True)
class Basis:
    """What an amount rests on."""

    facts: Sequence[FactRef] = ()
    assumptions: Sequence[str] = ()
    """The names of what is assumed."""
    estimate: str | None = None
    """The rule by which it was estimated; None where it was read."""
    statements: Sequence[Evidence] = ()
    """What stands in no fact sheet, such as a row of a table of pay."""
    text: str = ""
    """What the statements say, where their values lack a unit."""
    how: str = ""
    """How the amount follows from all that, where its label leaves that open."""
    parts: Sequence[BillLine] = ()
    """The lines of a bill of which the amount is the sum."""

    @classmethod
    def of_bill(cls, lines: Iterable[BillLine]) -> Self:
        """What a sum rests on: its lines with an amount, each with its own facts."""
        priced = [line for line in lines if line.money is not None]
        return cls(without_repetition(line.facts for line in priced), parts=tuple(priced))

    @classmethod
    def of_entries(cls, entries: Iterable[CostRow | Step]) -> Self:
        """What the lines of a bill, or the costs of some steps, rest on."""
        listed = list(entries)
        return cls(
            without_repetition(entry.facts for entry in listed),
            without_repetition(entry.assumptions for entry in listed),
        )

    @classmethod
    def of_lengths(cls, steps: Iterable[Step]) -> Self:
        """What the months of some steps rest on."""
        listed = list(steps)
        assumed = without_repetition(step.assumptions for step in listed)
        return cls(
            without_repetition(step.length_facts for step in listed),
            [name for name in assumed if name in PATH_LABELS],
        )


def without_repetition(groups: Iterable[Sequence[T]]) -> list[T]:
    """What is in any of the groups, each once, in their order."""
    return list(dict.fromkeys(part for group in groups for part in group))


def format_usual(money: Money) -> str:
    """The usual amount, then its range: "$149 ($0 to $425)"."""
    rounded = money.rounded()
    usual = format_money(rounded.typical)
    if rounded.low == rounded.high:
        return usual
    return f"{usual} ({format_money(rounded.low)} to {format_money(rounded.high)})"


def line(facts: FactList, label: str, money: Money, opens: str, basis: Basis) -> None:
    """A line of a bill; the button with the words ``opens`` shows what the amount rests on."""
    amount = fact_list.amount(format_usual(money))
    facts.row(label, amount, facts.opener(opens, _what_it_rests_on(facts.catalog, basis)))


def sources(facts: FactList, basis: Basis) -> str:
    """A button with the mark of the weakest source, which opens to what a figure rests on.

    Empty for a figure that rests on nothing.
    """
    if basis == Basis():
        return ""
    mark, evidence = _mark(facts.catalog, basis), _what_it_rests_on(facts.catalog, basis)
    return facts.opener(f"{mark} sources", evidence)


def cell(facts: FactList, text: str, basis: Basis) -> str:
    """A figure with the mark of its weakest source, as a cell that opens to what it rests on.

    One that rests on assumptions alone has no mark; a long text stands beside its button.
    """
    rests_on_facts = basis.facts or basis.statements or basis.estimate is not None
    mark = f" {_mark(facts.catalog, basis)}" if rests_on_facts else ""
    evidence = _what_it_rests_on(facts.catalog, basis)
    if len(text) > figures.LONGEST_BUTTON:
        return fact_list.words(text) + facts.opener(f"{mark} sources".strip(), evidence)
    return facts.opener(f"{text}{mark}", evidence)


def _sum(parts: Sequence[BillLine]) -> str:
    """How the parts of a bill add up: "$299 + $113.62 + $325 = $737.62"."""
    whole = sum_money(part.money for part in parts if part.money is not None).rounded()
    terms = " + ".join(map(_usual, parts))
    return f"{terms} = {format_money(whole.typical)}" if len(parts) > 1 else terms


def _usual(part: BillLine) -> str:
    return format_money(None if part.money is None else part.money.rounded().typical)


def _mark(catalog: Catalog, basis: Basis) -> str:
    grade = weakest(
        standing(statement, catalog.sources, catalog.today)
        for statement in _statements(catalog, basis)
    )
    if basis.estimate is not None:
        grade = Standing.ESTIMATED
    return figures.NOT_FOUND_MARK if grade is None else figures.MARKS[grade]


def _what_it_rests_on(catalog: Catalog, basis: Basis) -> str:
    return "\n\n".join(_evidence(catalog, basis)) or "It rests on no fact."


@once_per_catalog
def _evidence_of(catalog: Catalog, ref: FactRef) -> str:
    return figures.evidence_of(catalog, catalog.find_fact(ref), name_fact(catalog, ref))


def _statements(catalog: Catalog, basis: Basis) -> list[Evidence]:
    return [*map(catalog.find_fact, basis.facts), *basis.statements]


def _evidence(catalog: Catalog, basis: Basis) -> Iterator[str]:
    """How a sum adds up, then each part; each fact with its sources, the rules, what is assumed."""
    if basis.parts:
        yield f"**{escape(_sum(basis.parts))}**"
        for part in basis.parts:
            yield f"**{escape(part.what)}: {escape(_usual(part))}**"
            yield from _evidence(
                catalog, Basis(part.facts, part.assumptions, part.estimate, how=part.how)
            )
        return
    if basis.how:
        yield escape(basis.how)
    if basis.estimate is not None:
        yield f"**Estimated:** {escape(as_phrase(basis.estimate))}"
    for ref in basis.facts:
        yield _evidence_of(catalog, ref)
    for statement in basis.statements:
        yield figures.evidence_of(catalog, statement, basis.text)
    labels = "; ".join(_LABELS[name] for name in basis.assumptions)
    if labels:
        yield f"**Assumed:** {escape(labels)}"
