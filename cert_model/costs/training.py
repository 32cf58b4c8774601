"""What a plan pays for training: a chosen program, and the removal of an apprentice mark."""

from collections.abc import Iterable, Iterator

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.subjects import PREPARATION
from cert_model.costs.assumptions import Assumptions, choose
from cert_model.costs.rows import Category, CostItem, CostRow, MissingPrice, Phase
from cert_model.costs.timeline import DatedCredential
from cert_model.prices import Money, material_lines, tuition_lines
from cert_model.schema import Credential
from cert_model.schema.credentials import Apprentice
from cert_model.schema.preparation import Program
from cert_model.vocabulary import Inclusion, MaterialKind, RemovalRoute

_CATEGORIES = {
    Inclusion.CODE_BOOKS: Category.BOOKS,
    Inclusion.MEMBERSHIP: Category.MEMBERSHIP,
    Inclusion.EXAM: Category.EXAM,
    Inclusion.PRACTICE_EXAMS: Category.MATERIALS,
}
"""By what a program's price includes, the category that it pays for."""


def apprentice_items(
    catalog: Catalog, credential: DatedCredential, assumptions: Assumptions
) -> Iterator[CostItem]:
    """What it costs to remove the apprentice mark of a credential, in the way assumed.

    The ways stand in the fact sheet under ``apprentice.removal``. A mark that work does not
    remove goes by the first of its own ways.
    """
    mark = credential.sheet.apprentice
    if mark is None or not mark.removal or assumptions.apprentice == "keep":
        return
    route = _route(mark, assumptions)
    ref = _removal_ref(credential, mark, route)
    if route is RemovalRoute.COURSE:
        yield from _practicode(catalog, credential, ref)
        what = "the price of the course that, with Practicode, removes the apprentice mark"
        yield credential.missing(Category.APPRENTICE_REMOVAL, what)
        return
    label = f"{mark.marks} removed by {route.label}"
    yield credential.row(Category.APPRENTICE_REMOVAL, Money(), label, (ref,), ("apprentice",))


def _route(mark: Apprentice, assumptions: Assumptions) -> RemovalRoute:
    wanted = RemovalRoute.COURSE if assumptions.apprentice == "course" else RemovalRoute.WORK
    options = [way.option for way in mark.removal]
    return wanted if wanted in options else options[0]


def _removal_ref(credential: DatedCredential, mark: Apprentice, route: RemovalRoute) -> FactRef:
    position = [way.option for way in mark.removal].index(route)
    return FactRef(credential.exam, ("apprentice", "removal", position))


def _practicode(
    catalog: Catalog, credential: DatedCredential, removal: FactRef
) -> Iterator[CostRow]:
    """The practice cases that remove a part of the mark, where they have a price."""
    for position, material in enumerate(catalog.preparation.materials.materials):
        marked = (catalog.credentials[key].same_exam_as for key in material.needed_for)
        if material.kind is MaterialKind.PRACTICE and credential.exam in marked:
            for line in material_lines(position, material):
                yield credential.row(
                    Category.APPRENTICE_REMOVAL,
                    line.money,
                    material.name,
                    (line.ref, removal),
                    ("apprentice",),
                )


def training_items(
    catalog: Catalog, credentials: Iterable[Credential], paid: Iterable[CostRow], name: str
) -> Iterator[CostItem]:
    """The chosen program in the first year, less what its price already includes.

    ``paid`` are the other rows of the plan. Raises BadAssumption for a program that is not in
    the catalog.
    """
    programs = catalog.preparation.programs.programs
    position, program = choose(programs, name, "training", "program")
    sheets = list(credentials)
    issuer = next((sheet for sheet in sheets if program.prepares(sheet)), sheets[0]).issuer
    lines = tuition_lines(position, program)
    if not lines:
        yield MissingPrice(None, issuer, Category.TRAINING, f"the price of {program.name}")
        return
    yield CostRow(
        1,
        None,
        issuer,
        Category.TRAINING,
        Phase.EARN,
        Money.of_ways([line.money for line in lines]),
        program.name,
        tuple(line.ref for line in lines),
        ("training",),
    )
    yield from _included_rows(program, position, issuer, paid)


def _included_rows(
    program: Program, position: int, issuer: str, paid: Iterable[CostRow]
) -> Iterator[CostRow]:
    """The rows of the first year that the program's price includes, taken off again."""
    inclusions = program.includes.value or () if program.includes else ()
    included = {_CATEGORIES[name] for name in inclusions if name in _CATEGORIES}
    facts = (FactRef(PREPARATION, ("programs", "programs", position, "includes")),)
    for row in paid:
        if row.year == 1 and row.category in included:
            label = f"{row.label}: included in the program's price"
            yield CostRow(
                1,
                row.credential,
                issuer,
                row.category,
                row.phase,
                -row.money,
                label,
                facts,
                ("training",),
            )
