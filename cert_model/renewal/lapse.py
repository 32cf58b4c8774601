"""What follows a missed date, step by step: the grace, fees, revocation, the way back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import reduce

from dateutil.relativedelta import relativedelta

from cert_model.catalog import Catalog, FactRef
from cert_model.prices import (
    Buyer,
    Money,
    PriceLine,
    credential_lines,
    issuer_lines,
    quote_exam,
    select_line,
)
from cert_model.renewal.cycles import renewals_of
from cert_model.renewal.request import CalendarDay
from cert_model.schema import Issuer, Price
from cert_model.schema.renewal import LapseStep, Renewal
from cert_model.vocabulary import LapseState, PriceKind, TimeUnit


class AmountIs(StrEnum):
    """How an amount relates to the regular fees."""

    EXTRA = "extra"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Wait:
    """A length of time after a missed date."""

    count: int
    unit: TimeUnit

    @property
    def as_delta(self) -> relativedelta:
        """The length for sums with days of the calendar."""
        return relativedelta(**{self.unit.value: self.count})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One step of what follows a missed date."""

    state: LapseState
    waits: tuple[Wait, ...]
    """How long after the missed date, one wait after the other; none if that is not known."""
    by: date | None
    """The day of the step; None where the missed date or the wait is not known."""
    money: Money | None
    amount_is: AmountIs | None
    missed_dues: bool
    """Whether dues and CEUs that were missed are to be made up as well."""
    percent: float | None
    """A surcharge on the regular fee; ``money`` has its amount where that is known."""
    facts: tuple[FactRef, ...]
    earliest: date | None = None
    """The first day that it may be; None where ``by`` is."""
    is_exact: bool = True
    """Whether the day of the missed date is known, and not its month alone."""

    @property
    def days(self) -> int | None:
        """The days after the missed date; None for months, years and an unknown wait."""
        if len(self.waits) == 1 and self.waits[0].unit is TimeUnit.DAYS:
            return self.waits[0].count
        return None


def lapse_ladder(
    catalog: Catalog,
    issuer: Issuer,
    ids: Sequence[str],
    missed: CalendarDay | None,
    *,
    member: bool,
    owes_ceus: bool,
) -> tuple[LadderStep, ...]:
    """The steps after a missed date, in order; the same ones whatever day it is today.

    ``ids`` are the credentials that lapse together. Steps that several of them share come once.
    More time for CEUs is a step where they are due on the missed date, ``owes_ceus``, and not
    the dues alone.
    """
    day = None if missed is None else missed.day
    first = day if missed is None or missed.exact else missed.day.replace(day=1)
    steps: dict[tuple[object, ...], LadderStep] = {}
    for key, rule in renewals_of(catalog, ids).items():
        ladder = _Ladder(catalog, issuer, key, rule, day, Buyer(member))
        for step in ladder.steps():
            if step.state is LapseState.EXTENSION and not owes_ceus:
                continue
            dated = replace(
                step,
                earliest=_later(first, step.waits),
                is_exact=missed is None or missed.exact,
            )
            steps.setdefault((step.state, step.waits, step.percent), dated)
    return tuple(sorted(steps.values(), key=_order))


_A_DAY = date(2001, 1, 1)
_STATES = list(LapseState)


def _order(step: LadderStep) -> tuple[date, int]:
    """Puts steps in the order of time, those at no known time after the others."""
    day = step.by or _later(_A_DAY, step.waits) or date.max
    return day, _STATES.index(step.state)


def _later(day: date | None, waits: Sequence[Wait]) -> date | None:
    """A day and some waits later; None where either is not known."""
    if day is None or not waits:
        return None
    return reduce(lambda later, wait: later + wait.as_delta, waits, day)


