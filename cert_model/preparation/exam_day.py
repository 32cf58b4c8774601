"""The day of the exam: what the fact sheet and the issuer's general rules say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Exam, Fact, Note
from cert_model.vocabulary import ExamDay


@dataclass(frozen=True, slots=True)
class ExamDayFact:
    """One labelled fact."""

    label: str
    fact: Fact[Any]
    unit: str
    general: bool
    """Whether the issuer says it of all its exams, and not of this one."""


def exam_day_facts(catalog: Catalog, key: str) -> dict[ExamDay, tuple[ExamDayFact, ...]]:
    """For each thing that people ask about the day, what is known; empty where nothing is."""
    sheet = catalog.credentials[key]
    general = catalog.issuers[sheet.issuer].exam
    lines = [*_plain(sheet.exam, general), *_notes(sheet, general)]
    return {topic: tuple(line for at, line in lines if at is topic) for topic in ExamDay}


def _plain(own: Exam, general: Exam) -> Iterator[tuple[ExamDay, ExamDayFact]]:
    """Facts with a field of their own: the exam's, or else the issuer's."""
    for topic, label, name, unit in (
        (ExamDay.BOOKS, "Books allowed", "open_book", ""),
        (ExamDay.BOOKS, "Which books", "books", ""),
        (ExamDay.ROOM, "Where it is taken", "delivery", ""),
        (ExamDay.ROOM, "Testing company", "vendor", ""),
        (ExamDay.RETAKE, "Wait before a retake", "retake.wait_days", "days"),
        (ExamDay.RETAKE, "Attempts allowed", "retake.max_attempts", ""),
    ):
        mine, shared = _field(own, name), _field(general, name)
        fact = mine or shared
        if fact is not None:
            yield topic, ExamDayFact(label, fact, unit, general=mine is None)


def _field(exam: Exam, name: str) -> Fact[Any] | None:
    found: Any = exam
    for step in name.split("."):
        found = getattr(found, step) if found is not None else None
    return found if isinstance(found, Fact) else None


def _notes(sheet: Credential, general: Exam) -> Iterator[tuple[ExamDay, ExamDayFact]]:
    for exam, shared in ((sheet.exam, False), (general, True)):
        rules = exam.retake.rules if exam.retake else ()
        for note in (*exam.scheduling, *exam.details):
            for topic in note.about or ((ExamDay.SEAT,) if note in exam.scheduling else ()):
                yield topic, _line(note, shared)
        for note in rules:
            yield ExamDay.RETAKE, _line(note, shared)
    for note in sheet.details:
        for topic in note.about:
            yield topic, _line(note, general=False)


def _line(note: Note, general: bool) -> ExamDayFact:
    return ExamDayFact(note.label, note, note.unit or "", general)
