"""One condition of a rule tested on many people at once.

What each condition asks for is explained in ``cert_model.eligibility.conditions``, which tests it
on one person; the two give the same truth.
"""

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from cert_model.eligibility import Training, Truth
from cert_model.eligibility.conditions import test_program
from cert_model.eligibility.person import EDUCATION_RANK, STAGE_RANK
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
    OPEN,
    OPEN_TO_ISSUER,
    OPEN_TO_NO,
    Codes,
    Flags,
    code_truths,
)
from cert_model.screening.months import MonthSpans
from cert_model.screening.people import HIM_PROGRAM_NUMBER, NOT_KNOWN, Numbers, People, Table
from cert_model.vocabulary import Course, License, Role

RolesById = Mapping[str, tuple[Role, ...]]
"""The roles of each credential, by its id."""
LISTS: Mapping[type[Condition], str] = {
    CredentialTest: "credentials",
    LicenseTest: "licenses",
    TrainingTest: "training",
    CourseTest: "courses",
}
"""By kind of condition, the list that it is about: it is tested once on each different list."""
CONSTANTS: Mapping[type[Condition], int] = {AnyoneTest: MET, IssuerDecides: OPEN_TO_ISSUER}
"""The conditions that have the same value for everybody."""


def evaluate_on_lists(condition: Condition, people: People, roles: RolesById) -> Codes:
    """The byte of a condition on a list, for each different list.

    ``roles`` are those of each credential, for conditions on the role of a credential held.
    Raises TypeError for a condition on anything else.
    """
    if isinstance(condition, CredentialTest):
        return _test_credentials(condition, people.credentials.table, roles)
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
    met = low >= test.months
    unknown = ~met & (high >= test.months)
    return code_truths(met, unknown, test.unasked is None)


def _test_him_program(test: HimProgramTest, people: People) -> Codes:
    counts = _is_among(people.him_program, {HIM_PROGRAM_NUMBER[program] for program in test.any})
    met = counts & (people.him_stage >= STAGE_RANK[test.stage])
    unknown = (people.him_program == NOT_KNOWN) | (counts & (people.him_stage == NOT_KNOWN))
    return code_truths(met, unknown, test.unasked is None)


def _is_among(numbers: Numbers, counting: Collection[int]) -> Flags:
    among: Flags = np.zeros(len(numbers), np.bool_)
    for number in counting:
        among |= numbers == number
    return among


def _test_licenses(test: LicenseTest, licenses: Table[License]) -> Codes:
    return _code_lists(test, licenses, licenses.count_members(set(test.any)) > 0)


def _test_courses(test: CourseTest, courses: Table[Course]) -> Codes:
    needed = set(test.all)
    return _code_lists(test, courses, courses.count_members(needed) == len(needed))


def _test_credentials(test: CredentialTest, credentials: Table[str], roles: RolesById) -> Codes:
    of_role = {key for key, of_key in roles.items() if test.role in of_key}
    counting = credentials.count_members({*test.any, *of_role})
    return _code_lists(test, credentials, counting >= test.at_least)


def _code_lists(test: Condition, lists: Table[Any], met: Flags) -> Codes:
    unknown = lists.not_known
    return code_truths(met & ~unknown, unknown, test.unasked is None)


def _test_training(test: TrainingTest, training: Table[Training]) -> Codes:
    """The maximum over the programs of each list."""
    values = np.array([_program_value(test, program) for program in training.members], np.uint8)
    codes: Codes = training.reduce_members(np.bitwise_or, values)
    nowhere = np.zeros_like(training.not_known)
    return codes | code_truths(nowhere, training.not_known, test.unasked is None)


def _program_value(test: TrainingTest, program: Training) -> int:
    """The byte of one program."""
    truth = test_program(test, program)
    is_settled = test.unasked is None or (
        test.least_hours is not None and program.hours is not None
    )
    if truth is Truth.YES:
        return MET if is_settled else OPEN_TO_ISSUER
    if truth is Truth.UNKNOWN:
        return OPEN if test.unasked is None else OPEN_TO_NO
    return 0
