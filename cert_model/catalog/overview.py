"""The headline figures of each credential: what a list shows, filters, orders and draws.

Plain values rather than a table: a screen asks for them on every rerun, and on a hundred
rows pandas costs ten times what the same work costs on these.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cert_model.catalog.inheritance import renewal_of
from cert_model.catalog.standing import standing
from cert_model.schema import Credential, Evidence, Exam, Fee, Issuer, PassRate, Reading, Source
from cert_model.vocabulary import (
    CodeSet,
    Cohort,
    Currency,
    Delivery,
    FeeKind,
    Level,
    Role,
    Setting,
    Standing,
    Status,
    Verdict,
)

ONLINE = (Delivery.ONLINE_PROCTORED, Delivery.ONLINE)


@dataclass(frozen=True, slots=True)
class Overview:
    """One credential in figures; None is not known. Money is in U.S. dollars."""

    id: str
    code: str
    label: str
    """The letters, with the issuer's where two credentials share them."""
    name: str
    issuer: str
    issuer_letters: str
    status: Status
    level: Level
    roles: tuple[Role, ...]
    settings: tuple[Setting, ...]
    code_sets: tuple[CodeSet, ...] | None
    exam_fee_low: float | None
    """The lowest price of one attempt over all audiences, and the highest."""
    exam_fee_high: float | None
    exam_attempts: int
    """Attempts that this price buys: more than one where no single attempt is priced."""
    questions: int | None
    minutes: int | None
    pass_rate: float | None
    """The newest one published, in percent, and its year."""
    pass_rate_year: int | None
    online: bool | None
    open_book: bool | None
    ceus: float | None
    """Due in one cycle by a holder of this credential alone."""
    cycle_months: int | None
    exam_fee_standing: Standing | None
    """Each standing is that of the figures beside it."""
    exam_standing: Standing | None
    pass_rate_standing: Standing | None
    ceus_standing: Standing | None
    first_year_cost: float | None = None
    """Filled in by the cost model, like the three that follow."""
    first_year_complete: bool = False
    """Whether no price is missing; otherwise the cost is "at least" this."""
    yearly_upkeep: float | None = None
    upkeep_complete: bool = False
    verdict: Verdict | None = None
    """Whether the person who asks may sit; filled in from their answers."""

    @property
    def title(self) -> str:
        """The letters and the name, as a list to choose from shows them."""
        return f"{self.label} · {self.name}"

    @property
    def ceus_a_year(self) -> float | None:
        """CEUs spread evenly over the cycle."""
        if self.ceus is None or not self.cycle_months:
            return None
        return self.ceus * 12 / self.cycle_months


def overviews(
    credentials: Mapping[str, Credential],
    issuers: Mapping[str, Issuer],
    sources: Mapping[str, Source],
    today: date,
) -> dict[str, Overview]:
    """The overview of every credential, by id."""
    codes = Counter(sheet.code for sheet in credentials.values())
    made: dict[str, Overview] = {}
    for key, sheet in credentials.items():
        issuer = issuers[sheet.issuer]
        shared = codes[sheet.code] > 1
        label = f"{sheet.code} ({issuer.letters})" if shared else sheet.code
        figures = {**_figures(sheet, issuer), **_standings(sheet, issuer, sources, today)}
        made[key] = Overview(label=label, **figures)
    return made


def _figures(sheet: Credential, issuer: Issuer) -> dict[str, Any]:
    low, high = exam_fee_span(sheet)
    rate = newest_pass_rate(sheet.exam)
    renewal = renewal_of(sheet, issuer)
    return {
        "id": sheet.id,
        "code": sheet.code,
        "name": sheet.name,
        "issuer": sheet.issuer,
        "issuer_letters": issuer.letters,
        "status": sheet.status.value or Status.UNKNOWN,
        "level": sheet.level,
        "roles": sheet.roles,
        "settings": sheet.settings,
        "code_sets": sheet.code_sets,
        "exam_fee_low": low,
        "exam_fee_high": high,
        "exam_attempts": max((fee.attempts or 1 for fee in exam_fees(sheet)), default=1),
        "questions": _top(sheet.exam.questions),
        "minutes": _top(sheet.exam.minutes),
        "pass_rate": rate.percent if rate else None,
        "pass_rate_year": rate.year if rate else None,
        "online": offered_online(sheet.exam),
        "open_book": _top(sheet.exam.open_book),
        "ceus": _top(renewal.ceus),
        "cycle_months": _top(renewal.cycle_months),
    }


def _standings(
    sheet: Credential, issuer: Issuer, sources: Mapping[str, Source], today: date
) -> dict[str, Standing | None]:
    def of(found: Evidence | None, *, money: bool = False) -> Standing | None:
        return None if found is None else standing(found, sources, today, money=money)

    prices = [of(fee.amount, money=True) for fee in exam_fees(sheet)]
    return {
        "exam_fee_standing": max(filter(None, prices), key=list(Standing).index, default=None),
        "exam_standing": of(_known(sheet.exam.minutes) or _known(sheet.exam.questions)),
        "pass_rate_standing": of(newest_pass_rate(sheet.exam)),
        "ceus_standing": of(_known(renewal_of(sheet, issuer).ceus)),
    }


def _known(fact: Reading[Any] | None) -> Reading[Any] | None:
    return fact if fact is not None and fact.known else None


def _top(fact: Reading[Any] | None) -> Any:
    return None if fact is None else fact.top


def exam_fees(sheet: Credential) -> list[Fee]:
    """The exam prices in dollars that buy one attempt, or all where none says so."""
    dollars = [
        fee
        for fee in sheet.fees
        if fee.kind is FeeKind.EXAM
        and fee.currency is Currency.USD
        and fee.amount is not None
        and fee.amount.known
    ]
    return [fee for fee in dollars if fee.attempts in (None, 1)] or dollars


def exam_fee_span(sheet: Credential) -> tuple[float | None, float | None]:
    """The lowest and highest price in dollars of one attempt, over all audiences."""
    amounts = [fee.amount for fee in exam_fees(sheet) if fee.amount]
    lows = [amount.bottom for amount in amounts if amount.bottom is not None]
    highs = [amount.top for amount in amounts if amount.top is not None]
    return min(lows, default=None), max(highs, default=None)


def newest_pass_rate(exam: Exam, year: int | None = None) -> PassRate | None:
    """The newest rate the issuer stands behind, or that of a year.

    A first-time rate comes before one of all takers.
    """
    stated = [
        rate
        for rate in exam.pass_rates
        if rate.percent is not None and not rate.estimate and not rate.superseded
        if year in (None, rate.year)
    ]
    return max(
        stated, key=lambda rate: (rate.year or 0, rate.cohort is Cohort.FIRST_TIME), default=None
    )


def offered_online(exam: Exam) -> bool | None:
    """Whether the exam can be taken online; None where its delivery is not known."""
    ways = exam.delivery.value if exam.delivery else None
    return None if ways is None else any(way in ONLINE for way in ways)
