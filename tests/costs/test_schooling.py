"""What required degrees and programs cost, on made-up lists: an exam of $0 beside them."""

from typing import Any

import pytest

from cert_model.costs.sentences import describe_schooling_before
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    between,
    by_year,
    cases,
    credential,
    exam_price,
    fact,
    lists_of,
    missing,
    needed,
    program,
)

ABC, DEF = "guild/abc", "guild/def"
ASSOCIATE = needed("education", at_least="associate")
BACHELOR = needed("education", at_least="bachelor")
TRAINING = needed("training", subject=["coding"])
COURSE = needed("course", all=["pharmacology"])
WORK = needed("experience", kind=["coding"], months=24)


def college(*amounts: float | Plain, **more: Any) -> Plain:
    return program("college", *amounts, **{"prepares": [ABC, DEF], "kind": "associate", **more})


def university(*amounts: float | Plain, **more: Any) -> Plain:
    return program("university", *amounts, **{"prepares": [ABC, DEF], "kind": "bachelor", **more})


def school(*amounts: float | Plain, **more: Any) -> Plain:
    return program("school", *amounts, **{"prepares": [ABC, DEF], **more})


def requiring(rule: Plain, *programs: Plain) -> PriceLists:
    """Two exams with the same rule on who may sit."""
    sheets = [
        credential(code, exam_price(0), eligibility={"required": rule}) for code in ("ABC", "DEF")
    ]
    return lists_of(*sheets, programs=programs)


def cost(lists: PriceLists, **assumed: Any) -> tuple[float, float, float]:
    plan = lists.plan(ABC, years=1, **assumed)
    assert plan.complete
    return cases(plan.to_earn)


def what_is_missing(lists: PriceLists, **assumed: Any) -> list[str]:
    return [gap.what for gap in lists.plan(ABC, years=1, **assumed).missing]


def test_a_required_degree_costs_its_cheapest_usual_and_dearest_program() -> None:
    lists = requiring(ASSOCIATE, college(9000, 7000), school(500), university(20000))
    assert cost(lists) == (7000, 7000, 9000)


def test_several_programs_of_the_kind_are_as_many_ways() -> None:
    second = program("second", 8000, between(9000, 9500), prepares=[ABC], kind="associate")
    assert cost(requiring(ASSOCIATE, college(7000), second)) == (7000, 8000, 9500)


def test_a_required_degree_is_paid_in_the_year_of_the_exam() -> None:
    plan = requiring(ASSOCIATE, college(7000)).plan((ABC, 2), years=3)
    assert by_year(plan, "training") == {2: 7000}


def test_a_degree_without_a_price_is_missing() -> None:
    assert what_is_missing(requiring(ASSOCIATE, college())) == ["the required degree"]


def test_a_degree_for_which_no_program_prepares_is_missing() -> None:
    lists = requiring(ASSOCIATE, college(7000, prepares=[DEF]))
    assert missing(lists.plan(ABC, years=1)) == [("ABC", "training")]


@pytest.mark.parametrize("level", ["some-college", "master", "doctorate"])
def test_a_degree_of_a_kind_that_no_program_gives_is_missing(level: str) -> None:
    rule = needed("education", at_least=level)
    assert what_is_missing(requiring(rule, college(7000), university(9000))) == [
        "the required degree"
    ]


def test_a_bachelors_degree_is_no_associate_degree() -> None:
    assert cost(requiring(BACHELOR, college(7000), university(20000))) == (20000, 20000, 20000)


@pytest.mark.parametrize(
    "condition",
    [
        needed("anyone"),
        needed("education", at_least="high-school"),
        needed("age", at_least=18),
        needed("license", any=["rn"]),
        needed("credential", any=[DEF]),
        needed("ask-issuer", question="Who may sit?"),
        WORK,
    ],
    ids=lambda condition: str(condition["test"]),
)
def test_what_is_no_schooling_is_not_bought(condition: Plain) -> None:
    assert cost(requiring(condition, college(7000), school(500))) == (0, 0, 0)


def test_a_rule_that_is_not_known_asks_for_nothing() -> None:
    assert cost(lists_of(credential("ABC", exam_price(0)))) == (0, 0, 0)


def test_one_of_two_health_information_degrees_may_be_either() -> None:
    rule = needed("him-program", any=["cahiim-associate", "cahiim-bachelor"])
    assert cost(requiring(rule, college(7000), university(20000))) == (7000, 7000, 20000)


