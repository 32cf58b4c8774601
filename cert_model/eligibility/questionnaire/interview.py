"""A questionnaire in progress: which question to ask next, and how many are left.

How the next question is chosen is explained in ``docs/eligibility.md``.
"""

from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cert_model.catalog import Catalog
from cert_model.eligibility import Person, Profile, build_person
from cert_model.eligibility.conditions import open_fields
from cert_model.eligibility.questionnaire.answers import (
    Answers,
    ParsedAnswers,
    catalog_topics,
    parse_answers,
    with_answer,
)
from cert_model.eligibility.questionnaire.topics import (
    AGE,
    COURSES,
    CREDENTIALS,
    EDUCATION,
    HIM_PROGRAM,
    HIM_STAGE,
    LICENSES,
    MONTHS_PREFIX,
    NONE,
    TRAINING,
    UNSURE,
    WORK,
)
from cert_model.eligibility.verdicts import (
    decide_verdicts,
    ids_by_verdict,
    is_open,
    open_verdict_conditions,
)
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

KeysByQuestion = Mapping[str, Set[str]]
"""By question id, the ids of the credentials whose outcome an answer could change."""

_FindQuestion = Callable[[tuple[str, ...] | None, tuple[str, ...]], "NextQuestion | None"]
_MOST_SCOPES = 8
"""The next questions kept for one person: an address may ask about any credentials."""
KINDS_WORTH_ASKING = 2
"""With this many kinds of work open, one question first asks which of them were done at all."""


@dataclass(frozen=True)
class NextQuestion:
    """The question to ask next."""

    question: Question
    decides: tuple[str, ...]
    """The ids of the credentials whose outcome the answer could change."""
    still_open: int
    """How many credentials have an outcome that answers can still change."""
    unsettled: tuple[str, ...]
    """The ids of all credentials in scope whose verdict is not settled yet."""
    left_at_most: int
    """How many questions are left at most, including this one."""


