"""What others pay of a plan: a funding source first, then the employer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.subjects import PREPARATION
from cert_model.costs.assumptions import Assumptions, choose
from cert_model.costs.rows import Category, CostRow, Phase
from cert_model.formatting import join_words
from cert_model.prices import Money, sum_money
from cert_model.schema import Fact
from cert_model.schema.preparation import Funding
from cert_model.vocabulary import Pays

_TESTS = (Category.EXAM, Category.RETAKE)
_CATEGORIES = {
    Pays.EXAM: Category.EXAM,
    Pays.RETAKE: Category.RETAKE,
    Pays.MEMBERSHIP: Category.MEMBERSHIP,
    Pays.TRAINING: Category.TRAINING,
    Pays.BOOKS: Category.BOOKS,
    Pays.MATERIALS: Category.MATERIALS,
    Pays.CEUS: Category.CEUS,
    Pays.RENEWAL: Category.RENEWAL,
}
"""By what a funding source pays for, the category of a plan."""


def funding_rows(
    catalog: Catalog, rows: Sequence[CostRow], assumptions: Assumptions
) -> Iterator[CostRow]:
    """What a funding source and an employer pay of ``rows``, as negative rows.

    The employer pays a share of everything that the source leaves, so that nothing is paid
    twice. Raises BadAssumption for a funding source that is not in the catalog.
    """
    by_source: list[CostRow] = []
    if assumptions.funding is not None:
        by_source = list(_source_rows(catalog, rows, assumptions.funding))
    yield from by_source
    if assumptions.employer_share:
        share = assumptions.employer_share / 100
        for year, phase in _years_and_phases(rows):
            spent = sum_money(row.money for row in _rows_in(rows, year, phase))
            left = spent + sum_money(row.money for row in _rows_in(by_source, year, phase))
            label = f"An employer pays {assumptions.employer_share:g} percent"
            paid = _Payment(year, phase, rows[0].issuer, left.times(share))
            yield paid.row(label, (), "employer_share")


def describe_unused_funding(
    catalog: Catalog, rows: Sequence[CostRow], assumptions: Assumptions
) -> str | None:
    """Why the chosen funding source pays nothing of a plan; None where it does, or none is chosen.

    ``rows`` are those of the plan, with what others pay.
    """
    name = assumptions.funding
    if name is None or any("funding" in row.assumptions for row in rows):
        return None
    _, source = choose(catalog.preparation.funding.funding, name, "funding", "source")
    if source.pays is None or not source.pays.value:
        return f"What {source.name} pays was not found, so none of it is counted."
    payable = join_words(term.label for term in source.pays.value)
    return f"{source.name} pays nothing here: it pays for {payable}, and this plan counts none."


def _source_rows(catalog: Catalog, rows: Sequence[CostRow], name: str) -> Iterator[CostRow]:
    """What a funding source pays each year, within its caps per test, per year and in total.

    The three cases use up the caps each for itself.
    """
    position, source = choose(catalog.preparation.funding.funding, name, "funding", "source")
    facts = (FactRef(PREPARATION, ("funding", "funding", position, "pays")),)
    remaining, yearly_cap = _cap(source.cap_total), _cap(source.cap_per_year)
    left_this_year: dict[int, Money | None] = defaultdict(lambda: yearly_cap)
    for year, phase in _years_and_phases(rows):
        payable = _payable(source, _rows_in(rows, year, phase))
        money = _capped(_capped(payable, left_this_year[year]), remaining)
        if money:
            remaining = _left(remaining, money)
            left_this_year[year] = _left(left_this_year[year], money)
            paid = _Payment(year, phase, rows[0].issuer, money)
            yield paid.row(source.name, facts, "funding")


def _payable(source: Funding, rows: Sequence[CostRow]) -> Money:
    """What the source may pay of some rows, before its caps per year and in total.

    An exam with its application is one test, and its retake another.
    """
    names = source.pays.value or () if source.pays else ()
    categories = {_CATEGORIES[name] for name in names if name in _CATEGORIES}
    amounts: dict[tuple[Category, str | None], Money] = defaultdict(Money)
    for row in rows:
        if row.category in categories:
            amounts[row.category, row.credential] += row.money
    test_cap = _cap(source.cap_per_test)
    return sum_money(
        _capped(money, test_cap if category in _TESTS else None)
        for (category, _), money in amounts.items()
    )


def _cap(fact: Fact[float] | None) -> Money | None:
    """The cap in every case; None for no cap."""
    return None if fact is None or fact.top is None else Money.exactly(fact.top)


def _capped(money: Money, cap: Money | None) -> Money:
    return money if cap is None else Money.least_of([money, cap])


def _left(cap: Money | None, paid: Money) -> Money | None:
    """What is left of a cap after a payment; None for no cap."""
    return None if cap is None else cap - paid


def _years_and_phases(rows: Sequence[CostRow]) -> list[tuple[int, Phase]]:
    """The years with rows and, within each, what they are paid for; what is earned first."""
    return sorted({(row.year, row.phase) for row in rows}, key=_by_year_and_phase)


def _by_year_and_phase(part: tuple[int, Phase]) -> tuple[int, int]:
    return part[0], list(Phase).index(part[1])


def _rows_in(rows: Sequence[CostRow], year: int, phase: Phase) -> list[CostRow]:
    return [row for row in rows if (row.year, row.phase) == (year, phase)]


@dataclass(frozen=True, slots=True)
class _Payment:
    """What somebody else pays in one year to earn credentials, or to keep them."""

    year: int
    phase: Phase
    issuer: str
    money: Money

    def row(self, label: str, facts: tuple[FactRef, ...], assumption: str) -> CostRow:
        """The payment as a negative row."""
        return CostRow(
            self.year,
            None,
            self.issuer,
            Category.FUNDING,
            self.phase,
            -self.money,
            label,
            facts,
            (assumption,),
        )
