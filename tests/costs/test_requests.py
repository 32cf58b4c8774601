"""Which plans and assumptions are refused, and what the sums of a plan are made of."""

import pytest

from cert_model.costs import (
    ASSUMPTION_LABELS,
    Assumptions,
    BadAssumption,
    BadPlan,
    Category,
    CostRequest,
    PlannedCredential,
    cost_plan,
    parse_assumptions,
)
from cert_model.costs.plan import total_cost
from tests.costs.price_lists import (
    PriceLists,
    cases,
    credential,
    dues,
    exam_price,
    issuer,
    lists_of,
    membership,
    price,
    program,
    renewal,
)

ABC, DEF = "guild/abc", "guild/def"
MEMBERS = membership(to_sit="required", to_hold="required")


def lists() -> PriceLists:
    """An exam of $400, dues of $100, 10 CEUs a year of $10 each, $30 every third year."""
    return lists_of(
        credential(
            "ABC",
            exam_price(400),
            price("recertification", 30, every_months=36),
            membership=MEMBERS,
            renewal=renewal(12, 10),
        ),
        credential("DEF", exam_price(300), issuer="board", renewal=renewal(12, 0)),
        issuers=[issuer(dues=[dues(100)]), issuer("BOARD", price("recertification", 0))],
    )


@pytest.mark.parametrize(
    ("ids", "years", "complaint"),
    [
        ((ABC,), 0, "years: expected 1 to 10, found 0"),
        ((ABC,), 11, "years: expected 1 to 10, found 11"),
        ((), 6, "name at least one credential"),
        ((ABC, ABC), 6, "guild/abc is named twice; name it once"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(ids: tuple[str, ...], years: int, complaint: str) -> None:
    with pytest.raises(BadPlan, match=f"^{complaint}$"):
        CostRequest(tuple(PlannedCredential(key) for key in ids), years)


@pytest.mark.parametrize("years", [1, 10])
def test_the_shortest_and_the_longest_plan_are_made(years: int) -> None:
    assert lists().plan(ABC, years=years).request.years == years


def test_a_credential_both_held_and_added_is_refused() -> None:
    with pytest.raises(BadPlan, match="^guild/abc is both held and added; name it once$"):
        lists().plan(ABC, held=[ABC])


def test_a_credential_held_twice_is_refused() -> None:
    with pytest.raises(BadPlan, match="^board/def is named twice; name it once$"):
        lists().plan(ABC, held=["board/def", "board/def"])


@pytest.mark.parametrize("year", [0, 4])
def test_a_credential_earned_outside_the_plan_is_refused(year: int) -> None:
    with pytest.raises(BadPlan, match=f"^guild/abc: year {year} lies outside the plan's 3 years$"):
        lists().plan((ABC, year), years=3)


def test_a_credential_earned_in_the_last_year_is_planned() -> None:
    assert lists().plan((ABC, 3), years=3).of_year(3).typical == 400 + 100


def test_an_unknown_credential_is_an_error() -> None:
    with pytest.raises(KeyError):
        lists().plan("guild/xyz")


@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("ceu_price", '"ceu_price" is not an assumption; write name=value'),
        ("ceu=5", 'there is no assumption "ceu"; known are: membership, student, attempts, '),
        ("ceu_price=cheap", "ceu_price=cheap: input should be a valid number"),
        ("ceu_price=-5", "ceu_price=-5: input should be greater than or equal to 0"),
        ("ceu_price=nan", "ceu_price=nan: input should be a finite number"),
        ("ceu_price=100001", "ceu_price=100001: input should be less than or equal to 100000"),
        ("attempts=three", "attempts=three: input should be 'one' or 'two'"),
        ("pass_rate=101", "pass_rate=101: input should be less than or equal to 100"),
        ("lapses=11", "lapses=11: input should be less than or equal to 10"),
        ("late_payments=-1", "late_payments=-1: input should be greater than or equal to 0"),
        ("discount_rate=21", "discount_rate=21: input should be less than or equal to 20"),
        ("w" * 50, f'"{"w" * 40}" is not an assumption; write name=value'),
        ("w" * 50 + "=1", f'there is no assumption "{"w" * 40}"; known are: '),
        ("ceu_price=" + "w" * 50, f"ceu_price={'w' * 40}: input should be a valid number"),
    ],
)
def test_a_bad_assumption_is_refused_in_one_line(word: str, complaint: str) -> None:
    with pytest.raises(BadAssumption) as caught:
        parse_assumptions(["student=yes", word])
    assert str(caught.value).startswith(complaint)
    assert "\n" not in str(caught.value)


def test_an_assumption_that_is_given_twice_is_refused() -> None:
    with pytest.raises(BadAssumption, match="^ceu_price is given twice; give it once$"):
        parse_assumptions(["ceu_price=5", "ceu_price=6"])


def test_words_are_read_as_assumptions() -> None:
    assumed = parse_assumptions(["ceu_price=15", "student=true", "training=a=b"])
    assert assumed == Assumptions(ceu_price=15, student=True, training="a=b")


@pytest.mark.parametrize("word", ["", "none", "unknown"])
def test_an_unknown_pass_rate_is_the_published_one(word: str) -> None:
    assert parse_assumptions([f"pass_rate={word}"]).pass_rate is None


def test_every_assumption_has_a_label() -> None:
    assert set(ASSUMPTION_LABELS) == set(Assumptions.model_fields)


def test_the_total_is_every_row_of_every_year() -> None:
    """$400 and an upkeep of $100 and 10 × $10 a year, and $30 in the fourth."""
    plan = lists().plan(ABC, years=4)
    assert plan.total.typical == 400 + 4 * 100 + 3 * 10 * 10 + 30


def test_a_plan_lasts_six_years_unless_told_otherwise() -> None:
    request = CostRequest((PlannedCredential(ABC),))
    assert cost_plan(lists().catalog, request).rows[-1].year == 6


def test_the_sums_of_a_year_and_up_to_a_year_add_up_its_rows() -> None:
    plan = lists().plan(ABC, years=4)
    assert plan.of_year(1).typical == 400 + 100
    assert plan.of_year(4).typical == 100 + 100 + 30
    assert plan.by_end_of(2).typical == 500 + 200
    assert plan.by_end_of(4).money == plan.total.money


def test_to_earn_is_everything_until_the_last_of_the_letters_is_held() -> None:
    """Both exams and the dues of the first; those of later years serve what is held already."""
    plan = lists().plan(ABC, ("board/def", 3), years=6)
    assert plan.to_earn.typical == 400 + 100 + 300


def test_dues_until_the_last_of_the_letters_come_out_alike_in_either_order() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400), membership=membership(to_hold="required")),
        credential("DEF", exam_price(300), membership=membership(to_hold="required")),
        issuers=[issuer(dues=[dues(100)])],
    )
    late_first, late_last = ((ABC, 3), (DEF, 1)), ((DEF, 1), (ABC, 3))
    for added in (late_first, late_last):
        assert lists.plan(*added, years=4).to_earn.typical == 400 + 300 + 3 * 100


