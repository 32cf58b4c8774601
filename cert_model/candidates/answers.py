"""What follows for certain from where a person stands, as answers of the questionnaire."""

from collections.abc import Mapping
from types import MappingProxyType

from cert_model.candidates.wishes import Situation
from cert_model.eligibility.questionnaire import NONE, Answers
from cert_model.eligibility.questionnaire.topics import (
    CREDENTIALS,
    HIM_PROGRAM,
    HIM_STAGE,
    LICENSES,
    MONTHS_PREFIX,
    WORK,
)

STARTING_ANSWERS: Mapping[Situation, Answers] = MappingProxyType(
    {
        Situation.NEW: MappingProxyType(
            {WORK: NONE, CREDENTIALS: NONE, LICENSES: NONE, HIM_PROGRAM: NONE}
        ),
        Situation.HEALTH_CARE: MappingProxyType({}),
        Situation.WORKING: MappingProxyType({}),
        Situation.HOLDER: MappingProxyType({}),
    }
)
"""The answers of each situation. Somebody in health care may hold any license or none; whoever
codes or bills has not said which of the two, nor how long. Schooling stays unknown for all."""


def with_starting_answers(situation: Situation | None, given: Answers) -> dict[str, str]:
    """The answers given, with those that follow from a situation where nothing was answered.

    An answer given always stands: months of work that were stated, say, before the work that
    somebody new to it has not done.
    """
    if situation is None:
        return dict(given)
    started = {
        question: text
        for question, text in STARTING_ANSWERS[situation].items()
        if not any(_is_about(question, other) for other in given)
    }
    return dict(sorted({**started, **given}.items()))


def _is_about(question: str, other: str) -> bool:
    """Whether an answer to another question says something on the matter of this one."""
    if question == WORK and other.startswith(MONTHS_PREFIX):
        return True
    return other == question or (question, other) == (HIM_PROGRAM, HIM_STAGE)
