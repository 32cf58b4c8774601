"""What each question is about: how an answer is written as text, and what it puts in a profile.

An answer is text, the same in an address, on screen and in a starting point. A question is known
by its id and not by its position, so that changing one answer leaves the others alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import ValidationError

from cert_model.eligibility.person import INCLUDING_KINDS
from cert_model.eligibility.profile import LONGEST_LIFE, MOST_MONTHS, Profile, Training
from cert_model.vocabulary import (
    Approver,
    Course,
    EducationLevel,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
    Term,
    TrainingSubject,
)

UNSURE, NONE = "unsure", "none"
"""The answers "I don't know" and "none of these"."""
HIM_PROGRAM, HIM_STAGE, WORK = "him-program", "him-stage", "work"
"""The ids of questions that others depend on."""
EDUCATION, LICENSES, CREDENTIALS = "education", "licenses", "credentials"
TRAINING, COURSES, AGE = "training", "courses", "age"
"""The ids of the other questions, those on months of work aside."""
MONTHS_PREFIX = "months-"
"""What the ids of the questions on months of work begin with."""
_EXPERIENCE = "experience_months"


class BadAnswer(ValueError):
    """A text that is not an answer to its question."""


class Topic(Protocol):
    """What one question is about; translates between an answer's text and the profile."""

    @property
    def id(self) -> str:
        """The id of the question, and its name in an address."""
        ...

    @property
    def fields(self) -> tuple[str, ...]:
        """The profile fields that an answer settles."""
        ...

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        """The profile with the answer in it. Raises BadAnswer."""
        ...

    def format_answer(self, profile: Profile) -> str | None:
        """The text of the answer in a profile; None where the profile has none."""
        ...


@dataclass(frozen=True)
class SingleChoice:
    """One term of a vocabulary."""

    id: str
    field: str
    terms: type[Term]

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        if text not in list(self.terms):
            raise BadAnswer(text)
        return profile.model_copy(update={self.field: self.terms(text)})

    def format_answer(self, profile: Profile) -> str | None:
        value = getattr(profile, self.field)
        return None if value is None else str(value)


@dataclass(frozen=True)
class MultipleChoice:
    """Any number of terms, separated by commas; ``none`` for an empty list."""

    id: str
    field: str
    parse_term: Callable[[str], str]
    """The term that a word means; raises ValueError or LookupError."""

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        try:
            terms = () if text == NONE else tuple(map(self.parse_term, text.split(",")))
        except (ValueError, LookupError) as error:
            raise BadAnswer(text) from error
        return profile.model_copy(update={self.field: tuple(dict.fromkeys(terms))})

    def format_answer(self, profile: Profile) -> str | None:
        terms = getattr(profile, self.field)
        return None if terms is None else ",".join(terms) or NONE


@dataclass(frozen=True)
class AgeTopic:
    """An age in whole years."""

    id: str = AGE
    fields: tuple[str, ...] = ("age",)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        return profile.model_copy(update={"age": _parse_number(text, LONGEST_LIFE)})

    def format_answer(self, profile: Profile) -> str | None:
        return None if profile.age is None else str(profile.age)


@dataclass(frozen=True)
class MonthsTopic:
    """The months of one kind of work."""

    kind: ExperienceKind

    @property
    def id(self) -> str:
        return f"{MONTHS_PREFIX}{self.kind}"

    @property
    def fields(self) -> tuple[str, ...]:
        return (f"{_EXPERIENCE}.{self.kind}",)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        months = _parse_number(text, MOST_MONTHS)
        if months and profile.experience_months.get(self.kind) == 0:
            raise BadAnswer("months of work that was not done")
        return with_months(profile, {self.kind: months})

    def format_answer(self, profile: Profile) -> str | None:
        months = profile.experience_months.get(self.kind)
        return None if months is None else str(months)


