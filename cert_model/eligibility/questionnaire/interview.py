"""A questionnaire under way: what to ask next, how much is left, and what each answer decides."""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from cert_model.catalog import Catalog
from cert_model.eligibility import Person, Profile, build_person, conditions, verdicts
from cert_model.eligibility.questionnaire.answers import (
    Answers,
    ParsedAnswers,
    catalog_topics,
    parse_answers,
    with_answer,
)
from cert_model.eligibility.questionnaire.topics import MONTHS_PREFIX, NONE, UNSURE, WORK
from cert_model.schema.texts import Question
from cert_model.vocabulary import (
    Course,
    EducationLevel,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
    TrainingSubject,
    Verdict,
)

PROGRAM, STAGE = "him-program", "him-stage"
_FEW = 2
"""From so many kinds of work on, one question asks which of them were done at all."""


@dataclass(frozen=True)
class NextQuestion:
    """The question to put next."""

    question: Question
    decides: tuple[str, ...]
    """The ids of the credentials whose outcome it bears on."""
    still_open: int
    """Credentials whose outcome answers can still change."""
    left_at_most: int
    """Questions still to come at most, this one included."""


@dataclass(frozen=True)
class Interview:
    """Answers held against the whole catalog."""

    catalog: Catalog
    answers: Answers

    @cached_property
    def parsed(self) -> ParsedAnswers:
        """What the answers say, and which of them say nothing."""
        return parse_answers(self.catalog, self.answers)

    @property
    def profile(self) -> Profile:
        """The profile that the answers make."""
        return self.parsed.profile

    @cached_property
    def person(self) -> Person:
        """The person behind the answers."""
        return build_person(self.catalog, self.profile)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict for every credential, by id."""
        return verdicts.decide_verdicts(self.catalog, self.person)

    @cached_property
    def open_questions(self) -> dict[str, set[str]]:
        """By question that is not answered yet, the ids of the credentials it bears on."""
        asking = build_person(self.catalog, self.profile, self._told)
        bearing: dict[str, set[str]] = {}
        for key, sheet in self.catalog.credentials.items():
            for condition in verdicts.open_conditions(sheet, asking):
                for field in conditions.open_fields(condition, asking):
                    if field not in self._told:
                        bearing.setdefault(_QUESTION_OF[field], set()).add(key)
        return bearing

    @cached_property
    def _told(self) -> frozenset[str]:
        """The fields that were asked about, whatever the answer."""
        known = catalog_topics(self.catalog)
        told = {field for name in self.parsed.answers for field in known[name].fields}
        if self.parsed.answers.get(WORK) == UNSURE:
            told |= set(_MONTHS_FIELDS)
        return frozenset(told)

    def open_questions_for(self, key: str) -> list[str]:
        """The questions not answered yet that could still change one outcome."""
        return sorted(name for name, keys in self.open_questions.items() if key in keys)

    def questions_left_for(self, key: str) -> int:
        """How many questions at most are left that could still change one outcome."""
        bearing = self._bearing_on(key)
        return _most(bearing, self._offered(bearing))

    def question_texts_for(self, key: str) -> list[str]:
        """The questions in words that may be put now for one outcome, in the order of the file."""
        offered = self._offered(self._bearing_on(key))
        return [self._words[name].ask for name in offered]

    def _bearing_on(self, key: str) -> dict[str, set[str]]:
        return {name: {key} for name in self.open_questions_for(key)}

    def next_question(
        self, scope: Collection[str] | None = None, skipped: Collection[str] = ()
    ) -> NextQuestion | None:
        """The question that settles most outcomes, or None where none could change any.

        ``scope`` narrows the outcomes to some credentials; ``skipped`` names questions that are
        left for later. What no longer matters is never asked, nor is what was answered with
        "I don't know".
        """
        bearing = {
            name: keys if scope is None else keys & set(scope)
            for name, keys in self.open_questions.items()
            if not _is_skipped(name, skipped)
        }
        bearing = {name: keys for name, keys in bearing.items() if keys}
        if not bearing:
            return None
        offered = self._offered(bearing)
        best = max(offered, key=lambda name: self._settled_by(name, offered[name]))
        return NextQuestion(
            question=self._words[best],
            decides=tuple(sorted(offered[best])),
            still_open=len(set().union(*bearing.values())),
            left_at_most=_most(bearing, offered),
        )

    @cached_property
    def _words(self) -> Mapping[str, Question]:
        return {each.id: each for each in self.catalog.questions.questions}

    def _offered(self, bearing: Mapping[str, set[str]]) -> dict[str, set[str]]:
        """What may be asked now, in the order of the file: first which work, then how long."""
        months = [name for name in bearing if name.startswith(MONTHS_PREFIX)]
        offered = dict(bearing)
        if len(months) >= _FEW and WORK not in self.parsed.answers:
            offered = {name: keys for name, keys in offered.items() if name not in months}
            offered[WORK] = set().union(*(bearing[name] for name in months))
        return {name: offered[name] for name in self._words if name in offered}

    def _settled_by(self, question: str, keys: Set[str]) -> float:
        """How many outcomes the question closes, on average over answers to it."""
        closed = 0
        for answer in _SAMPLES.get(question, _NUMBERS):
            after = Interview(self.catalog, with_answer(self.parsed.answers, question, answer))
            closed += sum(not after.is_open(key) for key in keys)
        return closed / len(_SAMPLES.get(question, _NUMBERS))

    def is_open(self, key: str) -> bool:
        """Whether an answer could still change the outcome of a credential."""
        return verdicts.is_open(self.catalog.credentials[key], self.person)


def _is_skipped(question: str, skipped: Collection[str]) -> bool:
    """Whether it is left for later, itself or with the question it follows from."""
    return question in skipped or (WORK in skipped and question.startswith(MONTHS_PREFIX))


def _most(bearing: Mapping[str, set[str]], offered: Mapping[str, set[str]]) -> int:
    """How many questions are left at most, where these bear on outcomes and some are offered."""
    return len(bearing.keys() | offered.keys() | _followers(offered))


def _followers(offered: Mapping[str, set[str]]) -> set[str]:
    """Questions that only an answer to one of these could bring up."""
    return {STAGE} if PROGRAM in offered else set()


_MONTHS_FIELDS = {f"experience_months.{kind}": f"{MONTHS_PREFIX}{kind}" for kind in ExperienceKind}
_QUESTION_OF = {
    "education": "education",
    "him_program": PROGRAM,
    "him_program_stage": STAGE,
    "training": "training",
    "courses": "courses",
    "credentials": "credentials",
    "licenses": "licenses",
    "age": "age",
    **_MONTHS_FIELDS,
}
_NUMBERS = ("0", "120")
_SAMPLES: Mapping[str, tuple[str, ...]] = {
    "education": tuple(EducationLevel),
    PROGRAM: tuple(HimProgram),
    STAGE: tuple(ProgramStage),
    WORK: (NONE, ",".join(ExperienceKind)),
    "training": (NONE, ",".join(f"{subject}:none:0" for subject in TrainingSubject)),
    "courses": (NONE, ",".join(Course)),
    "credentials": (NONE, "aapc/cpc,ahima/rhit"),
    "licenses": (NONE, ",".join(License)),
}
"""Answers from both ends of each question, to see how much it settles."""
