"""Rules as tests on flat answers: the form in which other rule engines can be given them.

Other engines know yes and no alone. So the people are complete, whoever may sit is a yes, and what
only the issuer can say is a no.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, build_person
from cert_model.eligibility.person import INCLUDED_KINDS, STAGE_RANK
from cert_model.eligibility.schooling import EDUCATION_RANK, schooling_shown
from cert_model.schema.rules import (
    AgeTest,
    AllOf,
    AnyOf,
    AnyoneTest,
    Condition,
    CourseTest,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    HimProgramTest,
    IssuerDecides,
    LicenseTest,
    Rule,
    TrainingTest,
)
from cert_model.vocabulary import ExperienceKind

NOWHERE = -1
"""The stage of no program, and the rank of what nobody has."""
LONG_AGO = 999.0
"""The years since a program that nobody finished."""


@dataclass(frozen=True)
class Always:
    """A test with one answer for everybody."""

    answer: bool


@dataclass(frozen=True)
class AtLeast:
    """The highest numbers of some groups together are at least so much."""

    groups: tuple[tuple[str, ...], ...]
    """The names of the numbers of each group; mostly a single one."""
    least: float


@dataclass(frozen=True)
class AtMost:
    """A number is at most so much, or below it."""

    number: str
    most: float
    is_below: bool = False


@dataclass(frozen=True)
class IsOneOf:
    """A word is one of some words."""

    word: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Contains:
    """A list contains a word."""

    list_name: str
    word: str


@dataclass(frozen=True)
class Every:
    """Every part is met."""

    parts: tuple["Test", ...]


@dataclass(frozen=True)
class Some:
    """Some part is met."""

    parts: tuple["Test", ...]


Single = Always | AtLeast | AtMost | IsOneOf | Contains
Test = Single | Every | Some


class NotExpressible(ValueError):
    """A rule that has no such form."""


def test_of(rule: Rule, catalog: Catalog) -> Test:
    """The test that a rule makes. Raises NotExpressible where there is none."""
    if isinstance(rule, AllOf):
        return Every(tuple(test_of(part, catalog) for part in rule.all_of))
    if isinstance(rule, AnyOf):
        return Some(tuple(test_of(part, catalog) for part in rule.any_of))
    if isinstance(rule, IssuerDecides) or rule.unasked is not None:
        return Always(False)
    return _test_of_condition(rule, catalog)


def _test_of_condition(condition: Condition, catalog: Catalog) -> Test:
    match condition:
        case AnyoneTest():
            return Always(True)
        case EducationTest():
            least = EDUCATION_RANK[condition.at_least]
            levels = schooling_shown(catalog).items()
            shown = (key for key, level in levels if EDUCATION_RANK[level] >= least)
            stated = AtLeast((("education",),), least)
            return Some((stated, *(Contains("credentials", key) for key in shown)))
        case AgeTest():
            return AtLeast((("age",),), condition.at_least)
        case ExperienceTest():
            return AtLeast(tuple(map(_months_within, condition.kind)), condition.months)
        case LicenseTest():
            return Some(tuple(Contains("licenses", str(term)) for term in condition.any))
        case CourseTest():
            return Every(tuple(Contains("courses", str(term)) for term in condition.all))
        case CredentialTest(at_least=1):
            of_role = (
                key for key, sheet in catalog.credentials.items() if condition.role in sheet.roles
            )
            keys = dict.fromkeys((*condition.any, *of_role))
            return Some(tuple(Contains("credentials", key) for key in keys))
        case HimProgramTest():
            program = IsOneOf("him_program", tuple(map(str, condition.any)))
            return Every((program, AtLeast((("him_stage",),), STAGE_RANK[condition.stage])))
        case TrainingTest():
            return _test_of_training(condition)
    raise NotExpressible(str(condition))


def _test_of_training(condition: TrainingTest) -> Test:
    parts: list[Test] = [IsOneOf("subject", tuple(map(str, condition.subject)))]
    if condition.approved_by:
        parts.append(IsOneOf("approver", tuple(map(str, condition.approved_by))))
    if condition.within_years is not None:
        parts.append(AtMost("years", condition.within_years))
    if condition.under_years is not None:
        parts.append(AtMost("years", condition.under_years, is_below=True))
    return Every(tuple(parts))


def _months_within(kind: ExperienceKind) -> tuple[str, ...]:
    """The months that are also months of a kind of work: its own, and those of what it includes."""
    included = (name for part in INCLUDED_KINDS.get(kind, ()) for name in _months_within(part))
    return _months(kind), *included


def _months(kind: ExperienceKind) -> str:
    return f"months_{kind.replace('-', '_')}"


def flat_answers(catalog: Catalog, profile: Profile) -> Mapping[str, Any]:
    """The answers of a complete person, as stated."""
    person = build_person(catalog, profile)
    (program,) = person.training or (None,)
    stage = NOWHERE if person.him_stage is None else person.him_stage
    return {
        "age": profile.age or 0,
        "education": person.education or 0,
        "him_program": str(person.him_program),
        "him_stage": stage,
        "subject": str(program.subject) if program else "",
        "approver": str(program.approved_by) if program else "",
        "years": (program.years_since if program else None) or LONG_AGO,
        "licenses": list(map(str, person.licenses or ())),
        "courses": list(map(str, person.courses or ())),
        "credentials": sorted(person.credentials or ()),
        **{_months(kind): profile.experience_months.get(kind, 0) for kind in ExperienceKind},
    }
