"""Whether a person meets one condition of a rule."""

from collections.abc import Callable
from typing import Any

from cert_model.eligibility.person import EDUCATION_RANK, STAGE_RANK, Person
from cert_model.eligibility.profile import Training
from cert_model.eligibility.truth import Truth
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

NO, UNKNOWN, YES = Truth


def evaluate_condition(condition: Condition, person: Person) -> Truth:
    """NO, UNKNOWN or YES; never YES where the condition wants what nobody is asked.

    How far back work lies is not asked either, but a window on it (``within_years``) counts as
    kept; the window on a training is asked.
    """
    found = _TESTS[type(condition)](condition, person)
    return found if condition.unasked is None else min(found, UNKNOWN)


def best_truth(condition: Condition, person: Person) -> Truth:
    """The most that answers still to come could make of it."""
    found = evaluate_condition(condition, person)
    if found is not UNKNOWN or condition.unasked is not None:
        return found
    return YES if person.can_still_answer(open_fields(condition, person), any) else UNKNOWN


def worst_truth(condition: Condition, person: Person) -> Truth:
    """The least that answers still to come could make of it."""
    found = evaluate_condition(condition, person)
    if found is not UNKNOWN:
        return found
    return NO if person.can_still_answer(open_fields(condition, person), all) else UNKNOWN


def open_fields(condition: Condition, person: Person) -> tuple[str, ...]:
    """The fields of a profile that a condition still waits for, such as ``education``.

    Months of work are named ``experience_months.coding``.
    """
    if _TESTS[type(condition)](condition, person) is not UNKNOWN:
        return ()
    if isinstance(condition, ExperienceTest):
        return tuple(f"experience_months.{kind}" for kind in person.open_kinds(condition.kind))
    if isinstance(condition, HimProgramTest) and person.him_program is not None:
        return ("him_program_stage",)
    return _ASKS.get(type(condition), ())


def _education(test: EducationTest, person: Person) -> Truth:
    if person.education is None:
        return UNKNOWN
    return Truth.of(person.education >= EDUCATION_RANK[test.at_least])


def _experience(test: ExperienceTest, person: Person) -> Truth:
    span = person.months_of(test.kind)
    if span.low >= test.months:
        return YES
    return NO if span.high < test.months else UNKNOWN


def _credential(test: CredentialTest, person: Person) -> Truth:
    if person.credentials is None:
        return UNKNOWN
    counting = [
        held
        for held in person.credentials
        if held in test.any or (test.role is not None and test.role in person.sheets[held].roles)
    ]
    return Truth.of(len(counting) >= test.at_least)


def _license(test: LicenseTest, person: Person) -> Truth:
    if person.licenses is None:
        return UNKNOWN
    return Truth.of(not person.licenses.isdisjoint(test.any))


def _training(test: TrainingTest, person: Person) -> Truth:
    if person.training is None:
        return UNKNOWN
    return max((_counts(test, each) for each in person.training), default=NO)


def _counts(test: TrainingTest, training: Training) -> Truth:
    return min(
        Truth.of(training.subject in test.subject),
        _approved(test, training.approved_by),
        _no_older(training.years_since, test),
    )


def _approved(test: TrainingTest, approver: Approver | None) -> Truth:
    if not test.approved_by:
        return YES
    return UNKNOWN if approver is None else Truth.of(approver in test.approved_by)


def _no_older(years: float | None, test: TrainingTest) -> Truth:
    if test.within_years is None and test.under_years is None:
        return YES
    if years is None:
        return UNKNOWN
    kept = test.within_years is None or years <= test.within_years
    return Truth.of(kept and (test.under_years is None or years < test.under_years))


def _course(test: CourseTest, person: Person) -> Truth:
    if person.courses is None:
        return UNKNOWN
    return Truth.of(person.courses.issuperset(test.all))


def _him_program(test: HimProgramTest, person: Person) -> Truth:
    if person.him_program is None:
        return UNKNOWN
    if person.him_program not in test.any:
        return NO
    if person.him_stage is None:
        return UNKNOWN
    return Truth.of(person.him_stage >= STAGE_RANK[test.stage])


def _age(test: AgeTest, person: Person) -> Truth:
    return UNKNOWN if person.age is None else Truth.of(person.age >= test.at_least)


_TESTS: dict[type[Condition], Callable[[Any, Person], Truth]] = {
    EducationTest: _education,
    ExperienceTest: _experience,
    CredentialTest: _credential,
    LicenseTest: _license,
    TrainingTest: _training,
    CourseTest: _course,
    HimProgramTest: _him_program,
    AgeTest: _age,
    AnyoneTest: lambda _test, _person: YES,
    IssuerDecides: lambda _test, _person: UNKNOWN,
}

_ASKS: dict[type[Condition], tuple[str, ...]] = {
    EducationTest: ("education",),
    CredentialTest: ("credentials",),
    LicenseTest: ("licenses",),
    TrainingTest: ("training",),
    CourseTest: ("courses",),
    HimProgramTest: ("him_program",),
    AgeTest: ("age",),
}
