"""Does it pay: the arithmetic, by hand and as properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.careers import compute_break_even, compute_payback, outlay_of
from cert_model.careers.payback import Outlay, break_even_raise, compute_balance, months_to_recover
from cert_model.catalog import Catalog
from cert_model.costs import CostRequest, PlannedCredential, cost_plan
from cert_model.prices import Money

dollars = st.floats(0, 10_000)
pays = st.floats(10_000, 200_000)
percents = st.floats(0, 100)
spans = st.integers(1, 9)


def test_a_raise_of_ten_percent_by_hand() -> None:
    # 10 % of 40,000 is 4,000; less 400 of upkeep 3,600 a year, 300 a month; 1,200 takes 4 months.
    assert months_to_recover(1_200, 400, 40_000, 10, years=6) == pytest.approx(4)


def test_a_raise_that_only_just_pays_by_hand() -> None:
    # 1,200 over 6 years is 200 a year, and 400 of upkeep: 600, which is 1.5 % of 40,000.
    assert break_even_raise(1_200, 400, 40_000, years=6) == pytest.approx(1.5)
    assert months_to_recover(1_200, 400, 40_000, 1.5, years=6) == pytest.approx(72)


def test_a_raise_below_the_upkeep_never_pays() -> None:
    # 1 % of 40,000 is 400: the upkeep takes all of it.
    assert months_to_recover(1_200, 400, 40_000, 1, years=6) is None


def test_no_raise_never_pays_while_something_was_spent() -> None:
    assert months_to_recover(1_200, 0, 40_000, 0, years=6) is None


def test_what_others_pay_for_is_paid_back_at_once() -> None:
    assert months_to_recover(0, 0, 40_000, 5, years=6) == 0
    assert break_even_raise(0, 0, 40_000, years=6) == 0


@given(first=dollars, upkeep=dollars, pay=pays, raised=percents, years=spans)
def test_below_the_break_even_raise_it_never_pays(
    first: float, upkeep: float, pay: float, raised: float, years: int
) -> None:
    never = months_to_recover(first, upkeep, pay, raised, years) is None
    if raised < break_even_raise(first, upkeep, pay, years) * (1 - 1e-9):
        assert never


@given(first=dollars, upkeep=dollars, pay=pays, raised=percents, years=spans)
def test_above_the_break_even_raise_it_pays_within_the_years(
    first: float, upkeep: float, pay: float, raised: float, years: int
) -> None:
    if raised > break_even_raise(first, upkeep, pay, years) * (1 + 1e-9) + 1e-9:
        months = months_to_recover(first, upkeep, pay, raised, years)
        assert months is not None
        assert 0 <= months <= 12 * years


@given(first=st.floats(1, 10_000), upkeep=dollars, pay=pays, raised=percents)
def test_the_balance_is_even_in_the_month_of_recovery(
    first: float, upkeep: float, pay: float, raised: float
) -> None:
    cost = Outlay(Money.exactly(first), Money.exactly(upkeep), 9, complete=True)
    months = compute_payback(cost, pay, raised).months.typical
    if months is not None:
        assert compute_balance(cost, pay, raised, months / 12) == pytest.approx(0, abs=1e-5)


def test_a_plan_splits_into_its_first_year_and_the_average_of_the_rest(catalog: Catalog) -> None:
    plan = cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),), years=7))
    cost = outlay_of(plan)
    whole = cost.first.typical + cost.years * cost.upkeep.typical
    assert (cost.years, cost.first) == (6, plan.of_year(1))
    assert whole == pytest.approx(plan.total.typical)


def test_training_is_paid_up_front(catalog: Catalog) -> None:
    plan = cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),), years=7))
    assert outlay_of(plan, 2_000).first.low == plan.of_year(1).low + 2_000
    assert outlay_of(plan, 2_000).upkeep == outlay_of(plan).upkeep


def test_a_plan_of_one_year_has_no_year_to_pay_back_in(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="a plan of one year"):
        outlay_of(cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),), years=1)))


def test_a_higher_cost_takes_longer_and_a_higher_raise(catalog: Catalog) -> None:
    cost = outlay_of(cost_plan(catalog, CostRequest((PlannedCredential("aapc/cpc"),), years=7)))
    months, raises = compute_payback(cost, 40_000, 10).months, compute_break_even(cost, 40_000)
    assert months.low is not None
    assert months.typical is not None
    assert months.high is not None
    assert months.low < months.typical < months.high
    assert raises.low is not None
    assert raises.high is not None
    assert raises.low < raises.high
