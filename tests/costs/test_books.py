"""What code books cost, on made-up lists: an exam of $0, so that the total is that of its books."""

from typing import Any

import pytest

from cert_model.costs import Category
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    between,
    books,
    by_year,
    cases,
    credential,
    ebooks,
    exam_price,
    fact,
    lists_of,
    missing,
    usual,
)

ABC, DEF, GHI = "guild/abc", "guild/def", "guild/ghi"


def exam(code: str, **form: Any) -> Plain:
    """An open-book exam, unless its form says otherwise."""
    return credential(code, exam_price(0), exam={"open_book": fact(True), **form})


def lists_with(*materials: Plain, **form: Any) -> PriceLists:
    """Three exams, and what is sold for them."""
    return lists_of(exam("ABC", **form), exam("DEF"), exam("GHI"), materials=materials)


def of_books(*ids: str, lists: PriceLists) -> tuple[float, float, float]:
    return cases(lists.plan(*ids, years=1).to_earn)


def test_books_cost_their_cheapest_usual_and_dearest_set() -> None:
    """Of four prices, the lower one of the two in the middle is the usual one."""
    lists = lists_with(books("one", 300, 100, serve=[ABC]), books("two", 200, 150, serve=[ABC]))
    assert of_books(ABC, lists=lists) == (100, 150, 300)


def test_a_price_with_a_range_is_one_way_with_its_midpoint() -> None:
    lists = lists_with(books("one", between(100, 180), 150, 90, serve=[ABC]))
    assert of_books(ABC, lists=lists) == (90, 140, 180)


def test_ebooks_inside_the_exam_are_the_low_end_alone() -> None:
    lists = lists_with(books("print", 200, 300, serve=[ABC]), ebooks("screen", 0, serve=[ABC]))
    assert of_books(ABC, lists=lists) == (0, 200, 300)


def test_ebooks_that_cost_more_than_print_change_nothing() -> None:
    lists = lists_with(books("print", 200, serve=[ABC]), ebooks("screen", 250, serve=[ABC]))
    assert of_books(ABC, lists=lists) == (200, 200, 200)


def test_of_several_ebooks_the_cheapest_are_the_low_end() -> None:
    lists = lists_with(
        books("print", 200, serve=[ABC]),
        ebooks("first", 20, serve=[ABC]),
        ebooks("second", 50, serve=[ABC]),
    )
    assert of_books(ABC, lists=lists) == (20, 200, 200)


def test_without_a_printed_set_the_books_are_missing() -> None:
    lists = lists_with(ebooks("screen", 0, serve=[ABC]))
    plan = lists.plan(ABC, years=1)
    assert [gap.what for gap in plan.missing] == ["the price of printed code books"]
    assert by_year(plan, "books") == {}


def test_a_printed_set_without_a_price_leaves_the_books_missing() -> None:
    assert missing(lists_with(books("print", serve=[ABC])).plan(ABC, years=1)) == [("ABC", "books")]


def test_books_that_are_not_wanted_are_neither_bought_nor_missing() -> None:
    assert lists_with().plan(ABC, years=1, books=False).complete


def test_other_material_is_no_code_book() -> None:
    lists = lists_with(books("cases", 50, serve=[ABC], kind="practice"))
    assert missing(lists.plan(ABC, years=1)) == [("ABC", "books")]


def test_books_for_other_exams_are_no_books_for_this_one() -> None:
    lists = lists_with(books("print", 200, serve=[DEF]))
    assert missing(lists.plan(ABC, years=1)) == [("ABC", "books")]


def test_an_exam_with_closed_books_asks_for_none() -> None:
    lists = lists_with(books("print", 200, serve=[ABC]), open_book=fact(False))
    assert of_books(ABC, lists=lists) == (0, 0, 0)


def test_an_exam_on_whose_list_no_book_stands_asks_for_none() -> None:
    lists = lists_with(books("print", 200, serve=[ABC]), books=fact([]))
    assert of_books(ABC, lists=lists) == (0, 0, 0)


def test_an_exam_with_a_list_of_books_asks_for_them() -> None:
    lists = lists_with(books("print", 200, serve=[ABC]), books=fact(["CPT"]))
    assert of_books(ABC, lists=lists) == (200, 200, 200)


@pytest.mark.parametrize("unknown", [None, {"src": ["issuer-page"]}], ids=["absent", "no value"])
def test_an_exam_of_unknown_form_asks_for_the_books_that_serve_it(unknown: Plain | None) -> None:
    lists = lists_with(books("print", 200, serve=[ABC]), open_book=unknown)
    assert of_books(ABC, lists=lists) == (200, 200, 200)


def test_an_exam_of_unknown_form_that_ebooks_alone_serve_lacks_printed_ones() -> None:
    lists = lists_with(ebooks("screen", 0, serve=[ABC]), open_book=None)
    assert missing(lists.plan(ABC, years=1)) == [("ABC", "books")]


def test_an_exam_of_unknown_form_that_nothing_serves_asks_for_none() -> None:
    assert lists_with(open_book=None).plan(ABC, years=1).complete


