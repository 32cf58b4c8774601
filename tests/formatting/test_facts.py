"""Facts are written as people write them."""

from typing import Any

import pytest

from cert_model.formatting.facts import (
    format_prices_by_audience,
    format_publisher,
    format_reading,
)
from cert_model.schema import Price, Reading, Source
from cert_model.vocabulary import Audience


@pytest.mark.parametrize(
    ("reading", "unit", "words"),
    [
        ({"value": 4_500}, "USD", "$4,500"),
        ({"value": 895.5}, "$", "$895.50"),
        ({"low": 16, "high": 35}, "USD a credit", "$16–35 a credit"),
        ({"value": 18}, "hours", "18 hours"),
        ({"value": True}, "", "yes"),
        ({"value": "varies"}, "USD", "varies USD"),
        ({}, "USD", "not found"),
        ({"value": 2_000}, "hours", "2,000 hours"),
    ],
)
def test_a_value_has_its_unit(reading: dict[str, Any], unit: str, words: str) -> None:
    assert format_reading(Reading[Any](src=("a-page",), **reading), unit) == words


def price(amount: float, audience: Audience) -> Price:
    return Price.model_validate(
        {"kind": "exam", "audience": audience, "amount": {"value": amount, "src": ["a-page"]}}
    )


def test_prices_name_whom_they_are_for_where_buyers_differ() -> None:
    prices = [price(425, Audience.MEMBER), price(400, Audience.STUDENT_MEMBER)]
    assert format_prices_by_audience(prices) == "$425 for members and $400 for student members"


def test_a_price_that_all_pay_stands_alone() -> None:
    assert format_prices_by_audience([price(117, Audience.ALL)]) == "$117"
    same = [price(250, Audience.MEMBER), price(250, Audience.NONMEMBER)]
    assert format_prices_by_audience(same) == "$250"
    assert format_prices_by_audience([]) == "not found"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"publisher": "BLS"}, "BLS"),
        ({"publisher": "BLS", "copy_of": "https://bls.example"}, "BLS, read in a copy"),
        ({}, "publisher not known"),
    ],
)
def test_a_publisher_is_named_and_the_copy_told(parts: dict[str, str], words: str) -> None:
    page = Source.model_validate({"id": "a-page", "title": "T", "kind": "government", **parts})
    assert format_publisher(page) == words
