"""Sentences on made-up plans, word for word."""

from cert_model.costs import rank_swings
from cert_model.costs.sentences import (
    describe_largest_swing,
    describe_plan,
    describe_ranking,
    describe_total,
    describe_training,
    format_missing_prices,
    format_sum,
)
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    credential,
    exam_price,
    issuer,
    lists_of,
    membership,
    price,
    program,
    renewal,
)

ABC, DEF = "guild/abc", "guild/def"


def lists(*fees: Plain, **more: tuple[Plain, ...]) -> PriceLists:
    """The ABC of $400 and $24 of CEUs a year, and the DEF with other fees, all renewed free."""
    own = [price("recertification", 0), price("retake", 0)]
    return lists_of(
        credential("ABC", exam_price(400), *own, renewal=renewal(12, 2.4)),
        credential("DEF", *(fees or (exam_price(1300),)), *own, renewal=renewal(12, 0)),
        **{"issuers": (issuer(),), **more},
    )


def test_a_plan_says_what_it_costs_to_earn_and_after() -> None:
    sheets = lists()
    assert describe_plan(sheets.catalog, sheets.plan(ABC, DEF)) == (
        "$1,700 to earn the ABC and DEF, then $24 a year."
    )


def test_an_incomplete_plan_says_at_least_at_the_start_of_its_sentence() -> None:
    sheets = lists(price("application", 45))
    assert describe_plan(sheets.catalog, sheets.plan(DEF)) == (
        "At least $45 to earn the DEF, then $0 a year."
    )


def test_a_plan_without_any_price_says_that_none_was_found() -> None:
    sheets = lists(price("reschedule", 1))
    assert describe_plan(sheets.catalog, sheets.plan(DEF)) == (
        "The cost to earn the DEF was not found; each year after that costs $0."
    )


def test_a_plan_beyond_what_is_held_says_what_adding_costs() -> None:
    sheets = lists()
    assert describe_plan(sheets.catalog, sheets.plan(DEF, held=[ABC])) == (
        "Adding the DEF to your ABC costs $1,300 now and $0 a year."
    )


def test_a_total_says_how_much_of_it_is_for_retakes() -> None:
    """Of $100, the 35 percent of those who do not pass at first."""
    own = renewal(12, 0)
    sheets = lists_of(
        *(
            credential(code, exam_price(400), price("retake", 100), renewal=own)
            for code in ("ABC", "DEF")
        )
    )
    one, two = (sheets.plan(*ids, pass_rate=65) for ids in ([ABC], [ABC, DEF]))
    assert "The cost to earn includes $35 for a possible retake." in describe_total(
        sheets.catalog, one
    )
    assert "includes $70 for possible retakes." in describe_total(sheets.catalog, two)
    assert "retake" not in describe_plan(sheets.catalog, two)


def test_a_ranking_names_the_cheapest_the_dearest_and_the_year_of_a_turn() -> None:
    """$400 and $24 a year against $460: the ABC has cost more by the end of the fourth year."""
    sheets = lists(exam_price(460))
    plans = {"A": sheets.plan(ABC), "D": sheets.plan(DEF)}
    assert describe_ranking(plans) == (
        "Over 6 years, D costs least ($460) and A most ($520). "
        "A costs less than D until year 4; by the end of that year it costs more."
    )


def test_two_plans_over_one_year_are_ranked_in_one_year() -> None:
    sheets = lists()
    plans = {"A": sheets.plan(ABC, years=1), "D": sheets.plan(DEF, years=1)}
    assert describe_ranking(plans) == "In one year, A costs least ($400) and D most ($1,300)."


def test_a_single_plan_costs_what_it_costs() -> None:
    assert describe_ranking({"A": lists().plan(ABC, years=2)}) == "Over 2 years, A costs $424."


def test_a_plan_without_a_price_is_named_apart() -> None:
    sheets = lists(price("application", 45))
    plans = {"A": sheets.plan(ABC, years=1), "D": sheets.plan(DEF, years=1)}
    assert describe_ranking(plans) == (
        "In one year, A costs $400. "
        "D cannot be ranked; not found: the exam price in dollars. It costs at least $45."
    )


def test_what_is_missing_of_several_is_named_once() -> None:
    sheets = lists_of(credential("ABC", price("retake", 0)), credential("DEF", price("retake", 0)))
    assert describe_ranking({"both": sheets.plan(ABC, DEF, years=1)}) == (
        "both cannot be ranked; not found: the exam price in dollars."
    )


