"""Whether a person meets one condition of a rule: no, yes, or not known.

The conditions stand in the fact sheets, ``data/credentials/<issuer>/<code>.yaml`` under
``eligibility``; what the three values mean is explained in ``docs/eligibility.md``.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from cert_model.eligibility.person import STAGE_RANK, Person
from cert_model.eligibility.profile import Training
from cert_model.eligibility.schooling import EDUCATION_RANK, ShownSchooling
from cert_model.schema.rules import (
    AgeTest,
    AnyoneTest,
    Condition,
    CourseTest,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    HimProgramTest,
    IssuerDecides,
    LicenseTest,
    TrainingTest,
)
from cert_model.vocabulary import Approver


class Truth(IntEnum):
    """NO < UNKNOWN < YES, so that ``all_of`` is the minimum and ``any_of`` the maximum."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def label(self) -> str:
        """The word shown beside a condition with this truth value."""
        return {Truth.NO: "not met", Truth.UNKNOWN: "not known", Truth.YES: "met"}[self]

    @classmethod
    def of(cls, answer: bool) -> "Truth":
        """YES for True and NO for False."""
        return cls.YES if answer else cls.NO


NO, UNKNOWN, YES = Truth


def evaluate_condition(condition: Condition, person: Person) -> Truth:
    """Whether the person meets the condition, as far as the answers tell.

    A condition with a detail that the questionnaire does not ask about (``unasked``, such as the
    field of a degree) is at most UNKNOWN: the issuer has to confirm the detail, unless it is a
    number of hours and the profile says that a program had them. A time limit on past work
    (``within_years``) is not asked about either, and counts as met; one on a training program is
    asked about.
    """
    truth = _TESTS[type(condition)](condition, person)
    if condition.unasked is None or _has_the_hours(condition, person):
        return truth
    return min(truth, UNKNOWN)


def _has_the_hours(condition: Condition, person: Person) -> bool:
    """Whether a program is known to have the hours that a condition asks for."""
    if not isinstance(condition, TrainingTest) or condition.least_hours is None:
        return False
    stated = (training for training in person.training or () if training.hours is not None)
    return any(_test_program(condition, training) is YES for training in stated)


def best_truth(condition: Condition, person: Person) -> Truth:
    """The highest truth value that answers still to come could give the condition."""
    truth = evaluate_condition(condition, person)
    if truth is not UNKNOWN or condition.unasked is not None:
        return truth
    fields = open_fields(condition, person)
    return YES if any(person.can_still_answer(field) for field in fields) else UNKNOWN


def worst_truth(condition: Condition, person: Person) -> Truth:
    """The lowest truth value that answers still to come could give the condition.

    It takes every open field to reach NO: months of one kind of work that stay unknown might
    always have been enough.
    """
    truth = evaluate_condition(condition, person)
    if truth is not UNKNOWN:
        return truth
    fields = open_fields(condition, person)
    return NO if fields and all(map(person.can_still_answer, fields)) else UNKNOWN


def open_fields(condition: Condition, person: Person) -> tuple[str, ...]:
    """The profile fields that could settle a condition; none where it is settled already.

    Fields are named as in a profile (``education``); months of work as
    ``experience_months.coding``.
    """
    if _TESTS[type(condition)](condition, person) is not UNKNOWN:
        return ()
    if isinstance(condition, ExperienceTest):
        return tuple(f"experience_months.{kind}" for kind in person.open_kinds(condition.kind))
    if isinstance(condition, HimProgramTest) and person.him_program is not None:
        return ("him_program_stage",)
    return _FIELDS.get(type(condition), ())


def _test_education(test: EducationTest, person: Person) -> Truth:
    """What a credential held shows of the schooling counts, whatever else is known of it."""
    if person.shown_schooling.is_enough_for(test.at_least):
        return YES
    return _test_stated_education(test, person)


def _test_stated_education(test: EducationTest, person: Person) -> Truth:
    if person.education is None:
        return UNKNOWN
    return Truth.of(person.education >= EDUCATION_RANK[test.at_least])


