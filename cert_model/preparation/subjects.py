"""What to learn before the exam's own content, and how long others say that preparing takes."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema import Credential
from cert_model.schema.facts import find_models
from cert_model.schema.preparation import StudyTime, Subject, Taught
from cert_model.schema.rules import CourseTest
from cert_model.vocabulary import Course


@dataclass(frozen=True, slots=True)
class ExamSubject:
    """A subject as it applies to one exam."""

    subject: Subject
    advice: CourseTest | None
    """The issuer's rule or advice that names it; None where the issuer does not name it."""
    taught_for_it: tuple[Taught, ...]
    """The programs for this very exam that teach it."""


def exam_subjects(catalog: Catalog, key: str) -> tuple[ExamSubject, ...]:
    """Every subject, those that the issuer names for the exam first."""
    sheet = catalog.credentials[key]
    advice = _advice_by_course(sheet)
    programs = catalog.preparation.programs.programs
    preparing = {program.id for program in programs if program.prepares(sheet)}
    subjects = [
        ExamSubject(
            subject,
            next((advice[course] for course in subject.courses if course in advice), None),
            tuple(taught for taught in subject.taught_in if taught.program in preparing),
        )
        for subject in catalog.preparation.subjects.subjects
    ]
    return tuple(sorted(subjects, key=lambda subject: subject.advice is None))


def subjects_to_learn_first(subjects: tuple[ExamSubject, ...]) -> tuple[ExamSubject, ...]:
    """The subjects with which a plan begins.

    They are those that the issuer names or, where it names none, those that a program for the
    exam teaches. Subjects without a course are left out: a practicum is no class to begin with.
    """
    classes = [subject for subject in subjects if subject.subject.courses]
    advised = tuple(subject for subject in classes if subject.advice is not None)
    return advised or tuple(subject for subject in classes if subject.taught_for_it)


def _advice_by_course(sheet: Credential) -> dict[Course, CourseTest]:
    """The last rule or advice of the issuer that names each course."""
    tests = (test for _, test in find_models(sheet.eligibility, CourseTest))
    return {course: test for test in tests for course in test.all}


def study_times(catalog: Catalog, key: str) -> tuple[StudyTime, ...]:
    """The statements on a credential, and on the one whose exam it shares."""
    same_exam = {key, catalog.credentials[key].same_exam_as}
    return tuple(time for time in catalog.preparation.times.times if time.credential in same_exam)


def credentials_with_study_times(catalog: Catalog) -> list[str]:
    """The ids of the credentials of which a study time is known, without those sharing an exam."""
    keys = dict.fromkeys(time.credential for time in catalog.preparation.times.times)
    return [key for key in keys if catalog.credentials[key].same_exam_as is None]
