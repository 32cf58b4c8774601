"""Our own sorting of the parts of exams by subject, from which follows what two exams share."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from cert_model.schema.facts import CredentialId, Model, Slug, Text


class ContentSubject(Model):
    """A subject that exams ask about."""

    id: Slug
    name: Text


class SortedPart(Model):
    """The subjects of one part of an exam's blueprint, which share its weight evenly."""

    domain: Text
    """The part's title, as it stands in the fact sheet."""
    subjects: tuple[Slug, ...]
    """Ids of the file's subjects; none where the title does not say what the part is about."""
    doubt: Text | None = None
    """Why another reader might sort it differently."""

    @model_validator(mode="after")
    def _without_subject_for_a_reason(self) -> Self:
        if not self.subjects and self.doubt is None:
            raise ValueError("name a subject, or say under doubt why there is none")
        if len(set(self.subjects)) < len(self.subjects):
            raise ValueError("a subject stands here twice; name it once")
        return self


class SortedExam(Model):
    """The parts of one exam with their subjects."""

    credential: CredentialId
    """The credential whose fact sheet has the blueprint."""
    parts: Annotated[tuple[SortedPart, ...], Field(min_length=1)]


class ExamSubjectFile(Model):
    """``data/preparation/exam_subjects.yaml``."""

    subjects: tuple[ContentSubject, ...]
    exams: tuple[SortedExam, ...] = ()

    def subjects_by_part(self, credential: str) -> dict[str, tuple[str, ...]]:
        """The ids of the subjects of each part of an exam, by its title; empty if not sorted."""
        sorted_exams = (exam for exam in self.exams if exam.credential == credential)
        return {part.domain: part.subjects for exam in sorted_exams for part in exam.parts}
