"""What a plan pays for training: a chosen program, and the removal of an apprentice mark."""

from collections.abc import Iterable, Iterator

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.subjects import PREPARATION
from cert_model.costs.assumptions import Assumptions, choose
from cert_model.costs.rows import Category, CostItem, CostRow, EarnedCredential, MissingPrice
from cert_model.prices import Money, tuition_lines
from cert_model.schema.preparation import Program
from cert_model.vocabulary import Inclusion

_CATEGORIES = {
    Inclusion.CODE_BOOKS: Category.BOOKS,
    Inclusion.MEMBERSHIP: Category.MEMBERSHIP,
    Inclusion.EXAM: Category.EXAM,
    Inclusion.PRACTICE_EXAMS: Category.MATERIALS,
}
"""By what a program's price includes, the category that it pays for."""


def apprentice_items(earned: EarnedCredential, assumptions: Assumptions) -> Iterator[CostItem]:
    """What it costs to remove the apprentice mark of a credential, in the way assumed.

    The fact sheet lists the ways under ``apprentice.removal``, all without a published price.
    """
    sheet = earned.sheet
    if sheet.apprentice is None or assumptions.apprentice == "keep":
        return
    if assumptions.apprentice == "course":
        what = "the price of the course and Practicode that remove the apprentice mark"
        yield earned.missing(Category.APPRENTICE_REMOVAL, what)
        return
    subject = sheet.same_exam_as or sheet.id
    yield earned.row(
        Category.APPRENTICE_REMOVAL,
        Money(),
        f"{sheet.apprentice.marks} removed by work experience, at no cost",
        tuple(
            FactRef(subject, ("apprentice", "removal", position))
            for position in range(len(sheet.apprentice.removal))
        ),
        ("apprentice",),
    )


def training_items(
    catalog: Catalog, issuer: str, paid: Iterable[CostRow], assumptions: Assumptions
) -> Iterator[CostItem]:
    """The chosen program in the first year, less what its price already includes.

    low and typical are the cheapest known price, high the costliest. ``paid`` are the other rows of
    the plan; ``issuer`` is the one to which the rows of the program are added. Raises
    BadAssumption for a program that is not in the catalog.
    """
    if assumptions.training is None:
        return
    programs = catalog.preparation.programs.programs
    position, program = choose(programs, assumptions.training, "training", "program")
    prices = [(line.money, line.ref) for line in tuition_lines(position, program)]
    if not prices:
        yield MissingPrice(None, issuer, Category.TRAINING, f"the price of {program.name}")
        return
    money = Money(
        min(money.low for money, _ in prices),
        min(money.typical for money, _ in prices),
        max(money.high for money, _ in prices),
    )
    facts = tuple(ref for _, ref in prices)
    yield CostRow(1, None, issuer, Category.TRAINING, money, program.name, facts, ("training",))
    yield from _included_rows(program, position, issuer, paid)


def _included_rows(
    program: Program, position: int, issuer: str, paid: Iterable[CostRow]
) -> Iterator[CostRow]:
    """The rows of the first year that the program's price includes, taken off again."""
    inclusions = program.includes.value or () if program.includes else ()
    included = {_CATEGORIES[name] for name in inclusions if name in _CATEGORIES}
    facts = (_program_ref(position, "includes"),)
    for row in paid:
        if row.year == 1 and row.category in included:
            label = f"{row.label}: included in the program's price"
            yield CostRow(
                1, row.credential, issuer, row.category, -row.money, label, facts, ("training",)
            )


def _program_ref(position: int, *steps: str | int) -> FactRef:
    return FactRef(PREPARATION, ("programs", "programs", position, *steps))