def _percent_of(fees: Sequence[Price], kind: PriceKind | None) -> float | None:
    """The percentage of the first surcharge of a kind in a price list; None where it has none."""
    percents = (line.percent for line in fees if line.kind is kind)
    return next((percent.top for percent in percents if percent is not None), None)


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The steps of one credential."""

    catalog: Catalog
    issuer: Issuer
    key: str
    rule: Renewal
    missed: date | None
    buyer: Buyer

    def steps(self) -> Iterator[LadderStep]:
        if self._line(PriceKind.RENEWAL_EXTENSION) is not None:
            at_once = (Wait(0, TimeUnit.DAYS),)
            yield self._step(LapseState.EXTENSION, at_once, None, PriceKind.RENEWAL_EXTENSION)
        if self.rule.grace_days is not None and self.rule.grace_days.top is not None:
            wait = Wait(self.rule.grace_days.top, TimeUnit.DAYS)
            owner = self._owner("grace_days")
            fact = FactRef(owner, ("renewal", "grace_days"))
            yield self._step(LapseState.GRACE, (wait,), fact, self.rule.grace_fee)
        for owner, position, step in self._typed_steps():
            assert step.state is not None, "only typed steps are listed"
            waits = self._waits(step)
            fact = FactRef(owner, ("renewal", "lapse", position))
            yield self._step(step.state, waits, fact, step.fee)
        yield from self._way_back()

    def _typed_steps(self) -> list[tuple[str, int, LapseStep]]:
        """The steps of the fact sheet; those of the issuer where it has none of its own."""
        for owner, lapse in ((self.key, self.rule.lapse), (self.issuer.id, self._general)):
            typed = [(owner, n, step) for n, step in enumerate(lapse) if step.state is not None]
            if typed:
                return typed
        return []

    @property
    def _general(self) -> tuple[LapseStep, ...]:
        return self.issuer.renewal.lapse

    def _waits(self, step: LapseStep) -> tuple[Wait, ...]:
        assert step.counted_in is not None, "a step has a time"
        assert isinstance(step.top, int), "a step has a time"
        wait = Wait(step.top, step.counted_in)
        if not step.after_revocation:
            return (wait,)
        revoked = self._until_revoked()
        return (*revoked, wait) if revoked else ()

    def _until_revoked(self) -> tuple[Wait, ...]:
        """How long after the missed date it is revoked; nothing if not known."""
        revoked = [s for _, _, s in self._typed_steps() if s.state is LapseState.REVOKED]
        return self._waits(revoked[0]) if revoked else ()

    def _way_back(self) -> Iterator[LadderStep]:
        """The reinstatement and, after its window or without one, the exam."""
        back = self.rule.reinstatement
        if back is None:
            return
        path = (self._owner("reinstatement"), ("renewal", "reinstatement"))
        window = back.window_years and back.window_years.top
        revoked = self._until_revoked()
        waits = (*revoked, Wait(round(window), TimeUnit.YEARS)) if window and revoked else ()
        has_fee = back.fee is not None and back.fee.known
        if has_fee or (back.possible is not None and back.possible.value):
            yield LadderStep(
                LapseState.REINSTATEMENT,
                waits,
                self._day(waits),
                Money.from_fact(back.fee) if back.fee is not None and has_fee else None,
                AmountIs.EXTRA,
                bool(back.missed_dues and back.missed_dues.value),
                None,
                (FactRef(path[0], (*path[1], "fee" if has_fee else "possible")),),
            )
        if back.exam_again is not None and back.exam_again.value:
            quote = quote_exam(
                self.catalog, self.catalog.credentials[self.key], self.buyer, attempts=1
            )
            yield LadderStep(
                LapseState.EXAM_AGAIN,
                waits,
                self._day(waits),
                quote.money if quote and not quote.estimate else None,
                AmountIs.TOTAL,
                False,
                None,
                (FactRef(path[0], (*path[1], "exam_again")),),
            )

    def _step(
        self,
        state: LapseState,
        waits: tuple[Wait, ...],
        rule: FactRef | None,
        fee: PriceKind | None,
    ) -> LadderStep:
        line = self._line(fee)
        percent = self._percent(fee) if line is None else None
        money = None if line is None else line.money
        if percent is not None:
            money = self._surcharge(percent)
        facts = tuple(ref for ref in (rule, None if line is None else line.ref) if ref)
        is_extra = AmountIs.EXTRA if fee is not None else None
        return LadderStep(state, waits, self._day(waits), money, is_extra, False, percent, facts)

    def _line(self, fee: PriceKind | None) -> PriceLine | None:
        """The price line that a step names, of the fact sheet or else of the issuer."""
        if fee is None:
            return None
        sheet = self.catalog.credentials[self.key]
        own = credential_lines(sheet, fee)
        if not own and _percent_of(sheet.fees, fee) is not None:
            return None
        return select_line(own or issuer_lines(self.issuer, fee), self.buyer)

    def _percent(self, fee: PriceKind | None) -> float | None:
        """The surcharge in percent that a step names instead of an amount."""
        fees = (*self.catalog.credentials[self.key].fees, *self.issuer.fees)
        return _percent_of(fees, fee)

    def _surcharge(self, percent: float) -> Money | None:
        """A percentage of the recertification fee."""
        regular = self._line(PriceKind.RECERTIFICATION)
        return None if regular is None else regular.money.times(percent / 100).rounded()

    def _day(self, waits: Sequence[Wait]) -> date | None:
        return _later(self.missed, waits)

    def _owner(self, field: str) -> str:
        """The subject whose file states a rule: the credential, or else its issuer."""
        own = getattr(self.catalog.credentials[self.key].renewal, field)
        return self.key if own else self.issuer.id
