"""The check of the rules of estimates, on made-up values whose misses are worked out by hand."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.prices.estimates import FEWEST_SISTERS, estimate_exam, read_values
from cert_model.prices.held_out import HeldOut, check_estimates
from cert_model.prices.sentences import describe_check, describe_held_out
from cert_model.vocabulary import EstimateRule, Quantity
from tests.prices.exam_catalogs import NEW, OLD, catalog_of, credential, price, stated

GENERAL, SISTERS = EstimateRule


def measured(catalog: Catalog, quantity: Quantity, rule: EstimateRule) -> HeldOut:
    (result,) = [
        result
        for result in check_estimates(catalog)
        if (result.quantity, result.rule) == (quantity, rule)
    ]
    return result


def test_each_price_is_estimated_from_its_sisters_alone() -> None:
    """Of 300, 310, 320 and 400: 300 is estimated as 310 to 400 (off by 55, below it), 310 as
    300 to 400 (off by 40, in it), 320 likewise (off by 30), 400 as 300 to 320 (off by 90)."""
    prices = {"A": 300, "B": 310, "C": 320, "D": 400}
    catalog = catalog_of(*(credential(code, price(amount)) for code, amount in prices.items()))
    result = measured(catalog, Quantity.EXAM_PRICE, SISTERS)
    assert (result.values, result.in_range) == (4, 2)
    assert result.mean_error == (55 + 40 + 30 + 90) / 4


def test_each_price_is_held_against_what_is_published_in_general() -> None:
    """Of 300, 310 and 400 against 300 to 320: off by 10, 0 and 90, two of them in it."""
    group = {
        "name": "core exams",
        "levels": ["core"],
        "fees": [price(300, audience="member"), price(320, audience="nonmember")],
    }
    catalog = catalog_of(
        *(
            credential(code, price(amount))
            for code, amount in {"A": 300, "B": 310, "C": 400}.items()
        ),
        credential("OTHER", price(900), level="advanced"),
        exam_groups=[group],
    )
    result = measured(catalog, Quantity.EXAM_PRICE, GENERAL)
    assert (result.values, result.in_range) == (3, 2)
    assert result.mean_error == round((10 + 0 + 90) / 3, 2)


@pytest.mark.parametrize("quantity", [Quantity.MINUTES, Quantity.QUESTIONS])
def test_the_form_of_each_exam_is_estimated_from_its_sisters_alone(quantity: Quantity) -> None:
    """Of 60, 90, 90 and 90: the first is estimated as 90 (off by 30), the others as 60 to 90."""
    known = [
        credential(code, exam={quantity.value: stated(value)})
        for code, value in {"A": 60, "B": 90, "C": 90, "D": 90}.items()
    ]
    result = measured(catalog_of(*known), quantity, SISTERS)
    assert (result.values, result.in_range) == (4, 3)
    assert result.mean_error == (30 + 15 + 15 + 15) / 4


@pytest.mark.parametrize("quantity", [Quantity.MINUTES, Quantity.QUESTIONS])
def test_the_form_of_each_exam_is_held_against_what_is_published_in_general(
    quantity: Quantity,
) -> None:
    group = {"name": "core exams", "levels": ["core"], quantity.value: stated(90)}
    known = [
        credential(code, exam={quantity.value: stated(value)})
        for code, value in {"A": 60, "B": 90}.items()
    ]
    result = measured(catalog_of(*known, exam_groups=[group]), quantity, GENERAL)
    assert (result.values, result.in_range, result.mean_error) == (2, 1, 15)


def test_the_dues_of_each_issuer_are_held_against_what_is_published_in_general() -> None:
    """149 lies in 70 to 150, 39 above its middle."""
    general = {"low": 70, "high": 150, "as_of": NEW, "src": ["issuer-page"]}
    dues = {"kind": "membership", "every_months": 12, "amount": stated(149)}
    catalog = catalog_of(credential("A"), dues=[dues], dues_in_general=general)
    result = measured(catalog, Quantity.DUES, GENERAL)
    assert (result.values, result.in_range, result.mean_error) == (1, 1, 39)


@pytest.mark.parametrize(
    ("audience", "as_of", "tried"),
    [("member", NEW, 1), ("student-member", NEW, 0), ("all", OLD, 0)],
)
def test_only_the_present_dues_of_an_ordinary_member_are_held_against_a_rule(
    audience: str, as_of: str, tried: int
) -> None:
    general = {"low": 70, "high": 150, "as_of": NEW, "src": ["issuer-page"]}
    dues = {
        "kind": "membership",
        "audience": audience,
        "every_months": 12,
        "amount": stated(149, as_of),
    }
    catalog = catalog_of(credential("A"), dues=[dues], dues_in_general=general)
    assert measured(catalog, Quantity.DUES, GENERAL).values == tried


def test_old_values_are_not_held_against_a_rule() -> None:
    sheets = [credential(code, price(300)) for code in "ABCD"]
    old = credential("E", price(900, as_of=OLD))
    result = measured(catalog_of(*sheets, old), Quantity.EXAM_PRICE, SISTERS)
    assert (result.values, result.in_range) == (4, 4)


def test_a_rule_without_values_has_no_error() -> None:
    result = measured(catalog_of(credential("A")), Quantity.EXAM_PRICE, SISTERS)
    assert result == HeldOut(Quantity.EXAM_PRICE, SISTERS, 0, 0, None)
    assert describe_held_out(result) == (
        "Price of one attempt, by sister exams: no value to compare it with"
    )


def test_a_result_reads_as_a_sentence() -> None:
    assert describe_held_out(HeldOut(Quantity.EXAM_PRICE, SISTERS, 4, 2, 53.75)) == (
        "Price of one attempt, by sister exams: 2 of 4 values in the range, "
        "off by $53.75 on average"
    )
    assert describe_held_out(HeldOut(Quantity.MINUTES, GENERAL, 1, 1, 15)) == (
        "Time, minutes, by general statement: 1 of 1 value in the range, "
        "off by 15 minutes on average"
    )


def test_the_whole_check_is_summed_up_in_a_sentence() -> None:
    results = [
        HeldOut(Quantity.EXAM_PRICE, SISTERS, 4, 2, 53.75),
        HeldOut(Quantity.MINUTES, SISTERS, 3, 3, 0),
    ]
    assert describe_check(results) == (
        "Of 7 values that were left out and estimated, 5 lie in the range of the estimate; "
        "of exam prices, 2 of 4."
    )
    assert describe_check([HeldOut(Quantity.DUES, GENERAL, 0, 0, None)]) == (
        "There is no value to compare an estimate with."
    )


@pytest.mark.parametrize("quantity", [Quantity.EXAM_PRICE, Quantity.QUESTIONS, Quantity.MINUTES])
def test_what_was_read_of_an_exam_never_bears_on_its_own_estimate(
    catalog: Catalog, quantity: Quantity
) -> None:
    for value in read_values(catalog, quantity):
        sheet = catalog.credentials[value.exam]
        bare = sheet.model_copy(update={"fees": (), "exam": type(sheet.exam)()})
        without = replace(catalog, credentials={**catalog.credentials, sheet.id: bare})
        for rule in EstimateRule:
            made = estimate_exam(catalog, quantity, rule, sheet)
            assert made == estimate_exam(without, quantity, rule, bare)
            assert made is None or not set(made.facts) & set(value.facts)
            assert made is None or rule is GENERAL or len(made.facts) >= FEWEST_SISTERS
