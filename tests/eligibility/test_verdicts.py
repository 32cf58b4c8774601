"""The evaluator agrees with an obvious one, and never takes back what it has settled."""

import ast
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    MAY_SIT,
    BadProfile,
    Profile,
    Training,
    apply_changes,
    assess,
    build_person,
    conditions,
    exam_ids,
    find_unlocks,
    missing_changes,
    parse_profile,
    possible_consequences,
)
from cert_model.eligibility.conditions import Truth
from cert_model.eligibility.months import month_spans
from cert_model.eligibility.rules import evaluate_rule
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.overview import first_year_costs
from cert_model.schema.rules import Rule
from cert_model.vocabulary import Course, EducationLevel, ExperienceKind, License, Verdict
from tests import naive, profiles

PEOPLE = 10_000
FEWER_PEOPLE = 500


def test_an_obvious_evaluator_agrees_on_ten_thousand_people(catalog: Catalog) -> None:
    sheets = {key: catalog.documents[key].data for key in catalog.credentials}
    random = Random(4)
    for _ in range(PEOPLE):
        plain = profiles.drawn(random)
        who = build_person(catalog, Profile.model_validate(plain))
        assert decide_verdicts(catalog, who) == naive.verdicts(sheets, plain), plain


def test_an_obvious_evaluator_agrees_on_what_passing_leads_to(catalog: Catalog) -> None:
    sheets = {key: catalog.documents[key].data for key in catalog.credentials}
    random = Random(5)
    for _ in range(FEWER_PEOPLE):
        plain = profiles.drawn(random)
        who = build_person(catalog, Profile.model_validate(plain))
        found = {
            key: [
                (each.text, applies.name.lower())
                for each, applies in possible_consequences(sheet, who)
            ]
            for key, sheet in catalog.credentials.items()
        }
        assert found == naive.consequences(sheets, plain), plain


def test_the_obvious_evaluator_shares_no_code_with_the_other() -> None:
    source = ast.parse(Path(naive.__file__).read_text(encoding="utf-8"))
    imported = {each.module for each in ast.walk(source) if isinstance(each, ast.ImportFrom)}
    assert imported == {"collections.abc", "math", "typing"}
    assert not any(isinstance(each, ast.Import) for each in ast.walk(source))


def may_sit(catalog: Catalog, profile: Profile) -> set[str]:
    found = decide_verdicts(catalog, build_person(catalog, profile))
    return {key for key, verdict in found.items() if verdict in MAY_SIT}


@given(profiles.profiles, st.sampled_from(list(ExperienceKind)), st.sampled_from(profiles.MONTHS))
def test_more_experience_never_closes_an_exam(
    catalog: Catalog, profile: Profile, kind: ExperienceKind, months: int
) -> None:
    held = dict(profile.experience_months)
    more = profile.model_copy(
        update={"experience_months": {**held, kind: held.get(kind, 0) + months}}
    )
    assert may_sit(catalog, profile) <= may_sit(catalog, more)


@given(profiles.profiles, st.tuples(*[st.sampled_from(list(EducationLevel))] * 2))
def test_a_higher_degree_never_closes_an_exam(
    catalog: Catalog, profile: Profile, levels: tuple[EducationLevel, EducationLevel]
) -> None:
    low, high = (
        profile.model_copy(update={"education": level})
        for level in sorted(levels, key=list(EducationLevel).index)
    )
    assert may_sit(catalog, low) <= may_sit(catalog, high)


@given(profiles.profiles, profiles.trainings, st.sampled_from(list(Course)))
def test_one_more_training_or_course_never_closes_an_exam(
    catalog: Catalog, profile: Profile, training: dict[str, Any], course: Course
) -> None:
    more = profile.model_copy(
        update={
            "training": (*(profile.training or ()), Training.model_validate(training)),
            "courses": (*(profile.courses or ()), course),
        }
    )
    assert may_sit(catalog, profile) <= may_sit(catalog, more)


@given(profiles.profiles, st.sampled_from(profiles.CREDENTIALS), st.sampled_from(list(License)))
def test_one_more_credential_or_license_never_closes_an_exam(
    catalog: Catalog, profile: Profile, credential: str, license_held: License
) -> None:
    more = profile.model_copy(
        update={
            "credentials": (*(profile.credentials or ()), credential),
            "licenses": (*(profile.licenses or ()), license_held),
        }
    )
    assert may_sit(catalog, profile) <= may_sit(catalog, more)


