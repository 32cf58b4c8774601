"""What the degree or program that an exam requires costs.

The rule on who may sit is read for what has to be bought: a degree, a program, a course. A
high school diploma, an age, a license and other credentials are taken as had, and so is what only
the issuer can decide. Work experience is free, but stands in for a program only where the
assumption ``experienced`` says that the person has it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from cert_model.catalog import Catalog, FactRef
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem
from cert_model.costs.timeline import DatedCredential
from cert_model.prices import Money, tuition_lines
from cert_model.schema import Credential
from cert_model.schema.preparation import Program
from cert_model.schema.rules import (
    AllOf,
    AnyOf,
    Condition,
    CourseTest,
    EducationTest,
    ExperienceTest,
    HimProgramTest,
    Rule,
    TrainingTest,
)
from cert_model.vocabulary import EducationLevel, HimProgram, ProgramKind

_WEEKS_A_MONTH = 52 / 12
_DEGREES = (ProgramKind.ASSOCIATE, ProgramKind.BACHELOR)
_HIM_PROGRAM_KINDS = {
    HimProgram.CAHIIM_ASSOCIATE: ProgramKind.ASSOCIATE,
    HimProgram.CAHIIM_BACHELOR: ProgramKind.BACHELOR,
}
_DEGREE_LEVELS = {
    EducationLevel.ASSOCIATE: ProgramKind.ASSOCIATE,
    EducationLevel.BACHELOR: ProgramKind.BACHELOR,
}


@dataclass(frozen=True, slots=True)
class Schooling:
    """Something that a rule has one buy: programs of these kinds; no kind where none is listed."""

    what: str
    """In words, such as "the required degree"."""
    kinds: tuple[ProgramKind, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to meet a rule: what has to be bought for it, and whether it takes experience."""

    bought: frozenset[Schooling] = frozenset()
    needs_experience: bool = False

    def joined_with(self, other: "Way") -> "Way":
        """The way that takes both."""
        needs_experience = self.needs_experience or other.needs_experience
        return Way(self.bought | other.bought, needs_experience)


def schooling_items(
    catalog: Catalog, credentials: Iterable[DatedCredential], assumptions: Assumptions
) -> Iterator[CostItem]:
    """The required schooling of each credential; what several require alike is bought once.

    Schooling that the chosen training program gives is not bought again.
    """
    seen: set[tuple[tuple[frozenset[Schooling], ...], tuple[str, ...]]] = set()
    for credential in credentials:
        ways = required_schooling(credential.sheet, experienced=assumptions.experienced)
        programs = _programs_for(catalog, credential.sheet)
        for _, program in programs:
            if program.id == assumptions.training:
                ways = _without(ways, program)
        places = tuple(program.id for _, program in programs) or (credential.sheet.id,)
        key = tuple(ways), places
        if ways and key not in seen:
            seen.add(key)
            yield _item(credential, ways, programs)


@dataclass(frozen=True, slots=True)
class SchoolingBefore:
    """The schooling that comes before an exam, in words, and the shortest that was found of it."""

    what: str
    months: float | None
    """None where no program states its length."""


def schooling_before_exam(
    catalog: Catalog, sheet: Credential, *, experienced: bool
) -> SchoolingBefore | None:
    """What has to be finished before an exam, where something has to be.

    The years of a plan count from the exam on, so that plans with and without schooling are alike.
    """
    ways = required_schooling(sheet, experienced=experienced)
    if not ways:
        return None
    kinds = {kind for way in ways for schooling in way for kind in schooling.kinds}
    lengths = [
        months
        for _, program in _programs_for(catalog, sheet)
        if program.kind in kinds and (months := _months_of(program)) is not None
    ]
    return SchoolingBefore(_words(ways[0]), min(lengths, default=None))


def _months_of(program: Program) -> float | None:
    """The fewest months that a program takes by its own calendar; None where it states none."""
    months, weeks = program.months, program.weeks
    if months is not None and months.bottom is not None:
        return months.bottom
    return None if weeks is None or weeks.bottom is None else weeks.bottom / _WEEKS_A_MONTH


