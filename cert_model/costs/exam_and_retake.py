"""What the exam of a credential costs: the fee, the application, the expected retake, the books."""

from collections.abc import Iterator

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.derived import newest_pass_rate
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem, CostRow, EarnedCredential
from cert_model.formatting import format_count
from cert_model.prices import Buyer, Money, PriceLine, credential_lines, material_lines, select_line
from cert_model.schema import Credential
from cert_model.vocabulary import MaterialKind, PriceKind


def exam_items(
    earned: EarnedCredential, buyer: Buyer, assumptions: Assumptions
) -> Iterator[CostItem]:
    """The exam fee, the application fee and one expected retake of a credential."""
    attempts = 2 if assumptions.attempts == "two" else 1
    exam = select_line(credential_lines(earned.sheet, PriceKind.EXAM), buyer, attempts)
    if exam is None:
        yield earned.missing(Category.EXAM, "the exam price in dollars")
    else:
        yield earned.row(
            Category.EXAM,
            exam.money,
            f"Exam, {format_count(exam.attempts, 'attempt')}",
            (exam.ref,),
        )
    application = select_line(credential_lines(earned.sheet, PriceKind.APPLICATION), buyer)
    if application is not None:
        facts = (application.ref,)
        yield earned.row(Category.EXAM, application.money, "Application fee", facts)
    if exam is not None and exam.attempts == 1:
        yield _expected_retake(earned, buyer, exam, assumptions)


def _expected_retake(
    earned: EarnedCredential, buyer: Buyer, exam: PriceLine, assumptions: Assumptions
) -> CostRow:
    """One retake, weighted by the chance of needing it.

    typical = the retake's price × (1 − the chance to pass); low is 0 (no retake) and high the full
    price (one retake). Where no retake price is known, a retake costs as much as the exam.
    """
    line = select_line(credential_lines(earned.sheet, PriceKind.RETAKE), buyer) or exam
    chance, facts, assumed = _chance_to_fail(earned.sheet, assumptions)
    money = Money(0, line.money.typical * chance, line.money.high)
    label = f"One retake, {chance:.0%} likely"
    return earned.row(Category.RETAKE, money, label, (line.ref, *facts), assumed)


def _chance_to_fail(
    sheet: Credential, assumptions: Assumptions
) -> tuple[float, tuple[FactRef, ...], tuple[str, ...]]:
    """The chance to fail the first attempt, with the facts and the assumptions behind it.

    One's own pass rate comes first, then the newest published one, then the one assumed where
    none is published.
    """
    own_rate = assumptions.pass_rate
    if own_rate is not None:
        return 1 - own_rate / 100, (), ("pass_rate",)
    published = newest_pass_rate(sheet.exam)
    if published is not None and published.percent is not None:
        position = sheet.exam.pass_rates.index(published)
        ref = FactRef(sheet.same_exam_as or sheet.id, ("exam", "pass_rates", position))
        return 1 - published.percent / 100, (ref,), ()
    return 1 - assumptions.unpublished_pass_rate / 100, (), ("unpublished_pass_rate",)


def book_items(
    catalog: Catalog, earned: EarnedCredential, assumptions: Assumptions
) -> Iterator[CostItem]:
    """The code books of an open-book exam, where the plan buys them.

    low is the cheapest price of any set of books for the exam, high the costliest, and typical the
    median of their typical prices (the upper one of two in the middle).
    """
    open_book = earned.sheet.exam.open_book
    if not assumptions.books or open_book is None or not open_book.value:
        return
    prices = list(_book_prices(catalog, earned.sheet))
    if not prices:
        yield earned.missing(Category.BOOKS, "the price of the code books")
        return
    typical_prices = sorted(money.typical for money, _ in prices)
    money = Money(
        min(money.low for money, _ in prices),
        typical_prices[len(typical_prices) // 2],
        max(money.high for money, _ in prices),
    )
    facts = tuple(ref for _, ref in prices)
    yield earned.row(Category.BOOKS, money, "Code books for the exam", facts, ("books",))


def _book_prices(catalog: Catalog, sheet: Credential) -> Iterator[tuple[Money, FactRef]]:
    """Every known price of code books for the exam, and where it stands."""
    for position, material in enumerate(catalog.preparation.materials.materials):
        if material.kind is not MaterialKind.CODE_BOOK or not material.serves(sheet):
            continue
        for line in material_lines(position, material):
            yield line.money, line.ref


def study_material_items(earned: EarnedCredential, assumptions: Assumptions) -> Iterator[CostItem]:
    """What the person plans to spend on study material for a credential."""
    if assumptions.study_material:
        spent = Money.exactly(assumptions.study_material)
        yield earned.row(
            Category.MATERIALS, spent, "Study material", assumptions=("study_material",)
        )
