"""What the exam of a credential costs: the fee, the application and the expected retake."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog, FactRef
from cert_model.catalog.derived import newest_pass_rate
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem, CostRow
from cert_model.costs.timeline import DatedCredential
from cert_model.formatting import ESTIMATE_MARK, format_count
from cert_model.prices import (
    Buyer,
    Money,
    Quote,
    credential_lines,
    quote_exam,
    quote_line,
    select_line,
)
from cert_model.schema import Credential
from cert_model.vocabulary import PriceKind


def exam_items(
    catalog: Catalog, credential: DatedCredential, buyer: Buyer, assumptions: Assumptions
) -> Iterator[CostItem]:
    """The exam fee, the application fee and one expected retake of a credential."""
    sheet = credential.sheet
    price = quote_exam(catalog, sheet, buyer, 2 if assumptions.attempts == "two" else 1)
    if price is None:
        yield credential.missing(Category.EXAM, "the exam price in dollars")
    else:
        label = f"Exam, {format_count(price.attempts, 'attempt')}"
        facts, estimate = price.facts, price.estimate
        yield credential.row(Category.EXAM, price.money, label, facts, estimate=estimate)
    application = select_line(credential_lines(sheet, PriceKind.APPLICATION), buyer)
    if application is not None:
        facts = (application.ref,)
        yield credential.row(Category.EXAM, application.money, "Application fee", facts)
    if price is not None and price.attempts == 1:
        yield _expected_retake(credential, buyer, price, assumptions)


def _expected_retake(
    credential: DatedCredential, buyer: Buyer, exam: Quote, assumptions: Assumptions
) -> CostRow:
    """One retake, weighted by the chance of needing it.

    typical = the retake's price × (1 − the chance to pass); low is 0 (no retake) and high the full
    price (one retake). Where no retake price is known, a retake costs as much as the exam.
    """
    line = select_line(credential_lines(credential.sheet, PriceKind.RETAKE), buyer)
    price = quote_line(line) or exam
    retake = _chance_to_fail(credential.sheet, assumptions)
    share = f"{retake.chance:.0%}"
    row = credential.row(
        Category.RETAKE,
        Money(0, price.money.typical * retake.chance, price.money.high),
        f"Expected cost of a retake, {ESTIMATE_MARK * retake.is_guess}{share} likely",
        (*price.facts, *retake.facts),
        retake.assumptions,
        price.estimate,
    )
    return replace(row, how=f"{share} of the price of a retake: {retake.why}.")


@dataclass(frozen=True, slots=True)
class _ChanceToFail:
    """The chance to fail the first attempt, and what it rests on."""

    chance: float
    why: str
    facts: tuple[FactRef, ...] = ()
    assumptions: tuple[str, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Whether it rests on no published rate and on none that the person gave."""
        return "unpublished_pass_rate" in self.assumptions


def _chance_to_fail(sheet: Credential, assumptions: Assumptions) -> _ChanceToFail:
    """The chance to fail: by one's own pass rate, the newest published one, or a guess.

    The guess is for where none is published.
    """
    own_rate = assumptions.pass_rate
    if own_rate is not None:
        why = f"you count on a chance to pass of {own_rate:g}%"
        return _ChanceToFail(1 - own_rate / 100, why, assumptions=("pass_rate",))
    published = newest_pass_rate(sheet.exam)
    if published is not None and published.percent is not None:
        position = sheet.exam.pass_rates.index(published)
        ref = FactRef(sheet.exam_id, ("exam", "pass_rates", position))
        when = f" in {published.year}" if published.year else ""
        why = f"{published.percent:g}% passed{when}"
        return _ChanceToFail(1 - published.percent / 100, why, (ref,))
    guessed = assumptions.unpublished_pass_rate
    why = f"no pass rate was found, and {ESTIMATE_MARK}{guessed:g}% are assumed to pass"
    return _ChanceToFail(1 - guessed / 100, why, assumptions=("unpublished_pass_rate",))
