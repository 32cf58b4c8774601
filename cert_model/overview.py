"""The headline figures of each credential: what a list shows, filters, orders and draws.

Plain values rather than a table: a screen asks for them on every rerun, and on a hundred
rows pandas costs ten times what the same work costs on these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.catalog.derived import newest_pass_rate, offered_online, renewal_of
from cert_model.catalog.standing import standing
from cert_model.costs import Category, CostRequest, PlannedCredential, cost_plan
from cert_model.prices import (
    estimate_exam_price,
    estimate_minutes,
    estimate_questions,
    exam_attempts,
    exam_price_span,
    exam_prices,
)
from cert_model.schema import Credential, Evidence, Reading
from cert_model.vocabulary import (
    CodeSet,
    Level,
    Role,
    Setting,
    Standing,
    Status,
)

UPKEEP_YEARS = 6
"""Cycles of one, two and three years all end within six."""


@dataclass(frozen=True, slots=True)
class Overview:
    """One credential in figures; None is not known. Money is in U.S. dollars."""

    id: str
    code: str
    label: str
    """The code, with the issuer where two credentials share it."""
    name: str
    issuer: str
    issuer_letters: str
    status: Status
    level: Level
    roles: tuple[Role, ...]
    settings: tuple[Setting, ...]
    code_sets: tuple[CodeSet, ...] | None
    exam_fee_low: float | None
    """The lowest price of one attempt over all audiences, and the highest, or an estimate."""
    exam_fee_high: float | None
    exam_attempts: int
    """Attempts that this price buys: more than one where no single attempt is priced."""
    questions: int | None
    """Of a range the most, read or estimated; likewise the minutes."""
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
    """Each standing is that of the figure of its name."""
    questions_standing: Standing | None
    minutes_standing: Standing | None
    pass_rate_standing: Standing | None
    ceus_standing: Standing | None
    first_year_cost: float | None
    """The usual amount under the default assumptions; None where the exam price is not known,
    or what is known least would look cheapest."""
    first_year_complete: bool
    """Whether no price is missing; otherwise the cost is "at least" this."""
    yearly_upkeep: float | None
    """The average of the six years after the first, likewise."""
    upkeep_complete: bool

    @property
    def title(self) -> str:
        """The label and the name, as a select box shows them."""
        return f"{self.label} · {self.name}"

    @property
    def exam_standing(self) -> Standing | None:
        """The lesser standing of questions and minutes, which stand in one cell."""
        standings = filter(None, (self.questions_standing, self.minutes_standing))
        return max(standings, key=list(Standing).index, default=None)

    @property
    def fee_is_estimated(self) -> bool:
        """Whether no price of the exam was read and one was estimated."""
        return self.exam_fee_standing is Standing.ESTIMATED

    @property
    def ceus_a_year(self) -> float | None:
        """CEUs spread evenly over the cycle."""
        if self.ceus is None or not self.cycle_months:
            return None
        return self.ceus * 12 / self.cycle_months


@once_per_catalog
def overviews(catalog: Catalog) -> Mapping[str, Overview]:
    """The overview of every credential, by id in the catalog's order; computed once."""
    return MappingProxyType({key: _overview(catalog, key) for key in catalog.credentials})


@once_per_catalog
def first_year_costs(catalog: Catalog) -> Mapping[str, float]:
    """The first-year cost in dollars by id, of the credentials of which it is known."""
    costs = {key: overview.first_year_cost for key, overview in overviews(catalog).items()}
    return MappingProxyType({key: cost for key, cost in costs.items() if cost is not None})


def _overview(catalog: Catalog, key: str) -> Overview:
    sheet = catalog.credentials[key]
    figures = {
        **_figures(catalog, sheet),
        **_standings(catalog, sheet),
        **_estimates(catalog, sheet),
        **_costs(catalog, sheet),
    }
    return Overview(label=catalog.labels[key], **figures)


def _figures(catalog: Catalog, sheet: Credential) -> dict[str, Any]:
    issuer = catalog.issuers[sheet.issuer]
    low, high = exam_price_span(sheet)
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
        "exam_attempts": exam_attempts(sheet),
        "questions": _top(sheet.exam.questions),
        "minutes": _top(sheet.exam.minutes),
        "pass_rate": rate.percent if rate else None,
        "pass_rate_year": rate.year if rate else None,
        "online": offered_online(sheet.exam),
        "open_book": _top(sheet.exam.open_book),
        "ceus": _top(renewal.ceus),
        "cycle_months": _top(renewal.cycle_months),
    }


def _standings(catalog: Catalog, sheet: Credential) -> dict[str, Standing | None]:
    def of(statement: Evidence | None) -> Standing | None:
        if statement is None:
            return None
        return standing(statement, catalog.sources, catalog.today)

    prices = [of(line.amount) for line in exam_prices(sheet)]
    exam, renewal = sheet.exam, renewal_of(sheet, catalog.issuers[sheet.issuer])
    return {
        "exam_fee_standing": max(filter(None, prices), key=list(Standing).index, default=None),
        "questions_standing": of(_if_known(exam.questions)),
        "minutes_standing": of(_if_known(exam.minutes)),
        "pass_rate_standing": of(newest_pass_rate(exam)),
        "ceus_standing": of(_if_known(renewal.ceus)),
    }


def _estimates(catalog: Catalog, sheet: Credential) -> dict[str, Any]:
    """What is estimated, in place of the figures that were not read."""
    figures: dict[str, Any] = {}
    if price := estimate_exam_price(catalog, sheet):
        figures["exam_fee_low"], figures["exam_fee_high"] = price.low, price.high
        figures["exam_fee_standing"] = Standing.ESTIMATED
    for name, estimate in (
        ("questions", estimate_questions(catalog, sheet)),
        ("minutes", estimate_minutes(catalog, sheet)),
    ):
        if estimate is not None:
            figures[name], figures[f"{name}_standing"] = int(estimate.high), Standing.ESTIMATED
    return figures


def _costs(catalog: Catalog, sheet: Credential) -> dict[str, Any]:
    """The first year and a year of upkeep, from the cost plan of this credential alone."""
    alone = (PlannedCredential(sheet.id),)
    first = cost_plan(catalog, CostRequest(alone, years=1))
    whole = cost_plan(catalog, CostRequest(alone, years=1 + UPKEEP_YEARS))
    later = [row for row in whole.rows if row.year > 1]
    exam_is_known = all(gap.category is not Category.EXAM for gap in first.missing)
    return {
        "first_year_cost": first.total.typical if exam_is_known else None,
        "first_year_complete": first.complete,
        "yearly_upkeep": round(whole.sum_of(later).typical / UPKEEP_YEARS, 2) if later else None,
        "upkeep_complete": set(whole.missing) <= set(first.missing),
    }


def _if_known(fact: Reading[Any] | None) -> Reading[Any] | None:
    return fact if fact is not None and fact.known else None


def _top(fact: Reading[Any] | None) -> Any:
    return None if fact is None else fact.top
