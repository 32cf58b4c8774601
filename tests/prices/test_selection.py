"""Which line of a made-up price list a buyer pays, and what a range of prices comes to."""

import pytest

from cert_model.catalog import Catalog
from cert_model.prices import (
    Buyer,
    Money,
    PriceLine,
    credential_lines,
    exam_attempts,
    exam_price_span,
    exam_prices,
    select_dues,
    select_line,
    sum_money,
)
from cert_model.schema import Credential, Fact, Price
from cert_model.vocabulary import Audience, Currency, PriceKind

MEMBER, STUDENT, NONMEMBER = Buyer(member=True), Buyer(member=True, student=True), Buyer(False)
ALL, FOR_MEMBERS = Audience.ALL, Audience.MEMBER


def fee(amount: float, audience: Audience = ALL, **more: object) -> Price:
    fields = {"kind": PriceKind.EXAM, "audience": audience, **more}
    return Price.model_validate({**fields, "amount": {"value": amount, "src": ("a-guide",)}})


@pytest.fixture
def cpc(catalog: Catalog) -> Credential:
    return catalog.credentials["aapc/cpc"]


def lines(sheet: Credential, *fees: Price) -> list[PriceLine]:
    return credential_lines(sheet.model_copy(update={"fees": fees}), PriceKind.EXAM)


def paid(candidates: list[PriceLine], buyer: Buyer, attempts: int = 1) -> float | None:
    line = select_line(candidates, buyer, attempts)
    return None if line is None else line.money.typical


def test_the_most_specific_audience_of_the_buyer_decides(cpc: Credential) -> None:
    candidates = lines(
        cpc,
        fee(4),
        fee(3, Audience.NONMEMBER),
        fee(2, FOR_MEMBERS),
        fee(1, Audience.STUDENT_MEMBER),
    )
    assert [paid(candidates, buyer) for buyer in (STUDENT, MEMBER, NONMEMBER)] == [1, 2, 3]


def test_a_line_for_everybody_is_paid_where_none_is_more_specific(cpc: Credential) -> None:
    candidates = lines(cpc, fee(4), fee(9, Audience.CORPORATE))
    assert [paid(candidates, buyer) for buyer in (STUDENT, MEMBER, NONMEMBER)] == [4, 4, 4]


def test_nobody_pays_a_line_for_others(cpc: Credential) -> None:
    assert paid(lines(cpc, fee(2, FOR_MEMBERS)), NONMEMBER) is None
    assert paid([], MEMBER) is None


def test_of_several_lines_alike_the_first_is_paid(cpc: Credential) -> None:
    assert paid(lines(cpc, fee(7), fee(5)), MEMBER) == 7


def test_the_number_of_attempts_comes_before_the_audience(cpc: Credential) -> None:
    candidates = lines(cpc, fee(1, FOR_MEMBERS, attempts=1), fee(2, attempts=2))
    assert paid(candidates, MEMBER, attempts=1) == 1
    assert paid(candidates, MEMBER, attempts=2) == 2


def test_where_no_line_has_the_attempts_wanted_another_one_is_paid(cpc: Credential) -> None:
    assert paid(lines(cpc, fee(5, attempts=2)), MEMBER, attempts=1) == 5


def test_only_lines_of_the_kind_in_dollars_are_candidates(cpc: Credential) -> None:
    others = (fee(1, currency=Currency.AUD), fee(2, kind=PriceKind.RETAKE))
    assert [line.money.typical for line in lines(cpc, *others, fee(3))] == [3]


def test_the_place_of_a_line_leads_back_to_its_amount(catalog: Catalog) -> None:
    for sheet in catalog.credentials.values():
        for line in credential_lines(sheet, PriceKind.EXAM):
            assert catalog.find_fact(line.ref) == line.amount


def test_dues_are_those_of_a_year(catalog: Catalog) -> None:
    dues = (
        fee(90, kind=PriceKind.MEMBERSHIP, every_months=24),
        fee(50, kind=PriceKind.MEMBERSHIP, every_months=12),
    )
    issuer = catalog.issuers["aapc"].model_copy(update={"dues": dues})
    line = select_dues(issuer, MEMBER)
    assert line
    assert line.money == Money.exactly(50)


def test_the_span_of_exam_fees_is_that_of_one_attempt_over_all_audiences(cpc: Credential) -> None:
    sheet = cpc.model_copy(
        update={"fees": (fee(300), fee(200, FOR_MEMBERS, attempts=1), fee(450, attempts=2))}
    )
    assert exam_price_span(sheet) == (200, 300)
    assert exam_attempts(sheet) == 1


def test_without_a_price_of_one_attempt_the_fees_of_more_attempts_stand_in(
    cpc: Credential,
) -> None:
    sheet = cpc.model_copy(update={"fees": (fee(450, attempts=2),)})
    assert len(exam_prices(sheet)) == 1
    assert exam_attempts(sheet) == 2


def test_without_any_exam_fee_the_span_is_not_known(cpc: Credential) -> None:
    assert exam_price_span(cpc.model_copy(update={"fees": ()})) == (None, None)


def test_the_typical_amount_of_a_range_is_its_midpoint() -> None:
    assert Money.from_fact(Fact[float](low=10, high=30, src=("a-guide",))) == Money(10, 20, 30)


def test_a_range_with_one_known_end_counts_as_that_end() -> None:
    assert Money.from_fact(Fact[float](high=30, src=("a-guide",))) == Money.exactly(30)


def test_a_fact_without_a_value_is_no_amount() -> None:
    with pytest.raises(ValueError, match="no value"):
        Money.from_fact(Fact[float](src=("a-guide",)))


def test_amounts_add_up_case_by_case() -> None:
    assert sum_money([Money(1, 2, 3), -Money(0, 1, 2), Money.exactly(4)]) == Money(5, 5, 5)