def test_a_health_information_degree_that_no_program_gives_is_missing() -> None:
    rule = needed("him-program", any=["cahiim-master"])
    assert what_is_missing(requiring(rule, college(7000))) == ["the required degree program"]


def test_required_training_is_a_program_of_any_kind_but_a_degree() -> None:
    lists = requiring(
        TRAINING, college(7000), school(500), program("camp", 900, prepares=[ABC], kind="bootcamp")
    )
    assert cost(lists) == (500, 500, 900)


def test_training_without_a_price_is_missing() -> None:
    assert what_is_missing(requiring(TRAINING)) == ["the required training program"]


def test_a_required_course_has_no_price() -> None:
    assert what_is_missing(requiring(COURSE, school(500))) == ["the required courses"]


def test_all_that_is_required_together_is_bought() -> None:
    rule = {"all_of": [ASSOCIATE, TRAINING]}
    assert cost(requiring(rule, college(7000, 8000), school(500))) == (7500, 7500, 8500)


def test_what_is_required_together_with_something_unpriced_is_missing() -> None:
    rule = {"all_of": [ASSOCIATE, COURSE]}
    assert what_is_missing(requiring(rule, college(7000))) == [
        "the required courses and the required degree"
    ]


def test_alternatives_are_ways_of_which_one_is_bought() -> None:
    rule = {"any_of": [ASSOCIATE, BACHELOR, TRAINING]}
    lists = requiring(rule, college(7000), university(20000), school(500, 700))
    assert cost(lists) == (500, 7000, 20000)


def test_an_alternative_without_a_price_leaves_the_others() -> None:
    rule = {"any_of": [ASSOCIATE, COURSE]}
    lists = requiring(rule, college(7000))
    assert cost(lists) == (7000, 7000, 7000)
    labels = [row.label for row in lists.plan(ABC).rows if row.category == "training"]
    assert labels == ["Required courses; other ways have no price"]


def test_an_alternative_for_which_nothing_has_to_be_bought_is_taken() -> None:
    rule = {"any_of": [ASSOCIATE, {"all_of": [needed("age", at_least=18), needed("anyone")]}]}
    assert cost(requiring(rule, college(7000))) == (0, 0, 0)


def test_experience_stands_in_for_a_program_where_it_is_assumed() -> None:
    lists = requiring({"any_of": [TRAINING, WORK]}, school(500))
    assert cost(lists) == (500, 500, 500)
    assert cost(lists, experienced=True) == (0, 0, 0)


def test_a_way_that_needs_experience_counts_where_no_other_does() -> None:
    assert cost(requiring({"all_of": [TRAINING, WORK]}, school(500))) == (500, 500, 500)


def test_a_way_with_experience_and_schooling_counts_where_experience_is_assumed() -> None:
    rule = {"any_of": [BACHELOR, {"all_of": [WORK, TRAINING]}]}
    lists = requiring(rule, university(20000), school(500))
    assert cost(lists) == (20000, 20000, 20000)
    assert cost(lists, experienced=True) == (500, 500, 20000)


def test_what_two_exams_require_alike_is_bought_once_for_the_first() -> None:
    plan = requiring(ASSOCIATE, college(7000)).plan((ABC, 3), (DEF, 2))
    assert [(row.year, row.credential) for row in plan.rows if row.category == "training"] == [
        (2, DEF)
    ]


def test_what_no_program_gives_is_missing_for_each_exam() -> None:
    assert missing(requiring(COURSE).plan(ABC, DEF, years=1)) == [
        ("ABC", "training"),
        ("DEF", "training"),
    ]


def test_what_two_exams_require_by_different_programs_is_bought_for_each() -> None:
    other = program("other", 9000, prepares=[DEF], kind="associate")
    lists = requiring(ASSOCIATE, college(7000, prepares=[ABC]), other)
    assert cases(lists.plan(ABC, DEF, years=1).to_earn) == (16000, 16000, 16000)


