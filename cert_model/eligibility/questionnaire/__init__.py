"""Asks a person what matters for their outcomes, and nothing else."""

from cert_model.eligibility.questionnaire.answers import (
    Answers,
    Heard,
    answers_of,
    hear,
    with_answer,
)
from cert_model.eligibility.questionnaire.interview import Asked, Interview
from cert_model.eligibility.questionnaire.topics import NONE, UNSURE

__all__ = [
    "NONE",
    "UNSURE",
    "Answers",
    "Asked",
    "Heard",
    "Interview",
    "answers_of",
    "hear",
    "with_answer",
]
