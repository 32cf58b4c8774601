"""Prices as CTDL's cost profiles."""

from collections.abc import Iterable

from cert_model.export.linked_data.subject import Node, Subject
from cert_model.export.linked_data.terms import (
    AUDIENCES,
    COST_TYPES,
    concept,
    english,
    english_texts,
    without_none,
)
from cert_model.formatting.facts import charged_per, format_price, format_price_name
from cert_model.schema import Price
from cert_model.vocabulary import PriceKind

_OF_RENEWAL = (
    PriceKind.RECERTIFICATION,
    PriceKind.RECERTIFICATION_ADDITIONAL,
    PriceKind.RENEWAL_EXTENSION,
    PriceKind.CEUS,
    PriceKind.LATE,
    PriceKind.REINSTATEMENT,
)
"""What is charged for keeping a credential; anything else is charged for earning it."""


def costs_to_earn(subject: Subject) -> list[Node]:
    """What earning the credential costs, without the dues of a membership."""
    return cost_profiles(subject, (fee for fee in _fees(subject) if fee.kind not in _OF_RENEWAL))


def costs_to_renew(subject: Subject) -> list[Node]:
    """What keeping the credential costs, without the dues of a membership."""
    return cost_profiles(subject, (fee for fee in _fees(subject) if fee.kind in _OF_RENEWAL))


def dues(subject: Subject) -> list[Node]:
    """What membership of the issuer costs."""
    return cost_profiles(subject, subject.issuer.dues)


def _fees(subject: Subject) -> tuple[Price, ...]:
    return (*subject.sheet.fees, *subject.issuer.fees)


def cost_profiles(subject: Subject, prices: Iterable[Price]) -> list[Node]:
    """A cost profile for each price that is known."""
    return [_cost_profile(subject, price) for price in prices if price.stated.known]


def _cost_profile(subject: Subject, price: Price) -> Node:
    """A price with its sources; CTDL has no ranges, so the ends of one are schema.org's."""
    stated = price.stated
    type_of_cost = COST_TYPES.get(price.kind)
    per = charged_per(price)
    has_amount = price.amount is not None
    name = format_price_name(price)
    return without_none(
        {
            "@type": "ceterms:CostProfile",
            "ceterms:name": english(name),
            "ceterms:description": english(f"{name}: {format_price(price)}."),
            "ceterms:costDetails": subject.page(stated),
            "ceterms:directCostType": [concept(type_of_cost)] if type_of_cost else None,
            "ceterms:audienceType": [concept(term) for term in AUDIENCES.get(price.audience, ())],
            "ceterms:currency": price.currency.value if has_amount else None,
            "ceterms:price": stated.value if has_amount else None,
            "schema:priceSpecification": price_range(price, "schema:"),
            "ceterms:paymentPattern": english(f"per {per}") if per else None,
            "ceterms:condition": english_texts([stated.note] if stated.note else []),
            **subject.evidence(stated),
        }
    )


def price_range(price: Price, prefix: str = "") -> Node | None:
    """Both ends of a price that is a range, in the terms of schema.org; None for any other."""
    amount = price.amount
    if amount is None or amount.value is not None:
        return None
    return without_none(
        {
            "@type": f"{prefix}PriceSpecification",
            f"{prefix}minPrice": amount.low,
            f"{prefix}maxPrice": amount.high,
            f"{prefix}priceCurrency": price.currency.value,
        }
    )