def test_two_exams_with_alternatives_of_the_same_things_are_not_alike() -> None:
    """A degree and training are both needed for one; either will do for the other."""
    both = credential(
        "ABC", exam_price(0), eligibility={"required": {"all_of": [ASSOCIATE, TRAINING]}}
    )
    either = credential(
        "DEF", exam_price(0), eligibility={"required": {"any_of": [ASSOCIATE, TRAINING]}}
    )
    lists = lists_of(both, either, programs=[college(7000), school(500)])
    assert cases(lists.plan(ABC, DEF, years=1).to_earn) == (7500 + 500, 7500 + 500, 7500 + 7000)


def test_the_program_that_is_chosen_is_not_bought_again() -> None:
    lists = requiring(TRAINING, school(500), program("camp", 900, prepares=[ABC], kind="bootcamp"))
    assert cost(lists, training="camp") == (900, 900, 900)
    rows = lists.plan(ABC, years=1, training="camp").rows
    assert [row.label for row in rows if row.category == "training"] == ["camp"]


def test_a_chosen_program_is_no_degree_that_is_required_besides() -> None:
    lists = requiring(ASSOCIATE, college(7000), school(500))
    assert cost(lists, training="school") == (7500, 7500, 7500)


def test_a_chosen_program_is_one_part_of_what_is_required_together() -> None:
    lists = requiring({"all_of": [ASSOCIATE, TRAINING]}, college(7000), school(500))
    assert cost(lists, training="school") == (7500, 7500, 7500)


def test_what_a_chosen_program_leaves_of_two_ways_is_named_in_the_order_of_its_words() -> None:
    ways = [{"all_of": [TRAINING, COURSE]}, {"all_of": [TRAINING, ASSOCIATE]}]
    lists = requiring({"any_of": ways}, college(7000), school(500))
    rows = lists.plan(ABC, years=1, training="school").rows
    assert sorted(row.label for row in rows if row.category == "training") == [
        "Required courses; other ways have no price",
        "school",
    ]


def test_a_chosen_program_for_another_exam_gives_nothing_that_is_required() -> None:
    lists = requiring(TRAINING, school(500), program("camp", 900, prepares=[DEF], kind="bootcamp"))
    assert cost(lists, training="camp") == (1400, 1400, 1400)


def test_schooling_rests_on_its_prices_and_on_the_assumed_experience() -> None:
    plan = requiring(ASSOCIATE, college(7000, 8000)).plan(ABC)
    row = next(row for row in plan.rows if row.category == "training")
    assert [ref.path for ref in row.facts] == [
        ("programs", "programs", 0, "tuition", 0, "amount"),
        ("programs", "programs", 0, "tuition", 1, "amount"),
    ]
    assert row.assumptions == ("experienced",)
    assert row.label == "Required degree"


def test_schooling_of_several_parts_rests_on_the_prices_of_each() -> None:
    lists = requiring({"all_of": [ASSOCIATE, TRAINING]}, college(7000), school(500))
    row = next(row for row in lists.plan(ABC).rows if row.category == "training")
    assert {ref.path[2] for ref in row.facts} == {0, 1}


def test_the_letters_with_a_mark_ask_for_the_schooling_of_their_exam() -> None:
    lists = lists_of(
        credential("ABC", exam_price(0), eligibility={"required": ASSOCIATE}),
        credential("ABC-A", same_exam_as=ABC, status=fact("active")),
        programs=[college(7000)],
    )
    assert by_year(lists.plan("guild/abc-a"), "training") == {1: 7000}


@pytest.mark.parametrize(
    ("programs", "sentence"),
    [
        (
            [college(9_000, months=fact(24)), college(8_000, months=between(18, 30))],
            "Year 1 is the year of the exam: the required degree (ABC) comes first and takes at "
            "least 18 months in the programs found.",
        ),
        (
            [college(9_000, weeks=fact(52))],
            "Year 1 is the year of the exam: the required degree (ABC) comes first and takes at "
            "least 1 year in the programs found.",
        ),
        (
            [college(9_000), university(20_000, months=fact(48))],
            "Year 1 is the year of the exam: the required degree (ABC) comes first, and how long "
            "it takes was not found.",
        ),
    ],
)
def test_a_total_says_what_comes_before_its_first_year(
    programs: list[Plain], sentence: str
) -> None:
    lists = requiring(ASSOCIATE, *programs)
    assert describe_schooling_before(lists.catalog, lists.plan(ABC)) == sentence


def test_a_total_without_schooling_says_nothing_of_it() -> None:
    lists = requiring(WORK)
    assert describe_schooling_before(lists.catalog, lists.plan(ABC)) == ""
