"""Facts are written as people write them."""

import re
from typing import Any

import pytest
from pydantic import TypeAdapter

from cert_model.catalog import Catalog
from cert_model.formatting.facts import (
    format_pass_rate,
    format_prices_by_audience,
    format_publisher,
    format_reading,
    format_rule,
)
from cert_model.schema import PassRate, Price, Reading, Source
from cert_model.schema.rules import Rule
from cert_model.vocabulary import Audience


@pytest.mark.parametrize(
    ("reading", "unit", "words"),
    [
        ({"value": 4_500}, "USD", "$4,500"),
        ({"value": 895.5}, "$", "$895.50"),
        ({"low": 16, "high": 35}, "USD a credit", "$16–35 a credit"),
        ({"value": 18}, "hours", "18 hours"),
        ({"low": 17, "high": 20}, "%", "17–20%"),
        ({"value": 9}, "%", "9%"),
        ({"value": True}, "", "yes"),
        ({"value": "varies"}, "USD", "varies USD"),
        ({}, "USD", "not found"),
        ({"value": 2_000}, "hours", "2,000 hours"),
    ],
)
def test_a_value_has_its_unit(reading: dict[str, Any], unit: str, words: str) -> None:
    assert format_reading(Reading[Any](src=("a-page",), **reading), unit) == words


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        ({"percent": 62, "cohort": "all"}, "62% of all test takers"),
        (
            {"low": 50, "high": 60, "cohort": "first-time", "estimate": True},
            "50–60% of first-time test takers, a third party's estimate",
        ),
        (
            {"percent": 40, "cohort": "all", "n": 2_100, "region": "Ohio", "superseded": True},
            "40% of all test takers, n = 2,100, Ohio, superseded",
        ),
    ],
)
def test_a_pass_rate_says_whose_it_is_and_what_casts_doubt_on_it(
    rate: dict[str, Any], words: str
) -> None:
    assert format_pass_rate(PassRate(src=("a-page",), **rate)) == words


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


def _needs(text: str) -> dict[str, object]:
    return {"test": "anyone", "text": text, "src": ["a-guide"]}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (_needs("A diploma"), "A diploma"),
        ({"all_of": [_needs("A diploma"), _needs("Work")]}, "A diploma; and work"),
        ({"any_of": [_needs("A diploma"), _needs("Work")]}, "A diploma; or work"),
        (
            {"any_of": [{"all_of": [_needs("A course"), _needs("Work")]}, _needs("A degree")]},
            "A course, with work; or a degree",
        ),
        (
            {"all_of": [_needs("Work"), {"any_of": [_needs("A course"), _needs("A degree")]}]},
            "Work; and either a course, or a degree",
        ),
        (
            {
                "any_of": [
                    {
                        "all_of": [
                            {"any_of": [_needs("A license"), _needs("A degree")]},
                            _needs("Two years"),
                        ]
                    },
                    _needs("Six years"),
                ]
            },
            "Two years, with either a license, or a degree; or six years",
        ),
    ],
)
def test_a_rule_is_one_line_without_brackets(rule: object, text: str) -> None:
    assert format_rule(TypeAdapter[Rule](Rule).validate_python(rule)) == text


def test_no_rule_of_the_catalog_has_brackets_within_brackets(catalog: Catalog) -> None:
    for sheet in catalog.credentials.values():
        for rule in (sheet.eligibility.required, sheet.eligibility.recommended):
            assert not re.search(r"\([^)]*\(", format_rule(rule)), sheet.id
