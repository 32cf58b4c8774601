"""Orders: unknown figures stand last, and the words say what was done."""

from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.ordering import (
    DEFAULT,
    DESCENDING,
    ORDERS,
    describe_order,
    order_label,
    parse_order,
    sort_overviews,
)
from cert_model.overview import Overview, overviews
from cert_model.vocabulary import Level, Verdict

ALL_ORDERS = [sign + name for name in ORDERS for sign in ("", DESCENDING)]
TOTALS = [sign + name for name in ("to_earn", "upkeep") for sign in ("", DESCENDING)]


def total_of(overview: Overview, order: str) -> float | None:
    """The total that an order goes by."""
    total: float | None = ORDERS[order.removeprefix(DESCENDING)].figure(overview, {})
    return total


def figures_in_order(catalog: Catalog, order: str) -> list[Any]:
    """What the order goes by, of every credential as sorted; nobody knows of the CPC."""
    verdicts = dict(Interview(catalog, {"education": "bachelor"}).verdicts)
    del verdicts["aapc/cpc"]
    parsed = parse_order(order)
    assert parsed is not None
    ordered = sort_overviews(overviews(catalog).values(), order, verdicts)
    return [parsed[0].figure(overview, verdicts) for overview in ordered]


@pytest.mark.parametrize("order", ALL_ORDERS)
def test_unknown_figures_stand_last_either_way(catalog: Catalog, order: str) -> None:
    unknown = [figure is None for figure in figures_in_order(catalog, order)]
    assert unknown == sorted(unknown)


@pytest.mark.parametrize("order", [order for order in ALL_ORDERS if order not in TOTALS])
def test_known_figures_run_one_way(catalog: Catalog, order: str) -> None:
    known = [figure for figure in figures_in_order(catalog, order) if figure is not None]
    assert known == sorted(known, reverse=order.startswith(DESCENDING))


@pytest.mark.parametrize("order", TOTALS)
def test_totals_that_lack_a_price_follow_the_complete_ones(catalog: Catalog, order: str) -> None:
    is_complete = ORDERS[order.removeprefix(DESCENDING)].is_complete
    assert is_complete is not None
    ordered = sort_overviews(overviews(catalog).values(), order)
    priced = [overview for overview in ordered if total_of(overview, order) is not None]
    complete = [is_complete(overview) for overview in priced]
    assert complete == sorted(complete, reverse=True)
    assert set(complete) == {True, False}


@pytest.mark.parametrize("order", TOTALS)
@pytest.mark.parametrize("whole", [True, False])
def test_totals_of_one_kind_run_one_way(catalog: Catalog, order: str, whole: bool) -> None:
    is_complete = ORDERS[order.removeprefix(DESCENDING)].is_complete
    assert is_complete is not None
    totals = [
        total
        for overview in sort_overviews(overviews(catalog).values(), order)
        if is_complete(overview) is whole and (total := total_of(overview, order)) is not None
    ]
    assert totals == sorted(totals, reverse=order.startswith(DESCENDING))


def test_equal_figures_stand_by_their_letters(catalog: Catalog) -> None:
    ordered = sort_overviews(overviews(catalog).values(), "-level")
    entry = [overview.code for overview in ordered if overview.level == "entry"]
    assert entry == sorted(entry)


@pytest.mark.parametrize("order", ["sit", "-sit"])
def test_among_equal_verdicts_entry_level_comes_first(catalog: Catalog, order: str) -> None:
    verdicts = Interview(catalog, {}).verdicts
    ordered = sort_overviews(overviews(catalog).values(), order, verdicts)
    levels = [row.level for row in ordered if verdicts[row.id] is Verdict.CAN_SIT]
    assert levels == sorted(levels, key=list(Level).index)
    assert len(set(levels)) > 1


def test_the_list_begins_with_what_most_people_hold(catalog: Catalog) -> None:
    ordered = sort_overviews(overviews(catalog).values(), DEFAULT)
    counted = [overview for overview in ordered if overview.holders is not None]
    assert ordered[: len(counted)] == counted
    assert {"CPC", "CCS", "CCA"} <= {overview.label for overview in ordered[:5]}


@pytest.mark.parametrize("order", ["holders", "-holders"])
def test_those_without_a_number_of_holders_follow_by_cost(catalog: Catalog, order: str) -> None:
    everything = list(overviews(catalog).values())
    uncounted = [overview for overview in everything if overview.holders is None]
    ordered = sort_overviews(everything, order)
    assert ordered[-len(uncounted) :] == sort_overviews(uncounted, "to_earn")


def test_no_credential_is_lost(catalog: Catalog) -> None:
    ordered = sort_overviews(overviews(catalog).values(), "-pass_rate")
    assert sorted(overview.id for overview in ordered) == sorted(overviews(catalog))


def test_an_unknown_order_falls_back_to_the_default(catalog: Catalog) -> None:
    everything = list(overviews(catalog).values())
    assert sort_overviews(everything, "nonsense") == sort_overviews(everything, DEFAULT)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("price", "ordered by exam price, lowest first"),
        ("-pass_rate", "ordered by pass rate, highest first"),
        (
            "sit",
            "ordered by my eligibility, nearest first; ties by level, entry first, then by cost to "
            "earn",
        ),
        (
            "to_earn",
            "ordered by cost to earn, lowest first; totals that are missing a price come last",
        ),
        (
            "nonsense",
            "ordered by number of holders, most first; those without a published number follow, by "
            "cost to earn, lowest first",
        ),
        (
            "-upkeep",
            "ordered by yearly upkeep, highest first; totals that are missing a price come last",
        ),
    ],
)
def test_the_order_is_put_into_words(order: str, words: str) -> None:
    assert describe_order(order) == words


@pytest.mark.parametrize(
    ("order", "label"),
    [("to_earn", "cost to earn, lowest first"), ("-name", "abbreviation, Z to A")],
)
def test_a_box_names_an_order_in_few_words(order: str, label: str) -> None:
    assert order_label(order) == label
