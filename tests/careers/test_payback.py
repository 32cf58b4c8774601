"""Does it pay: the arithmetic, by hand and as properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.careers import (
    BadPay,
    Outlay,
    compute_balance,
    compute_payback,
    needed_raise,
    outlay_of,
    parse_pay,
    plan_with_training,
    training_offers,
    training_range,
)
from cert_model.careers.payback import months_to_recover
from cert_model.catalog import Catalog
from cert_model.costs import CostRequest, PlannedCredential, cost_plan
from cert_model.prices import Money

CPC = ("aapc/cpc",)
dollars = st.floats(0, 10_000)
pays = st.floats(10_000, 200_000)
percents = st.floats(0, 100)
spans = st.integers(1, 9)


def costing(first: float, upkeep: float, years: int = 6) -> Outlay:
    return Outlay(Money.exactly(first), Money.exactly(upkeep), years, complete=True)


def test_a_raise_of_ten_percent_by_hand() -> None:
    # 10 % of 40,000 is 4,000; less 400 of upkeep 3,600 a year, 300 a month; 1,200 takes 4 months.
    payback = compute_payback(costing(1_200, 400), 40_000, 10)
    assert payback.months == pytest.approx(4)
    assert payback.yearly_gain == 4_000
    assert payback.balance == 6 * 3_600 - 1_200


def test_the_raise_needed_by_hand() -> None:
    # 1,200 over 6 years is 200 a year, and 400 of upkeep: 600, which is 1.5 % of 40,000.
    needed = needed_raise(costing(1_200, 400), 40_000)
    assert needed.yearly == Money.exactly(600)
    assert needed.typical == pytest.approx(1.5)
    assert months_to_recover(1_200, 400, 40_000, 1.5, years=6) == pytest.approx(72)


def test_the_raise_needed_spans_the_lowest_and_the_highest_cost() -> None:
    # 600 a year, 1,000 and 1,400; of 50,000 that is 1.2, 2 and 2.8 percent.
    cost = Outlay(Money(1_000, 2_000, 3_000), Money(400, 600, 800), 5, complete=True)
    needed = needed_raise(cost, 50_000)
    assert (needed.low, needed.typical, needed.high) == pytest.approx((1.2, 2, 2.8))


def test_a_raise_below_the_upkeep_never_pays() -> None:
    # 1 % of 40,000 is 400: the upkeep takes all of it.
    assert compute_payback(costing(1_200, 400), 40_000, 1).months is None


def test_a_raise_that_takes_longer_than_the_years_does_not_pay_in_them() -> None:
    # 1.4 % of 40,000 is 560; less 400 of upkeep 160 a year; 1,200 takes 7.5 years.
    payback = compute_payback(costing(1_200, 400), 40_000, 1.4)
    assert payback.months is None
    assert payback.balance == pytest.approx(6 * 160 - 1_200)


def test_what_others_pay_for_is_paid_back_at_once() -> None:
    assert compute_payback(costing(0, 0), 40_000, 5).months == 0
    assert needed_raise(costing(-200, 0), 40_000).yearly == Money()


@given(first=dollars, upkeep=dollars, pay=pays, years=spans)
def test_without_a_raise_only_what_costs_nothing_pays_back(
    first: float, upkeep: float, pay: float, years: int
) -> None:
    months = compute_payback(costing(first, upkeep, years), pay, 0).months
    assert (months is not None) == (first == upkeep == 0)


@given(first=dollars, upkeep=dollars, pay=pays, years=spans, raises=st.tuples(percents, percents))
def test_a_higher_raise_never_pays_back_later(
    first: float, upkeep: float, pay: float, years: int, raises: tuple[float, float]
) -> None:
    cost = costing(first, upkeep, years)
    lower, higher = (compute_payback(cost, pay, percent).months for percent in sorted(raises))
    if lower is not None:
        assert higher is not None
        assert higher <= lower


@given(first=dollars, upkeep=dollars, more=dollars, each_year=dollars, pay=pays, years=spans)
def test_a_higher_cost_never_lowers_the_raise_needed(
    first: float, upkeep: float, more: float, each_year: float, pay: float, years: int
) -> None:
    less = needed_raise(costing(first, upkeep, years), pay).typical
    assert needed_raise(costing(first + more, upkeep + each_year, years), pay).typical >= less


@given(first=dollars, upkeep=dollars, pay=pays, raised=percents, years=spans)
def test_the_raise_needed_parts_those_that_pay_back_from_those_that_do_not(
    first: float, upkeep: float, pay: float, raised: float, years: int
) -> None:
    cost = costing(first, upkeep, years)
    needed = needed_raise(cost, pay).typical
    months = compute_payback(cost, pay, raised).months
    if raised < needed * (1 - 1e-9):
        assert months is None
    if raised > needed * (1 + 1e-9) + 1e-9:
        assert months is not None
        assert 0 <= months <= 12 * years


@given(first=st.floats(1, 10_000), upkeep=dollars, pay=pays, raised=percents)
def test_the_balance_is_even_in_the_month_of_recovery(
    first: float, upkeep: float, pay: float, raised: float
) -> None:
    cost = costing(first, upkeep, 9)
    months = compute_payback(cost, pay, raised).months
    if months is not None:
        assert compute_balance(cost, pay, raised, months / 12) == pytest.approx(0, abs=1e-5)


def test_a_plan_splits_into_its_first_year_and_the_average_of_the_rest(catalog: Catalog) -> None:
    plan = cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),), years=7))
    cost = outlay_of(plan)
    assert (cost.years, cost.first) == (6, plan.by_end_of(1).money)
    assert cost.total.typical == pytest.approx(plan.total.typical)
    assert cost.total.high == pytest.approx(plan.total.high)


def test_training_is_paid_up_front(catalog: Catalog) -> None:
    plan = plan_with_training(catalog, CPC, 6, None)
    assert outlay_of(plan, 2_000).first.low == plan.by_end_of(1).low + 2_000
    assert outlay_of(plan, 2_000).upkeep == outlay_of(plan).upkeep


def test_a_plan_of_one_year_has_no_year_to_pay_back_in(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="a plan of one year"):
        outlay_of(cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),), years=1)))


def test_the_lowest_cost_pays_back_first(catalog: Catalog) -> None:
    cost = outlay_of(plan_with_training(catalog, CPC, 6, None))
    payback = compute_payback(cost, 40_000, 10)
    assert payback.months_low is not None
    assert payback.months is not None
    assert payback.months_high is not None
    assert payback.months_low < payback.months < payback.months_high


def test_programs_are_those_for_any_of_the_credentials_without_a_price_last(
    catalog: Catalog,
) -> None:
    offers = training_offers(catalog, ["aapc/cpc", "nha/cbcs"])
    ids = [offer.program.id for offer in offers]
    assert len(ids) == len(set(ids))
    assert {offer.program.id for offer in training_offers(catalog, ["nha/cbcs"])} <= set(ids)
    unpriced = [offer.low is None for offer in offers]
    assert unpriced == sorted(unpriced)


def test_each_priced_program_is_counted_in_the_range(catalog: Catalog) -> None:
    training = training_range(catalog, CPC, 6, 49_000)
    without = outlay_of(plan_with_training(catalog, CPC, 6, None))
    priced = [
        outlay_of(plan_with_training(catalog, CPC, 6, offer.program.id))
        for offer in training_offers(catalog, CPC)
        if offer.low is not None
    ]
    added = [cost.total.typical - without.total.typical for cost in priced]
    needed = [needed_raise(cost, 49_000).typical for cost in priced]
    assert training.programs == len(priced)
    assert (training.low, training.high) == pytest.approx((min(added), max(added)))
    assert (training.needed_low, training.needed_high) == pytest.approx((min(needed), max(needed)))
    assert training.needed_low > needed_raise(without, 49_000).typical


def test_without_a_priced_program_there_is_no_range(catalog: Catalog) -> None:
    assert training_range(catalog, ["ahima/ccs"], 6, 49_000).programs == 0


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("48000", 48_000),
        ("$48,000", 48_000),
        (" 48,000.50 ", 48_000.5),
        ("$ 48k", 48_000),
        ("48.5K", 48_500),
        ("1000", 1_000),
        ("1,000,000", 1_000_000),
    ],
)
def test_a_yearly_pay_is_read_as_people_write_it(text: str, pay: float) -> None:
    assert parse_pay(text) == pay


@pytest.mark.parametrize(
    "text",
    ["", "-5", "0", "999", "24.50", "1000001", "9" * 400, "4,80,00", "48000 euros", "a lot", "nan"],
)
def test_what_is_no_yearly_pay_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(BadPay) as refused:
        parse_pay(text)
    message = str(refused.value)
    assert message.startswith("Enter dollars a year, from $1,000 to $1,000,000")
    assert "\n" not in message
