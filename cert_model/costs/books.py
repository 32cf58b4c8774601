"""What the code books of an open-book exam and the study material of a credential cost."""

from collections.abc import Iterator

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.subjects import PREPARATION
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem, EarnedCredential
from cert_model.prices import Money
from cert_model.schema import Credential
from cert_model.vocabulary import MaterialKind


def book_items(
    catalog: Catalog, earned: EarnedCredential, assumptions: Assumptions
) -> Iterator[CostItem]:
    """The code books of an open-book exam, where the plan buys them.

    low is the cheapest price of any set of books for the exam, high the dearest, and typical the
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
        for price_position, price in enumerate(material.prices):
            if price.amount.known:
                path = ("materials", "materials", position, "prices", price_position, "amount")
                yield Money.from_fact(price.amount), FactRef(PREPARATION, path)


def study_material_items(earned: EarnedCredential, assumptions: Assumptions) -> Iterator[CostItem]:
    """What the person plans to spend on study material for a credential."""
    if assumptions.study_material:
        spent = Money.exactly(assumptions.study_material)
        yield earned.row(
            Category.MATERIALS, spent, "Study material", assumptions=("study_material",)
        )
