"""What a plan pays once or lets others pay: training, the apprentice mark, funding."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions, BadAssumption
from cert_model.costs.rows import Category, CostRow, MissingPrice
from cert_model.prices.money import Money, sum_money
from cert_model.prices.price_lists import FactRef
from cert_model.schema import Credential, Fact
from cert_model.schema.preparation import Funding, Program
from cert_model.vocabulary import Inclusion, Pays

Offered = TypeVar("Offered", Program, Funding)

_PAID_BY_PROGRAM = {
    Inclusion.CODE_BOOKS: Category.BOOKS,
    Inclusion.MEMBERSHIP: Category.MEMBERSHIP,
    Inclusion.EXAM: Category.EXAM,
    Inclusion.PRACTICE_EXAMS: Category.MATERIALS,
}
_TESTS = (Category.EXAM, Category.RETAKE)
_FUNDED = {
    Pays.EXAM: Category.EXAM,
    Pays.RETAKE: Category.RETAKE,
    Pays.MEMBERSHIP: Category.MEMBERSHIP,
    Pays.TRAINING: Category.TRAINING,
    Pays.BOOKS: Category.BOOKS,
    Pays.MATERIALS: Category.MATERIALS,
    Pays.CEUS: Category.CEUS,
    Pays.RENEWAL: Category.RENEWAL,
}


def apprentice_rows(
    sheet: Credential, year: int, assumptions: Assumptions
) -> Iterator[CostRow | MissingPrice]:
    """What it costs to lose an apprentice mark in the way assumed."""
    if sheet.apprentice is None or assumptions.apprentice == "keep":
        return
    ways = sheet.apprentice.removal
    subject = sheet.same_exam_as or sheet.id
    if assumptions.apprentice == "experience":
        yield CostRow(
            year,
            sheet.id,
            sheet.issuer,
            Category.APPRENTICE_REMOVAL,
            Money(),
            f"{sheet.apprentice.marks} goes by work, which costs nothing",
            tuple(FactRef(subject, ("apprentice", "removal", at)) for at in range(len(ways))),
            ("apprentice",),
        )
    else:
        what = "the price of the course and Practicode that remove the apprentice mark"
        yield MissingPrice(sheet.id, sheet.issuer, Category.APPRENTICE_REMOVAL, what)


def training_rows(
    catalog: Catalog, issuer: str, paid: Iterable[CostRow], assumptions: Assumptions
) -> Iterator[CostRow | MissingPrice]:
    """The chosen program in the first year, less what its price already includes.

    Raises BadAssumption for a program that the catalog does not hold.
    """
    if assumptions.training is None:
        return
    programs = catalog.preparation.programs.programs
    at, program = _chosen(programs, assumptions.training, "training", "program")
    places = [
        FactRef("preparation", ("programs", "programs", at, "tuition", position, "amount"))
        for position, price in enumerate(program.tuition)
        if price.amount.known
    ]
    prices = [Money.from_fact(price.amount) for price in program.tuition if price.amount.known]
    if not prices:
        yield MissingPrice(None, issuer, Category.TRAINING, f"the price of {program.name}")
        return
    usual = sorted(price.typical for price in prices)
    money = Money(
        min(price.low for price in prices),
        usual[0],
        max(price.high for price in prices),
    )
    yield CostRow(
        1, None, issuer, Category.TRAINING, money, program.name, tuple(places), ("training",)
    )
    yield from _already_paid(program, at, issuer, paid)


def _chosen(
    offered: Sequence[Offered], wanted: str, assumption: str, what: str
) -> tuple[int, Offered]:
    for at, each in enumerate(offered):
        if each.id == wanted:
            return at, each
    known = ", ".join(each.id for each in offered) or "none"
    raise BadAssumption(f'{assumption}: there is no {what} "{wanted[:40]}"; known are: {known}')


def _already_paid(
    program: Program, at: int, issuer: str, paid: Iterable[CostRow]
) -> Iterator[CostRow]:
    """The first year's lines that the program's price covers, taken off again."""
    covered = {
        _PAID_BY_PROGRAM[each]
        for each in (program.includes.value or () if program.includes else ())
        if each in _PAID_BY_PROGRAM
    }
    place = FactRef("preparation", ("programs", "programs", at, "includes"))
    for row in paid:
        if row.year == 1 and row.category in covered:
            label = f"{row.label}: in the price of the program"
            yield CostRow(
                1, row.credential, issuer, row.category, -row.money, label, (place,), ("training",)
            )


def funding_rows(
    catalog: Catalog, rows: Sequence[CostRow], assumptions: Assumptions
) -> Iterator[CostRow]:
    """What somebody else pays, as negative lines: first the funding source, then the employer.

    Raises BadAssumption for a source that the catalog does not hold.
    """
    if assumptions.funding is not None:
        yield from _from_source(catalog, rows, assumptions.funding)
    if assumptions.employer_share:
        share = assumptions.employer_share / 100
        for year in sorted({row.year for row in rows}):
            spent = sum_money(row.money for row in rows if row.year == year)
            label = f"An employer pays {assumptions.employer_share:g} percent"
            yield _paid(year, rows[0].issuer, spent.times(share), label, (), ("employer_share",))


def _from_source(catalog: Catalog, rows: Sequence[CostRow], wanted: str) -> Iterator[CostRow]:
    at, source = _chosen(catalog.preparation.funding.funding, wanted, "funding", "source")
    place = FactRef("preparation", ("funding", "funding", at, "pays"))
    named = source.pays.value or () if source.pays else ()
    pays = {_FUNDED[each] for each in named if each in _FUNDED}
    left, a_year = _top(source.cap_total), _top(source.cap_per_year)
    for year in sorted({row.year for row in rows}):
        payable = sum_money(
            _capped(row.money, _top(source.cap_per_test) if row.category in _TESTS else None)
            for row in rows
            if row.year == year and row.category in pays
        )
        paid = _capped(_capped(payable, a_year), left)
        if paid.high:
            left = None if left is None else max(0.0, left - paid.typical)
            yield _paid(year, rows[0].issuer, paid, source.name, (place,), ("funding",))


def _top(fact: Fact[float] | None) -> float | None:
    return None if fact is None else fact.top


def _capped(money: Money, cap: float | None) -> Money:
    if cap is None:
        return money
    return Money(min(money.low, cap), min(money.typical, cap), min(money.high, cap))


def _paid(
    year: int,
    issuer: str,
    money: Money,
    label: str,
    facts: tuple[FactRef, ...],
    assumptions: tuple[str, ...],
) -> CostRow:
    return CostRow(year, None, issuer, Category.FUNDING, -money, label, facts, assumptions)
