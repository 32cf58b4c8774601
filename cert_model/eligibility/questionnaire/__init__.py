"""The questionnaire: asks only what can still change a person's outcomes."""

from cert_model.eligibility.questionnaire.answers import (
    Answers,
    ParsedAnswers,
    answers_from_profile,
    parse_answers,
    with_answer,
)
from cert_model.eligibility.questionnaire.interview import Interview, NextQuestion
from cert_model.eligibility.questionnaire.topics import NONE, UNSURE

__all__ = [
    "NONE",
    "UNSURE",
    "Answers",
    "Interview",
    "NextQuestion",
    "ParsedAnswers",
    "answers_from_profile",
    "parse_answers",
    "with_answer",
]
