"""What the page Am I eligible? shows, as plain data: a question, answers, outcomes."""

from dataclasses import dataclass

from cert_model.eligibility import Outcome
from cert_model.overview import Overview
from cert_model.schema.texts import Question
from cert_model.vocabulary import Verdict

FIRST = 4
"""How many outcomes of a verdict are shown at once; the rest is one click away."""


@dataclass(frozen=True)
class AskedQuestion:
    """The question on the page."""

    question: Question
    note: str
    """Why it is asked, or that it is an answer to change; may be empty."""
    answer: str | None
    """The answer given before."""
    is_next: bool
    """Whether it comes next by itself; False where somebody went back to it."""


@dataclass(frozen=True)
class AnswerRow:
    """A question that was answered, with its answer in words."""

    id: str
    question: str
    answer: str


@dataclass(frozen=True)
class OutcomeGroup:
    """The credentials with one verdict, in the order of the list."""

    verdict: Verdict
    overviews: list[Overview]
    at_once: int = FIRST
    """How many are shown at once."""

    @property
    def first(self) -> list[Overview]:
        """Those shown at once."""
        return self.overviews[: self.at_once]

    @property
    def further(self) -> list[Overview]:
        """Those that are one click away."""
        return self.overviews[self.at_once :]


@dataclass(frozen=True)
class OutcomeCard:
    """One outcome, with what to do about it."""

    overview: Overview
    outcome: Outcome
    facts: str
    """Its level, and what earning it costs where that is still ahead."""
    next_step: str
    can_ask: bool
    """Whether an answer could decide it, and the questions are about other exams as well."""
