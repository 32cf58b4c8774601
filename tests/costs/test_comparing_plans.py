"""The years in which plans change their order, and which assumption moves a total most."""

import pytest

from cert_model.costs import (
    CostPlan,
    CostRequest,
    Crossover,
    PlannedCredential,
    all_crossovers,
    crossovers,
    rank_swings,
)
from tests.costs.price_lists import (
    PriceLists,
    books,
    credential,
    dues,
    exam_price,
    fact,
    issuer,
    lists_of,
    membership,
    price,
    renewal,
)


def costing(first: float, yearly: float, *, years: int = 5) -> CostPlan:
    """A plan of $``first`` in the first year and $``yearly`` in each one after it."""
    fees = [exam_price(first), price("recertification", yearly, every_months=12)]
    lists = lists_of(credential("ABC", *fees, renewal=renewal(12, 0)))
    return lists.plan("guild/abc", years=years)


def test_the_order_flips_in_the_year_by_whose_end_the_cheaper_one_has_cost_more() -> None:
    """$100, $150, $200 … and $220, $225, $230 …: more from the fourth year on."""
    found = crossovers(("early", costing(100, 50)), ("late", costing(220, 5)))
    assert found == [Crossover(4, "early", "late")]


def test_a_crossing_in_the_second_year_counts() -> None:
    found = crossovers(("early", costing(100, 50)), ("late", costing(120, 5)))
    assert found == [Crossover(2, "early", "late")]


def test_the_order_in_which_two_plans_are_named_does_not_matter() -> None:
    early, late = ("early", costing(100, 50)), ("late", costing(220, 5))
    assert crossovers(early, late) == crossovers(late, early)


def test_a_plan_that_is_always_cheaper_crosses_nothing() -> None:
    assert crossovers(("low", costing(100, 10)), ("high", costing(220, 5))) == []


def test_a_year_that_ends_in_a_tie_is_skipped() -> None:
    """$100, $150, $200, $250 and $200, $200, $200, $200: a tie in the third year."""
    found = crossovers(("early", costing(100, 50)), ("late", costing(200, 0)))
    assert found == [Crossover(4, "early", "late")]


def test_plans_that_are_always_tied_cross_nothing() -> None:
    assert crossovers(("one", costing(100, 50)), ("other", costing(100, 50))) == []


def test_a_crossing_in_the_last_year_counts() -> None:
    found = crossovers(("early", costing(100, 50, years=4)), ("late", costing(220, 5, years=4)))
    assert [crossover.year for crossover in found] == [4]


def test_the_crossings_of_several_plans_come_in_the_order_of_their_years() -> None:
    plans = {"a": costing(100, 50), "b": costing(220, 5), "c": costing(120, 35)}
    assert all_crossovers(plans) == [
        Crossover(3, "a", "c"),
        Crossover(4, "a", "b"),
        Crossover(5, "c", "b"),
    ]


def everything() -> PriceLists:
    """An exam of $400, an optional membership, books, a late fee and a reinstatement."""
    return lists_of(
        credential(
            "ABC",
            exam_price(400),
            exam_price(330, audience="student-member"),
            exam_price(350, audience="member"),
            exam_price(470, attempts=2),
            price("recertification", 0),
            exam={"open_book": fact(True)},
            membership=membership(to_sit="optional", to_hold="optional"),
            renewal=renewal(12, 10),
        ),
        issuers=[
            issuer(
                "GUILD",
                price("late", 50),
                dues=[dues(100)],
                renewal={"reinstatement": {"fee": fact(200)}},
            )
        ],
        materials=[books("print", 240, serve=["guild/abc"])],
    )


def swings(**assumed: object) -> dict[str, tuple[float, float]]:
    """By assumption, by how much each end of its range moves the total of two years."""
    lists = everything()
    options = {"years": 2, "membership": "never", "pass_rate": None, **assumed}
    plan = lists.plan("guild/abc", **options)
    return {
        swing.ends.assumption: (swing.low - plan.total.typical, swing.high - plan.total.typical)
        for swing in rank_swings(lists.catalog, plan.request)
    }


def test_each_assumption_is_moved_over_its_range_alone() -> None:
    """Without membership: a retake of $400 at 35 percent, ten CEUs of $10."""
    found = {name: tuple(map(round, ends)) for name, ends in swings().items()}
    assert found == {
        "study_material": (0, 300),
        "ceu_price": (-100, 150),
        "books": (-240, 0),
        "pass_rate": (-140, 100),
        "lapses": (0, 200),
        "membership": (0, 200 - 50 - round(0.35 * 50)),
        "attempts": (0, 470 - 400 - 140),
        "late_payments": (0, 50),
    }


def test_the_assumption_that_moves_the_total_most_comes_first() -> None:
    widths = [abs(high - low) for low, high in swings().values()]
    assert widths == sorted(widths, reverse=True)
    assert next(iter(swings())) == "study_material"


def test_an_assumption_that_moves_nothing_is_left_out() -> None:
    assert "student" not in swings()
    assert "student" in swings(membership="always")


def test_a_swing_is_as_wide_as_its_two_totals_are_apart() -> None:
    lists = everything()
    request = CostRequest((PlannedCredential("guild/abc"),), 2)
    for swing in rank_swings(lists.catalog, request):
        assert swing.width == pytest.approx(abs(swing.high - swing.low))


def test_a_swing_is_labeled_by_its_assumption() -> None:
    lists = everything()
    request = CostRequest((PlannedCredential("guild/abc"),), 2)
    labels = {swing.ends.assumption: swing.label for swing in rank_swings(lists.catalog, request)}
    assert labels["ceu_price"] == "the price of one CEU"