def test_missing_prices_have_the_label_of_their_credential_or_issuer() -> None:
    sheet = credential("ABC", price("retake", 0), membership=membership(to_sit="required"))
    sheets = lists_of(sheet)
    assert format_missing_prices(sheets.catalog, sheets.plan(ABC, years=1)) == (
        "the membership dues (GUILD); the exam price in dollars (ABC)"
    )


def estimated() -> PriceLists:
    group = {"name": "all exams", "levels": ["core"], "fees": [exam_price(425)]}
    return lists(price("reschedule", 1), issuers=(issuer(exam_groups=[group]),))


def test_a_sum_is_about_with_an_estimate_and_at_least_without_a_price() -> None:
    assert format_sum(lists().plan(ABC, years=1).total) == "$400"
    assert format_sum(estimated().plan(DEF, years=1).total) == "about $425"
    assert format_sum(lists(price("application", 45)).plan(DEF, years=1).total) == "at least $45"
    assert format_sum(lists(price("reschedule", 1)).plan(DEF, years=1).total) == "not found"


def test_a_total_says_what_it_comes_to_and_which_part_is_assumed() -> None:
    sheets = lists()
    assert describe_total(sheets.catalog, sheets.plan(ABC)) == (
        "Over 6 years, the total is $520, between $400 and $700. "
        "Each later year includes $24 for CEUs, at an assumed $10 each."
    )


def test_a_total_without_ceus_says_nothing_of_them() -> None:
    sheets = lists()
    assert describe_total(sheets.catalog, sheets.plan(DEF, years=1)) == (
        "Over 1 year, the total is $1,300."
    )


def test_a_total_says_what_is_not_included() -> None:
    sheets = lists(price("application", 45))
    assert describe_total(sheets.catalog, sheets.plan(DEF, years=1)) == (
        "Over 1 year, the total is at least $45. "
        "Not found, so not included: the exam price in dollars (DEF)."
    )


def test_a_total_of_nothing_says_that_no_price_was_found() -> None:
    sheets = lists(price("reschedule", 1))
    assert describe_total(sheets.catalog, sheets.plan(DEF, years=1)) == (
        "No price was found, so the total over 1 year is not known. "
        "Not found, so not included: the exam price in dollars (DEF)."
    )


def test_a_total_says_by_which_rule_it_is_estimated() -> None:
    sheets = estimated()
    plan = sheets.plan(DEF, years=1)
    rule = next(row.estimate for row in plan.rows if row.estimate)
    assert describe_total(sheets.catalog, plan) == (
        f"Over 1 year, the total is about $425. Some prices are estimated: {rule}."
    )


def test_training_that_is_not_included_has_the_range_of_its_programs() -> None:
    programs = (
        program("one", 1500, 1200, prepares=[ABC]),
        program("other", 3000, prepares=[ABC, DEF]),
        program("unrelated", 9000, prepares=[]),
    )
    sheets = lists(programs=programs)
    assert describe_training(sheets.catalog, sheets.plan(ABC)) == (
        "Training is not included; programs cost $1,200–3,000."
    )


def test_training_on_sale_is_priced_at_its_sale() -> None:
    taught = program("one", 1500, 1200, prepares=[ABC])
    taught["tuition"][1]["sale"] = True
    sheets = lists(programs=(taught,))
    assert describe_total(sheets.catalog, sheets.plan(ABC, years=1)) == (
        "Over 1 year, the total is $400. Each later year includes $24 for CEUs, at an assumed $10 "
        "each. Training is not included; programs cost $1,200."
    )


def test_training_that_is_not_included_is_named_where_no_program_has_a_price() -> None:
    sheets = lists(programs=(program("one", prepares=[ABC]),))
    assert describe_training(sheets.catalog, sheets.plan(ABC)) == (
        "Training is not included; no price of a program for the ABC was found."
    )


def test_beside_a_program_without_a_price_stands_what_others_cost() -> None:
    programs = (program("one", prepares=[ABC]), program("other", 3000, prepares=[DEF]))
    sheets = lists(programs=programs)
    assert describe_training(sheets.catalog, sheets.plan(ABC)) == (
        "Training is not included; no price of a program for the ABC was found. Programs for other "
        "exams cost $3,000."
    )


def test_without_a_program_nothing_is_said_of_training() -> None:
    sheets = lists(programs=(program("one", prepares=[DEF]),))
    assert describe_training(sheets.catalog, sheets.plan(ABC)) == ""


