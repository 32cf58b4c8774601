"""What each question is about: how its answer is written, and what it says of a person.

An answer is text, the same in the address, on screen and in a starting point. A question is
named by its id, never by its place, so that changing one answer leaves the others alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import ValidationError

from cert_model.eligibility.months import WIDER
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
WORK = "work"
MONTHS_PREFIX = "months-"
_EXPERIENCE = "experience_months"


class BadAnswer(ValueError):
    """An answer that means nothing to its question."""


class Topic(Protocol):
    """One thing a person may say, between its text and the profile."""

    @property
    def id(self) -> str:
        """The id of the question, and its name in the address."""
        ...

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a profile that an answer settles."""
        ...

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        """The profile with the answer in it. Raises BadAnswer."""
        ...

    def format_answer(self, profile: Profile) -> str | None:
        """The answer that a profile holds, or None where it holds none."""
        ...


@dataclass(frozen=True)
class OneOf:
    """One term."""

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
class SomeOf:
    """Any number of terms; ``none`` for none of them."""

    id: str
    field: str
    term: Callable[[str], str]
    """Turns one word into a term, or raises ValueError or LookupError."""

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        try:
            terms = () if text == NONE else tuple(self.term(word) for word in text.split(","))
        except (ValueError, LookupError) as error:
            raise BadAnswer(text) from error
        return profile.model_copy(update={self.field: tuple(dict.fromkeys(terms))})

    def format_answer(self, profile: Profile) -> str | None:
        terms = getattr(profile, self.field)
        return None if terms is None else ",".join(terms) or NONE


@dataclass(frozen=True)
class Age:
    """A number of years."""

    id: str = "age"
    fields: tuple[str, ...] = ("age",)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        return profile.model_copy(update={"age": _number(text, LONGEST_LIFE)})

    def format_answer(self, profile: Profile) -> str | None:
        return None if profile.age is None else str(profile.age)


@dataclass(frozen=True)
class Months:
    """Months of one kind of work."""

    kind: ExperienceKind

    @property
    def id(self) -> str:
        return f"{MONTHS_PREFIX}{self.kind}"

    @property
    def fields(self) -> tuple[str, ...]:
        return (f"{_EXPERIENCE}.{self.kind}",)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        months = _number(text, MOST_MONTHS)
        if months and profile.experience_months.get(self.kind) == 0:
            raise BadAnswer("months of a work that was not done")
        return with_months(profile, {self.kind: months})

    def format_answer(self, profile: Profile) -> str | None:
        months = profile.experience_months.get(self.kind)
        return None if months is None else str(months)


@dataclass(frozen=True)
class Work:
    """The kinds of work a person has done: all others took no months.

    A kind that includes one of these took some, too, whether or not it is named.
    """

    id: str = WORK
    fields: tuple[str, ...] = ()

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        try:
            named = set() if text == NONE else {ExperienceKind(word) for word in text.split(",")}
        except ValueError as error:
            raise BadAnswer(text) from error
        done = named.union(*(WIDER.get(kind, ()) for kind in named))
        return with_months(profile, {kind: 0 for kind in ExperienceKind if kind not in done})

    def format_answer(self, profile: Profile) -> str | None:  # noqa: ARG002 (months say it by themselves)
        return None


@dataclass(frozen=True)
class Trainings:
    """Programs finished, each as ``subject:approver:years``; an open part stays empty."""

    id: str = "training"
    fields: tuple[str, ...] = ("training",)

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        programs = () if text == NONE else tuple(_program(part) for part in text.split(","))
        return profile.model_copy(update={"training": programs})

    def format_answer(self, profile: Profile) -> str | None:
        if profile.training is None:
            return None
        return ",".join(_in_text(each) for each in profile.training) or NONE


def _program(text: str) -> Training:
    subject, approver, years, *more = [*text.split(":"), "", ""]
    if any(more):
        raise BadAnswer(text)
    try:
        return Training(
            subject=TrainingSubject(subject),
            approved_by=Approver(approver) if approver else None,
            years_since=float(years) if years else None,
        )
    except (ValueError, ValidationError) as error:
        raise BadAnswer(text) from error


def _in_text(training: Training) -> str:
    years = "" if training.years_since is None else repr(training.years_since).removesuffix(".0")
    return f"{training.subject}:{training.approved_by or ''}:{years}".rstrip(":")


def _number(text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        raise BadAnswer(text)
    if int(text) > most:
        raise BadAnswer(text)
    return int(text)


def with_months(profile: Profile, months: Mapping[ExperienceKind, int]) -> Profile:
    """The profile with the months of some kinds of work changed."""
    return profile.model_copy(update={_EXPERIENCE: {**profile.experience_months, **months}})


@dataclass(frozen=True)
class _Complete:
    id: str = "complete"
    fields: tuple[str, ...] = ()

    def apply_answer(self, profile: Profile, text: str) -> Profile:
        if text != "yes":
            raise BadAnswer(text)
        return profile.model_copy(update={"complete": True})

    def format_answer(self, profile: Profile) -> str | None:
        return "yes" if profile.complete else None


def topics(credential: Callable[[str], str], issuers: Sequence[str]) -> dict[str, Topic]:
    """Every topic by id, in the order in which answers are read.

    ``credential`` gives the id behind a name or raises LookupError. The last two are never
    asked: memberships decide nothing, and whether a profile is complete is for tools to say.
    """
    found: list[Topic] = [
        OneOf("education", "education", EducationLevel),
        OneOf("him-program", "him_program", HimProgram),
        OneOf("him-stage", "him_program_stage", ProgramStage),
        Work(),
        *(Months(kind) for kind in ExperienceKind),
        Trainings(),
        SomeOf("courses", "courses", Course),
        SomeOf("credentials", "credentials", credential),
        SomeOf("licenses", "licenses", License),
        Age(),
        SomeOf("memberships", "memberships", _known_to(issuers)),
        _Complete(),
    ]
    return {topic.id: topic for topic in found}


def _known_to(names: Sequence[str]) -> Callable[[str], str]:
    def term(word: str) -> str:
        if word not in names:
            raise LookupError(word)
        return word

    return term