def shown_by_holding(condition: Condition, person: Person) -> ShownSchooling | None:
    """The credential that meets a condition on schooling which the person's own word does not."""
    if not isinstance(condition, EducationTest):
        return None
    is_shown = person.shown_schooling.is_enough_for(condition.at_least)
    is_stated = _test_stated_education(condition, person) is YES
    return person.shown_schooling if is_shown and not is_stated else None


def _test_experience(test: ExperienceTest, person: Person) -> Truth:
    months = person.months_of(test.kind)
    if months.low >= test.months:
        return YES
    return NO if months.high < test.months else UNKNOWN


def _test_credential(test: CredentialTest, person: Person) -> Truth:
    if person.credentials is None:
        return UNKNOWN
    counting = [
        key
        for key in person.credentials
        if key in test.any or (test.role is not None and test.role in person.sheets[key].roles)
    ]
    return Truth.of(len(counting) >= test.at_least)


def _test_license(test: LicenseTest, person: Person) -> Truth:
    if person.licenses is None:
        return UNKNOWN
    return Truth.of(not person.licenses.isdisjoint(test.any))


def _test_training(test: TrainingTest, person: Person) -> Truth:
    """The best truth value among the programs the person has finished."""
    if person.training is None:
        return UNKNOWN
    return max((_test_program(test, training) for training in person.training), default=NO)


def _test_program(test: TrainingTest, training: Training) -> Truth:
    return min(
        Truth.of(training.subject in test.subject),
        _test_approval(test, training.approved_by),
        _test_age_of_program(test, training.years_since),
        _test_hours(test, training.hours),
    )


def _test_hours(test: TrainingTest, hours: float | None) -> Truth:
    """NO for a program of too few hours; where they are not stated, the detail stays open."""
    return Truth.of(hours is None or test.least_hours is None or hours >= test.least_hours)


def _test_approval(test: TrainingTest, approver: Approver | None) -> Truth:
    if not test.approved_by:
        return YES
    return UNKNOWN if approver is None else Truth.of(approver in test.approved_by)


def _test_age_of_program(test: TrainingTest, years: float | None) -> Truth:
    if test.within_years is None and test.under_years is None:
        return YES
    if years is None:
        return UNKNOWN
    within = test.within_years is None or years <= test.within_years
    return Truth.of(within and (test.under_years is None or years < test.under_years))


def _test_courses(test: CourseTest, person: Person) -> Truth:
    if person.courses is None:
        return UNKNOWN
    return Truth.of(person.courses.issuperset(test.all))


def _test_him_program(test: HimProgramTest, person: Person) -> Truth:
    if person.him_program is None:
        return UNKNOWN
    if person.him_program not in test.any:
        return NO
    if person.him_stage is None:
        return UNKNOWN
    return Truth.of(person.him_stage >= STAGE_RANK[test.stage])


def _test_age(test: AgeTest, person: Person) -> Truth:
    return UNKNOWN if person.age is None else Truth.of(person.age >= test.at_least)


_TESTS: dict[type[Condition], Callable[[Any, Person], Truth]] = {
    EducationTest: _test_education,
    ExperienceTest: _test_experience,
    CredentialTest: _test_credential,
    LicenseTest: _test_license,
    TrainingTest: _test_training,
    CourseTest: _test_courses,
    HimProgramTest: _test_him_program,
    AgeTest: _test_age,
    AnyoneTest: lambda _test, _person: YES,
    IssuerDecides: lambda _test, _person: UNKNOWN,
}

_FIELDS: dict[type[Condition], tuple[str, ...]] = {
    EducationTest: ("education",),
    CredentialTest: ("credentials",),
    LicenseTest: ("licenses",),
    TrainingTest: ("training",),
    CourseTest: ("courses",),
    HimProgramTest: ("him_program",),
    AgeTest: ("age",),
}
"""The profile field that each kind of condition tests; work and HIM stages aside."""
