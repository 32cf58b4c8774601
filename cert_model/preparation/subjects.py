"""What to learn before the exam's own content: what the issuer advises, what schools teach."""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema import Credential
from cert_model.schema.preparation import Subject, Taught
from cert_model.schema.rules import CourseTest
from cert_model.schema.walk import find_models
from cert_model.vocabulary import Course


@dataclass(frozen=True, slots=True)
class ExamSubject:
    """A subject as it bears on one exam."""

    subject: Subject
    advice: CourseTest | None
    """The issuer's rule or advice that names it; None where it names it nowhere."""
    taught_for_it: tuple[Taught, ...]
    """The programs for this very exam that teach it."""


def exam_subjects(catalog: Catalog, key: str) -> tuple[ExamSubject, ...]:
    """Every subject, those that the issuer names first."""
    sheet = catalog.credentials[key]
    named = {course: test for test in _course_tests(sheet) for course in test.all}
    preparing = {
        program.id for program in catalog.preparation.programs.programs if program.prepares(sheet)
    }
    found = [
        ExamSubject(
            subject,
            _advice(subject, named),
            tuple(each for each in subject.taught_in if each.program in preparing),
        )
        for subject in catalog.preparation.subjects.subjects
    ]
    return tuple(sorted(found, key=lambda each: each.advice is None))


def subjects_to_learn_first(found: tuple[ExamSubject, ...]) -> tuple[ExamSubject, ...]:
    """The subjects a plan begins with.

    Those that the issuer names; where it names none, those that a program for the exam teaches.
    Only subjects that rules on who may sit speak of: a practicum is no class to begin with.
    """
    classes = [each for each in found if each.subject.courses]
    advised = tuple(each for each in classes if each.advice is not None)
    return advised or tuple(each for each in classes if each.taught_for_it)


def _course_tests(sheet: Credential) -> Iterator[CourseTest]:
    for _, test in find_models(sheet.eligibility, CourseTest):
        yield test


def _advice(subject: Subject, named: dict[Course, CourseTest]) -> CourseTest | None:
    return next((named[course] for course in subject.courses if course in named), None)