@dataclass(frozen=True)
class WorkTopic:
    """The kinds of work a person has done; it sets the months of all other kinds to 0.

    A kind that includes a chosen one has been done as well, whether or not it is chosen.
    """

    id: str = WORK
    fields: tuple[str, ...] = ()

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        try:
            chosen = set() if text == NONE else {ExperienceKind(word) for word in text.split(",")}
        except ValueError as error:
            raise BadAnswer(text) from error
        done = chosen.union(*(INCLUDING_KINDS.get(kind, ()) for kind in chosen))
        return with_months(profile, {kind: 0 for kind in ExperienceKind if kind not in done})

    def format_answer(self, profile: Profile) -> str | None:  # noqa: ARG002 (months imply it)
        return None


@dataclass(frozen=True)
class TrainingTopic:
    """Training programs, each as ``subject:approver:years:hours``.

    An unknown part is left empty, and at the end left out.
    """

    id: str = TRAINING
    fields: tuple[str, ...] = ("training",)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        programs = () if text == NONE else tuple(map(_parse_training, text.split(",")))
        return profile.model_copy(update={"training": programs})

    def format_answer(self, profile: Profile) -> str | None:
        if profile.training is None:
            return None
        return ",".join(map(_format_training, profile.training)) or NONE


def _parse_training(text: str) -> Training:
    subject, approver, years, hours, *rest = [*text.split(":"), "", "", ""]
    if any(rest):
        raise BadAnswer(text)
    try:
        return Training(
            subject=TrainingSubject(subject),
            approved_by=Approver(approver) if approver else None,
            years_since=float(years) if years else None,
            hours=float(hours) if hours else None,
        )
    except (ValueError, ValidationError) as error:
        raise BadAnswer(text) from error


def _format_training(training: Training) -> str:
    years, hours = map(_format_number, (training.years_since, training.hours))
    return f"{training.subject}:{training.approved_by or ''}:{years}:{hours}".rstrip(":")


def _format_number(number: float | None) -> str:
    return "" if number is None else repr(number).removesuffix(".0")


def _parse_number(text: str, highest: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(highest))):
        raise BadAnswer(text)
    if int(text) > highest:
        raise BadAnswer(text)
    return int(text)


def with_months(profile: Profile, months: Mapping[ExperienceKind, int]) -> Profile:
    """The profile with the months of some kinds of work replaced."""
    return profile.model_copy(update={_EXPERIENCE: {**profile.experience_months, **months}})


@dataclass(frozen=True)
class CompleteTopic:
    """Whether the profile is complete; ``yes`` is the only answer."""

    id: str = "complete"
    fields: tuple[str, ...] = ()

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        if text != "yes":
            raise BadAnswer(text)
        return profile.model_copy(update={"complete": True})

    def format_answer(self, profile: Profile) -> str | None:
        return "yes" if profile.complete else None


def all_topics(
    resolve_credential: Callable[[str], str], issuers: Sequence[str]
) -> dict[str, Topic]:
    """Every topic by question id, in the order in which answers are applied.

    ``resolve_credential`` gives the id behind a credential's name or raises LookupError. The last
    two topics are never asked about: memberships decide nothing, and only a profile file says
    that it is complete.
    """
    topics: list[Topic] = [
        SingleChoice(EDUCATION, "education", EducationLevel),
        SingleChoice(HIM_PROGRAM, "him_program", HimProgram),
        SingleChoice(HIM_STAGE, "him_program_stage", ProgramStage),
        WorkTopic(),
        *(MonthsTopic(kind) for kind in ExperienceKind),
        TrainingTopic(),
        MultipleChoice(COURSES, "courses", Course),
        MultipleChoice(CREDENTIALS, "credentials", resolve_credential),
        MultipleChoice(LICENSES, "licenses", License),
        AgeTopic(),
        MultipleChoice("memberships", "memberships", _parser_of(issuers)),
        CompleteTopic(),
    ]
    return {topic.id: topic for topic in topics}


def _parser_of(names: Sequence[str]) -> Callable[[str], str]:
    """A function that gives back a listed name and raises LookupError for any other."""

    def parse_name(word: str) -> str:
        if word not in names:
            raise LookupError(word)
        return word

    return parse_name
