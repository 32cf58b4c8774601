"""The day of the exam: what its fact sheet and the issuer's general rules say about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Exam, Fact, Note
from cert_model.vocabulary import ExamDay


@dataclass(frozen=True, slots=True)
class ExamDayFact:
    """One fact about the day, with its label and unit."""

    label: str
    fact: Fact[Any]
    unit: str
    general: bool
    """Whether the issuer states it for all its exams rather than for this one."""


_FIELDS = (
    (ExamDay.BOOKS, "Books allowed", "open_book", ""),
    (ExamDay.BOOKS, "Which books", "books", ""),
    (ExamDay.ROOM, "Where it is taken", "delivery", ""),
    (ExamDay.ROOM, "Testing company", "vendor", ""),
    (ExamDay.RETAKE, "Wait before a retake", "retake.wait_days", "days"),
    (ExamDay.RETAKE, "Attempts allowed", "retake.max_attempts", ""),
)
"""The fields of an exam that bear on the day: topic, label, path and unit of each."""


def exam_day_facts(catalog: Catalog, key: str) -> dict[ExamDay, tuple[ExamDayFact, ...]]:
    """The known facts on every topic of the day; empty for a topic of which nothing is known."""
    sheet = catalog.credentials[key]
    general = catalog.issuers[sheet.issuer].exam
    facts = [*_field_facts(sheet.exam, general), *_note_facts(sheet, general)]
    return {topic: tuple(fact for about, fact in facts if about is topic) for topic in ExamDay}


def _field_facts(own: Exam, general: Exam) -> Iterator[tuple[ExamDay, ExamDayFact]]:
    """The facts with a field of their own: the exam's, or else the issuer's."""
    for topic, label, path, unit in _FIELDS:
        own_fact, general_fact = _fact_at(own, path), _fact_at(general, path)
        fact = own_fact or general_fact
        if fact is not None:
            yield topic, ExamDayFact(label, fact, unit, general=own_fact is None)


def _fact_at(exam: Exam, path: str) -> Fact[Any] | None:
    value: Any = exam
    for step in path.split("."):
        value = getattr(value, step) if value is not None else None
    return value if isinstance(value, Fact) else None


def _note_facts(sheet: Credential, general: Exam) -> Iterator[tuple[ExamDay, ExamDayFact]]:
    """The notes that bear on the day, by each topic that they name."""
    for exam, is_general in ((sheet.exam, False), (general, True)):
        for note in (*exam.scheduling, *exam.details):
            for topic in note.about or ((ExamDay.SEAT,) if note in exam.scheduling else ()):
                yield topic, _note_fact(note, is_general)
        for note in exam.retake.rules if exam.retake else ():
            yield ExamDay.RETAKE, _note_fact(note, is_general)
    for note in sheet.details:
        for topic in note.about:
            yield topic, _note_fact(note, general=False)


def _note_fact(note: Note, general: bool) -> ExamDayFact:
    return ExamDayFact(note.label, note, note.unit or "", general)
