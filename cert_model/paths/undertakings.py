"""What it takes to meet one condition of a rule: an action, its price, and its length."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog, FactRef
from cert_model.costs.training import practice_lines
from cert_model.eligibility import Change, Profile
from cert_model.eligibility.person import INCLUDING_KINDS, Person
from cert_model.formatting import as_phrase, format_months
from cert_model.paths.assumptions import PathAssumptions
from cert_model.paths.lengths import Length, practicode_length, programs_length
from cert_model.paths.months import NOW, Months
from cert_model.paths.steps import Action
from cert_model.prices import Money, PriceLine, tuition_lines
from cert_model.schema import Credential
from cert_model.schema.preparation import Program
from cert_model.schema.rules import (
    AgeTest,
    Condition,
    EducationTest,
    ExperienceTest,
    HimProgramTest,
    LicenseTest,
    TrainingTest,
)
from cert_model.vocabulary import (
    EducationLevel,
    ExperienceKind,
    HimProgram,
    ProgramKind,
    TrainingSubject,
)

_DEGREES = {
    EducationLevel.ASSOCIATE: ProgramKind.ASSOCIATE,
    EducationLevel.BACHELOR: ProgramKind.BACHELOR,
    HimProgram.CAHIIM_ASSOCIATE: ProgramKind.ASSOCIATE,
    HimProgram.CAHIIM_BACHELOR: ProgramKind.BACHELOR,
}
"""The kind of program in the catalog that leads to a level of education or is a HIM program."""
UNLESS_HELD = "(unless you have it already)"
"""What is said of a step of which the profile does not tell whether it is needed."""
_TRAINING_KINDS = tuple(kind for kind in ProgramKind if kind not in _DEGREES.values())


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Something to do that meets one condition, before it has a place in time."""

    action: Action
    what: str
    brief: str
    """The same inside a sentence, such as "2 years of work in coding"; empty for no effort."""
    money: Money | None
    """None where no price was found."""
    length: Length | None
    """None where no length was found."""
    prepares: bool = False
    """Whether it is schooling for the very exam, which one prepares for meanwhile."""
    facts: tuple[FactRef, ...] = ()


def undertaking(
    catalog: Catalog,
    sheet: Credential,
    change: Change,
    person: Person,
    assumptions: PathAssumptions,
    begun: HimProgram | None,
) -> Undertaking:
    """What it takes to make a change, on the way to the credential of ``sheet``.

    ``begun`` is the health information program that the path has led through already: its
    graduation takes no more time or money. What the person may have already may take nothing.
    """
    doing = _undertaking(catalog, sheet, change.condition, assumptions, begun, person)
    if not change.may_be_met:
        return doing
    money, length = doing.money, doing.length
    return replace(
        doing,
        what=f"{doing.what} {UNLESS_HELD}",
        money=None if money is None else Money(0, money.typical, money.high),
        length=None if length is None else replace(length, months=length.months.or_none()),
    )


def _undertaking(
    catalog: Catalog,
    sheet: Credential,
    condition: Condition,
    assumptions: PathAssumptions,
    begun: HimProgram | None,
    person: Person,
) -> Undertaking:
    if isinstance(condition, AgeTest):
        return _growing_older(condition, person)
    if isinstance(condition, TrainingTest):
        return _training(catalog, sheet, condition, assumptions)
    if isinstance(condition, HimProgramTest) and begun in condition.any:
        what, length = condition.text, Length(NOW)
        return Undertaking(Action.DEGREE, what, "", Money(), length, prepares=True)
    if isinstance(condition, HimProgramTest):
        # Of a program that somebody is in already neither the rest nor its price was found.
        is_in_it = person.him_program in condition.any
        program = HimProgram.NONE if is_in_it else condition.any[0]
        doing = _degree(catalog, sheet, condition, program, assumptions)
        return doing if is_in_it else replace(doing, brief=f"a {program.label}")
    if isinstance(condition, EducationTest):
        return _degree(catalog, sheet, condition, condition.at_least, assumptions)
    is_license = isinstance(condition, LicenseTest)
    action = Action.DEGREE if is_license else Action.PROGRAM
    what = f"A license: {condition.text}" if is_license else condition.text
    return Undertaking(action, what, as_phrase(condition.text), None, None)


