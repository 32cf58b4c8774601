"""Sentences on whether a credential pays, held against made-up costs."""

from dataclasses import replace

import pytest

from cert_model.careers import (
    NeededRaise,
    Outlay,
    TrainingRange,
    compute_payback,
    needed_raise,
    smallest_and_newest_gap,
)
from cert_model.careers import payback_sentences as sentences
from cert_model.catalog import Catalog
from cert_model.prices import Money

PAY = 40_000


def costing(first: Money, upkeep: Money, years: int = 6, *, complete: bool = True) -> Outlay:
    return Outlay(first, upkeep, years, complete)


WHOLE = costing(Money.exactly(1_200), Money.exactly(400))
AT_LEAST = costing(Money.exactly(1_200), Money.exactly(400), complete=False)
RANGE = costing(Money(600, 1_200, 2_400), Money(200, 400, 800))
FREE = costing(Money(), Money())
UNKNOWN = costing(Money(), Money(), complete=False)
ESTIMATED = replace(WHOLE, estimated=True)
UPKEEP_ALONE = costing(Money(), Money.exactly(400), complete=False)


def needed(cost: Outlay) -> NeededRaise:
    return needed_raise(cost, PAY)


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (
            WHOLE,
            "Without training, you need 1.5 percent more pay (about $600 a year) for the CPC to "
            "break even in 6 years.",
        ),
        (
            AT_LEAST,
            "Without training, you need at least 1.5 percent more pay (at least $600 a year) for "
            "the CPC to break even in 6 years.",
        ),
        (
            costing(Money.exactly(6), Money(), years=1),
            "Without training, you need less than 0.1 percent more pay (about $6 a year) for the "
            "CPC to break even in 1 year.",
        ),
        (FREE, "You pay nothing for the CPC, so there is nothing to recover."),
        (
            UNKNOWN,
            "No price was found for the CPC, so what it would take to break even is not known.",
        ),
    ],
)
def test_the_answer_says_what_would_have_to_be_true(cost: Outlay, expected: str) -> None:
    text = sentences.describe_needed_raise("the CPC", cost, needed(cost), "without training")
    assert text == expected


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (
            WHOLE,
            "Earning the CPC costs $1,200, without training, and $400 in each of the 6 years after "
            "that: $3,600 in all.",
        ),
        (
            AT_LEAST,
            "Earning the CPC costs at least $1,200, without training, and at least $400 in each of "
            "the 6 years after that: at least $3,600 in all.",
        ),
        (
            RANGE,
            "Earning the CPC costs $1,200, without training, and $400 in each of the 6 years after "
            "that: $3,600 in all. At the lowest prices you need 0.8 percent more pay, at the "
            "highest 3 percent.",
        ),
        (
            UPKEEP_ALONE,
            "The cost to earn the CPC was not found; it costs at least $400 in each of the 6 years "
            "after that.",
        ),
        (UNKNOWN, ""),
    ],
)
def test_the_cost_behind_the_answer_says_what_is_counted(cost: Outlay, expected: str) -> None:
    text = sentences.describe_cost_behind("the CPC", cost, needed(cost), "without training")
    assert text == expected


@pytest.mark.parametrize(
    ("cost", "training", "expected"),
    [
        (
            WHOLE,
            TrainingRange(5, 1_760, 5_687, 1.84, 3.06),
            "One of 5 programs for the CPC with a known price would add $1,760–5,687; you would "
            "then need 1.8–3.1 percent more pay.",
        ),
        (
            AT_LEAST,
            TrainingRange(1, 900, 900, 2, 2),
            "The one program for the CPC with a known price would add $900; you would then need at "
            "least 2 percent more pay.",
        ),
        (WHOLE, TrainingRange(0), "No program for the CPC with a known price was found."),
    ],
)
def test_training_that_is_not_counted_is_given_as_a_range(
    cost: Outlay, training: TrainingRange, expected: str
) -> None:
    text = sentences.describe_training_range("the CPC", cost, training)
    assert text == f"Training is not counted. {expected}"


@pytest.mark.parametrize(
    ("cost", "percent", "expected"),
    [
        (
            WHOLE,
            0,
            "Without a raise it does not break even: after 6 years, you have spent $3,600.",
        ),
        (
            AT_LEAST,
            0,
            "Without a raise it does not break even: after 6 years, you have spent at least "
            "$3,600.",
        ),
        (
            WHOLE,
            1.4,
            "With 1.4 percent more pay ($560 a year), it does not break even in 6 years: you "
            "are still $240 short.",
        ),
        (
            AT_LEAST,
            1.4,
            "With 1.4 percent more pay ($560 a year), it does not break even in 6 years: you "
            "are still at least $240 short.",
        ),
        (
            WHOLE,
            2,
            "With 2 percent more pay ($800 a year), it breaks even after 36 months. After 6 years, "
            "you are $1,200 ahead.",
        ),
        (
            AT_LEAST,
            2,
            "With 2 percent more pay ($800 a year), it breaks even after 36 months at the "
            "earliest; prices are missing.",
        ),
        (
            RANGE,
            2,
            "With 2 percent more pay ($800 a year), it breaks even after 36 months (12 months "
            "at the lowest cost; at the highest, not within 6 years). After 6 years, you are "
            "$1,200 ahead.",
        ),
        (
            ESTIMATED,
            0,
            "Without a raise it does not break even: after 6 years, you have spent about $3,600.",
        ),
        (
            UPKEEP_ALONE,
            2,
            "With 2 percent more pay ($800 a year), we cannot tell when it breaks even, "
            "because prices are missing.",
        ),
        (FREE, 2, ""),
        (UNKNOWN, 0, ""),
    ],
)
def test_the_expected_raise_is_said_to_pay_back_or_not(
    cost: Outlay, percent: float, expected: str
) -> None:
    text = sentences.describe_expected_raise(cost, compute_payback(cost, PAY, percent))
    assert text == expected


@pytest.mark.parametrize(
    ("percent", "expected"), [(0, "no raise"), (5, "5% more"), (1.3, "1.3% more")]
)
def test_a_line_is_named_by_its_raise(percent: float, expected: str) -> None:
    assert sentences.format_raise(percent) == expected


def test_pay_gaps_are_called_differences_between_groups(catalog: Catalog) -> None:
    gaps = smallest_and_newest_gap(catalog)
    assert gaps is not None
    text = sentences.describe_pay_gaps(*gaps)
    assert "at least 11.2 percent more than others, and 20.7 percent more in the newest" in text
    assert "do not say what a credential would add to your pay" in text
    newest = gaps[1]
    assert "In the one survey" in sentences.describe_pay_gaps(newest, newest)