def test_one_set_of_a_year_serves_every_exam_of_that_year() -> None:
    lists = lists_with(books("print", 200, serve=[ABC, DEF, GHI]))
    assert of_books(ABC, DEF, GHI, lists=lists) == (200, 200, 200)


def test_one_set_that_serves_several_exams_is_named_for_all_of_them() -> None:
    plan = lists_with(books("print", 200, serve=[ABC, DEF, GHI])).plan(GHI, ABC, DEF, years=1)
    assert [row.label for row in plan.rows if row.category == "books"] == [
        "Code books, which serve the DEF, GHI too"
    ]


def test_a_yearly_set_is_bought_again_for_an_exam_of_another_year() -> None:
    plan = lists_with(books("print", 200, serve=[ABC, DEF])).plan(ABC, (DEF, 3))
    assert by_year(plan, "books") == {1: 200, 3: 200}


@pytest.mark.parametrize("yearly", [fact(False), None], ids=["any year", "not known"])
def test_a_set_that_need_not_be_of_the_year_serves_exams_of_all_years(yearly: Plain | None) -> None:
    plan = lists_with(books("print", 200, serve=[ABC, DEF], yearly=yearly)).plan(ABC, (DEF, 3))
    assert by_year(plan, "books") == {1: 200}


def test_an_exam_that_more_sets_serve_does_with_the_one_bought_for_another() -> None:
    """The DEF needs the small set; the ABC takes either, so nothing is bought for it alone."""
    lists = lists_with(books("small", 100, serve=[ABC, DEF]), books("large", 300, serve=[ABC]))
    assert of_books(ABC, DEF, lists=lists) == (100, 100, 300)


def test_exams_that_share_only_some_of_their_sets_each_have_their_own() -> None:
    """Whichever set is bought for one need not serve the other."""
    lists = lists_with(
        books("first", 100, serve=[ABC]),
        books("both", 120, serve=[ABC, DEF]),
        books("last", 140, serve=[DEF]),
    )
    assert of_books(ABC, DEF, lists=lists) == (100 + 120, 100 + 120, 120 + 140)


def test_ebooks_of_one_exam_do_not_serve_another() -> None:
    lists = lists_with(books("print", 200, serve=[ABC, DEF]), ebooks("screen", 0, serve=[ABC]))
    assert of_books(ABC, DEF, lists=lists) == (200, 200, 200)


def test_ebooks_of_an_issuer_serve_all_its_exams_but_those_left_out() -> None:
    lists = lists_with(
        books("print", 200, serve=[ABC, DEF]),
        ebooks("screen", 0, serve=[], needed_for_issuer="guild", except_for=[DEF]),
    )
    assert of_books(ABC, lists=lists) == (0, 200, 200)
    assert of_books(DEF, lists=lists) == (200, 200, 200)


def test_a_set_without_a_price_keeps_nothing_from_being_shared() -> None:
    lists = lists_with(books("print", 200, serve=[ABC, DEF]), books("other", serve=[DEF]))
    assert of_books(ABC, DEF, lists=lists) == (200, 200, 200)


def test_books_shared_between_years_are_bought_in_the_first_of_them() -> None:
    """The GHI of the third year does with the timeless set; so does the ABC of the first."""
    lists = lists_with(
        books("timeless", 100, serve=[ABC, GHI], yearly=fact(False)),
        books("of-the-year", 300, serve=[ABC]),
    )
    plan = lists.plan(ABC, (GHI, 3))
    assert by_year(plan, "books") == {1: 100}


def test_a_timeless_and_a_yearly_set_serve_an_exam_that_the_timeless_one_serves() -> None:
    lists = lists_with(
        books("timeless", 100, serve=[ABC, DEF], yearly=fact(False)),
        books("of-the-year", 300, serve=[ABC]),
    )
    assert of_books(ABC, DEF, lists=lists) == (100, 100, 300)


def test_books_missing_for_one_exam_leave_those_of_another() -> None:
    plan = lists_with(books("print", 200, serve=[DEF])).plan(ABC, DEF, years=1)
    assert missing(plan) == [("ABC", "books")]
    assert usual(plan, "books") == 200


def test_the_letters_with_a_mark_need_the_books_of_their_exam() -> None:
    lists = lists_of(
        exam("ABC"),
        credential("ABC-A", same_exam_as=ABC),
        materials=[books("print", 200, serve=[ABC])],
    )
    assert of_books("guild/abc-a", lists=lists) == (200, 200, 200)


@pytest.mark.parametrize(
    ("materials", "how"),
    [
        ([books("one", 200, serve=[ABC])], ""),
        ([books("one", between(250, 400), serve=[ABC])], "An estimate: the middle of $250–400."),
        (
            [books("one", 200, 300, serve=[ABC]), ebooks("screen", 0, serve=[ABC])],
            "The usual one of 2 prices of a printed set. The low end is with the e-books that the "
            "exam offers.",
        ),
    ],
    ids=["one price", "a range", "several and e-books"],
)
def test_the_line_of_books_says_how_its_usual_price_was_taken(
    materials: list[Plain], how: str
) -> None:
    plan = lists_with(*materials).plan(ABC, years=1)
    assert [row.how for row in plan.rows if row.category is Category.BOOKS] == [how]
