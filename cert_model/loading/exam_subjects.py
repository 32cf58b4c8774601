"""Problems of the sorting of exams by subject: what it names twice, wrongly or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cert_model.formatting import did_you_mean
from cert_model.loading.messages import problem_at
from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document
from cert_model.schema import Credential
from cert_model.schema.exam_subjects import ExamSubjectFile, SortedPart
from cert_model.schema.facts import FieldPath

FILE = "preparation/exam_subjects.yaml"


def sorting_problems(
    document: Document, file: ExamSubjectFile, sheets: Mapping[str, Credential]
) -> Iterator[Problem]:
    """What the file names twice, subjects and parts of exams that do not exist.

    ``sheets`` has the fact sheets without errors by id; parts of others are not checked.
    """
    yield from _repeated(document, "subjects", [subject.id for subject in file.subjects])
    yield from _repeated(document, "exams", [exam.credential for exam in file.exams])
    subject_ids = [subject.id for subject in file.subjects]
    for number, exam in enumerate(file.exams):
        path: FieldPath = ("exams", number, "parts")
        for position, part in enumerate(exam.parts):
            yield from _unknown_subjects(document, (*path, position), part, subject_ids)
        if exam.credential in sheets:
            titles = [domain.domain for domain in sheets[exam.credential].exam.content]
            yield from _wrong_parts(document, path, exam.parts, titles)


def unsorted_parts(
    sheets: Iterable[tuple[Document, Credential]], file: ExamSubjectFile
) -> Iterator[Problem]:
    """The parts of exams that the sorting leaves out, each at its place in the fact sheet."""
    for document, sheet in sheets:
        sorted_parts = file.subjects_by_part(sheet.id)
        for position, domain in enumerate(sheet.exam.content):
            if domain.domain not in sorted_parts:
                message = f'"{domain.domain}" has no subject; sort it in {FILE}'
                yield problem_at(document, ("exam", "content", position), message)


def _repeated(document: Document, field: str, ids: Sequence[str]) -> Iterator[Problem]:
    for position, key in enumerate(ids):
        if key in ids[:position]:
            yield problem_at(document, (field, position), f'"{key}" stands here twice; keep one')


def _unknown_subjects(
    document: Document, path: FieldPath, part: SortedPart, subject_ids: Sequence[str]
) -> Iterator[Problem]:
    for position, key in enumerate(part.subjects):
        if key not in subject_ids:
            message = f'unknown subject "{key}"{did_you_mean(key, subject_ids)}'
            yield problem_at(document, (*path, "subjects", position), message)


def _wrong_parts(
    document: Document, path: FieldPath, parts: Sequence[SortedPart], titles: Sequence[str]
) -> Iterator[Problem]:
    """Parts that the exam does not have, and those named before."""
    named: set[str] = set()
    for position, part in enumerate(parts):
        message = ""
        if part.domain not in titles:
            message = f'the exam has no part "{part.domain}"{did_you_mean(part.domain, titles)}'
        elif part.domain in named:
            message = f'"{part.domain}" stands here twice; keep one'
        named.add(part.domain)
        if message:
            yield problem_at(document, (*path, position, "domain"), message)
