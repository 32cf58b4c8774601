"""The order of candidates, on catalogs made up so that each claim turns on one figure."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.candidates import (
    Candidate,
    Draw,
    Priority,
    Shortlist,
    Situation,
    Wishes,
    sentences,
    shortlist,
)
from cert_model.candidates.order_sentences import describe_order
from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.eligibility.questionnaire import answers_from_profile
from cert_model.paths import Action
from cert_model.paths.answer import Opening
from tests import effort
from tests.plans.made_up import (
    MEMBERS,
    anyone,
    catalog_of,
    holds,
    issuer_decides,
    school,
    sheet,
    training,
    with_members_only,
    work,
)
from tests.profiles import incomplete

ANY_WORK = Wishes(Situation.NEW, Draw.NOT_SURE)
OFFICE = ["physician-office"]


def ids(of: Shortlist) -> list[str]:
    return [candidate.id.removeprefix("demo/") for candidate in of.ranked]


def wanting(priority: Priority | None) -> Wishes:
    return Wishes(Situation.NEW, Draw.NOT_SURE, priority)


def test_soon_puts_the_fewest_months_first() -> None:
    catalog = catalog_of(
        [sheet("SLOW", anyone(), fee=10), sheet("FAST", anyone(), fee=900)],
        study_months={"SLOW": 8, "FAST": 2},
    )
    assert ids(shortlist(catalog, wanting(Priority.SOON), {})) == ["fast", "slow"]


def test_of_equal_months_the_cheaper_comes_first() -> None:
    catalog = catalog_of([sheet("A", anyone(), fee=300), sheet("B", anyone(), fee=200)])
    assert ids(shortlist(catalog, wanting(Priority.SOON), {})) == ["b", "a"]


def test_cheap_puts_the_lowest_cost_first_however_long() -> None:
    catalog = catalog_of(
        [sheet("SLOW", anyone(), fee=10), sheet("FAST", anyone(), fee=900)],
        study_months={"SLOW": 8, "FAST": 2},
    )
    assert ids(shortlist(catalog, wanting(Priority.CHEAP), {})) == ["slow", "fast"]


def test_from_home_puts_exams_known_to_be_online_first_and_the_unknown_before_the_rest() -> None:
    def exam(delivery: str | None) -> dict[str, Any]:
        open_book = {"value": False, "as_of": "2026", "src": ["issuer-page"]}
        where = {"value": [delivery], "as_of": "2026", "src": ["issuer-page"]}
        return {"open_book": open_book, **({"delivery": where} if delivery else {})}

    catalog = catalog_of(
        [
            sheet("AWAY", anyone(), fee=10, exam=exam("test-center")),
            sheet("HOME", anyone(), fee=90, exam=exam("online")),
            sheet("WHERE", anyone(), fee=50, exam=exam(None)),
        ]
    )
    assert ids(shortlist(catalog, wanting(Priority.FROM_HOME), {})) == ["home", "where", "away"]


def test_equal_ones_are_named_as_ties_and_stand_by_their_letters() -> None:
    catalog = catalog_of([sheet("B", anyone()), sheet("A", anyone()), sheet("C", anyone(), fee=5)])
    of = shortlist(catalog, wanting(Priority.CHEAP), {})
    assert ids(of) == ["c", "a", "b"]
    assert of.ties == (("demo/a", "demo/b"),)


def test_soon_is_not_gated_by_a_price_that_was_not_found_save_among_equal_months() -> None:
    catalog = with_members_only(
        [
            sheet("UNPRICED", anyone(), fee=1, membership=MEMBERS),
            sheet("EQUAL", anyone(), fee=900),
            sheet("SLOW", anyone(), fee=10),
        ],
        dues=None,
        study_months={"UNPRICED": 2, "EQUAL": 2, "SLOW": 8},
    )
    of = shortlist(catalog, wanting(Priority.SOON), {})
    assert ids(of) == ["equal", "unpriced", "slow"]
    assert [item.first.cost.complete for item in of.ranked] == [True, False, True]
    assert ids(shortlist(catalog, wanting(Priority.CHEAP), {})) == ["slow", "equal", "unpriced"]


def test_a_way_with_a_length_not_found_follows_the_complete_ones() -> None:
    catalog = catalog_of([sheet("UNTIMED", school("bachelor"), fee=1), sheet("KNOWN", anyone())])
    of = shortlist(catalog, wanting(Priority.CHEAP), {})
    assert ids(of) == ["known", "untimed"]
    assert [candidate.is_complete for candidate in of.ranked] == [True, False]


def test_what_nobody_but_the_issuer_can_say_stands_apart() -> None:
    catalog = catalog_of(
        [
            sheet("RULE", None),
            sheet("WORD", issuer_decides()),
            sheet("KNOWN", anyone()),
        ]
    )
    of = shortlist(catalog, ANY_WORK, {})
    assert ids(of) == ["known"]
    assert [item.id for item in of.little_known] == ["demo/rule", "demo/word"]


def test_what_has_no_price_of_its_exam_stands_apart() -> None:
    of = shortlist(catalog_of([sheet("A", anyone(), fees=[])]), ANY_WORK, {})
    assert not of.ranked
    assert [item.id for item in of.little_known] == ["demo/a"]


def test_no_more_than_three_are_candidates_and_the_rest_is_what_else_fits() -> None:
    catalog = catalog_of([sheet(code, anyone()) for code in "ABCDE"])
    of = shortlist(catalog, ANY_WORK, {})
    assert len(of.candidates) == 3
    assert [item.id for item in of.others] == ["demo/d", "demo/e"]


@pytest.mark.parametrize("level", ["specialty", "advanced", "management"])
def test_somebody_new_gets_no_level_made_for_experience(level: str) -> None:
    catalog = catalog_of([sheet("FIRST", anyone()), sheet("LATER", anyone(), level=level)])
    of = shortlist(catalog, Wishes(Situation.NEW, Draw.OFFICE), {})
    assert "demo/later" not in of.later  # it is not said to be for offices
    in_office = catalog_of(
        [
            sheet("FIRST", anyone(), settings=OFFICE),
            sheet("LATER", anyone(), level=level, settings=OFFICE),
        ]
    )
    of = shortlist(in_office, Wishes(Situation.NEW, Draw.OFFICE), {})
    assert ids(of) == ["first"]
    assert of.later == ("demo/later",)


def test_an_exam_known_to_leave_out_cpt_is_not_for_a_doctors_office() -> None:
    catalog = catalog_of(
        [
            sheet("WITH", anyone(), settings=OFFICE, code_sets=["CPT"]),
            sheet("WITHOUT", anyone(), settings=OFFICE, code_sets=["ICD-10-CM"]),
            sheet("UNKNOWN", anyone(), settings=OFFICE),
        ]
    )
    assert set(ids(shortlist(catalog, Wishes(draw=Draw.OFFICE), {}))) == {"with", "unknown"}


def test_advised_work_that_a_person_has_not_done_keeps_an_advanced_one_for_later() -> None:
    advised = {"required": anyone(), "recommended": work("auditing", 24)}
    catalog = catalog_of(
        [sheet("ADV", None, level="advanced", roles=["auditing"], eligibility=advised)]
    )
    wishes = Wishes(Situation.WORKING, Draw.AUDITING)
    assert ids(shortlist(catalog, wishes, {})) == ["adv"]
    assert ids(shortlist(catalog, wishes, {"months-auditing": "36"})) == ["adv"]
    assert shortlist(catalog, wishes, {"months-auditing": "3"}).later == ("demo/adv",)


def test_where_all_is_for_later_the_credentials_that_its_rules_name_come_first() -> None:
    catalog = catalog_of(
        [
            sheet("GOAL", holds("STEP"), level="advanced", roles=["cdi"]),
            sheet("STEP", anyone()),
            sheet("OTHER", anyone()),
        ]
    )
    of = shortlist(catalog, Wishes(Situation.NEW, Draw.DOCUMENTATION), {})
    assert ids(of) == ["step"]
    assert of.candidates[0].leads_to == ("demo/goal",)
    assert of.later == ("demo/goal",)


def test_what_is_held_in_full_is_no_candidate_and_neither_is_a_lower_one_of_that_work() -> None:
    catalog = catalog_of(
        [
            sheet("HELD", anyone(), level="core"),
            sheet("LOWER", anyone()),
            sheet("NEXT", anyone(), level="core"),
            sheet("BILLS", anyone(), roles=["billing"]),
        ]
    )
    of = shortlist(catalog, Wishes(Situation.HOLDER), {"credentials": "demo/held"})
    assert sorted(ids(of)) == ["bills", "next"]


def test_whoever_holds_something_unnamed_is_past_the_entry_level() -> None:
    catalog = catalog_of([sheet("ENTRY", anyone()), sheet("CORE", anyone(), level="core")])
    of = shortlist(catalog, Wishes(Situation.HOLDER), {})
    assert (ids(of), of.later) == (["core"], ())


WIDE: dict[str, Any] = {
    "level": "core",
    "settings": ["physician-office", "payer"],
    "code_sets": ["CPT", "ICD-10-CM"],
}


@pytest.mark.parametrize(
    ("other", "is_offered"),
    [
        ({"settings": ["payer"], "code_sets": ["CPT"]}, False),
        ({"settings": ["payer", "emergency"], "code_sets": ["CPT"]}, True),
        ({"settings": ["payer"], "code_sets": ["CPT", "HCPCS-II"]}, True),
        ({"settings": ["payer"], "code_sets": ["CPT"], "roles": ["coding", "auditing"]}, True),
        ({"settings": ["payer"], "code_sets": ["CPT"], "level": "specialty"}, False),
        ({"settings": ["payer"]}, True),
    ],
    ids=["nothing new", "a place", "a code set", "a kind of work", "for later", "not known"],
)
def test_a_holder_is_offered_what_adds_something(other: dict[str, Any], is_offered: bool) -> None:
    catalog = catalog_of(
        [sheet("HELD", anyone(), **WIDE), sheet("OTHER", anyone(), **{"level": "core", **other})]
    )
    of = shortlist(catalog, Wishes(Situation.HOLDER), {"credentials": "demo/held"})
    assert ids(of) == ["other"] * is_offered


def test_a_card_for_a_holder_says_what_it_adds_and_that_it_is_the_next() -> None:
    catalog = catalog_of(
        [
            sheet("HELD", anyone(), **WIDE),
            sheet("OTHER", anyone(), level="core", settings=["payer", "emergency"]),
        ]
    )
    of = shortlist(catalog, Wishes(Situation.HOLDER), {"credentials": "demo/held"})
    (candidate,) = of.candidates
    adds, *_ = sentences.reasons(catalog, candidate)
    assert adds == "Adds to what you hold: emergency department."
    assert sentences.first_label(catalog, candidate) == "Next credential"
    assert "your next credential" in describe_order(of)


@pytest.mark.parametrize(
    "rule", [work("coding", 12), training("coding")], ids=["work", "a program"]
)
def test_what_needs_something_before_its_exam_is_never_the_cheapest(rule: dict[str, Any]) -> None:
    catalog = catalog_of(
        [sheet("OPEN", anyone(), fee=900), sheet("LATER", rule, fee=10)], tuition=20
    )
    of = shortlist(catalog, wanting(Priority.CHEAP), {})
    assert ids(of) == ["open", "later"]
    assert of.ranked[1].cost < of.ranked[0].cost
    assert "comes after the rest" in describe_order(of)


def test_a_diploma_is_a_condition_until_somebody_says_whether_they_have_one() -> None:
    catalog = catalog_of([sheet("A", school("high-school"))])
    unknown = shortlist(catalog, ANY_WORK, {}).candidates[0]
    with_one = shortlist(catalog, ANY_WORK, {"education": "high-school"}).candidates[0]
    without = shortlist(catalog, ANY_WORK, {"education": "none"}).candidates[0]
    assert (unknown.opening, unknown.is_complete) == (Opening.WITH_DIPLOMA, True)
    assert with_one.opening is Opening.SIT_NOW
    assert (without.opening, without.is_complete) == (Opening.PREPARE, False)


def test_the_letters_with_a_mark_count_as_the_first_credential() -> None:
    full = sheet("FULL", anyone(), unless=work("coding", 24), level="core")
    marked = sheet("FULL-A", anyone(), same_exam_as="demo/full")
    catalog = catalog_of([full, marked], study_months={"FULL": 3})
    candidate = shortlist(catalog, ANY_WORK, {}).candidates[0]
    assert candidate.has_one_before
    assert candidate.first.credential == "demo/full-a"
    assert (candidate.first_months, candidate.months) == (4, 4 + 24)


def test_another_credential_on_the_way_counts_as_the_first_too() -> None:
    catalog = catalog_of(
        [
            sheet("GOAL", {"all_of": [holds("STEP"), work("coding", 24)]}, fee=900),
            sheet("STEP", anyone(), level="specialty", fee=100),
        ],
        study_months={"STEP": 3},
    )
    candidate = shortlist(catalog, ANY_WORK, {}).candidates[0]
    assert (candidate.id, candidate.first.credential) == ("demo/goal", "demo/step")
    assert candidate.first_months == 4
    assert candidate.months > 24
    assert sentences.cost_label(catalog, candidate) == "To earn the STEP"
    assert sentences.first_label(catalog, candidate) == "First credential (STEP)"
    assert candidate.cost < 900


def test_of_two_alike_until_the_first_credential_the_one_held_in_full_sooner_is_first() -> None:
    catalog = catalog_of(
        [
            sheet("A", {"all_of": [holds("C"), work("coding", 24)]}),
            sheet("B", anyone(), fee=100),
            sheet("C", anyone(), fee=100, level="specialty"),
        ]
    )
    of = shortlist(catalog, ANY_WORK, {})
    later, sooner = sorted(of.candidates, key=lambda item: item.id)
    assert (later.first_months, later.cost) == (sooner.first_months, sooner.cost)
    assert ids(of) == ["b", "a"]
    assert of.ties == ()


def test_the_cheapest_way_is_picked_for_cheap_and_the_soonest_for_the_rest() -> None:
    rule = {"any_of": [work("coding", 12), training("coding")]}
    catalog = catalog_of([sheet("A", rule)], program_months=2, tuition=700)
    cheap = shortlist(catalog, wanting(Priority.CHEAP), {}).candidates[0]
    soon = shortlist(catalog, wanting(Priority.SOON), {}).candidates[0]
    assert soon.cost - cheap.cost == 700
    assert soon.months < cheap.months
    assert cheap.sooner is not None


@pytest.mark.parametrize("priority", [None, Priority.SOON, Priority.FROM_HOME])
def test_a_price_that_was_not_found_keeps_no_way_from_being_the_soonest(
    priority: Priority | None,
) -> None:
    rule = {"any_of": [work("coding", 12), training("coding")]}
    catalog = catalog_of([sheet("A", rule)], program_months=2, tuition=None)
    (candidate,) = shortlist(catalog, wanting(priority), {}).candidates
    assert (candidate.first_months, candidate.first.cost.complete) == (3, False)
    assert candidate.sooner is None


@pytest.mark.parametrize("priority", [Priority.CHEAP, Priority.PAY])
def test_where_money_decides_a_way_with_every_price_is_taken_first(priority: Priority) -> None:
    rule = {"any_of": [work("coding", 12), training("coding")]}
    catalog = catalog_of([sheet("A", rule)], program_months=2, tuition=None)
    (candidate,) = shortlist(catalog, wanting(priority), {}).candidates
    assert candidate.first.cost.complete


def test_a_way_of_unknown_length_is_not_called_faster() -> None:
    rule = {"any_of": [work("coding", 12), school("bachelor")]}
    (candidate,) = shortlist(catalog_of([sheet("A", rule)]), ANY_WORK, {}).candidates
    assert candidate.sooner is None


def test_pay_of_another_survey_does_not_count_in_the_order(catalog: Catalog) -> None:
    wishes = Wishes(Situation.HOLDER, Draw.NOT_SURE, Priority.PAY)
    of = shortlist(catalog, wishes, {"credentials": "ahima/rhit"})
    assert of.survey is not None
    compared = [
        (item.survey.publisher, item.survey.year, item.survey.measure) == tuple(of.survey)
        if item.survey
        else False
        for item in of.ranked
        if item.is_complete
    ]
    assert compared == sorted(compared, reverse=True)
    rest = [item.cost for item in of.ranked if item.is_complete][sum(compared) :]
    assert rest == sorted(rest)


def ordered_by(of: Shortlist, candidate: Candidate) -> tuple[float, ...]:
    """What the order of a person rests on, by what docs/candidates.md says of each."""
    in_full = not candidate.certain_answer.plan.months_are_complete, candidate.months
    return *ordered_by_wish(of, candidate), *in_full


def ordered_by_wish(of: Shortlist, candidate: Candidate) -> tuple[float, ...]:
    """The part of it that what matters most decides."""
    soon = not candidate.months_are_known, candidate.first_months
    cheap = not candidate.first.cost.complete, candidate.cost
    match of.wishes.priority:
        case Priority.CHEAP:
            return is_out_of_reach(candidate), *cheap, *soon
        case Priority.FROM_HOME:
            place = {True: 0, None: 1, False: 2}[candidate.online]
            return place, *soon, *cheap
        case Priority.PAY:
            row, is_unknown = candidate.survey, not candidate.is_complete
            if row is None or (row.publisher, row.year, row.measure) != of.survey:
                return is_unknown, 1, 0, is_out_of_reach(candidate), *cheap, *soon
            return is_unknown, 0, -row.amount, is_out_of_reach(candidate), *cheap, *soon
    return *soon, *cheap


def is_out_of_reach(candidate: Candidate) -> bool:
    """Whether its cost counts on work or schooling still to come, or on figures not found."""
    before = {step.action for step in candidate.first_steps} & {
        Action.WORK,
        Action.PROGRAM,
        Action.DEGREE,
    }
    to_come = bool(before) and candidate.opening is not Opening.LOSE_MARK
    return to_come or not (candidate.first.cost.complete and candidate.months_are_known)


EVERY_WISH = st.builds(
    Wishes,
    *(st.none() | st.sampled_from(terms) for terms in (Situation, Draw, Priority)),
)


@effort.number_of_examples(20, long=300)
@given(wishes=EVERY_WISH, profile=incomplete)
def test_whatever_one_answers_the_order_is_the_one_chosen(
    catalog: Catalog, wishes: Wishes, profile: Profile
) -> None:
    of = shortlist(catalog, wishes, answers_from_profile(catalog, profile))
    figures = [ordered_by(of, candidate) for candidate in of.ranked]
    assert figures == sorted(figures)
    shown = [item.id for item in (*of.ranked, *of.little_known)] + list(of.later)
    assert len(shown) == len(set(shown))
