"""What lists show of prices: spans, attempts, sales, and estimates with their mark."""

import pytest

from cert_model.prices import (
    amount_span,
    estimate_dues,
    estimate_exam_price,
    estimates_of,
    exam_attempts,
    exam_price_span,
    prices_asked,
    quote_dues,
    quote_exam,
    quote_line,
)
from cert_model.prices.held_out import HeldOut
from cert_model.prices.money import Money
from cert_model.prices.selection import Buyer
from cert_model.prices.sentences import describe_check, format_estimate
from cert_model.schema import Price
from cert_model.vocabulary import EstimateRule, Quantity
from tests.prices.exam_catalogs import catalog_of, credential, price, stated

MEMBER, NONMEMBER = Buyer(member=True), Buyer(member=False)
GROUP = {"name": "core exams", "levels": ["core"], "fees": [price(400), price(440)]}
GENERAL_DUES = {"low": 70, "high": 150, "as_of": "2026-02", "src": ["issuer-page"]}


def test_an_exam_without_a_price_is_one_attempt_of_an_unknown_span() -> None:
    sheet = credential("A")
    assert exam_attempts(sheet) == 1
    assert exam_price_span(sheet) == (None, None)


def test_a_sale_is_what_is_asked_while_it_lasts() -> None:
    full, sale = (Price.model_validate(price(amount, sale=amount < 300)) for amount in (300, 200))
    assert prices_asked([full, sale]) == [sale]
    assert prices_asked([full]) == [full]


def test_the_span_of_prices_has_the_ends_of_ranges() -> None:
    prices = [
        Price.model_validate(
            {"kind": "exam", "amount": {"low": low, "high": high, "src": ["issuer-page"]}}
        )
        for low, high in ((100, 300), (200, 250))
    ]
    assert amount_span(prices) == (100, 300)


def test_everything_that_is_estimated_of_a_credential_comes_together() -> None:
    catalog = catalog_of(
        credential("A"),
        dues_in_general=GENERAL_DUES,
        exam_groups=[{**GROUP, "questions": stated(100), "minutes": stated(90)}],
    )
    made = estimates_of(catalog, catalog.credentials["demo/a"])
    assert {quantity: (found.low, found.high) for quantity, found in made.items()} == {
        Quantity.EXAM_PRICE: (400, 440),
        Quantity.DUES: (70, 150),
        Quantity.QUESTIONS: (100, 100),
        Quantity.MINUTES: (90, 90),
    }


def test_what_is_known_or_in_no_rule_is_not_estimated() -> None:
    catalog = catalog_of(credential("A", price(300)), exam_groups=[GROUP])
    assert estimates_of(catalog, catalog.credentials["demo/a"]) == {}


def test_a_price_that_was_read_is_quoted_before_an_estimate() -> None:
    catalog = catalog_of(credential("A", price(300)), exam_groups=[GROUP])
    quote = quote_exam(catalog, catalog.credentials["demo/a"], NONMEMBER, 1)
    assert quote
    assert (quote.money, quote.attempts, quote.estimate) == (Money.exactly(300), 1, None)
    assert [ref.path for ref in quote.facts] == [("fees", 0, "amount")]


def test_an_estimate_is_quoted_from_end_to_end_for_one_attempt() -> None:
    catalog = catalog_of(credential("A"), exam_groups=[GROUP])
    sheet = catalog.credentials["demo/a"]
    quote, estimate = quote_exam(catalog, sheet, NONMEMBER, 2), estimate_exam_price(catalog, sheet)
    assert quote
    assert estimate
    assert (quote.money, quote.attempts) == (Money(400, 420, 440), 1)
    assert (quote.estimate, quote.facts) == (estimate.rule, estimate.facts)


def test_a_package_is_quoted_with_its_attempts() -> None:
    catalog = catalog_of(credential("A", price(300), price(350, attempts=2)))
    quote = quote_exam(catalog, catalog.credentials["demo/a"], NONMEMBER, 2)
    assert quote
    assert (quote.money.typical, quote.attempts) == (350, 2)


