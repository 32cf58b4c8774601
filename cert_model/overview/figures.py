"""The headline figures of each credential: what a list shows, filters, orders and draws.

Plain values rather than a table: a screen asks for them on every rerun, and on a hundred
rows pandas costs ten times what the same work costs on these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.catalog.derived import (
    newest_holders,
    newest_pass_rate,
    offered_online,
    renewal_of,
)
from cert_model.catalog.standing import standing
from cert_model.costs import Category, CostRequest, PlannedCredential, cost_plan
from cert_model.formatting import format_total
from cert_model.prices import (
    estimate_exam_price,
    estimate_minutes,
    estimate_questions,
    exam_attempts,
    exam_price_span,
    exam_prices,
)
from cert_model.schema import Credential, Evidence, Reading, top_of
from cert_model.vocabulary import (
    CodeSet,
    Level,
    Role,
    Setting,
    Standing,
    Status,
)


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
    country: str
    """Of the issuer, in two letters."""
    status: Status
    level: Level
    roles: tuple[Role, ...]
    settings: tuple[Setting, ...]
    code_sets: tuple[CodeSet, ...] | None
    holders: int | None
    """The newest published number of people who hold it, and its year."""
    holders_year: int | None
    exam_fee_low: float | None
    """The lowest price of one attempt over all audiences, or the low end of the estimate."""
    exam_fee_high: float | None
    """The highest one, likewise."""
    exam_attempts: int
    """How many attempts the price pays for: more than one where one alone has no price."""
    questions: int | None
    """Read or estimated, like the minutes; of a range, the high end."""
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
    """The standing of the exam price; the next five are of the figures that they name."""
    questions_standing: Standing | None
    minutes_standing: Standing | None
    pass_rate_standing: Standing | None
    ceus_standing: Standing | None
    holders_standing: Standing | None
    to_earn: float | None
    """What it usually costs until it is held, under the default assumptions; None where the exam
    has no price, since a credential about which little is known would look cheapest."""
    to_earn_complete: bool
    """Whether no price is missing; otherwise the cost is "at least" this."""
    to_earn_estimated: bool
    """Whether an estimate is in it; then the cost is "about" this."""
    to_earn_once_admitted: float | None
    """The same for those who have the required schooling; None where another price is missing."""
    yearly_upkeep: float | None
    """What a year of keeping it costs: the average of the six years after it is earned."""
    yearly_upkeep_complete: bool
    yearly_upkeep_estimated: bool

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
    def first_year_cost(self) -> float | None:
        """What earning it costs, under the name that other tools read."""
        return self.to_earn

    @property
    def to_earn_text(self) -> str:
        """What earning it costs, in words: "$612", "about $612", "at least $612"."""
        return format_total(self.to_earn, self.to_earn_complete, self.to_earn_estimated)

    @property
    def upkeep_text(self) -> str:
        """What a year of keeping it costs, in words, likewise."""
        complete, estimated = self.yearly_upkeep_complete, self.yearly_upkeep_estimated
        return format_total(self.yearly_upkeep, complete, estimated)

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
def costs_to_earn(catalog: Catalog) -> Mapping[str, float]:
    """What earning each credential costs those who may sit for it, in dollars by id.

    Credentials that lack a price are left out.
    """
    costs = {key: overview.to_earn_once_admitted for key, overview in overviews(catalog).items()}
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
    holders = newest_holders(sheet)
    return {
        "id": sheet.id,
        "code": sheet.code,
        "name": sheet.name,
        "issuer": sheet.issuer,
        "issuer_letters": issuer.letters,
        "country": issuer.country,
        "status": sheet.status.value or Status.UNKNOWN,
        "level": sheet.level,
        "roles": sheet.roles,
        "settings": sheet.settings,
        "code_sets": sheet.code_sets,
        "holders": holders.value if holders else None,
        "holders_year": int(holders.as_of[:4]) if holders and holders.as_of else None,
        "exam_fee_low": low,
        "exam_fee_high": high,
        "exam_attempts": exam_attempts(sheet),
        "questions": top_of(sheet.exam.questions),
        "minutes": top_of(sheet.exam.minutes),
        "pass_rate": rate.percent if rate else None,
        "pass_rate_year": rate.year if rate else None,
        "online": offered_online(sheet.exam),
        "open_book": top_of(sheet.exam.open_book),
        "ceus": top_of(renewal.ceus),
        "cycle_months": top_of(renewal.cycle_months),
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
        "holders_standing": of(newest_holders(sheet)),
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
    """What it costs to earn this credential alone, and each year to keep it."""
    plan = cost_plan(catalog, CostRequest((PlannedCredential(sheet.id),)))
    earn, keep = plan.to_earn, plan.each_year_after
    exam_is_priced = all(gap.category is not Category.EXAM for gap in earn.missing)
    schooling = plan.of_category(Category.TRAINING)
    is_priced_but_for_schooling = set(earn.missing) <= set(schooling.missing)
    keep_is_priced = keep.complete or keep.typical > 0
    return {
        "to_earn": earn.typical if exam_is_priced else None,
        "to_earn_complete": earn.complete,
        "to_earn_estimated": earn.estimated,
        "to_earn_once_admitted": (
            earn.typical - schooling.typical if is_priced_but_for_schooling else None
        ),
        "yearly_upkeep": keep.typical if keep_is_priced else None,
        "yearly_upkeep_complete": keep.complete,
        "yearly_upkeep_estimated": keep.estimated,
    }


def _if_known(fact: Reading[Any] | None) -> Reading[Any] | None:
    return fact if fact is not None and fact.known else None
