"""Pay in dollars of equal buying power, on made-up price levels."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model import careers
from cert_model.careers import sentences
from cert_model.catalog import Catalog
from cert_model.schema.career_files import PriceParityFile
from cert_model.schema.careers import PriceParityRow, WageRow
from cert_model.vocabulary import State


def parity(index: float, state: str = "OH") -> PriceParityRow:
    return PriceParityRow.model_validate(
        {"state": state, "year": 2024, "index": index, "src": ["prices"]}
    )


def pay(median: float, **parts: object) -> WageRow:
    fields = {"soc": "29-2072", "program": "oews", "as_of": "2025-05", "area_kind": "state"}
    return WageRow.model_validate(
        {**fields, "area": "Ohio", "p50": median, "src": ["wages"], **parts}
    )


@pytest.mark.parametrize(
    ("median", "index", "worth"),
    [
        (50_000, 100.0, 50_000),
        (50_000, 125.0, 40_000),
        (45_000, 90.0, 50_000),
        (43_810, 88.823, 49_320),
    ],
)
def test_pay_is_divided_by_the_price_level(median: float, index: float, worth: float) -> None:
    assert careers.at_national_prices(pay(median), parity(index)).p50 == worth


def test_every_annual_figure_is_divided_and_no_hourly_one_is_left() -> None:
    row = pay(50_000, p10=30_000, p90=80_000, mean_annual=55_000, hourly_p50=24.04)
    cheap = careers.at_national_prices(row, parity(50.0))
    assert (cheap.p10, cheap.p50, cheap.p90, cheap.mean_annual) == (
        60_000,
        100_000,
        160_000,
        110_000,
    )
    assert (cheap.p25, cheap.p75, cheap.hourly_p50) == (None, None, None)


def test_the_result_rests_on_the_pay_and_on_the_price_level() -> None:
    assert careers.at_national_prices(pay(50_000), parity(90.0)).src == ("wages", "prices")


@given(st.floats(60, 150), st.integers(2_000, 15_000))
def test_what_costs_less_never_makes_pay_worth_less(index: float, tens: int) -> None:
    row = pay(tens * 10)
    dear, cheap = parity(index), parity(index - 5)
    worth = [careers.at_national_prices(row, level).p50 or 0 for level in (dear, cheap)]
    assert worth == sorted(worth)


def test_a_state_without_a_price_level_is_left_out() -> None:
    rows = {State.OH: pay(50_000), State.IA: pay(45_000, area="Iowa")}
    divided = careers.all_at_national_prices(rows, {State.OH: parity(100.0)})
    assert set(divided) == {State.OH}


def test_the_newest_year_counts_wherever_its_rows_stand(catalog: Catalog) -> None:
    newer, older = parity(90.0), parity(80.0).model_copy(update={"year": 2023})
    file = PriceParityFile(rows=(newer, older))
    changed = replace(catalog, careers=catalog.careers.model_copy(update={"price_parities": file}))
    assert careers.price_parities(changed) == {State.OH: newer}


def test_every_state_has_a_price_level_of_one_year(catalog: Catalog) -> None:
    levels = careers.price_parities(catalog)
    assert set(levels) == set(State)
    assert len({level.year for level in levels.values()}) == 1


@pytest.mark.parametrize(
    ("index", "words"), [(90.0, "10 percent below"), (110.5, "10.5 percent above")]
)
def test_the_sentence_says_which_way_prices_differ(index: float, words: str) -> None:
    sentence = sentences.describe_buying_power_in(parity(index), pay(50_000))
    assert f"Prices in Ohio were {words} national prices" in sentence
    assert f"the pay of $50,000 there is divided by {index / 100:.3f}" in sentence