def test_each_year_after_is_the_average_of_six_years() -> None:
    """Every year $100 and 10 × $10; within six years, $30 twice."""
    plan = lists().plan(ABC, years=1)
    assert cases(plan.each_year_after) == (100 + 10, 100 + 100 + 10, 100 + 250 + 10)


def test_each_year_after_begins_after_the_last_exam_whatever_the_plans_years() -> None:
    """The years 4 to 9: the $30 of the ABC are due in the years 4 and 7."""
    plan = lists().plan(ABC, ("board/def", 3), years=3)
    assert plan.each_year_after.typical == 100 + 100 + 2 * 30 / 6


def test_the_part_of_ceus_in_each_year_after_is_theirs_alone() -> None:
    assert cases(lists().plan(ABC).ceus_each_year_after) == (0, 100, 250)


def test_the_sum_of_a_category_lacks_what_is_missing_of_that_category_alone() -> None:
    sheet = credential("ABC", price("retake", 0), renewal=renewal(12, 0))
    plan = lists_of(sheet).plan(ABC, years=1)
    assert not plan.of_category(Category.EXAM).complete
    assert plan.of_category(Category.BOOKS).complete


def test_no_year_of_a_plan_that_lacks_a_price_is_called_complete() -> None:
    plan = lists_of(credential("ABC", exam_price(400))).plan(ABC, years=2)
    assert plan.missing
    assert not plan.of_year(1).complete
    assert not plan.by_end_of(2).complete


def test_sums_are_rounded_to_the_cent() -> None:
    ceus = credential("ABC", exam_price(0), price("recertification", 0), renewal=renewal(36, 10))
    plan = lists_of(ceus).plan(ABC, years=2)
    assert plan.total.typical == 33.33
    plan = lists_of(ceus).plan(ABC, years=2, ceu_price_low=1, ceu_price_high=20)
    assert cases(plan.total) == (3.33, 33.33, 66.67)


def test_later_years_weigh_less_at_interest() -> None:
    plan = lists().plan(ABC, years=3, discount_rate=10)
    assert plan.of_year(1).typical == 500
    assert plan.of_year(2).typical == round(200 / 1.1, 2)
    assert plan.of_year(3).typical == round(200 / 1.1**2, 2)


def test_interest_never_bears_on_each_year_after() -> None:
    plain, discounted = lists().plan(ABC), lists().plan(ABC, discount_rate=10)
    assert plain.each_year_after == discounted.each_year_after


def test_a_row_at_interest_rests_on_that_assumption_too() -> None:
    plan = lists().plan(ABC, years=2, discount_rate=10)
    dues_rows = [row.assumptions for row in plan.rows if row.category == "membership"]
    assert dues_rows == [(), ("discount_rate",)]


def test_rows_are_in_the_order_of_year_issuer_and_credential() -> None:
    plan = lists().plan(ABC, "board/def", years=3)
    places = [(row.year, row.issuer, row.credential or "") for row in plan.rows]
    assert places == sorted(places)


def test_the_total_alone_is_the_total_of_the_plan() -> None:
    sheets = lists_of(credential("ABC", price("retake", 10)), credential("DEF"))
    request = CostRequest(
        (PlannedCredential(ABC), PlannedCredential("guild/def", 2)),
        4,
        Assumptions(discount_rate=5),
    )
    assert total_cost(sheets.catalog, request) == cost_plan(sheets.catalog, request).total


@pytest.mark.parametrize(
    ("programs", "listed"), [((), "none"), (("day", "evening"), "day, evening")]
)
def test_an_unknown_choice_is_refused_with_all_that_can_be_chosen(
    programs: tuple[str, ...], listed: str
) -> None:
    taught = [program(name, 100, prepares=[ABC]) for name in programs]
    sheets = lists_of(credential("ABC"), programs=taught)
    complaint = f'^training: there is no program "{"w" * 40}"; known are: {listed}$'
    with pytest.raises(BadAssumption, match=complaint):
        sheets.plan(ABC, training="w" * 50)
