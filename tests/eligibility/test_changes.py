"""The sets of changes that a person lacks: each is enough, none has an idle part."""

from random import Random

import pytest
from hypothesis import given

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Changes,
    Profile,
    apply_changes,
    build_person,
    missing_changes,
    parse_profile,
)
from cert_model.eligibility.conditions import Truth
from cert_model.eligibility.rules import evaluate_rule
from cert_model.overview import costs_to_earn
from cert_model.schema.rules import (
    AgeTest,
    AllOf,
    AnyOf,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    IssuerDecides,
)
from tests import profiles
from tests.eligibility.examples import (
    STATED,
    can_be_applied,
    changes_for,
    credentials,
    school,
    work,
)

PEOPLE = 150


def texts(sets: list[Changes]) -> list[list[str]]:
    return [[change.text for change in changes] for changes in sets]


def test_a_set_of_changes_is_enough_and_without_any_one_of_them_it_is_not(catalog: Catalog) -> None:
    random = Random(1)
    rules = [
        rule
        for sheet in catalog.credentials.values()
        for rule in (sheet.eligibility.required, sheet.eligibility.recommended)
        if rule is not None
    ]
    tried = 0
    for _ in range(PEOPLE):
        profile = Profile.model_validate(profiles.random_profile(random))
        person = build_person(catalog, profile)
        for rule in rules:
            for changes in filter(can_be_applied, missing_changes(rule, person, {})):
                after = build_person(catalog, apply_changes(profile, changes))
                assert evaluate_rule(rule, after) is Truth.YES, (profile, changes)
                for left_out in changes:
                    others = [change for change in changes if change is not left_out]
                    without = build_person(catalog, apply_changes(profile, others))
                    assert evaluate_rule(rule, without) is not Truth.YES, (profile, changes)
                    tried += 1
    assert tried > PEOPLE


def test_at_most_twelve_sets_of_changes_are_listed(catalog: Catalog) -> None:
    rule = AnyOf(any_of=tuple(credentials(key) for key in list(catalog.credentials)[:14]))
    assert len(changes_for(catalog, rule)) == 12


@pytest.mark.parametrize(
    ("tests", "kept"),
    [
        ((school("bachelor"), school("associate")), {"bachelor"}),
        ((school("associate"), school("bachelor")), {"bachelor"}),
        ((school("bachelor"), school("associate", field="nursing")), {"bachelor", "associate"}),
        ((school("bachelor", field="nursing"), school("associate")), {"bachelor"}),
    ],
    ids=["higher", "lower", "another field", "any field"],
)
def test_a_higher_degree_covers_a_lower_one_unless_that_has_a_field_of_its_own(
    catalog: Catalog, tests: tuple[EducationTest, ...], kept: set[str]
) -> None:
    (changes,) = changes_for(catalog, AllOf(all_of=tests))
    assert {str(getattr(change.condition, "at_least", "")) for change in changes} == kept


@pytest.mark.parametrize(
    ("tests", "kept"),
    [
        ((work(24), work(12)), {24}),
        ((work(24), work(12, specialty="oncology")), {24, 12}),
        ((work(24, "billing"), work(12)), {24, 12}),
    ],
    ids=["longer", "a specialty", "another kind"],
)
def test_longer_work_covers_shorter_work_of_its_kind(
    catalog: Catalog, tests: tuple[ExperienceTest, ...], kept: set[int]
) -> None:
    (changes,) = changes_for(catalog, AllOf(all_of=tests))
    assert {getattr(change.condition, "months", 0) for change in changes} == kept


@pytest.mark.parametrize("test", [work(24), school("associate")], ids=["work", "school"])
def test_two_conditions_that_ask_for_the_same_do_not_cover_each_other(
    catalog: Catalog, test: ExperienceTest | EducationTest
) -> None:
    again = test.model_copy(update={"text": "In other words"})
    (changes,) = changes_for(catalog, AllOf(all_of=(test, again)))
    assert {change.text for change in changes} == {test.text, "In other words"}


def test_the_changes_of_a_set_begin_with_the_cheapest(catalog: Catalog) -> None:
    rule = AllOf(all_of=(credentials("aapc/cpc"), credentials("ahima/cca")))
    costs = {"ahima/cca": 300.0, "aapc/cpc": 500.0}
    assert texts(changes_for(catalog, rule, costs)) == [["ahima/cca", "aapc/cpc"]]


def test_a_set_that_includes_another_one_is_left_out(catalog: Catalog) -> None:
    rule = AnyOf(any_of=(AllOf(all_of=(school("bachelor"), work(6))), school("bachelor")))
    assert texts(changes_for(catalog, rule)) == [["School: bachelor"]]


@pytest.mark.parametrize(
    ("test", "done", "text"),
    [
        (work(24), 0, "Work"),
        (work(24), 23, "Work (1 more month)"),
        (work(24), 12, "Work (12 more months)"),
        (work(24, specialty="oncology"), 30, "Work (the work has to have been oncology)"),
        (work(24, specialty="oncology"), 12, "Work"),
    ],
    ids=["none", "a month", "a year", "a specialty", "a specialty and too short"],
)
def test_a_change_of_work_says_how_many_more_months_it_takes(
    catalog: Catalog, test: ExperienceTest, done: int, text: str
) -> None:
    assert texts(changes_for(catalog, test, experience_months={"coding": done})) == [[text]]


def test_months_that_may_have_been_worked_are_not_counted(catalog: Catalog) -> None:
    (changes,) = changes_for(catalog, work(24), complete=False)
    assert [(change.months, change.cost) for change in changes] == [(24, 0)]


