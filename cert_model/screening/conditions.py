"""One condition of a rule tested on many people at once.

What each condition asks for is explained in ``cert_model.eligibility.conditions``, which tests it
on one person; the two give the same truth.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cert_model.eligibility import Training
from cert_model.eligibility.person import STAGE_RANK
from cert_model.eligibility.schooling import EDUCATION_RANK
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
from cert_model.screening.codes import (
    MET,
    NOT_MET,
    OPEN,
    OPEN_TO_ISSUER,
    Codes,
    Flags,
    code_truths,
)
from cert_model.screening.months import NO_LIMIT, MonthSpans
from cert_model.screening.people import HIM_PROGRAM_NUMBER, NOT_KNOWN, People, Table
from cert_model.vocabulary import Approver, Course, EducationLevel, License, Role, TrainingSubject


@dataclass(frozen=True)
class HeldTraits:
    """What each credential tells of its holder, by its id."""

    roles: Mapping[str, tuple[Role, ...]]
    """For conditions on the role of a credential held."""
    schooling: Mapping[str, EducationLevel]
    """For conditions on schooling: the least that its holders have, where it shows any."""


LISTS: Mapping[type[Condition], str] = {
    CredentialTest: "credentials",
    LicenseTest: "licenses",
    TrainingTest: "training",
    CourseTest: "courses",
    EducationTest: "schooled_by",
}
"""By kind of condition, the list that it is about: it is tested once on each different list.

What the credentials held show of somebody's schooling is one part of a condition on it; the
other is what they say of it themselves.
"""
_SUBJECT_NUMBER = {subject: number for number, subject in enumerate(TrainingSubject)}
_APPROVER_NUMBER = {approver: number for number, approver in enumerate(Approver)}
CONSTANTS: Mapping[type[Condition], int] = {AnyoneTest: MET, IssuerDecides: OPEN_TO_ISSUER}
"""The conditions that have the same value for everybody."""


def evaluate_on_lists(condition: Condition, people: People, traits: HeldTraits) -> Codes:
    """The byte of a condition on a list, for each different list.

    Raises TypeError for a condition on anything else.
    """
    if isinstance(condition, CredentialTest):
        return _test_credentials(condition, people.credentials.table, traits)
    if isinstance(condition, EducationTest):
        return _test_schooling_shown(condition, people.schooled_by.table, traits)
    if isinstance(condition, LicenseTest):
        return _test_licenses(condition, people.licenses.table)
    if isinstance(condition, CourseTest):
        return _test_courses(condition, people.courses.table)
    if isinstance(condition, TrainingTest):
        return _test_training(condition, people.training.table)
    raise TypeError(f"{type(condition).__name__} is about no list")


def evaluate_on_people(condition: Condition, people: People, spans: MonthSpans) -> Codes:
    """The byte of a condition on months, age, education or a HIM program, for each person.

    Raises TypeError for a condition on anything else.
    """
    if isinstance(condition, ExperienceTest):
        return _test_experience(condition, spans)
    if isinstance(condition, HimProgramTest):
        return _test_him_program(condition, people)
    if isinstance(condition, EducationTest):
        least, numbers = EDUCATION_RANK[condition.at_least], people.education
    elif isinstance(condition, AgeTest):
        least, numbers = condition.at_least, people.age
    else:
        raise TypeError(f"{type(condition).__name__} is about no number")
    return code_truths(numbers >= least, numbers == NOT_KNOWN, condition.unasked is None)


def _test_experience(test: ExperienceTest, spans: MonthSpans) -> Codes:
    """Months that are not known can still be stated: what is stated has no span."""
    low, high = spans.together(test.kind)
    least = min(test.months, NO_LIMIT)
    return code_truths(low >= least, high >= least, test.unasked is None)


def _test_him_program(test: HimProgramTest, people: People) -> Codes:
    counts = _is_among(people.him_program, {HIM_PROGRAM_NUMBER[program] for program in test.any})
    met = counts & (people.him_stage >= STAGE_RANK[test.stage])
    unknown = (people.him_program == NOT_KNOWN) | (counts & (people.him_stage == NOT_KNOWN))
    return code_truths(met, unknown, test.unasked is None)


def _is_among(numbers: NDArray[Any], counting: Iterable[int]) -> Flags:
    among: Flags = np.zeros(len(numbers), np.bool_)
    for number in counting:
        among |= numbers == number
    return among


def _test_licenses(test: LicenseTest, licenses: Table[License]) -> Codes:
    return _code_lists(test, licenses, licenses.count_members(set(test.any)) > 0)


def _test_courses(test: CourseTest, courses: Table[Course]) -> Codes:
    needed = set(test.all)
    return _code_lists(test, courses, courses.count_members(needed) == len(needed))


def _test_schooling_shown(
    test: EducationTest, credentials: Table[str], traits: HeldTraits
) -> Codes:
    """Met where a credential shows enough schooling; a person's word may do so otherwise."""
    least = EDUCATION_RANK[test.at_least]
    enough = {key for key, level in traits.schooling.items() if EDUCATION_RANK[level] >= least}
    met = credentials.count_members(enough) > 0
    return code_truths(met, np.zeros_like(met), test.unasked is None)


def _test_credentials(test: CredentialTest, credentials: Table[str], traits: HeldTraits) -> Codes:
    of_role = {key for key, of_key in traits.roles.items() if test.role in of_key}
    counting = credentials.count_members({*test.any, *of_role})
    return _code_lists(test, credentials, counting >= test.at_least)


def _code_lists(test: Condition, lists: Table[Any], met: Flags) -> Codes:
    unknown = lists.not_known
    return code_truths(met & ~unknown, unknown, test.unasked is None)


def _test_training(test: TrainingTest, training: Table[Training]) -> Codes:
    """The maximum over the programs of each list."""
    codes: Codes = training.reduce_members(np.bitwise_or, _test_programs(test, training))
    nowhere = np.zeros_like(training.not_known)
    return codes | code_truths(nowhere, training.not_known, test.unasked is None)


def _test_programs(test: TrainingTest, training: Table[Training]) -> Codes:
    """The value of each different program, without regard to what a list is of."""
    subject, approver, years, hours = (
        training.numbers_of_members(number) for number in (_subject, _approver, _years, _hours)
    )
    values = _is_among(subject, map(_SUBJECT_NUMBER.__getitem__, test.subject)) * np.uint8(MET)
    if test.approved_by:
        approved = _is_among(approver, map(_APPROVER_NUMBER.__getitem__, test.approved_by))
        values &= code_truths(approved, np.isnan(approver), is_asked=True)
    if test.within_years is not None:
        values &= code_truths(years <= test.within_years, np.isnan(years), is_asked=True)
    if test.under_years is not None:
        values &= code_truths(years < test.under_years, np.isnan(years), is_asked=True)
    if test.least_hours is not None:
        values[hours < test.least_hours] = NOT_MET
    if test.unasked is None:
        return values
    has_hours = ~np.isnan(hours) & (test.least_hours is not None)
    to_issuer = code_truths(values == MET, values == OPEN, is_asked=False)
    return np.where(has_hours & (values == MET), np.uint8(MET), to_issuer)


def _subject(program: Training) -> float:
    return _SUBJECT_NUMBER[program.subject]


def _approver(program: Training) -> float:
    return nan if program.approved_by is None else _APPROVER_NUMBER[program.approved_by]


def _years(program: Training) -> float:
    return nan if program.years_since is None else program.years_since


def _hours(program: Training) -> float:
    return nan if program.hours is None else program.hours
