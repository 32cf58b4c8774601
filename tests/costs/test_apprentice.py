"""What it takes to lose an apprentice mark, on made-up lists."""

from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.costs import (
    Assumptions,
    CostRequest,
    HeldCredential,
    PlannedCredential,
    cost_plan,
)
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    apprentice,
    books,
    credential,
    exam_price,
    lists_of,
)

ABC = "guild/abc"


def marked(*routes: str, materials: tuple[Plain, ...] = ()) -> PriceLists:
    return lists_of(
        credential("ABC", exam_price(400), apprentice=apprentice(*routes)),
        credential("ABC-A", same_exam_as=ABC),
        materials=materials,
    )


def removal(lists: PriceLists, *added: str, **assumed: Any) -> list[tuple[str, float]]:
    """The lines on how a mark is removed."""
    plan = lists.plan(*(added or (ABC,)), years=1, books=False, **assumed)
    return [
        (row.label, row.money.typical) for row in plan.rows if row.category == "apprentice-removal"
    ]


def test_a_mark_goes_by_work_at_no_cost() -> None:
    assert removal(marked("course", "work")) == [("A removed by work", 0)]


@pytest.mark.parametrize("assumed", ["experience", "course"])
def test_a_mark_with_a_way_of_its_own_goes_by_that(assumed: str) -> None:
    lists = marked("diploma")
    assert removal(lists, apprentice=assumed) == [
        ("Provisional mark A removed by the high school diploma", 0)
    ]


def test_a_mark_that_is_kept_costs_nothing() -> None:
    assert removal(marked("work"), apprentice="keep") == []


def test_a_mark_without_a_way_out_costs_nothing() -> None:
    assert removal(marked()) == []


def test_the_course_that_removes_a_mark_has_no_price() -> None:
    plan = marked("work", "course").plan(ABC, years=1, apprentice="course")
    assert [gap.what for gap in plan.missing] == [
        "the price of the course that, with Practicode, removes the apprentice designation"
    ]
    assert not plan.to_earn.complete


PRACTICODE = books("practicode", 300, 200, serve=["guild/abc-a"], kind="practice")


def test_practicode_is_bought_with_the_course_at_its_usual_price() -> None:
    lists = marked("work", "course", materials=(PRACTICODE,))
    assert removal(lists, apprentice="course") == [("practicode", 200)]
    assert removal(lists) == [("A removed by work", 0)]


def test_practice_for_other_letters_removes_no_mark() -> None:
    other = books("other", 50, serve=[ABC], kind="practice")
    unpriced_one = books("unpriced", serve=["guild/abc-a"], kind="practice")
    lists = marked(
        "course", materials=(other, unpriced_one, books("print", 9, serve=["guild/abc-a"]))
    )
    assert removal(lists, apprentice="course") == []


def test_letters_that_carry_the_mark_keep_it() -> None:
    assert removal(marked("work"), "guild/abc-a") == []


def test_who_earns_both_letters_loses_the_mark_once() -> None:
    assert removal(marked("work"), "guild/abc-a", ABC) == [("A removed by work", 0)]


def test_who_holds_the_letters_with_the_mark_can_lose_it() -> None:
    plan = marked("work").plan(ABC, held=["guild/abc-a"], years=1)
    assert [row.label for row in plan.rows] == ["A removed by work"]


def test_the_removal_rests_on_the_way_and_on_the_assumption() -> None:
    plan = marked("course", "work").plan(ABC, years=1)
    row = next(row for row in plan.rows if row.category == "apprentice-removal")
    assert [ref.path for ref in row.facts] == [("apprentice", "removal", 1)]
    assert row.assumptions == ("apprentice",)


def test_practicode_rests_on_its_prices_and_on_the_way() -> None:
    lists = marked("course", materials=(PRACTICODE,))
    plan = lists.plan(ABC, years=1, apprentice="course", books=False)
    row = next(row for row in plan.rows if row.category == "apprentice-removal")
    assert [ref.path for ref in row.facts] == [
        ("materials", "materials", 0, "prices", 0, "amount"),
        ("materials", "materials", 0, "prices", 1, "amount"),
        ("apprentice", "removal", 0),
    ]
    assert row.assumptions == ("apprentice",)


def test_a_mark_that_goes_by_work_is_said_to_be_kept_in_the_later_years(catalog: Catalog) -> None:
    def sentences(*held: str, **assumed: Any) -> list[str]:
        request = CostRequest(
            (PlannedCredential("aapc/cpc"),),
            assumptions=Assumptions(**assumed),
            held=tuple(map(HeldCredential, held)),
        )
        return [text for text in cost_plan(catalog, request).decisions if "CPC-A first" in text]

    assert sentences() == [
        "Without the work that removes it, you hold the CPC-A first; what keeping it costs is in "
        "the years after the exam."
    ]
    assert sentences("aapc/cpc-a") == sentences(experienced=True) == []
    assert sentences(apprentice="keep") == sentences(apprentice="course") == []
