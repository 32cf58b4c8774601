"""What a plan pays for training: a chosen program, and the removal of an apprentice designation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.subjects import PREPARATION
from cert_model.costs.assumptions import Assumptions, choose
from cert_model.costs.rows import Category, CostItem, CostRow, MissingPrice, Phase
from cert_model.costs.timeline import DatedCredential, one_per_exam
from cert_model.prices import (
    Money,
    PriceLine,
    amount_span,
    material_lines,
    prices_asked,
    tuition_lines,
)
from cert_model.schema import Credential
from cert_model.schema.credentials import Apprentice
from cert_model.schema.preparation import Program
from cert_model.vocabulary import Inclusion, MaterialKind, RemovalRoute

_CATEGORIES: Mapping[Inclusion, Category] = {
    Inclusion.CODE_BOOKS: Category.BOOKS,
    Inclusion.MEMBERSHIP: Category.MEMBERSHIP,
    Inclusion.EXAM: Category.EXAM,
    Inclusion.PRACTICE_EXAMS: Category.MATERIALS,
}
"""By what a program's price includes, the category that it pays for."""
_OF_FIRST_YEAR = (Category.BOOKS, Category.MEMBERSHIP)
"""What a program gives while it is taught; an exam that it includes may be sat later."""


def span_of_programs(catalog: Catalog, ids: Iterable[str]) -> tuple[float | None, float | None]:
    """The lowest and the highest price of a program for any of these; None where none was found."""
    sheets = [catalog.credentials[key] for key in ids]
    return amount_span(
        [
            price
            for program in catalog.preparation.programs.programs
            if any(program.prepares(sheet) for sheet in sheets)
            for price in prices_asked(program.tuition)
        ]
    )


def apprentice_items(
    catalog: Catalog, credential: DatedCredential, assumptions: Assumptions
) -> Iterator[CostItem]:
    """What it costs to remove the apprentice designation of a credential, in the way assumed.

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
        what = "the price of the course that, with Practicode, removes the apprentice designation"
        yield credential.missing(Category.APPRENTICE_REMOVAL, what)
        return
    label = f"{_name(mark)} removed by {route.label}"
    yield credential.row(Category.APPRENTICE_REMOVAL, Money(), label, (ref,), ("apprentice",))


def marks_until_work(
    added: Sequence[DatedCredential], held: Iterable[DatedCredential], assumptions: Assumptions
) -> Iterator[str]:
    """Say which marks are held until the work is done, whose upkeep is that of the later years.

    Nothing of a mark that the person holds already, keeps, removes otherwise or never gets.
    """
    if assumptions.experienced or assumptions.apprentice == "keep":
        return
    passed = {credential.exam for credential in held}
    for credential in one_per_exam(added):
        mark = credential.sheet.apprentice
        if mark is None or not mark.removal or credential.exam in passed:
            continue
        if _route(mark, assumptions) is RemovalRoute.WORK:
            yield (
                f"Without the work that removes it, you hold the {mark.marks} first; what keeping "
                "it costs is in the years after the exam."
            )


def _name(mark: Apprentice) -> str:
    return f"Provisional mark {mark.marks}" if mark.is_provisional else mark.marks


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
    for name, lines in practice_lines(catalog, credential.exam):
        yield credential.row(
            Category.APPRENTICE_REMOVAL,
            Money.of_ways([line.money for line in lines]),
            name,
            (*(line.ref for line in lines), removal),
            ("apprentice",),
        )


def practice_lines(catalog: Catalog, exam: str) -> Iterator[tuple[str, list[PriceLine]]]:
    """The practice cases that remove a part of an exam's mark: their names, with their prices.

    ``exam`` is the id of the credential in full. Cases without a price are left out.
    """
    for position, material in enumerate(catalog.preparation.materials.materials):
        marked = (catalog.credentials[key].same_exam_as for key in material.needed_for)
        if material.kind is MaterialKind.PRACTICE and exam in marked:
            lines = material_lines(position, material)
            if lines:
                yield material.name, lines


def with_training(
    catalog: Catalog, credentials: Sequence[Credential], items: Sequence[CostItem], name: str
) -> Iterator[CostItem]:
    """The lines of a plan with the chosen program in the first year, less what it includes.

    Raises BadAssumption for a program that is not in the catalog.
    """
    programs = catalog.preparation.programs.programs
    position, program = choose(programs, name, "training", "program")
    in_order = sorted(credentials, key=lambda sheet: sheet.id)
    prepared = [sheet for sheet in in_order if program.prepares(sheet)]
    issuer = (prepared or in_order)[0].issuer
    lines = tuition_lines(position, program)
    if not lines:
        yield from items
        yield MissingPrice(None, issuer, Category.TRAINING, f"the price of {program.name}")
        return
    included = _Included.of(program, position, prepared)
    yield from filter(None, map(included.taken_off, items))
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


@dataclass(frozen=True, slots=True)
class _Included:
    """What the price of a program pays for besides the teaching."""

    fact: FactRef
    categories: frozenset[Category]
    prepared: frozenset[str]
    """The ids of the credentials whose exams and books it pays for."""
    issuers: frozenset[str]
    """Their issuers, whose dues it pays for."""

    @classmethod
    def of(cls, program: Program, position: int, prepared: Iterable[Credential]) -> "_Included":
        """What a program at a position in ``programs.yaml`` includes for some credentials."""
        names = (program.includes.value if program.includes else None) or ()
        categories = {_CATEGORIES[name] for name in names if name in _CATEGORIES}
        attempts = program.exam_attempts.value if program.exam_attempts else None
        if Category.EXAM in categories and (attempts or 1) > 1:
            categories.add(Category.RETAKE)
        fact = FactRef(PREPARATION, ("programs", "programs", position, "includes"))
        sheets = list(prepared)
        ids = frozenset(sheet.id for sheet in sheets)
        return cls(fact, frozenset(categories), ids, frozenset(sheet.issuer for sheet in sheets))

    def taken_off(self, item: CostItem) -> CostItem | None:
        """A line of the plan at no cost if the program pays for it; None if it is not missed."""
        if item.category not in self.categories or not self._is_for(item):
            return item
        if isinstance(item, MissingPrice):
            return None if self._covers_gap(item) else item
        if item.category in _OF_FIRST_YEAR and item.year > 1:
            return item
        return replace(
            item,
            money=Money(),
            label=f"{item.label}: included in the program's price",
            facts=(*item.facts, self.fact),
            assumptions=(*item.assumptions, "training"),
            estimate=None,
        )

    def _is_for(self, item: CostItem) -> bool:
        if item.category is Category.MEMBERSHIP:
            return item.issuer in self.issuers
        return item.credential in self.prepared

    def _covers_gap(self, gap: MissingPrice) -> bool:
        """Whether nothing is left to pay; of an exam, a retake is left after a single attempt."""
        return gap.category is Category.EXAM and Category.RETAKE in self.categories
