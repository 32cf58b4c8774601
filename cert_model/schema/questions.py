"""The words of the questionnaire: what it asks, in plain language, and where one may start."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, Strict

from cert_model.schema.facts import Model, Text

QuestionId = Annotated[str, Strict(), Field(pattern=r"^[a-z]+(-[a-z]+)*$")]


class Question(Model):
    """One question. What its answers mean stands in ``cert_model.questionnaire.topics``."""

    id: QuestionId
    ask: Text
    help: Text | None = None
    options: Mapping[str, Text] = {}
    """The words for each term that may be chosen, in the order in which they are shown."""


class StartingPoint(Model):
    """Someone like the reader: answers to begin with, each of which may be changed."""

    id: QuestionId
    label: Text
    text: Text
    answers: Mapping[QuestionId, Text]


class QuestionFile(Model):
    """``data/questions.yaml``."""

    questions: tuple[Question, ...] = ()
    starting_points: tuple[StartingPoint, ...] = ()
