"""A training program that is chosen, and what it includes, on made-up lists."""

from typing import Any

import pytest

from cert_model.costs import BadAssumption
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    books,
    by_year,
    cases,
    credential,
    dues,
    exam_price,
    fact,
    issuer,
    lists_of,
    membership,
    missing,
    price,
    program,
    usual,
)

ABC, DEF = "guild/abc", "guild/def"
MEMBERS = membership(to_sit="required", to_hold="required")


def taught(*includes: str, tuition: tuple[float, ...] = (1500,), **more: Any) -> PriceLists:
    """Two exams with books and dues; the program prepares for the first, the ABC."""
    form = {"open_book": fact(True)}
    return lists_of(
        credential("ABC", exam_price(400), exam=form, membership=MEMBERS),
        credential("DEF", exam_price(300), exam=form, membership=MEMBERS, issuer="board"),
        issuers=[issuer(dues=[dues(100)]), issuer("BOARD", dues=[dues(30)])],
        programs=[
            program("school", *tuition, prepares=[ABC], includes=fact(list(includes)), **more)
        ],
        materials=[
            books("print", 200, serve=[ABC]),
            books("other", 210, serve=["board/def"]),
        ],
    )


def test_a_chosen_program_costs_its_cheapest_usual_and_dearest_price_in_the_first_year() -> None:
    lists = lists_of(
        credential("ABC", exam_price(0)),
        programs=[program("school", 1500, 1200, 2000, prepares=[ABC])],
    )
    plan = lists.plan((ABC, 2), years=3, training="school")
    assert cases(plan.to_earn) == (1200, 1500, 2000)
    assert by_year(plan, "training") == {1: 1500}


def test_a_program_without_a_price_is_missing_and_pays_for_nothing() -> None:
    plan = taught("exam", tuition=()).plan(ABC, years=1, training="school")
    assert [(gap.what, gap.issuer) for gap in plan.missing] == [("the price of school", "guild")]
    assert usual(plan, "exam") == 400


def test_an_unknown_program_is_refused_with_the_known_ones() -> None:
    complaint = '^training: there is no program "nowhere"; known are: school$'
    with pytest.raises(BadAssumption, match=complaint):
        taught().plan(ABC, training="nowhere")


@pytest.mark.parametrize(
    ("inclusion", "category"),
    [
        ("exam", "exam"),
        ("code-books", "books"),
        ("membership", "membership"),
        ("practice-exams", "materials"),
    ],
)
def test_what_a_program_includes_costs_nothing_more(inclusion: str, category: str) -> None:
    plan = taught(inclusion).plan(ABC, years=1, training="school", study_material=75)
    paid = {"exam": 400, "books": 200, "membership": 100, "materials": 75}
    assert usual(plan, category) == 0
    assert plan.total.typical == 1500 + sum(paid.values()) - paid[category]


def test_what_a_program_does_not_include_is_paid() -> None:
    plan = taught("textbooks").plan(ABC, years=1, training="school", study_material=75)
    assert plan.total.typical == 1500 + 400 + 200 + 100 + 75


def test_a_program_that_does_not_say_what_it_includes_includes_nothing() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400)), programs=[program("school", 1500, prepares=[ABC])]
    )
    assert lists.plan(ABC, years=1, training="school").total.typical == 1500 + 400


def test_a_program_pays_for_no_exam_that_it_does_not_prepare_for() -> None:
    plan = taught("exam", "code-books", "membership").plan(
        ABC, "board/def", years=1, training="school"
    )
    assert plan.total.typical == 1500 + 300 + 210 + 30


def test_a_program_that_includes_the_exam_pays_for_it_in_any_year() -> None:
    plan = taught("exam").plan((ABC, 2), years=2, training="school")
    assert usual(plan, "exam") == 0


def test_a_program_pays_for_books_and_dues_of_the_first_year_alone() -> None:
    plan = taught("code-books", "membership").plan((ABC, 2), years=3, training="school")
    assert by_year(plan, "books") == {2: 200}
    assert by_year(plan, "membership") == {2: 100, 3: 100}


