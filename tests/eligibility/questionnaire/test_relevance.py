"""On every path through the questions of each credential, none is asked that cannot matter."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import possible_consequences
from cert_model.eligibility.questionnaire import NONE, UNSURE, Interview, with_answer
from cert_model.schema import Credential
from cert_model.schema.facts import find_models
from cert_model.schema.rules import (
    AgeTest,
    CourseTest,
    CredentialTest,
    ExperienceTest,
    LicenseTest,
    TrainingTest,
)
from cert_model.vocabulary import EducationLevel, HimProgram, ProgramStage
from tests.profiles import CATALOG

Answers = dict[str, str]
Paths = Any
"""A question with the paths that its answers lead to, or an outcome; equal if all of it is."""

ASKED = {question.id for question in CATALOG.questions.questions}
TESTABLE = [
    key
    for key, sheet in CATALOG.credentials.items()
    if sheet.eligibility.required is not None and sheet.same_exam_as is None
]


def possible_answers(sheet: Credential, question: str) -> list[str]:
    """Answers on both sides of everything that the rules of a credential ask about."""
    if question == "education":
        return list(EducationLevel)
    if question == "him-program":
        return list(HimProgram)
    if question == "him-stage":
        return list(ProgramStage)
    if question.startswith("months-"):
        thresholds = {
            months
            for test in conditions_in(sheet, ExperienceTest)
            for months in around(test.months)
        }
        return [str(months) for months in sorted({0, *thresholds})]
    if question == "age":
        return [str(age) for test in conditions_in(sheet, AgeTest) for age in around(test.at_least)]
    return [NONE, *dict.fromkeys(_LISTS[question](sheet))]


def around(threshold: int) -> tuple[int, int]:
    return threshold - 1, threshold


def conditions_in(sheet: Credential, kind: type[Any]) -> Iterator[Any]:
    return (test for _, test in find_models(sheet.eligibility, kind))


def works(sheet: Credential) -> Iterator[str]:
    kinds = {kind for test in conditions_in(sheet, ExperienceTest) for kind in test.kind}
    yield from sorted(kinds)
    yield ",".join(sorted(kinds))


def trainings(sheet: Credential) -> Iterator[str]:
    programs = [
        (test.subject[0], next(iter(test.approved_by), ""))
        for test in conditions_in(sheet, TrainingTest)
    ]
    for years in ("0", "100"):
        finished = [f"{subject}:{approver}:{years}" for subject, approver in programs]
        yield from finished
        yield ",".join(dict.fromkeys(finished))


def courses(sheet: Credential) -> Iterator[str]:
    every = [",".join(test.all) for test in conditions_in(sheet, CourseTest)]
    yield from every
    yield ",".join(dict.fromkeys(",".join(every).split(",")))


def credentials(sheet: Credential) -> Iterator[str]:
    for test in conditions_in(sheet, CredentialTest):
        yield from test.any


def licenses(sheet: Credential) -> Iterator[str]:
    for test in conditions_in(sheet, LicenseTest):
        yield from test.any


_LISTS = {
    "work": works,
    "training": trainings,
    "courses": courses,
    "credentials": credentials,
    "licenses": licenses,
}


def length(paths: Paths) -> int:
    """The number of questions on the longest path."""
    question, leads = paths
    return 1 + max(map(length, leads)) if isinstance(question, str) and question in ASKED else 0


def paths_from(
    catalog: Catalog, sheet: Credential, answers: Answers, faults: list[Answers]
) -> Paths:
    """Every path on from some answers.

    Answers after which a question changes nothing are added to ``faults``, and so are those after
    which more questions are asked than were announced.
    """
    interview = Interview(catalog, answers)
    asked = interview.next_question({sheet.id})
    if asked is None:
        after = possible_consequences(sheet, interview.person)
        return interview.verdicts[sheet.id], tuple(
            (consequence.text, truth) for consequence, truth in after
        )
    question = asked.question.id
    leads = tuple(
        paths_from(catalog, sheet, with_answer(interview.parsed.answers, question, answer), faults)
        for answer in (*possible_answers(sheet, question), UNSURE)
    )
    if len(set(leads[:-1])) == 1:
        faults.append({**answers, question: "changes nothing"})
    if length((question, leads)) > asked.left_at_most:
        faults.append({**answers, question: f"more than {asked.left_at_most} to come"})
    return question, leads


@pytest.mark.parametrize("key", TESTABLE)
def test_every_question_can_change_the_outcome_and_no_more_are_asked_than_announced(
    key: str,
) -> None:
    sheet = CATALOG.credentials[key]
    named = {key, *credentials(sheet)}
    alone = replace(CATALOG, credentials={name: CATALOG.credentials[name] for name in named})
    faults: list[Answers] = []
    paths_from(alone, sheet, {}, faults)
    assert faults == []