def work(kind: ExperienceKind, test: ExperienceTest, person: Person) -> Undertaking:
    """The months of one kind of work that a person lacks for a condition; they cost nothing."""
    needed = months_needed(test, person)
    field = "healthcare" if kind is ExperienceKind.HEALTHCARE else kind.label
    months = format_months(round(needed))
    count, _, unit = months.partition(" ")
    more = f"{count} more {unit}" if person.months_of(test.kind).low else months
    return Undertaking(
        Action.WORK,
        f"Work in {field}: {months}",
        f"{more} of work in {field}",
        Money(),
        Length(Months.exactly(needed)),
    )


def months_needed(test: ExperienceTest, person: Person) -> float:
    """The months of work that a person lacks for a condition."""
    return max(0.0, test.months - person.months_of(test.kind).low)


def with_work(profile: Profile, person: Person, kind: ExperienceKind, months: float) -> Profile:
    """The profile after more months of a kind of work, which wider kinds include."""
    done = dict(profile.experience_months)
    for worked in (kind, *INCLUDING_KINDS.get(kind, ())):
        done[worked] = round(person.months[worked].low + months)
    return profile.model_copy(update={"experience_months": done})


def _growing_older(test: AgeTest, person: Person) -> Undertaking:
    """Waiting for a birthday: of the current year of age up to 12 months may have passed."""
    length = None
    if person.age is not None:
        years = test.at_least - person.age
        length = Length(Months(12 * years - 12, 12 * years - 6, 12 * years))
    age = as_phrase(test.text)
    return Undertaking(Action.FORMALITY, f"Wait: {age}", f"a wait: {age}", Money(), length)


def _training(
    catalog: Catalog, sheet: Credential, test: TrainingTest, assumptions: PathAssumptions
) -> Undertaking:
    if TrainingSubject.PRACTICODE in test.subject:
        lines = [line for _, prices in practice_lines(catalog, sheet.exam_id) for line in prices]
        length = practicode_length(catalog, sheet.exam_id, assumptions)
        doing = _priced(Action.PROGRAM, test, lines, length)
        return replace(doing, brief=TrainingSubject.PRACTICODE.label)
    approvers = set(test.approved_by)
    programs = [
        (position, program)
        for position, program in _programs(catalog, sheet, _TRAINING_KINDS)
        if not approvers or approvers & {approval.body for approval in program.accreditation}
        if test.least_hours is None or _hours(program) >= test.least_hours
    ]
    length = programs_length(programs, assumptions)
    return _priced(Action.PROGRAM, test, _tuition(programs), length, prepares=True)


def _hours(program: Program) -> float:
    """The hours that a program is known to have at least; 0 where they were not found."""
    return 0 if program.hours is None else program.hours.bottom or 0


def _degree(
    catalog: Catalog,
    sheet: Credential,
    condition: Condition,
    degree: EducationLevel | HimProgram,
    assumptions: PathAssumptions,
) -> Undertaking:
    kind = _DEGREES.get(degree)
    programs = [] if kind is None else list(_programs(catalog, sheet, (kind,)))
    length = programs_length(programs, assumptions)
    prepares = bool(programs)
    return _priced(Action.DEGREE, condition, _tuition(programs), length, prepares=prepares)


def _programs(
    catalog: Catalog, sheet: Credential, kinds: tuple[ProgramKind, ...]
) -> Iterator[tuple[int, Program]]:
    """The programs of some kinds that prepare for a credential, with their positions."""
    for position, program in enumerate(catalog.preparation.programs.programs):
        if program.kind in kinds and program.prepares(sheet):
            yield position, program


def _tuition(programs: Iterable[tuple[int, Program]]) -> list[PriceLine]:
    return [line for position, program in programs for line in tuition_lines(position, program)]


def _priced(
    action: Action,
    condition: Condition,
    lines: list[PriceLine],
    length: Length | None,
    *,
    prepares: bool = False,
) -> Undertaking:
    """The usual price of the lines, of which one is paid; no price for no line."""
    money = Money.of_ways([line.money for line in lines]) if lines else None
    facts = tuple(dict.fromkeys(line.ref for line in lines))
    text = condition.text
    return Undertaking(action, text, as_phrase(text), money, length, prepares, facts)