@dataclass(frozen=True)
class Interview:
    """A person's answers together with the catalog, and everything that follows from them."""

    catalog: Catalog
    answers: Answers

    @cached_property
    def parsed(self) -> ParsedAnswers:
        """The answers that were understood, and those that could not be used."""
        return parse_answers(self.catalog, self.answers)

    @property
    def profile(self) -> Profile:
        """The profile that the answers describe."""
        return self.parsed.profile

    @cached_property
    def person(self) -> Person:
        """The person that the answers describe."""
        return build_person(self.catalog, self.profile)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict for every credential, by id."""
        return decide_verdicts(self.catalog, self.person)

    @cached_property
    def open_questions(self) -> dict[str, set[str]]:
        """By id of an unanswered question, the credentials whose outcome it could change."""
        person = build_person(self.catalog, self.profile, self._answered_fields)
        keys_by_question: dict[str, set[str]] = {}
        for key, sheet in self.catalog.credentials.items():
            for condition in open_verdict_conditions(sheet, person):
                for field in open_fields(condition, person):
                    if person.can_still_answer(field):
                        keys_by_question.setdefault(QUESTION_OF_FIELD[field], set()).add(key)
        return keys_by_question

    @cached_property
    def _answered_fields(self) -> frozenset[str]:
        """The profile fields that were asked about, whatever the answer."""
        topics = catalog_topics(self.catalog)
        fields = {field for question in self.parsed.answers for field in topics[question].fields}
        if self.parsed.answers.get(WORK) == UNSURE:
            fields |= set(_MONTHS_QUESTIONS)
        return frozenset(fields)

    def is_open(self, key: str) -> bool:
        """Whether an answer could still change the outcome of a credential."""
        return is_open(self.catalog.credentials[key], self.person)

    def open_questions_for(self, key: str) -> list[str]:
        """The ids of the unanswered questions that could change one credential's outcome."""
        return sorted(question for question, keys in self.open_questions.items() if key in keys)

    def questions_left_for(self, key: str) -> int:
        """How many questions there are to ask now for one credential: those that are named."""
        return len(self._askable(self._open_questions_for_one(key)))

    def question_texts_for(self, key: str) -> list[str]:
        """The wording of the questions to ask now for one credential, in the file's order."""
        askable = self._askable(self._open_questions_for_one(key))
        return [self._questions_by_id[question].ask for question in askable]

    def _open_questions_for_one(self, key: str) -> KeysByQuestion:
        return {question: {key} for question in self.open_questions_for(key)}

    def next_question(
        self, scope: Collection[str] | None = None, skipped: Collection[str] = ()
    ) -> NextQuestion | None:
        """The question that settles most outcomes, or None where no answer could change any.

        ``scope`` limits the outcomes to some credentials; ``skipped`` names questions left for
        later. A question that no longer matters, or was answered with "I don't know", is never
        asked. The latest answers are kept, since finding one tries all of a question's answers.
        """
        return self._next_questions(None if scope is None else tuple(scope), tuple(skipped))

    @cached_property
    def _next_questions(self) -> _FindQuestion:
        return lru_cache(_MOST_SCOPES)(self._find_next_question)

    def _find_next_question(
        self, scope: tuple[str, ...] | None, skipped: tuple[str, ...]
    ) -> NextQuestion | None:
        open_questions = {
            question: keys if scope is None else keys & set(scope)
            for question, keys in self.open_questions.items()
            if not _is_skipped(question, skipped)
        }
        open_questions = {question: keys for question, keys in open_questions.items() if keys}
        if not open_questions:
            return None
        askable = self._askable(open_questions)
        in_scope = self.verdicts if scope is None else scope
        best = max(askable, key=lambda question: self._settled_by(question, askable[question]))
        return NextQuestion(
            question=self._questions_by_id[best],
            decides=tuple(sorted(askable[best])),
            still_open=len(set().union(*open_questions.values())),
            unsettled=tuple(ids_by_verdict(self.verdicts, in_scope)[Verdict.UNDECIDED]),
            left_at_most=_most_questions_left(open_questions, askable),
        )

    @cached_property
    def _questions_by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.catalog.questions.questions}

    def _askable(self, open_questions: KeysByQuestion) -> KeysByQuestion:
        """The questions that may be asked now, in the file's order.

        Where the months of several kinds of work are open, the question of which work was done
        comes before them.
        """
        months = [question for question in open_questions if question.startswith(MONTHS_PREFIX)]
        askable = dict(open_questions)
        if len(months) >= KINDS_WORTH_ASKING and WORK not in self.parsed.answers:
            askable = {name: keys for name, keys in askable.items() if name not in months}
            askable[WORK] = set().union(*(open_questions[name] for name in months))
        return {name: askable[name] for name in self._questions_by_id if name in askable}

    def _settled_by(self, question: str, keys: Set[str]) -> float:
        """How many outcomes an answer settles, on average over the question's sample answers."""
        samples = _SAMPLE_ANSWERS.get(question, _SAMPLE_NUMBERS)
        settled = 0
        for answer in samples:
            after = Interview(self.catalog, with_answer(self.parsed.answers, question, answer))
            settled += sum(not after.is_open(key) for key in keys)
        return settled / len(samples)


def _is_skipped(question: str, skipped: Collection[str]) -> bool:
    """Whether a question is left for later, itself or along with the one it depends on."""
    return question in skipped or (WORK in skipped and question.startswith(MONTHS_PREFIX))


def _most_questions_left(open_questions: KeysByQuestion, askable: KeysByQuestion) -> int:
    """How many questions are left at most: the open and the askable ones and those they lead to."""
    follow_ups = {HIM_STAGE} if HIM_PROGRAM in askable else set()
    return len(open_questions.keys() | askable.keys() | follow_ups)


_MONTHS_QUESTIONS = {
    f"experience_months.{kind}": f"{MONTHS_PREFIX}{kind}" for kind in ExperienceKind
}
QUESTION_OF_FIELD: Mapping[str, str] = {
    "education": EDUCATION,
    "him_program": HIM_PROGRAM,
    "him_program_stage": HIM_STAGE,
    "training": TRAINING,
    "courses": COURSES,
    "credentials": CREDENTIALS,
    "licenses": LICENSES,
    "age": AGE,
    **_MONTHS_QUESTIONS,
}
"""By profile field, the question that asks about it."""
_SAMPLE_NUMBERS = ("0", "120")
_SAMPLE_ANSWERS: Mapping[str, tuple[str, ...]] = {
    EDUCATION: tuple(EducationLevel),
    HIM_PROGRAM: tuple(HimProgram),
    HIM_STAGE: tuple(ProgramStage),
    WORK: (NONE, ",".join(ExperienceKind)),
    TRAINING: (NONE, ",".join(f"{subject}:none:0" for subject in TrainingSubject)),
    COURSES: (NONE, ",".join(Course)),
    CREDENTIALS: (NONE, "aapc/cpc,ahima/rhit"),
    LICENSES: (NONE, ",".join(License)),
}
"""Answers from both ends of a question's range, to estimate how much it settles."""
