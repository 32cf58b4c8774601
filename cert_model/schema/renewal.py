"""What a fact sheet says about keeping a credential: cycle, continuing education, lapse.

The rules that dates and sums are worked out from are fields; ``rules`` and a step of a lapse
without ``state`` are prose. ``cert_model.renewal`` applies them.
"""

from calendar import monthrange
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from cert_model.schema.facts import (
    BUILT_AT_IMPORT,
    Count,
    CredentialId,
    Evidence,
    Fact,
    Flag,
    Model,
    Note,
    Number,
    Text,
)
from cert_model.schema.prices import PriceFact
from cert_model.vocabulary import (
    CeuPart,
    CeuProviders,
    CycleKind,
    LapseState,
    PriceKind,
    TimeUnit,
)

Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
_LEAP_YEAR = 2024


class CycleRule(Evidence):
    """What decides when a cycle ends."""

    kind: CycleKind
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    """The month of a fixed day."""
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    """Its day; absent for the last one of the month."""
    year_follows_month: Flag = False
    """Whether cycles end in even years for even months, and in odd years for the others."""
    of_one_alone: Flag = False
    """Whether it holds for one credential alone, and how it is for several is not known."""

    @model_validator(mode="after")
    def _only_a_fixed_day_has_a_month(self) -> Self:
        if (self.month is not None) != (self.kind is CycleKind.FIXED_DAY):
            raise ValueError("give the month of a fixed day, and of nothing else")
        if self.day is not None:
            if self.month is None:
                raise ValueError("a day needs its month")
            if self.day > monthrange(_LEAP_YEAR, self.month)[1]:
                raise ValueError(f"month {self.month} has no day {self.day}")
        return self


class SubjectCeus(Model):
    """CEUs that must have one subject, provider or format: at least so many in a cycle."""

    topic: Text
    part: CeuPart = CeuPart.SUBJECT
    ceus: Fact[Number]


class CeuShare(Model):
    """A share of the CEUs that must have one subject or provider: at least so many percent."""

    topic: Text
    part: CeuPart
    percent: Fact[Percent]
    since: date | None = None
    """The day on which the rule came into force, where it is known."""


class CeusByNumber(Model):
    """CEUs due in a cycle for a number of the issuer's credentials held together."""

    credentials: Count
    or_more: bool = False
    ceus: Fact[Number]


class CeuExample(Model):
    """A number of CEUs that the issuer itself names for credentials held together."""

    credentials: tuple[CredentialId, ...] = Field(min_length=1)
    ceus: Fact[Number]


class FirstCycle(Model):
    """CEUs of a first cycle that is shorter than a full one."""

    ceus_a_month: Fact[Number]
    """For one credential; how it goes for several is not known."""


class LapseStep(Note):
    """What happens some time after a credential was not renewed; prose without a ``state``.

    The value is the time, ``counted_in`` its unit.
    """

    state: LapseState | None = None
    counted_in: TimeUnit | None = None
    after_revocation: Flag = False
    """Whether the time counts from the revocation; else it counts from the end of the cycle."""
    fee: PriceKind | None = None
    """The line of the price list that is then due besides the regular fee."""

    @model_validator(mode="after")
    def _a_step_has_a_time(self) -> Self:
        if (self.state is None) != (self.counted_in is None):
            raise ValueError("give state and counted_in together: what happens, and when")
        if self.state is not None and (type(self.top) is not int or self.top < 0):
            raise ValueError("a step of a lapse needs a time: value as a whole number from 0")
        if self.state is LapseState.REVOKED and self.after_revocation:
            raise ValueError("a revocation counts from the end of the cycle")
        return self


class Reinstatement(Model):
    """How a lapsed credential is restored."""

    fee: PriceFact | None = None
    """In U.S. dollars."""
    possible: Fact[Flag] | None = None
    """Whether it can be restored without an exam, where no fee for it is known."""
    window_years: Fact[Number] | None = None
    """From the day on which it was revoked."""
    missed_dues: Fact[Flag] | None = None
    """Whether the dues and CEUs that were missed are to be made up."""
    exam_again: Fact[Flag] | None = None
    """Whether only the exam brings it back: after the window, if there is one."""
    rules: tuple[Note, ...] = ()


class Renewal(Model):
    """The recertification cycle. Its prices are among the fees."""

    model_config = BUILT_AT_IMPORT

    cycle_months: Fact[Count] | None = None
    cycle: CycleRule | None = None
    first_cycle: FirstCycle | None = None
    ceus: Fact[Number] | None = None
    """Continuing education units due in one cycle if no other credential is held."""
    by_exam: Fact[Flag] | None = None
    """Whether it is renewed by passing an exam again, rather than by continuing education."""
    ceu_unit: Text = "CEUs"
    """The issuer's name for them, such as "contact hours"."""
    subject_ceus: tuple[SubjectCeus, ...] = ()
    ceu_shares: tuple[CeuShare, ...] = ()
    ceus_by_number: tuple[CeusByNumber, ...] = ()
    additional_ceus: Fact[Number] | None = None
    """CEUs that each further credential of the issuer adds to the largest requirement."""
    ceus_cap: Fact[Number] | None = None
    """The most that several credentials together can require."""
    ceu_examples: tuple[CeuExample, ...] = ()
    counts_twice: Fact[Flag] | None = None
    """Whether one CEU may count for more than one credential of the issuer."""
    carried_over: Fact[Flag] | None = None
    """Whether CEUs beyond those due count in the next cycle."""
    providers: Fact[CeuProviders] | None = None
    """Whose courses count, besides those that ``ceu_shares`` asks for."""
    rules: tuple[Note, ...] = ()
    grace_days: Fact[Count] | None = None
    grace_fee: PriceKind | None = None
    """The line of the price list that is due for renewing in the grace period; none if free."""
    lapse: tuple[LapseStep, ...] = ()
    reinstatement: Reinstatement | None = None
