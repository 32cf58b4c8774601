"""Which credentials a kind of work stands for, and which of them may come first for a person.

Roles, settings, code sets and levels of the fact sheets decide, never a list of letters.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from cert_model.candidates.wishes import Draw, Situation
from cert_model.catalog import Catalog
from cert_model.eligibility import Person, Truth
from cert_model.eligibility.rules import conditions_of, evaluate_rule
from cert_model.schema import Credential
from cert_model.schema.rules import Condition, CredentialTest, ExperienceTest
from cert_model.vocabulary import FIRST_LEVELS, CodeSet, Level, Role, Setting, Status

HOME_COUNTRY = "US"
"""The country whose issuers are compared; those of others stand apart."""
_NOT_OFFERED = (Status.RETIRED, Status.ANNOUNCED)


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work in the terms of the fact sheets; what is None or empty does not matter."""

    role: Role | None = None
    settings: frozenset[Setting] = frozenset()
    code_set: CodeSet | None = None
    """A code set without which the work cannot be done; exams known to leave it out do not fit."""

    def is_of(self, sheet: Credential) -> bool:
        """Whether a credential is for this work."""
        in_role = self.role is None or self.role in sheet.roles
        in_place = not self.settings or not self.settings.isdisjoint(sheet.settings)
        coded = self.code_set is None or not sheet.code_sets or self.code_set in sheet.code_sets
        return in_role and in_place and coded


DRAWS: Mapping[Draw, Work] = MappingProxyType(
    {
        Draw.OFFICE: Work(Role.CODING, frozenset({Setting.PHYSICIAN_OFFICE}), CodeSet.CPT),
        Draw.HOSPITAL: Work(
            Role.CODING,
            frozenset({Setting.INPATIENT_FACILITY, Setting.OUTPATIENT_FACILITY}),
        ),
        Draw.BILLING: Work(Role.BILLING),
        Draw.DOCUMENTATION: Work(Role.CDI),
        Draw.AUDITING: Work(Role.AUDITING),
        Draw.RISK_ADJUSTMENT: Work(settings=frozenset({Setting.RISK_ADJUSTMENT})),
        Draw.NOT_SURE: Work(),
    }
)
"""What each draw means. Work in a doctor's office is billed by CPT, the code set of procedures. A
credential for any place of work is for neither of these two in particular."""


class Leading(StrEnum):
    """How a first credential leads on to those for later."""

    BY_NAME = "by-name"
    """Their rules name it."""
    BY_WORK = "by-work"
    """It is for the work that their rules ask for."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The credentials of a draw for one person, by id."""

    first: tuple[str, ...]
    """Those that may come first."""
    later: tuple[str, ...]
    """Those of one specialty, for managers, or for more experience than the person may have."""
    lead_on: Mapping[str, tuple[str, ...]]
    """Where all of the draw's own are for later: what leads on to which of them, by id."""
    leading: Leading | None
    """How it does; None where nothing has to."""


def targets_of(
    catalog: Catalog, draw: Draw, situation: Situation | None, person: Person
) -> Targets:
    """The credentials of a draw that may come first for a person, and those for later.

    For somebody new to it the entry and core levels come first, for others advanced ones as well,
    unless the person is known to lack the advised experience. Specialties and management are for
    later: which specialty fits depends on a department that no question asks about. Where a draw
    has nothing that may come first, the entry and core credentials that its rules name do. What
    takes the place of a credential that the person holds may always come first. Whoever holds one
    is past the entry level, also before they have named it.
    """
    work = DRAWS[draw]
    offered = [
        sheet
        for sheet in _offered(catalog)
        if work.is_of(sheet) or _replaces_a_held_one(sheet, person)
    ]
    is_past_entry = situation is Situation.HOLDER and person.credentials is None
    open_to_person = [
        sheet
        for sheet in offered
        if not (_is_behind(sheet, person) or (is_past_entry and sheet.level is Level.ENTRY))
    ]
    levels = _levels(draw, situation)
    first = [sheet for sheet in open_to_person if _comes_first(sheet, levels, person)]
    leading, lead_on = None, dict[str, tuple[str, ...]]()
    if situation is Situation.NEW and all(sheet.eligibility.required is None for sheet in first):
        leading, lead_on = _leading_on(catalog, offered, person)
        first = [catalog.credentials[key] for key in lead_on] or first
    ids = [sheet.id for sheet in first]
    later = [sheet.id for sheet in open_to_person if sheet.id not in ids]
    return Targets(tuple(ids), () if draw is Draw.NOT_SURE else tuple(later), lead_on, leading)