def with_more_said(before: Profile, answers: Profile) -> Profile:
    """The profile with all that is not said in it taken from another, as far as possible."""
    said = {
        name: getattr(answers, name)
        for name in ("age", "education", "training", "courses", "credentials", "licenses")
        if getattr(before, name) is None
    }
    if before.him_program is None:
        said["him_program"] = answers.him_program
    if (before.him_program or answers.him_program) and before.him_program_stage is None:
        said["him_program_stage"] = answers.him_program_stage
    months = dict(before.experience_months)
    for kind, given_months in answers.experience_months.items():
        possible = month_spans(months, before.complete)[kind]
        if kind not in months and possible.low <= given_months <= possible.high:
            months[kind] = given_months
    return before.model_copy(update={**said, "experience_months": months})


def required_rules(catalog: Catalog) -> dict[str, Rule]:
    rules = {key: sheet.eligibility.required for key, sheet in catalog.credentials.items()}
    return {key: rule for key, rule in rules.items() if rule is not None}


@given(profiles.incomplete, profiles.profiles)
def test_an_answer_never_takes_back_what_is_settled(
    catalog: Catalog, profile: Profile, answers: Profile
) -> None:
    before = build_person(catalog, profile)
    after = build_person(catalog, with_more_said(profile, answers))
    for key, rule in required_rules(catalog).items():
        if evaluate_rule(rule, before) is not Truth.UNKNOWN:
            assert evaluate_rule(rule, after) is evaluate_rule(rule, before), key


@given(profiles.incomplete, profiles.profiles)
def test_an_answer_stays_within_what_was_said_to_be_possible(
    catalog: Catalog, profile: Profile, answers: Profile
) -> None:
    before = build_person(catalog, profile)
    after = build_person(catalog, with_more_said(profile, answers))
    for key, rule in required_rules(catalog).items():
        least = evaluate_rule(rule, before, conditions.worst_truth)
        most = evaluate_rule(rule, before, conditions.best_truth)
        assert least <= evaluate_rule(rule, after) <= most, key


@given(profiles.profiles)
def test_what_is_missing_would_be_enough_and_no_way_holds_another(
    catalog: Catalog, profile: Profile
) -> None:
    who = build_person(catalog, profile)
    for sheet in catalog.credentials.values():
        rule = sheet.eligibility.required
        if rule is None:
            continue
        ways = missing_changes(rule, who, {})
        if evaluate_rule(rule, who) is Truth.YES:
            assert ways == [()]
            continue
        for way in ways:
            if not any(change.needs_issuer for change in way):
                after = build_person(catalog, apply_changes(profile, way))
                assert evaluate_rule(rule, after) is Truth.YES, (sheet.id, way)
        sets = [frozenset(change.condition for change in way) for way in ways]
        assert not any(one < other for one in sets for other in sets)


def test_the_nearest_way_comes_first(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"{complete: true, experience_months: {inpatient-cdi: 23}}")
    rule = catalog.credentials["acdis/ccds"].eligibility.required
    assert rule
    first = missing_changes(rule, build_person(catalog, profile), first_year_costs(catalog))[0]
    assert {change.months for change in first} == {1, None}


def test_of_ways_without_a_price_the_lower_degree_is_nearer(catalog: Catalog) -> None:
    rule = catalog.credentials["ahima/chps"].eligibility.required
    assert rule
    found = missing_changes(
        rule, build_person(catalog, parse_profile(catalog, b"{complete: true}")), {}
    )
    degrees = [each.text for changes in found for each in changes if each.test == "education"]
    assert degrees[:2] == ["A high school diploma or GED", "An associate degree"]


def test_a_credential_that_is_not_open_yet_has_no_price(catalog: Catalog) -> None:
    rule = catalog.credentials["acdis/ccds"].eligibility.required
    assert rule
    costs = first_year_costs(catalog)
    graduate = b"{complete: true, him_program: cahiim-associate, him_program_stage: graduated}"
    for profile, known in ((b"{complete: true, education: high-school}", False), (graduate, True)):
        found = missing_changes(rule, build_person(catalog, parse_profile(catalog, profile)), costs)
        priced = [each.cost for sets in found for each in sets if "RHIT" in each.text]
        assert [cost is not None for cost in priced] == [known]


def test_a_single_change_says_what_it_opens(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"{complete: true, age: 30, experience_months: {ehr: 12}}")
    found = {each.change.test: each.opens for each in find_unlocks(catalog, profile, {})}
    assert {"ahima/cca", "ahima/ccs", "nha/cehrs"} <= set(found["education"])


def test_changes_are_counted_among_the_exams_asked_about(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"{complete: true, age: 30}")
    everywhere = find_unlocks(catalog, profile, {})
    among = find_unlocks(catalog, profile, {}, ["ahima/cca"])
    assert {each.opens for each in among} == {("ahima/cca",)}
    assert len(among) < len(everywhere)


def test_an_exam_that_leads_to_two_credentials_counts_once(catalog: Catalog) -> None:
    assert exam_ids(catalog, ["aapc/cpc", "aapc/cpc-a", "ahima/chp"]) == ["aapc/cpc"]
    assert exam_ids(catalog, ["aapc/cpc-a"]) == ["aapc/cpc-a"]


