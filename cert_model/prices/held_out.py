"""How good the rules of estimates are: each current value is left out, estimated and compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.prices.estimates import (
    Estimate,
    estimate_by_general_dues,
    estimate_exam,
    read_dues,
    read_values,
)
from cert_model.prices.money import Span
from cert_model.vocabulary import EstimateRule, Quantity


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One rule for one quantity, held against the values that were read."""

    quantity: Quantity
    rule: EstimateRule
    values: int
    """How many values were read, are not old, and are given an estimate by the rule."""
    in_range: int
    """How many of these lie in their estimate; a value that is a range has to with both ends."""
    mean_error: float | None
    """The mean distance of the middles of estimate and value; None without values."""


@once_per_catalog
def check_estimates(catalog: Catalog) -> Sequence[HeldOut]:
    """Each rule by quantity, with how often and by how much its estimates miss.

    A rule that no value can be held against is listed with 0 values.
    """
    exams = [
        _measure(quantity, rule, list(_of_exams(catalog, quantity, rule)))
        for quantity in (Quantity.EXAM_PRICE, Quantity.QUESTIONS, Quantity.MINUTES)
        for rule in EstimateRule
    ]
    dues = list(_of_dues(catalog))
    return [*exams, _measure(Quantity.DUES, EstimateRule.GENERAL_STATEMENT, dues)]


def _of_exams(
    catalog: Catalog, quantity: Quantity, rule: EstimateRule
) -> Iterator[tuple[Span, Estimate]]:
    """Each value that was read of an exam, with its estimate from everything but itself."""
    for value in read_values(catalog, quantity):
        estimate = estimate_exam(catalog, quantity, rule, catalog.credentials[value.exam])
        if estimate is not None:
            yield (value.low, value.high), estimate


def _of_dues(catalog: Catalog) -> Iterator[tuple[Span, Estimate]]:
    """The dues that were read of each issuer, with their estimate."""
    for issuer in catalog.issuers.values():
        span, estimate = read_dues(catalog, issuer), estimate_by_general_dues(catalog, issuer)
        if span is not None and estimate is not None:
            yield span, estimate


def _measure(
    quantity: Quantity, rule: EstimateRule, pairs: Sequence[tuple[Span, Estimate]]
) -> HeldOut:
    errors = [abs(_middle(span) - _middle((made.low, made.high))) for span, made in pairs]
    in_range = [made.low <= low and high <= made.high for (low, high), made in pairs]
    mean = round(sum(errors) / len(errors), 2) if errors else None
    return HeldOut(quantity, rule, len(pairs), sum(in_range), mean)


def _middle(span: Span) -> float:
    return sum(span) / 2