def foreign_credentials(catalog: Catalog) -> list[str]:
    """The ids of the credentials of issuers in other countries."""
    return [
        key
        for key, sheet in catalog.credentials.items()
        if catalog.issuers[sheet.issuer].country != HOME_COUNTRY
    ]


def _offered(catalog: Catalog) -> Iterator[Credential]:
    """The credentials of the home country that may be earned, forms with a mark left out."""
    for sheet in catalog.credentials.values():
        at_home = catalog.issuers[sheet.issuer].country == HOME_COUNTRY
        if at_home and sheet.same_exam_as is None and sheet.status.value not in _NOT_OFFERED:
            yield sheet


def _levels(draw: Draw, situation: Situation | None) -> tuple[Level, ...]:
    if situation is Situation.NEW or draw is Draw.NOT_SURE:
        return FIRST_LEVELS
    return *FIRST_LEVELS, Level.ADVANCED


def _comes_first(sheet: Credential, levels: Iterable[Level], person: Person) -> bool:
    if sheet.level not in levels:
        return _replaces_a_held_one(sheet, person)
    advice = sheet.eligibility.recommended
    lacks_it = advice is not None and evaluate_rule(advice, person) is Truth.NO
    return sheet.level in FIRST_LEVELS or not lacks_it


def _replaces_a_held_one(sheet: Credential, person: Person) -> bool:
    """Whether it takes the place of a credential that the person holds, as the RHIA the RHIT's."""
    return any(replaced.credential in person.holdings for replaced in sheet.replaces)


def _is_behind(sheet: Credential, person: Person) -> bool:
    """Whether a person has it in full, or holds one beyond which it brings nothing.

    That is so at the entry level of work that they hold one for, and at the core level where the
    other one is for the same work in the same places with the same code sets.
    """
    holding = person.holdings.get(sheet.id)
    if holding is not None:
        return not holding.is_marked
    held_sheets = [person.sheets[key] for key in person.credentials or ()]
    if sheet.level is Level.ENTRY:
        return any(not set(other.roles).isdisjoint(sheet.roles) for other in held_sheets)
    in_full = (other for other in held_sheets if other.same_exam_as is None)
    return sheet.level is Level.CORE and any(_is_within(sheet, other) for other in in_full)


def _is_within(sheet: Credential, other: Credential) -> bool:
    """Whether all that a credential is known to be for is what another one is for."""
    return (
        other.level is not Level.ENTRY
        and set(sheet.roles) <= set(other.roles)
        and bool(sheet.settings)
        and set(sheet.settings) <= set(other.settings)
        and bool(sheet.code_sets)
        and set(sheet.code_sets or ()) <= set(other.code_sets or ())
    )


def _leading_on(
    catalog: Catalog, offered: Sequence[Credential], person: Person
) -> tuple[Leading | None, dict[str, tuple[str, ...]]]:
    """The entry and core credentials that rules name, each with what it counts toward, by id.

    Where the rules name none, those for the work that they ask for.
    """
    reachable = [
        sheet
        for sheet in _offered(catalog)
        if sheet.level in FIRST_LEVELS and not _is_behind(sheet, person)
    ]
    tests: Mapping[Leading, Callable[[Credential, Credential], bool]] = {
        Leading.BY_NAME: lambda first, goal: first.id in _credentials_named(goal),
        Leading.BY_WORK: lambda first, goal: not _work_asked_for(goal).isdisjoint(first.roles),
    }
    for leading, leads in tests.items():
        goals = {
            first.id: tuple(goal.id for goal in offered if leads(first, goal))
            for first in reachable
        }
        if any(goals.values()):
            return leading, {key: toward for key, toward in goals.items() if toward}
    return None, {}


def _credentials_named(sheet: Credential) -> set[str]:
    tests = (test for test in _conditions(sheet) if isinstance(test, CredentialTest))
    return {key for test in tests for key in test.any}


def _work_asked_for(sheet: Credential) -> set[Role]:
    """The roles whose work counts for a credential, by its requirements or advice."""
    kinds = {
        kind
        for test in _conditions(sheet)
        if isinstance(test, ExperienceTest)
        for kind in test.kind
    }
    return {role for role in Role if role.value in kinds}


def _conditions(sheet: Credential) -> Iterator[Condition]:
    for rule in (sheet.eligibility.required, sheet.eligibility.recommended):
        if rule is not None:
            yield from conditions_of(rule)
