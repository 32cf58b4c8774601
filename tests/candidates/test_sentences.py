"""What is said of candidates, on made-up catalogs where a sentence turns on one thing."""

import re

import pytest

from cert_model.candidates import (
    Draw,
    Priority,
    Situation,
    Wishes,
    order_sentences,
    sentences,
    shortlist,
)
from cert_model.catalog import Catalog
from cert_model.vocabulary import Role
from tests.plans.made_up import (
    anyone,
    catalog_of,
    holds,
    issuer_decides,
    school,
    sheet,
    training,
    work,
)

NEW = Wishes(Situation.NEW, Draw.NOT_SURE)


def admission(catalog: Catalog, wishes: Wishes = NEW, **answers: str) -> str:
    candidate = shortlist(catalog, wishes, answers).candidates[0]
    return sentences.admission_text(catalog, candidate)


BY_MONTHS = "months until your first credential. Ties: lower cost first, then sooner in full"


@pytest.mark.parametrize(
    ("priority", "words"),
    [
        (
            None,
            f"Ordered by {BY_MONTHS}.",
        ),
        (
            Priority.SOON,
            f"Ordered by {BY_MONTHS}.",
        ),
        (
            Priority.CHEAP,
            "Ordered by cost to earn, lowest first. What needs work, a program or a degree before "
            "the exam, or has a price or a length that was not found, comes after the rest. Ties: "
            "first credential sooner, then sooner in full.",
        ),
        (Priority.PAY, "No pay survey was found for any of these"),
        (Priority.FROM_HOME, "Exams that can be taken at home first, then ordered by months"),
    ],
)
def test_the_order_is_said_in_words(priority: Priority | None, words: str) -> None:
    of = shortlist(catalog_of([sheet("A", anyone())]), Wishes(priority=priority), {})
    assert order_sentences.describe_order(of).startswith(words)


def test_the_soonest_is_named_with_its_months_and_cost_where_nothing_equals_it() -> None:
    catalog = catalog_of([sheet("A", anyone(), fee=100), sheet("B", anyone(), fee=200)])
    words = order_sentences.describe_soonest(catalog, shortlist(catalog, NEW, {}))
    assert re.fullmatch(r"Soonest: the A, about \d months?, \$\d+", words)


@pytest.mark.parametrize("priority", [Priority.CHEAP, Priority.PAY, Priority.FROM_HOME])
def test_where_time_does_not_decide_nothing_is_called_the_soonest(priority: Priority) -> None:
    catalog = catalog_of([sheet("A", anyone(), fee=100), sheet("B", anyone(), fee=200)])
    of = shortlist(catalog, Wishes(Situation.NEW, priority=priority), {})
    assert order_sentences.describe_soonest(catalog, of) == ""


def test_equal_candidates_have_no_soonest_among_them() -> None:
    catalog = catalog_of([sheet("A", anyone()), sheet("B", anyone())])
    assert order_sentences.describe_soonest(catalog, shortlist(catalog, NEW, {})) == ""


def test_pay_is_ordered_within_one_survey_which_is_named(catalog: Catalog) -> None:
    wishes = Wishes(Situation.HOLDER, Draw.NOT_SURE, Priority.PAY)
    of = shortlist(catalog, wishes, {"credentials": "ahima/rhit"})
    assert of.survey is not None
    words = order_sentences.describe_order(of)
    assert f"{of.survey.publisher}'s survey of {of.survey.year}" in words
    in_survey = [item for item in of.ranked if item.survey and item.survey.year == of.survey.year]
    amounts = [item.survey.amount for item in in_survey if item.survey and item.is_complete]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) > 1


def test_ties_and_totals_that_lack_a_price_are_named() -> None:
    catalog = catalog_of([sheet("A", anyone()), sheet("B", anyone()), sheet("C", school("master"))])
    unpriced, untimed, tie = order_sentences.remarks_on_order(catalog, shortlist(catalog, NEW, {}))
    assert tie == "The A and the B are tied; they are listed in alphabetical order."
    assert unpriced.endswith("comes after the complete ones with equal months.")
    assert untimed.endswith("come after the known ones.")