@pytest.mark.parametrize(
    ("at_least", "costs", "cost"),
    [
        (1, {"aapc/cpc": 500.0, "ahima/cca": 300.0}, 300),
        (2, {"aapc/cpc": 500.0, "ahima/cca": 300.0}, 800),
        (2, {"aapc/cpc": 500.0}, None),
        (1, {}, None),
    ],
    ids=["the cheaper", "both", "one is not known", "none is known"],
)
def test_credentials_cost_what_the_cheapest_of_them_cost(
    catalog: Catalog, at_least: int, costs: dict[str, float], cost: float | None
) -> None:
    test = credentials("aapc/cpc", "ahima/cca", at_least=at_least)
    assert [change.cost for change in changes_for(catalog, test, costs)[0]] == [cost]


@pytest.mark.parametrize(("age", "months"), [(16, 24), (None, None)], ids=["16", "not known"])
def test_an_age_takes_the_years_that_are_missing(
    catalog: Catalog, age: int | None, months: int | None
) -> None:
    fields = {"test": "age", "at_least": 18, "text": "An age of 18"}
    ((change,),) = changes_for(catalog, AgeTest.model_validate(fields | STATED), age=age)
    assert (change.months, change.cost) == (months, 0)


def test_what_only_the_issuer_decides_has_to_be_confirmed_and_has_no_price(
    catalog: Catalog,
) -> None:
    fields = {"test": "ask-issuer", "question": "May I?", "text": "Its leave"}
    ((change,),) = changes_for(catalog, IssuerDecides.model_validate(fields | STATED))
    assert change.text == "Its leave (the issuer has to confirm it)"
    assert (change.cost, change.months) == (None, None)


@pytest.mark.parametrize(
    "first_then",
    [
        (credentials("ahima/cca"), credentials("aapc/cpc")),
        (credentials("aapc/cpc"), credentials("nha/cbcs")),
        (work(12), work(24, "billing")),
        (work(24), school("associate", field="nursing")),
        (work(12), work(12, "billing", specialty="oncology")),
    ],
    ids=["cheaper", "of a known price", "quicker", "without the issuer", "of no specialty"],
)
def test_the_easier_of_two_changes_comes_first(
    catalog: Catalog, first_then: tuple[ExperienceTest | EducationTest | CredentialTest, ...]
) -> None:
    costs = {"ahima/cca": 300.0, "aapc/cpc": 500.0}
    for order in (first_then, first_then[::-1]):
        sets_of_changes = changes_for(catalog, AnyOf(any_of=order), costs)
        assert [changes[0].condition for changes in sets_of_changes] == list(first_then)


@given(profiles.profiles)
def test_every_set_of_changes_is_enough_and_none_includes_another(
    catalog: Catalog, profile: Profile
) -> None:
    person = build_person(catalog, profile)
    for sheet in catalog.credentials.values():
        rule = sheet.eligibility.required
        if rule is None:
            continue
        sets_of_changes = missing_changes(rule, person, {})
        if evaluate_rule(rule, person) is Truth.YES:
            assert sets_of_changes == [()]
            continue
        for changes in sets_of_changes:
            if not any(change.needs_issuer for change in changes):
                after = build_person(catalog, apply_changes(profile, changes))
                assert evaluate_rule(rule, after) is Truth.YES, (sheet.id, changes)
        sets = [frozenset(change.condition for change in changes) for changes in sets_of_changes]
        assert not any(smaller < larger for smaller in sets for larger in sets)


def test_the_easiest_set_of_changes_comes_first(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"{complete: true, experience_months: {inpatient-cdi: 23}}")
    rule = catalog.credentials["acdis/ccds"].eligibility.required
    assert rule
    first = missing_changes(rule, build_person(catalog, profile), costs_to_earn(catalog))[0]
    assert {change.months for change in first} == {1, None}


def test_of_sets_without_a_price_the_one_with_the_lower_degree_comes_first(
    catalog: Catalog,
) -> None:
    rule = catalog.credentials["ahima/chps"].eligibility.required
    assert rule
    person = build_person(catalog, parse_profile(catalog, b"{complete: true}"))
    degrees = [
        change.text
        for changes in missing_changes(rule, person, {})
        for change in changes
        if change.test == "education"
    ]
    assert degrees[:2] == ["A high school diploma or GED", "An associate degree"]


def test_a_credential_that_is_not_open_yet_has_no_price(catalog: Catalog) -> None:
    rule = catalog.credentials["acdis/ccds"].eligibility.required
    assert rule
    costs = costs_to_earn(catalog)
    graduate = b"{complete: true, him_program: cahiim-associate, him_program_stage: graduated}"
    for text, has_price in (
        (b"{complete: true, education: high-school}", False),
        (graduate, True),
    ):
        person = build_person(catalog, parse_profile(catalog, text))
        prices = [
            change.cost
            for changes in missing_changes(rule, person, costs)
            for change in changes
            if "RHIT" in change.text
        ]
        assert [price is not None for price in prices] == [has_price]


def test_of_several_credentials_only_those_still_lacking_are_paid(catalog: Catalog) -> None:
    rule = credentials("ahima/cca", "aapc/cpc", "aapc/crc", at_least=2)
    costs = {"ahima/cca": 300.0, "aapc/cpc": 500.0, "aapc/crc": 400.0}
    (lacking_both,) = changes_for(catalog, rule, costs)
    (lacking_one,) = changes_for(catalog, rule, costs, credentials=["ahima/cca"])
    assert (lacking_both[0].cost, lacking_one[0].cost) == (700, 400)
