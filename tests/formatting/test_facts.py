"""Facts are written as people write them."""

from typing import Any

import pytest

from cert_model.formatting.facts import format_reading
from cert_model.schema import Reading


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
    ],
)
def test_a_value_has_its_unit(reading: dict[str, Any], unit: str, words: str) -> None:
    assert format_reading(Reading[Any](src=("a-page",), **reading), unit) == words
