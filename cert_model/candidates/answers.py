"""What follows for certain from where a person stands, as answers of the questionnaire."""

from collections.abc import Mapping
from types import MappingProxyType

from cert_model.candidates.wishes import Situation
from cert_model.eligibility.questionnaire import NONE, Answers
from cert_model.eligibility.questionnaire.topics import (
    CREDENTIALS,
    HIM_PROGRAM,
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
    states_work = any(question.startswith(MONTHS_PREFIX) for question in given)
    started = {
        question: text
        for question, text in STARTING_ANSWERS[situation].items()
        if not (question in given or (question == WORK and states_work))
    }
    return dict(sorted({**started, **given}.items()))