def test_training_that_is_paid_for_is_not_left_out() -> None:
    sheets = lists(programs=(program("one", 1500, prepares=[ABC]),))
    assert describe_training(sheets.catalog, sheets.plan(ABC, training="one")) == ""


def test_the_widest_swing_is_named_with_both_of_its_ends() -> None:
    """Four years of 2.4 CEUs, free or at $25, against study material of up to $300."""
    sheets = lists()
    swings = rank_swings(sheets.catalog, sheets.plan(ABC, years=5).request)
    assert describe_largest_swing(swings) == (
        "The total depends most on spending on study material: $496 at $0, $796 at $300."
    )
    assert describe_largest_swing(swings[1:]) == (
        "The total depends most on the price of one CEU: $400 at $0, $640 at $25."
    )


def test_plans_that_cost_the_same_are_named_together() -> None:
    sheets = lists(exam_price(400))
    plans = {"A": sheets.plan(ABC, years=1), "D": sheets.plan(DEF, years=1)}
    assert describe_ranking(plans) == "In one year, A and D cost the same: $400."


def test_several_cheapest_plans_cost_least_together() -> None:
    sheets = lists(exam_price(400))
    plans = {
        "A": sheets.plan(ABC, years=1),
        "D": sheets.plan(DEF, years=1),
        "both": sheets.plan(ABC, DEF, years=1),
    }
    assert describe_ranking(plans) == (
        "In one year, A and D cost least ($400) and both most ($800)."
    )


def test_a_ranked_total_with_an_estimate_is_about() -> None:
    sheets = estimated()
    plans = {"A": sheets.plan(ABC, years=1), "D": sheets.plan(DEF, years=1)}
    assert describe_ranking(plans) == "In one year, A costs least ($400) and D most (about $425)."


def test_an_incomplete_total_with_a_range_says_what_was_found() -> None:
    sheets = lists(price("reschedule", 1))
    assert describe_total(sheets.catalog, sheets.plan(ABC, DEF, years=2)).startswith(
        "Over 2 years, the total is at least $424; the prices that were found add up to between "
        "$400 and $460. Each later year"
    )


def test_a_plan_whose_upkeep_was_not_found_says_so() -> None:
    sheets = lists_of(credential("ABC", exam_price(400), price("retake", 0)))
    assert describe_plan(sheets.catalog, sheets.plan(ABC)) == (
        "$400 to earn the ABC; the cost of each year after that was not found."
    )


def test_a_plan_of_which_nothing_was_found_says_nothing_more() -> None:
    sheets = lists_of(credential("ABC", price("retake", 0)), credential("DEF"))
    assert describe_plan(sheets.catalog, sheets.plan(ABC, held=["guild/def"])) == (
        "The cost to add the ABC to your DEF was not found."
    )


def test_a_single_dollar_is_an_amount() -> None:
    sheets = lists(price("application", 1))
    assert format_sum(sheets.plan(DEF, years=1).total) == "at least $1"
    assert describe_plan(sheets.catalog, sheets.plan(DEF)) == (
        "At least $1 to earn the DEF, then $0 a year."
    )


def test_an_estimate_begins_a_sentence_on_what_was_not_found() -> None:
    group = {"name": "all exams", "levels": ["core"], "fees": [exam_price(425)]}
    sheets = lists_of(credential("ABC", price("retake", 0)), issuers=[issuer(exam_groups=[group])])
    assert describe_plan(sheets.catalog, sheets.plan(ABC)) == (
        "About $425 to earn the ABC; the cost of each year after that was not found."
    )


def test_several_rules_of_estimates_are_joined() -> None:
    bodies = [
        issuer(letters, exam_groups=[{"name": name, "levels": ["core"], "fees": [exam_price(425)]}])
        for letters, name in (("GUILD", "one kind of exam"), ("BOARD", "another kind"))
    ]
    sheets = lists_of(
        credential("ABC", price("retake", 0)),
        credential("DEF", price("retake", 0), issuer="board"),
        issuers=bodies,
    )
    plan = sheets.plan(ABC, "board/def", years=1)
    rules = [row.estimate for row in plan.rows if row.estimate]
    assert len(rules) == 2
    sentence = describe_total(sheets.catalog, plan)
    assert f"{rules[0]}; " in sentence
    assert f"; {rules[1]}." in sentence