def test_dues_after_the_first_year_are_paid() -> None:
    plan = taught("membership").plan(ABC, years=3, training="school")
    assert by_year(plan, "membership") == {1: 0, 2: 100, 3: 100}


@pytest.mark.parametrize("attempts", [fact(1), None], ids=["one", "not known"])
def test_an_included_attempt_leaves_the_retake(attempts: Plain | None) -> None:
    plan = taught("exam", exam_attempts=attempts).plan(ABC, training="school", pass_rate=50)
    assert usual(plan, "retake") == 0.5 * 400


def test_two_included_attempts_leave_no_retake() -> None:
    plan = taught("exam", exam_attempts=fact(2)).plan(ABC, training="school", pass_rate=50)
    assert usual(plan, "retake") == 0


def test_attempts_without_the_exam_among_what_is_included_are_none() -> None:
    plan = taught("textbooks", exam_attempts=fact(2)).plan(ABC, training="school", pass_rate=50)
    assert usual(plan, "retake") == 0.5 * 400


def unpriced(*includes: str, attempts: int) -> PriceLists:
    return lists_of(
        credential("ABC", price("reschedule", 20)),
        credential("DEF", price("reschedule", 20)),
        programs=[
            program(
                "school",
                1500,
                prepares=[ABC],
                includes=fact(list(includes)),
                exam_attempts=fact(attempts),
            )
        ],
    )


def test_an_exam_without_a_price_is_not_missed_where_two_attempts_are_included() -> None:
    assert unpriced("exam", attempts=2).plan(ABC, years=1, training="school").complete


def test_an_exam_without_a_price_leaves_the_retake_missing_where_one_is_included() -> None:
    plan = unpriced("exam", attempts=1).plan(ABC, years=1, training="school")
    assert missing(plan) == [("ABC", "exam")]


def test_an_exam_without_a_price_of_another_credential_is_missing() -> None:
    plan = unpriced("exam", attempts=2).plan(ABC, DEF, years=1, training="school")
    assert missing(plan) == [("DEF", "exam")]


def test_an_included_line_says_so_and_names_the_fact() -> None:
    plan = taught("exam").plan(ABC, years=1, training="school")
    row = next(row for row in plan.rows if row.category == "exam")
    assert row.label == "Exam, 1 attempt: included in the program's price"
    assert [(ref.subject, ref.path) for ref in row.facts] == [
        (ABC, ("fees", 0, "amount")),
        ("preparation", ("programs", "programs", 0, "includes")),
    ]
    assert row.assumptions == ("training",)


def test_an_estimate_that_a_program_pays_for_leaves_nothing_estimated() -> None:
    lists = lists_of(
        credential("ABC", price("reschedule", 20)),
        issuers=[
            issuer(exam_groups=[{"name": "all", "levels": ["core"], "fees": [exam_price(425)]}])
        ],
        programs=[
            program("school", 1500, prepares=[ABC], includes=fact(["exam"]), exam_attempts=fact(2))
        ],
    )
    assert lists.plan(ABC, years=1).total.estimated
    assert not lists.plan(ABC, years=1, training="school").total.estimated


def test_the_row_of_a_program_rests_on_its_prices() -> None:
    plan = taught(tuition=(1500, 1200)).plan(ABC, training="school")
    row = next(row for row in plan.rows if row.category == "training")
    assert [(ref.subject, ref.path) for ref in row.facts] == [
        ("preparation", ("programs", "programs", 0, "tuition", 0, "amount")),
        ("preparation", ("programs", "programs", 0, "tuition", 1, "amount")),
    ]
    assert (row.label, row.issuer, row.assumptions) == ("school", "guild", ("training",))


def test_a_program_for_nothing_in_the_plan_stands_with_the_first_of_its_issuers() -> None:
    for order in ([ABC, "board/def"], ["board/def", ABC]):
        lists = taught()
        other = lists_of(
            *lists.credentials,
            issuers=lists.issuers,
            programs=[program("school", 1500, prepares=[])],
        )
        plan = other.plan(*order, training="school")
        assert [row.issuer for row in plan.rows if row.category == "training"] == ["board"]