def _without(ways: list[frozenset[Schooling]], program: Program) -> list[frozenset[Schooling]]:
    """What is left to buy in each way besides a program; empty where one way is done with it."""
    left = {
        frozenset(schooling for schooling in way if program.kind not in schooling.kinds)
        for way in ways
    }
    return [] if frozenset() in left else sorted(left, key=_words)


def required_schooling(sheet: Credential, *, experienced: bool) -> list[frozenset[Schooling]]:
    """The alternatives of what has to be bought before one may sit; empty where nothing has to.

    A rule that is not known asks for nothing that is known.
    """
    rule = sheet.eligibility.required
    if rule is None:
        return []
    ways = _ways(rule)
    if not experienced:
        ways = {way for way in ways if not way.needs_experience} or ways
    bought = {way.bought for way in ways}
    return [] if frozenset() in bought else sorted(bought, key=_words)


def _ways(rule: Rule) -> set[Way]:
    """Every way to meet a rule."""
    if isinstance(rule, AnyOf):
        return {way for part in rule.any_of for way in _ways(part)}
    if isinstance(rule, AllOf):
        combinations = product(*(_ways(part) for part in rule.all_of))
        return {_join(combination) for combination in combinations}
    return {_way(rule)}


def _join(ways: Iterable[Way]) -> Way:
    joined = Way()
    for way in ways:
        joined = joined.joined_with(way)
    return joined


def _way(condition: Condition) -> Way:
    """The way to meet a single condition."""
    if isinstance(condition, ExperienceTest):
        return Way(needs_experience=True)
    schooling = _schooling(condition)
    return Way() if schooling is None else Way(frozenset((schooling,)))


def _schooling(condition: Condition) -> Schooling | None:
    """What a condition has one buy; None where that is nothing."""
    if isinstance(condition, HimProgramTest):
        kinds = [_HIM_PROGRAM_KINDS[name] for name in condition.any if name in _HIM_PROGRAM_KINDS]
        return Schooling("the required degree program", tuple(kinds))
    if isinstance(condition, EducationTest):
        levels = list(EducationLevel)
        if levels.index(condition.at_least) <= levels.index(EducationLevel.HIGH_SCHOOL):
            return None
        kind = _DEGREE_LEVELS.get(condition.at_least)
        return Schooling("the required degree", () if kind is None else (kind,))
    if isinstance(condition, TrainingTest):
        kinds = [kind for kind in ProgramKind if kind not in _DEGREES]
        return Schooling("the required training program", tuple(kinds))
    if isinstance(condition, CourseTest):
        return Schooling("the required courses", ())
    return None


def _words(bought: frozenset[Schooling]) -> str:
    return " and ".join(sorted(schooling.what for schooling in bought))


def _programs_for(catalog: Catalog, sheet: Credential) -> list[tuple[int, Program]]:
    """The programs that prepare for a credential, with their positions in ``programs.yaml``."""
    programs = enumerate(catalog.preparation.programs.programs)
    return [(position, program) for position, program in programs if program.prepares(sheet)]


def _item(
    credential: DatedCredential,
    ways: list[frozenset[Schooling]],
    programs: list[tuple[int, Program]],
) -> CostItem:
    """The range of what the ways cost; a missing price where none of them has one."""
    prices = [_price(way, programs) for way in ways]
    priced = [price for price in prices if price is not None]
    if not priced:
        return credential.missing(Category.TRAINING, _words(ways[0]))
    label = f"{_words(ways[0]).removeprefix('the ').capitalize()}"
    if len(priced) < len(prices):
        label += "; other ways have no price"
    facts = tuple(dict.fromkeys(ref for _, refs in priced for ref in refs))
    money = Money.of_ways([money for money, _ in priced])
    return credential.row(Category.TRAINING, money, label, facts, ("experienced",))


def _price(
    way: frozenset[Schooling], programs: list[tuple[int, Program]]
) -> tuple[Money, tuple[FactRef, ...]] | None:
    """What everything that one way has one buy costs; None where a part has no price."""
    total, facts = Money(), list[FactRef]()
    for schooling in way:
        lines = [
            line
            for position, program in programs
            if program.kind in schooling.kinds
            for line in tuition_lines(position, program)
        ]
        if not lines:
            return None
        total += Money.of_ways([line.money for line in lines])
        facts += [line.ref for line in lines]
    return total, tuple(facts)