def test_whether_one_may_sit_is_said_in_a_few_words() -> None:
    assert admission(catalog_of([sheet("A", anyone())])) == "You may take the exam now"
    assert admission(catalog_of([sheet("A", school("high-school"))])) == (
        "You may take the exam now with a high school diploma"
    )
    assert admission(catalog_of([sheet("A", work("coding", 24))])) == "After 2 years of work"
    no_program = catalog_of([sheet("A", training("coding"))])
    assert admission(no_program, training="none") == "After a program"
    both = {"all_of": [holds("B"), work("coding", 6)]}
    catalog = catalog_of([sheet("A", both), sheet("B", anyone(), level="specialty")])
    assert admission(catalog) == "After the B and 6 months of work"


def test_what_was_not_said_and_may_open_an_exam_now_is_said_to_be_unsettled() -> None:
    at_work = Wishes(Situation.WORKING, Draw.NOT_SURE)
    assert admission(catalog_of([sheet("A", work("billing", 12))]), at_work) == (
        "Now, if you have 1 year of work"
    )
    either = {"any_of": [work("billing", 12), training("coding")]}
    assert admission(catalog_of([sheet("A", either)], program_months=30)) == (
        "Not settled; after 1 year of work at the latest"
    )


def test_the_letters_that_passing_gives_at_first_are_named() -> None:
    catalog = catalog_of(
        [
            sheet("A", anyone(), unless=work("coding", 24)),
            sheet("A-A", anyone(), same_exam_as="demo/a"),
        ]
    )
    assert admission(catalog) == "You may take the exam now, and start as A-A"
    unsure = Wishes(Situation.WORKING, Draw.NOT_SURE)
    assert admission(catalog, unsure) == "You may take the exam now, and may start as A-A"
    holder = Wishes(Situation.HOLDER, Draw.NOT_SURE)
    assert admission(catalog, holder, credentials="demo/a-a") == "You hold the A-A; remove the A"


def test_a_faster_way_is_named_with_its_months_and_its_price() -> None:
    rule = {"any_of": [work("coding", 12), training("coding")]}
    catalog = catalog_of([sheet("A", rule)], program_months=2, tuition=700)
    wishes = Wishes(Situation.NEW, Draw.NOT_SURE, Priority.CHEAP)
    (candidate,) = shortlist(catalog, wishes, {}).candidates
    reasons = sentences.reasons(catalog, candidate)
    assert "First: work in coding: 1 year." in reasons
    (sooner,) = (
        text for text in reasons if text.startswith("Full credential sooner, in about 3 months")
    )
    assert "for $835: " in sooner


def test_a_faster_way_without_a_price_says_why_it_costs_at_least_so_much() -> None:
    rule = {"any_of": [work("coding", 12), training("coding")]}
    catalog = catalog_of([sheet("A", rule)], program_months=2, tuition=None)
    wishes = Wishes(Situation.NEW, Draw.NOT_SURE, Priority.CHEAP)
    (candidate,) = shortlist(catalog, wishes, {}).candidates
    assert any(
        "at least $135, since a price was" in text for text in sentences.reasons(catalog, candidate)
    )


def test_a_credential_that_comes_first_on_the_way_is_named_on_the_card() -> None:
    both = {"all_of": [holds("B"), work("coding", 6)]}
    catalog = catalog_of([sheet("A", both), sheet("B", anyone(), level="specialty")])
    (candidate,) = shortlist(catalog, NEW, {}).candidates
    reasons = sentences.reasons(catalog, candidate)
    assert any(
        text.startswith("The B is your first credential; the A follows in") for text in reasons
    )


def test_what_was_not_found_is_named_on_the_card() -> None:
    catalog = catalog_of([sheet("A", school("master"))])
    (candidate,) = shortlist(catalog, NEW, {}).candidates
    assert any(text.startswith("Not found: ") for text in sentences.reasons(catalog, candidate))


