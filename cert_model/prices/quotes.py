"""What a buyer pays: the line of the price list, or else an estimate, told apart."""

from dataclasses import dataclass

from cert_model.catalog import Catalog, FactRef
from cert_model.prices.estimates import Estimate, estimate_dues, estimate_exam_price
from cert_model.prices.money import Money
from cert_model.prices.selection import (
    Buyer,
    PriceLine,
    credential_lines,
    select_dues,
    select_line,
)
from cert_model.schema import Credential, Issuer
from cert_model.vocabulary import PriceKind


@dataclass(frozen=True, slots=True)
class Quote:
    """One price that a buyer pays, with the facts behind it."""

    money: Money
    facts: tuple[FactRef, ...]
    attempts: int = 1
    """The exam attempts that it pays for."""
    estimate: str | None = None
    """The rule by which it was estimated; None where it was read."""


def quote_exam(catalog: Catalog, sheet: Credential, buyer: Buyer, attempts: int) -> Quote | None:
    """What a buyer pays for the exam; None where it can be neither read nor estimated.

    A line for the number of ``attempts`` comes first; an estimate is always for one attempt.
    """
    line = select_line(credential_lines(sheet, PriceKind.EXAM), buyer, attempts)
    return _quote(line, None if line else estimate_exam_price(catalog, sheet))


def quote_dues(catalog: Catalog, issuer: Issuer, buyer: Buyer) -> Quote | None:
    """The yearly dues of an issuer; None where they can be neither read nor estimated."""
    line = select_dues(issuer, buyer)
    return _quote(line, None if line else estimate_dues(catalog, issuer))


def quote_line(line: PriceLine | None) -> Quote | None:
    """The quote of a price line; None for none."""
    return _quote(line, None)


def _quote(line: PriceLine | None, estimate: Estimate | None) -> Quote | None:
    if line is not None:
        return Quote(line.money, (line.ref,), line.attempts)
    if estimate is None:
        return None
    money = Money.between(estimate.low, estimate.high)
    return Quote(money, estimate.facts, estimate=estimate.rule)