def test_an_exam_without_price_and_rule_has_no_quote() -> None:
    catalog = catalog_of(credential("A"))
    assert quote_exam(catalog, catalog.credentials["demo/a"], MEMBER, 1) is None
    assert quote_line(None) is None


def test_dues_that_were_read_are_quoted_before_an_estimate() -> None:
    line = {"kind": "membership", "every_months": 12, "amount": stated(90)}
    catalog = catalog_of(credential("A"), dues=[line], dues_in_general=GENERAL_DUES)
    quote = quote_dues(catalog, catalog.issuers["demo"], MEMBER)
    assert quote
    assert (quote.money, quote.estimate) == (Money.exactly(90), None)


def test_estimated_dues_are_quoted_with_their_rule() -> None:
    catalog = catalog_of(credential("A"), dues_in_general=GENERAL_DUES)
    issuer = catalog.issuers["demo"]
    quote, estimate = quote_dues(catalog, issuer, MEMBER), estimate_dues(catalog, issuer)
    assert quote
    assert estimate
    assert (quote.money, quote.estimate) == (Money(70, 110, 150), estimate.rule)


def test_dues_without_price_and_rule_have_no_quote() -> None:
    catalog = catalog_of(credential("A"))
    assert quote_dues(catalog, catalog.issuers["demo"], MEMBER) is None


@pytest.mark.parametrize(
    ("quantity", "low", "high", "text"),
    [
        (Quantity.EXAM_PRICE, 400, 440, "≈ $400–440"),
        (Quantity.DUES, 149, 149, "≈ $149"),
        (Quantity.QUESTIONS, 90, 100, "≈ 90–100"),
        (Quantity.MINUTES, 120, 240, "≈ 2 h–4 h"),
        (Quantity.MINUTES, 120, 120, "≈ 2 h"),
    ],
)
def test_an_estimate_is_shown_with_its_mark(
    quantity: Quantity, low: float, high: float, text: str
) -> None:
    assert format_estimate(quantity, low, high) == text


def test_money_beyond_other_money_is_in_order() -> None:
    assert Money(10, 20, 30).beyond(Money(1, 2, 3)) == Money(9, 18, 27)
    assert Money(5, 5, 5).beyond(Money(1, 4, 9)) == Money(-4, 1, 4)


def test_the_least_of_money_is_the_least_case_by_case() -> None:
    assert Money.least_of([Money(1, 5, 9), Money(2, 4, 10)]) == Money(1, 4, 9)


def test_the_rule_of_sister_exams_says_what_the_number_counts() -> None:
    known = [credential(code, exam={"questions": stated(100)}) for code in "ABC"]
    catalog = catalog_of(*known, credential("D"))
    made = estimates_of(catalog, catalog.credentials["demo/d"])[Quantity.QUESTIONS]
    assert "100 questions" in made.rule


def test_the_group_of_the_level_of_an_exam_speaks_for_it() -> None:
    other = {**GROUP, "levels": ["entry"], "fees": [price(100)]}
    catalog = catalog_of(credential("A"), exam_groups=[other, GROUP])
    made = estimate_exam_price(catalog, catalog.credentials["demo/a"])
    assert made
    assert (made.low, made.high) == (400, 440)


def test_a_rule_without_a_day_names_none() -> None:
    undated = {"kind": "exam", "attempts": 1, "amount": {"value": 425, "src": ["issuer-page"]}}
    group = {"name": "core exams", "levels": ["core"], "fees": [undated]}
    catalog = catalog_of(credential("A"), exam_groups=[group])
    made = estimate_exam_price(catalog, catalog.credentials["demo/a"])
    assert made
    assert made.rule.endswith("one attempt")


def test_a_check_without_prices_says_nothing_of_them() -> None:
    results = [HeldOut(Quantity.MINUTES, EstimateRule.SISTER_EXAMS, 3, 2, 5)]
    assert describe_check(results) == (
        "Of 3 values that were left out and estimated, 2 lie in the range of the estimate."
    )