def test_why_a_credential_stands_apart_is_said_with_whom_to_ask() -> None:
    catalog = catalog_of([sheet("RULE", None), sheet("WORD", issuer_decides())])
    alone = catalog_of([sheet("PRICE", anyone(), fees=[])])
    apart = {item.id: item for item in shortlist(catalog, NEW, {}).little_known}
    why = {key: sentences.what_is_unknown(catalog, item) for key, item in apart.items()}
    assert why["demo/rule"] == "the eligibility rule was not found; ask DEMO"
    assert why["demo/word"] == "every path to it depends on a decision by DEMO"
    (priceless,) = shortlist(alone, NEW, {}).little_known
    assert sentences.what_is_unknown(alone, priceless) == "the price of the exam was not found"


NEW_TO_IT = Situation.NEW


def test_keeping_what_adds_no_cost_is_said_in_words(catalog: Catalog) -> None:
    holder = Wishes(Situation.HOLDER, Draw.OFFICE)
    (cpc,) = shortlist(catalog, holder, {"credentials": "aapc/cpc-a"}).candidates
    assert sentences.format_each_year(cpc) == "nothing more"
    assert any(text.startswith("To remove the A: ") for text in sentences.reasons(catalog, cpc))
    assert sentences.first_label(catalog, cpc) == "Removing the A"


def test_whoever_has_what_removes_a_mark_waits_for_nothing(catalog: Catalog) -> None:
    holder = Wishes(Situation.HOLDER, Draw.OFFICE)
    answers = {"credentials": "aapc/cpc-a", "months-coding": "24"}
    (ready,) = shortlist(catalog, holder, answers).candidates
    assert sentences.format_first(ready) == "at once"


def test_what_is_covered_says_how_many_places_are_left_out() -> None:
    places = ["physician-office", "inpatient-facility", "outpatient-facility", "home-health"]
    catalog = catalog_of([sheet("A", anyone(), settings=places)])
    (candidate,) = shortlist(catalog, NEW, {}).candidates
    assert sentences.reasons(catalog, candidate)[0].endswith(" and 1 more.")


def test_what_the_issuer_advises_and_one_may_lack_is_named_as_not_required() -> None:
    rules = {"required": anyone(), "recommended": work("coding", 6)}
    catalog = catalog_of([sheet("A", None, eligibility=rules)])
    advice = "Recommended first, not required: "
    lacking, met = (
        [line for line in sentences.reasons(catalog, of.candidates[0]) if line.startswith(advice)]
        for of in (
            shortlist(catalog, NEW, {}),
            shortlist(catalog, NEW, {"months-coding": "6"}),
        )
    )
    assert (len(lacking), met) == (1, [])


def test_a_credential_that_is_not_for_coding_says_so_first() -> None:
    catalog = catalog_of([sheet("A", anyone(), roles=["billing", "patient-access"])])
    of = shortlist(catalog, NEW, {})
    assert sentences.reasons(catalog, of.candidates[0])[0] == (
        "For billing and patient access, not coding."
    )


def test_a_credential_for_coding_beside_other_work_is_not_said_to_be_for_other_work() -> None:
    catalog = catalog_of([sheet("A", anyone(), roles=["billing", "coding"])])
    assert not sentences.work_other_than_coding(catalog, "demo/a")


def test_every_candidate_that_is_not_for_coding_says_so_first(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(Situation.NEW, priority=Priority.CHEAP), {})
    others = [item for item in of.ranked if Role.CODING not in catalog.credentials[item.id].roles]
    assert others
    for item in others:
        first = sentences.reasons(catalog, item)[0]
        assert first == sentences.describe_other_work(catalog, item.id)


def test_an_order_by_months_says_on_how_many_sources_study_rests(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(NEW_TO_IT, Draw.OFFICE, Priority.SOON), {})
    behind = order_sentences.describe_study_behind(catalog, of)
    assert "one source for the CCA, 3 sources for the CPC and a guess for the CBCS." in behind
    assert "training only where it is required" in behind


def test_an_order_by_cost_says_nothing_of_study(catalog: Catalog) -> None:
    of = shortlist(catalog, Wishes(NEW_TO_IT, Draw.OFFICE, Priority.CHEAP), {})
    assert not order_sentences.describe_study_behind(catalog, of)
