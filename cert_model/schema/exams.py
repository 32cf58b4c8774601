"""The exam: its size, pass mark, blueprint and pass rates."""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, Strict, model_validator

from cert_model.schema.facts import (
    BUILT_AT_IMPORT,
    Count,
    Evidence,
    Fact,
    Flag,
    Model,
    Note,
    Number,
    Text,
)
from cert_model.vocabulary import Cohort, ContentUnit, Delivery, PassScale

Percent = Annotated[float, Strict(), Field(ge=0, le=100)]
Year = Annotated[int, Strict(), Field(ge=1900, le=2100)]


class PassMark(Fact[Number]):
    """The score that passes, on the issuer's scale."""

    scale: PassScale
    of: tuple[Number, Number] | None = None
    """The lowest and highest score of the scale."""


class PassRate(Evidence):
    """The share of test takers who passed in a year."""

    year: Year | None = None
    percent: Percent | None = None
    low: Percent | None = None
    high: Percent | None = None
    n: Count | None = None
    """The number of test takers."""
    cohort: Cohort
    region: Text | None = None
    estimate: Flag = False
    """True for an outsider's guess, which never takes the place of the issuer's rate."""
    superseded: Flag = False
    """True for a figure the issuer later replaced."""
    doubtful: Flag = False
    """True for a figure that may be another exam's or another year's; never taken as the newest."""

    @property
    def is_stated(self) -> bool:
        """Whether the issuer stands behind it, and nothing casts doubt on it."""
        return not (self.estimate or self.superseded or self.doubtful)

    @model_validator(mode="after")
    def _one_rate(self) -> Self:
        if (self.percent is None) == (self.low is None and self.high is None):
            raise ValueError("give either percent, or low and high")
        return self


class Domain(Fact[Number]):
    """One part of the exam's blueprint, with its weight if one is published."""

    domain: Text
    unit: ContentUnit = ContentUnit.PERCENT


def have_weights(parts: Iterable[Domain]) -> bool:
    """Whether any of these parts of an exam has a weight, so that they can be compared."""
    return any(part.top for part in parts)


class Outline(Model):
    """A superseded or competing blueprint, kept whole."""

    label: Text
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]


class Retake(Model):
    """The rules after a failed attempt."""

    wait_days: Fact[Count] | None = None
    max_attempts: Fact[Count] | None = None
    rules: tuple[Note, ...] = ()


class Exam(Model):
    """The exam as a candidate meets it. An absent field was not found; it never means none."""

    model_config = BUILT_AT_IMPORT

    questions: Fact[Count] | None = None
    scored_questions: Fact[Count] | None = None
    pretest_questions: Fact[Count] | None = None
    cases: Fact[Count] | None = None
    minutes: Fact[Count] | None = None
    item_types: Fact[tuple[Text, ...]] | None = None
    pass_mark: PassMark | None = None
    open_book: Fact[Flag] | None = None
    books: Fact[tuple[Text, ...]] | None = None
    """Books a candidate may bring."""
    delivery: Fact[tuple[Delivery, ...]] | None = None
    vendor: Fact[Text] | None = None
    languages: Fact[tuple[Text, ...]] | None = None
    content: tuple[Domain, ...] = ()
    content_basis: Fact[Text] | None = None
    """Where the blueprint comes from, and how reliable it is."""
    other_outlines: tuple[Outline, ...] = ()
    pass_rates: tuple[PassRate, ...] = ()
    pass_rate_note: Fact[Text] | None = None
    """What the issuer says about pass rates if it publishes none."""
    retake: Retake | None = None
    refund: tuple[Note, ...] = ()
    scheduling: tuple[Note, ...] = ()
    details: tuple[Note, ...] = ()


class Holders(Evidence):
    """How many people held the credential on a day."""

    value: Count
