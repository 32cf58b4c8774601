"""The quick quiz: at most six questions on which the candidates' rules turn, asked outright.

Where the questionnaire asks what may still change a verdict, this one also asks what the way
depends on when the verdict is a no already.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cert_model.candidates.answers import with_starting_answers
from cert_model.candidates.wishes import Draw, Situation, Wishes
from cert_model.catalog import Catalog
from cert_model.eligibility import Person, Truth
from cert_model.eligibility.conditions import open_fields
from cert_model.eligibility.questionnaire import Answers, Interview
from cert_model.eligibility.questionnaire.interview import (
    KINDS_WORTH_ASKING,
    QUESTION_OF_FIELD,
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
    TRAINING,
    UNSURE,
    WORK,
)
from cert_model.eligibility.rules import evaluate_rule
from cert_model.schema import Credential
from cert_model.schema.rules import AllOf, AnyOf, Condition, ExperienceTest, Rule
from cert_model.schema.texts import Question
from cert_model.vocabulary import ExperienceKind, Level

MOST_QUESTIONS = 6
"""Nobody is asked more than this after the three questions that begin."""
DRAW = "draw"
"""The question on the work that draws a person; it is no question of the questionnaire."""
RANGES: Mapping[str, str] = {
    "0": "None",
    "1": "Less than 6 months",
    "6": "6 to 11 months",
    "12": "1 year",
    "24": "2 years",
    "36": "3 years",
    "60": "5 years or more",
}
"""The choices for how long somebody did a kind of work, by the months that each counts as: the
fewest that it can mean."""
AGES: Mapping[str, str] = {"16": "16 or younger", "17": "17", "18": "18 or older"}
"""The choices for a person's age, by the age that each counts as: no rule asks for more than 18."""
_SEVERAL = (COURSES, CREDENTIALS, LICENSES, TRAINING, WORK)
"""The questions of which several choices may be true at once, or none."""
_ORDER = (
    *(LICENSES, EDUCATION, WORK, *(f"{MONTHS_PREFIX}{kind}" for kind in ExperienceKind)),
    *(CREDENTIALS, HIM_PROGRAM, HIM_STAGE, TRAINING, COURSES, AGE),
)


@dataclass(frozen=True, slots=True)
class QuickQuestion:
    """The question to ask next."""

    id: str
    """``draw``, or the id of a question of the questionnaire."""
    question: Question | None
    """Its words; None for the draw, whose words are those of its terms."""
    left_at_most: int
    """How many questions are left at most, this one included."""

    @property
    def choices(self) -> Mapping[str, str]:
        """The words of each choice by the answer that it gives."""
        if self.question is None:
            return {str(draw): draw.label for draw in Draw}
        if self.asks_for_months:
            return RANGES
        return AGES if self.id == AGE else self.question.options

    @property
    def asks_for_months(self) -> bool:
        """Whether the choices are ranges of months of work."""
        return self.id.startswith(MONTHS_PREFIX)

    @property
    def takes_several(self) -> bool:
        """Whether several choices may be true at once."""
        return self.id in _SEVERAL


@dataclass(frozen=True)
class QuickQuiz:
    """What is still to ask a person about some credentials.

    ``scope`` are the ids of the credentials; ``answers`` those that the person gave, to which what
    follows from their situation is added.
    """

    catalog: Catalog
    wishes: Wishes
    answers: Answers
    scope: tuple[str, ...]
    asked: Collection[str] = ()
    """The ids of the questions that the quiz put already, which count among the six."""

    @cached_property
    def open_questions(self) -> tuple[str, ...]:
        """The ids of the questions left, in the order in which they are asked; six at most."""
        asked_first = [CREDENTIALS] if self.may_hold_some else []
        if self.wishes.draw is None:
            asked_first.append(DRAW)
        turning = [name for name in _ORDER if name in self._asked_now]
        return tuple(dict.fromkeys((*asked_first, *turning)))[: self._room]

    @property
    def next_question(self) -> QuickQuestion | None:
        """The question to ask next; None where nothing is left."""
        if not self.open_questions:
            return None
        name = self.open_questions[0]
        words = {question.id: question for question in self.catalog.questions.questions}
        left = min(self._room, len(self.open_questions) + self._follow_ups)
        return QuickQuestion(name, words.get(name), left)

    @property
    def _room(self) -> int:
        return max(0, MOST_QUESTIONS - len(self.asked))

    @property
    def _follow_ups(self) -> int:
        """How many questions the open ones may lead to: the months of work, a program's stage."""
        months = sum(name.startswith(MONTHS_PREFIX) for name in self._turning)
        return months * (WORK in self.open_questions) + (HIM_PROGRAM in self.open_questions)

    @property
    def may_hold_some(self) -> bool:
        """Whether somebody says that they hold a credential and has not said which."""
        return self.wishes.situation is Situation.HOLDER and CREDENTIALS not in self.answers

    @cached_property
    def _interview(self) -> Interview:
        given = with_starting_answers(self.wishes.situation, self.answers)
        return Interview(self.catalog, given)

    @cached_property
    def _turning(self) -> Collection[str]:
        """The ids of the questions on which a rule of the scope turns, unanswered so far."""
        person, answered = self._interview.person, self._interview.parsed.answers
        fields = {
            field
            for key in self.scope
            for condition in _turning_conditions(self.catalog.credentials[key], person)
            for field in open_fields(condition, person)
        }
        names = {QUESTION_OF_FIELD[field] for field in fields} - answered.keys()
        is_unsure = answered.get(WORK) == UNSURE
        return {name for name in names if not (is_unsure and name.startswith(MONTHS_PREFIX))}

    @cached_property
    def _asked_now(self) -> Collection[str]:
        """Those of them that are asked now: of many kinds of work, first which were done at all."""
        months = {name for name in self._turning if name.startswith(MONTHS_PREFIX)}
        if len(months) <= KINDS_WORTH_ASKING or WORK in self._interview.parsed.answers:
            return self._turning
        return {*self._turning, WORK} - months


def _turning_conditions(sheet: Credential, person: Person) -> Iterator[Condition]:
    """The conditions on which a verdict, a mark or the place of an advanced credential turns.

    Those of a rule that is met for certain are none of them.
    """
    rules = sheet.eligibility
    if rules.required is not None:
        yield from _unmet(rules.required, person)
    for consequence in rules.consequences:
        yield from _unmet(consequence.unless, person)
    if sheet.level is Level.ADVANCED and rules.recommended is not None:
        advised = _unmet(rules.recommended, person)
        yield from (condition for condition in advised if isinstance(condition, ExperienceTest))


def _unmet(rule: Rule, person: Person) -> Iterator[Condition]:
    """The conditions of the parts of a rule that are not met for certain."""
    if evaluate_rule(rule, person) is Truth.YES:
        return
    if isinstance(rule, AllOf | AnyOf):
        for part in rule.all_of if isinstance(rule, AllOf) else rule.any_of:
            yield from _unmet(part, person)
    else:
        yield rule