@pytest.mark.parametrize(
    ("holds", "key", "held", "held_as"),
    [
        ("aapc/cpc", "aapc/cpc", True, None),
        ("aapc/cpc", "aapc/cpc-a", True, None),
        ("aapc/cpc-a", "aapc/cpc-a", True, None),
        ("aapc/cpc-a", "aapc/cpc", False, "CPC-A"),
        ("aapc/coc-a", "aapc/cpc", False, None),
        ("ahima/cca", "aapc/cpc", False, None),
    ],
)
def test_who_holds_the_full_form_holds_both_and_an_apprentice_only_that(
    catalog: Catalog, holds: str, key: str, held: bool, held_as: str | None
) -> None:
    found = assess(catalog, key, build_person(catalog, Profile(credentials=(holds,))), {})
    assert (found.held, found.held_as) == (held, held_as)


def test_a_form_that_is_held_is_found_among_other_credentials(catalog: Catalog) -> None:
    several = Profile(credentials=("ahima/cca", "aapc/cpc-a", "aapc/coc-a"))
    assert assess(catalog, "aapc/coc", build_person(catalog, several), {}).held_as == "COC-A"


def test_nobody_may_sit_for_a_retired_exam(catalog: Catalog) -> None:
    found = decide_verdicts(catalog, build_person(catalog, Profile()))
    assert found["ahima/chp"] is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("shoe: 42", 'unknown field "shoe"; expected one of: complete, age, education'),
        ("education: phd", '"phd" is not a known term; expected one of: none, high-school'),
        ("age: -1", "age: expected 0 or more, found -1"),
        ("age: old", 'age: expected a whole number, found "old"'),
        (
            "experience_months: {coding: 10000}",
            "experience_months.coding: expected 840 or less, found 10000",
        ),
        ("age: 1\nshoe: 42", 'profile:2: unknown field "shoe"'),
        ("x" * 41 + ": 1", 'unknown field "' + "x" * 40 + '"; expected'),
        ("age: old\neducation: phd", 'age: expected a whole number, found "old" (and 1 more)'),
        ("memberships: [aapc, " + "x" * 41 + "]", 'unknown issuer "' + "x" * 40 + '"; expected'),
        ("training: 4", "training: expected a list, found 4"),
        ("training: [{shoe: 42}]", 'training[1]: unknown field "shoe"; expected one of: subject'),
        ("credentials: [ccds]", '"ccds" is ambiguous; write one of: acdis/ccds, cdia/ccds'),
        ("credentials: [cpcx]", 'no credential is called "cpcx"; did you mean'),
        ("memberships: [ama]", 'unknown issuer "ama"; expected one of: aaham'),
        ("him_program_stage: graduated", "him_program_stage is given without a him_program"),
        ("a: &a [*a, *a]", "aliases (&name, *name) are not allowed"),
        ("[1, 2]", "expected a block of fields"),
        ("age: 1\nage: 2", 'the key "age" stands here twice; keep one'),
        ("x" * 1_000_001, "1,000,001 bytes; a file holds at most 1,000,000"),
    ],
    ids=lambda given: str(given)[:30],
)
def test_a_bad_profile_is_refused_in_one_line(catalog: Catalog, text: str, message: str) -> None:
    with pytest.raises(BadProfile) as refused:
        parse_profile(catalog, text.encode())
    said: Any = str(refused.value)
    assert message in said
    assert "\n" not in said


def test_a_credential_named_twice_in_a_profile_is_held_once(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"credentials: [cca, aapc/cpc, CPC]")
    assert profile.credentials == ("ahima/cca", "aapc/cpc")


@pytest.mark.parametrize("junk", ["4.5", "word", "[4]", "[[4]]", "{word: 4}", "[{word: 4}]"])
@pytest.mark.parametrize("field", Profile.model_fields)
def test_no_field_takes_what_is_of_another_kind(catalog: Catalog, field: str, junk: str) -> None:
    with pytest.raises(BadProfile, match=field):
        parse_profile(catalog, f"{field}: {junk}".encode())


def test_what_the_issuer_has_to_judge_is_asked_of_the_page_it_was_read_on(
    catalog: Catalog,
) -> None:
    profile = parse_profile(
        catalog, b"{education: associate, credentials: [], experience_months: {inpatient-cdi: 36}}"
    )
    found = assess(catalog, "acdis/ccds", build_person(catalog, profile), {})
    assert [(each.question, each.page) for each in found.inquiries] == [
        (
            "Does my degree count as one in an allied health field?",
            "acdis.org/faq/what-are-eligibility-requirements-ccds",
        )
    ]
