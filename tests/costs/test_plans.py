"""Cost plans: worked examples with their arithmetic written out, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.costs import (
    ASSUMPTION_LABELS,
    Assumptions,
    BadAssumption,
    BadPlan,
    Category,
    CostPlan,
    CostRequest,
    PlannedCredential,
    cost_plan,
    crossovers,
    parse_assumptions,
    rank_swings,
)
from cert_model.overview import overviews
from tests.catalogs import project_catalog
from tests.effort import percent_of_examples

CATALOG = project_catalog()


def plan(
    *ids: str, years: int = 6, starts: dict[str, int] | None = None, **assumed: object
) -> CostPlan:
    """A plan over the real catalog, without books unless asked for."""
    planned = tuple(PlannedCredential(key, (starts or {}).get(key, 1)) for key in ids)
    assumptions = Assumptions.model_validate({"books": False, **assumed})
    return cost_plan(CATALOG, CostRequest(planned, years, assumptions))


def usual(result: CostPlan, category: Category) -> float:
    return result.of_category(category).typical


def test_the_first_year_of_the_cpc_is_dues_exam_and_the_chance_of_a_retake() -> None:
    dues, exam, chance_to_fail = 229, 425, 0.35
    assert plan("aapc/cpc", years=1).total.typical == dues + exam + chance_to_fail * exam


def test_the_cpc_over_two_years_adds_dues_and_half_a_cycle_of_ceus() -> None:
    first = 229 + 425 + 0.35 * 425
    second = 229 + 36 / 2 * 10
    assert plan("aapc/cpc", years=2).total.typical == first + second


def test_two_aapc_credentials_share_one_membership_and_forty_ceus() -> None:
    result = plan("aapc/cpc", "aapc/crc", years=2)
    assert usual(result, Category.MEMBERSHIP) == 2 * 229
    assert usual(result, Category.CEUS) == 40 / 2 * 10
    assert usual(result, Category.EXAM) == 2 * 425


def test_a_package_of_two_attempts_leaves_no_retake() -> None:
    result = plan("aapc/cpc", years=1, attempts="two")
    assert usual(result, Category.EXAM) == 499
    assert usual(result, Category.RETAKE) == 0


def test_a_student_pays_student_dues_and_the_student_price_in_the_first_year() -> None:
    result = plan("aapc/cpc", years=2, student=True, pass_rate=100)
    assert usual(result, Category.MEMBERSHIP) == 164 + 229
    assert usual(result, Category.EXAM) == 400


def test_the_cca_without_membership_pays_the_higher_exam_and_renewal() -> None:
    result = plan("ahima/cca", years=3, membership="never")
    published_pass_rate = 0.62
    assert usual(result, Category.EXAM) == 299
    assert usual(result, Category.RETAKE) == pytest.approx(299 * (1 - published_pass_rate))
    assert usual(result, Category.CEUS) == 2 * 20 / 2 * 10
    assert usual(result, Category.RENEWAL) == 218


def test_the_cca_as_a_member_pays_dues_and_the_lower_prices() -> None:
    result = plan("ahima/cca", years=3, membership="always")
    assert usual(result, Category.MEMBERSHIP) == 3 * 149
    assert usual(result, Category.EXAM) == 199
    assert usual(result, Category.RENEWAL) == 100


def test_the_cheaper_of_member_and_not_is_taken_and_said() -> None:
    result = plan("ahima/cca", years=3)
    alone = plan("ahima/cca", years=3, membership="never").total.typical
    member = plan("ahima/cca", years=3, membership="always").total.typical
    assert result.total.typical == min(alone, member)
    assert result.decisions == (
        f"AHIMA membership would add ${member - alone:,.0f} over 3 years, so it is not included.",
    )


def test_two_ahima_credentials_need_ten_more_ceus_and_a_fee_for_the_second() -> None:
    result = plan("ahima/ccs", "ahima/ccs-p", years=3, membership="never")
    assert usual(result, Category.CEUS) == 2 * (20 + 10) / 2 * 10
    assert usual(result, Category.RENEWAL) == 218 + 50


def test_aapc_and_ahima_together_cost_what_they_cost_apart() -> None:
    apart = plan("aapc/cpc").total.typical + plan("ahima/ccs").total.typical
    assert plan("aapc/cpc", "ahima/ccs").total.typical == pytest.approx(apart)


def test_a_credential_earned_later_costs_later() -> None:
    result = plan("aapc/cpc", "aapc/crc", years=3, starts={"aapc/crc": 3})
    assert {row.year for row in result.rows if row.credential == "aapc/crc"} == {3}
    assert result.of_category(Category.CEUS).typical == 2 * 18 * 10


def test_an_unknown_price_makes_the_total_at_least_and_is_named() -> None:
    result = plan("ahima/chps", years=1)
    assert not result.complete
    assert [gap.what for gap in result.missing] == ["the exam price in dollars"]


def test_a_price_in_other_money_is_not_taken_for_dollars() -> None:
    assert "the exam price in dollars" in {gap.what for gap in plan("cdia/ccds").missing}


def test_the_way_out_of_the_apprentice_mark_by_course_has_no_published_price() -> None:
    result = plan("aapc/cpc", years=1, apprentice="course")
    assert [gap.category for gap in result.missing] == [Category.APPRENTICE_REMOVAL]


def test_an_employer_takes_a_share_of_every_case() -> None:
    alone, helped = plan("aapc/cpc").total, plan("aapc/cpc", employer_share=25).total
    for case in ("low", "typical", "high"):
        assert getattr(helped, case) == pytest.approx(0.75 * getattr(alone, case), abs=0.05)


def test_the_gi_bill_pays_exams_and_nothing_else() -> None:
    result = plan("aapc/cpc", years=1, funding="gi-bill-tests")
    tests = usual(result, Category.EXAM) + usual(result, Category.RETAKE)
    assert usual(result, Category.FUNDING) == pytest.approx(-tests)


def test_a_program_that_includes_the_exam_pays_for_it() -> None:
    result = plan("aapc/cpc", years=1, training="medcodelogix-cpc")
    assert usual(result, Category.TRAINING) == 3895
    assert usual(result, Category.EXAM) == 0


def test_later_dollars_weigh_less_at_interest() -> None:
    result = plan("aapc/cpc", years=2, discount_rate=10)
    assert result.of_year(2).typical == pytest.approx((229 + 180) / 1.1, abs=0.01)


def test_a_lapse_costs_the_reinstatement() -> None:
    result = plan("aapc/cpc", years=2, lapses=1)
    assert usual(result, Category.RENEWAL) == 200


def test_paying_dues_late_costs_the_late_fee() -> None:
    assert usual(plan("aapc/cpc", years=2, late_payments=2), Category.RENEWAL) == 2 * 50


def test_every_line_rests_on_a_fact_or_an_assumption_that_exists() -> None:
    for key in CATALOG.credentials:
        result = cost_plan(CATALOG, CostRequest((PlannedCredential(key),), 7))
        for row in result.rows:
            assert row.facts or row.assumptions
            assert all(CATALOG.find_fact(ref) for ref in row.facts)
            assert set(row.assumptions) <= set(Assumptions.model_fields)


@pytest.mark.parametrize(
    ("ids", "years", "complaint"),
    [
        (("aapc/cpc",), 0, "years: expected 1 to 10, found 0"),
        (("aapc/cpc",), 11, "years: expected 1 to 10, found 11"),
        ((), 6, "name at least one credential"),
        (("aapc/cpc", "aapc/cpc"), 6, "aapc/cpc is named twice; name it once"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(ids: tuple[str, ...], years: int, complaint: str) -> None:
    with pytest.raises(BadPlan, match=complaint):
        plan(*ids, years=years)


@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("ceu_price", '"ceu_price" is no assumption; write name=value'),
        ("ceu=5", 'there is no assumption "ceu"'),
        ("ceu_price=cheap", "ceu_price=cheap: input should be a valid number"),
        ("ceu_price=-5", "ceu_price=-5: input should be greater than or equal to 0"),
        ("ceu_price=nan", "ceu_price=nan: input should be a finite number"),
        ("attempts=three", "attempts=three: input should be 'one' or 'two'"),
    ],
)
def test_a_bad_assumption_is_refused_in_one_line(word: str, complaint: str) -> None:
    with pytest.raises(BadAssumption) as caught:
        parse_assumptions([word])
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_assumption_has_a_label() -> None:
    assert set(ASSUMPTION_LABELS) == set(Assumptions.model_fields)


def test_an_unknown_program_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadAssumption, match="there is no program"):
        plan("aapc/cpc", training="nowhere")


some = st.lists(st.sampled_from(sorted(CATALOG.credentials)), min_size=1, max_size=4, unique=True)


@percent_of_examples(60)
@given(some, st.integers(1, 9))
def test_a_longer_plan_never_costs_less(ids: list[str], years: int) -> None:
    shorter = plan(*ids, years=years, membership="never").total
    longer = plan(*ids, years=years + 1, membership="never").total
    assert longer.low >= shorter.low
    assert longer.typical >= shorter.typical
    assert longer.high >= shorter.high


@percent_of_examples(80)
@given(some, st.sampled_from(sorted(CATALOG.credentials)), st.integers(1, 10))
def test_one_more_credential_never_lowers_the_total(
    ids: list[str], further: str, years: int
) -> None:
    without = [key for key in ids if key != further]
    if without:
        assert (
            plan(*without, further, years=years).total.typical
            >= plan(*without, years=years).total.typical - 0.01
        )


@percent_of_examples(60)
@given(some, st.integers(1, 10))
def test_the_three_cases_are_in_order_and_lines_add_up(ids: list[str], years: int) -> None:
    result = plan(*ids, years=years, books=True)
    assert result.total.low <= result.total.typical <= result.total.high
    by_year = sum(result.of_year(year).typical for year in range(1, years + 1))
    assert by_year == pytest.approx(result.total.typical, abs=0.05)
    assert result.by_end_of(years).money == result.total.money


def test_the_order_of_two_plans_flips_where_their_sums_cross() -> None:
    cheap_to_start = plan("ahima/cca", years=6, membership="always")
    cheap_to_keep = plan("ahima/cca", years=6, membership="never", study_material=250)
    result = crossovers(("member", cheap_to_start), ("alone", cheap_to_keep))
    crossed = [
        year
        for year in range(2, 7)
        if (cheap_to_start.by_end_of(year).typical < cheap_to_keep.by_end_of(year).typical)
        != (cheap_to_start.by_end_of(year - 1).typical < cheap_to_keep.by_end_of(year - 1).typical)
    ]
    assert [flip.year for flip in result] == crossed != []


def test_the_assumption_that_moves_most_stands_first() -> None:
    request = CostRequest((PlannedCredential("aapc/cpc"),), 6)
    widths = [swing.width for swing in rank_swings(CATALOG, request)]
    assert widths
    assert widths == sorted(widths, reverse=True)


def test_without_an_exam_price_there_is_no_cost_to_earn_it(catalog: Catalog) -> None:
    assert overviews(catalog)["aaham/cct"].to_earn is None


def test_every_list_shows_the_first_year_of_the_plan(catalog: Catalog) -> None:
    overview = overviews(catalog)["hfma/crcr"]
    assert overview.to_earn == 400 + 0.35 * 400
    assert overview.to_earn_complete
    assert overview.yearly_upkeep == pytest.approx(3 * 100 / 6)
