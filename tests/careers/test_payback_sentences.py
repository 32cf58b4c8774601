"""Sentences on whether a credential pays say what was worked out, and promise nothing."""

from cert_model import careers
from cert_model.careers import Cases, Outlay, Payback, payback_sentences
from cert_model.catalog import Catalog
from cert_model.costs import Money
from cert_model.vocabulary import State
from tests.careers.career_tables import CODERS, dollars, newest


def test_pay_that_stands_in_says_whose_it_is(catalog: Catalog) -> None:
    start = careers.starting_pay(catalog, CODERS, State.AL)
    assert start is not None
    sentence = payback_sentences.whose_pay(start, State.AL)
    assert f"{dollars(newest('United States')['p25'])} stands in" in sentence
    assert "25th percentile of the nation, May 2025" in sentence
    assert sentence.endswith("That of Alabama was not found.")


def test_the_break_even_raise_is_told_with_its_dollars() -> None:
    cost = Outlay(Money.exactly(1_200), Money.exactly(400), 6, complete=True)
    sentence = payback_sentences.break_even("CPC", cost, Cases(1.5, 1.5, 1.5), 40_000)
    assert sentence == (
        "A raise below 1.5 percent ($600 a year) never pays for the CPC within 6 years."
    )


def test_cost_and_pay_stand_behind_it() -> None:
    cost = Outlay(Money.exactly(1_200), Money.exactly(400), 6, complete=True)
    assert payback_sentences.rests_on(cost, Cases(1.5, 1.5, 1.5), 40_000) == (
        "It takes $1,200 to earn and $400 a year to keep, at a pay of $40,000 a year."
    )


def test_a_cost_with_a_price_missing_is_at_least() -> None:
    cost = Outlay(Money.exactly(1_200), Money.exactly(400), 6, complete=False)
    sentence = payback_sentences.rests_on(cost, Cases(1, 1.5, 2), 40_000)
    assert "at least $1,200 to earn and at least $400 a year to keep" in sentence
    assert sentence.endswith("At the lowest cost the raise is 1 percent, at the highest 2 percent.")


def test_months_are_rounded_up_and_never_is_said() -> None:
    found = Payback(2, 800, Cases(3.2, 30.0, None))
    assert payback_sentences.months(found, 6) == (
        "30 months (from 4 months to never within 6 years)"
    )
