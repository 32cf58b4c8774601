"""What would turn a no into a yes: each set is enough, none of it is idle, and it is in words."""

from random import Random
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    MAY_SIT,
    Changes,
    Profile,
    Truth,
    apply_changes,
    build_person,
    find_unlocks,
    is_retired,
    missing_changes,
)
from cert_model.eligibility.changes import effort
from cert_model.eligibility.rules import evaluate_rule
from cert_model.schema.rules import (
    AgeTest,
    AllOf,
    AnyOf,
    CourseTest,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    HimProgramTest,
    IssuerDecides,
    LicenseTest,
    Rule,
    TrainingTest,
)
from tests import naive, profiles

PEOPLE = 150
STATED = {"as_of": "2026", "src": ["a-guide"]}


def work(months: int, kind: str = "coding", **more: Any) -> ExperienceTest:
    given = {"test": "experience", "kind": [kind], "months": months, "text": "Work", **more}
    return ExperienceTest.model_validate(given | STATED)


def school(level: str, **more: Any) -> EducationTest:
    given = {"test": "education", "at_least": level, "text": f"School: {level}", **more}
    return EducationTest.model_validate(given | STATED)


def held(*ids: str, at_least: int = 1) -> CredentialTest:
    given = {"test": "credential", "any": ids, "at_least": at_least, "text": " or ".join(ids)}
    return CredentialTest.model_validate(given | STATED)


def ways(
    catalog: Catalog, rule: Rule, costs: dict[str, float] | None = None, **said: Any
) -> list[Changes]:
    """For somebody with a diploma, so that the exam of the CCA is open."""
    diploma = {"complete": True, "education": "high-school"}
    who = build_person(catalog, Profile.model_validate({**diploma, **said}))
    return missing_changes(rule, who, costs or {})


def in_words(found: list[Changes]) -> list[list[str]]:
    return [[change.text for change in way] for way in found]


def can_be_brought(way: Changes) -> bool:
    """Whether a profile can say the whole set: no issuer's word, no credential without a name."""
    return not any(
        change.needs_issuer
        or (isinstance(change.condition, CredentialTest) and not change.condition.any)
        for change in way
    )


def test_a_whole_set_is_enough_and_without_any_of_its_changes_it_is_not(catalog: Catalog) -> None:
    random = Random(1)
    rules = [
        rule
        for sheet in catalog.credentials.values()
        for rule in (sheet.eligibility.required, sheet.eligibility.recommended)
        if rule is not None
    ]
    tried = 0
    for _ in range(PEOPLE):
        profile = Profile.model_validate(profiles.drawn(random))
        who = build_person(catalog, profile)
        for rule in rules:
            for way in filter(can_be_brought, missing_changes(rule, who, {})):
                after = build_person(catalog, apply_changes(profile, way))
                assert evaluate_rule(rule, after) is Truth.YES, (profile, way)
                for left_out in way:
                    rest = apply_changes(profile, [each for each in way if each is not left_out])
                    assert evaluate_rule(rule, build_person(catalog, rest)) is not Truth.YES, (
                        profile,
                        way,
                    )
                    tried += 1
    assert tried > PEOPLE


def test_each_change_alone_opens_what_it_says_as_the_obvious_evaluator_sees_it(
    catalog: Catalog,
) -> None:
    sheets = {key: catalog.documents[key].data for key in catalog.credentials}
    random = Random(2)

    def may_sit(profile: Profile) -> set[str]:
        plain = profile.model_dump(mode="json", exclude_none=True)
        plain["training"] = [
            {name: part for name, part in each.items() if part is not None}
            for each in plain.pop("training", ())
        ]
        if profile.training is None:
            del plain["training"]
        return {key for key, found in naive.verdicts(sheets, plain).items() if found in MAY_SIT}

    tried = 0
    for _ in range(PEOPLE // 10):
        profile = Profile.model_validate(profiles.drawn(random))
        now = may_sit(profile)
        for each in find_unlocks(catalog, profile, {}):
            after = may_sit(apply_changes(profile, [each.change]))
            assert each.opens
            assert set(each.opens) == after - now, (profile, each.change)
            tried += 1
    assert tried > PEOPLE // 10


def test_whatever_one_change_would_open_is_opened_by_one_that_is_named(catalog: Catalog) -> None:
    profile = Profile(complete=True, age=30)
    who = build_person(catalog, profile)
    opened = {key for each in find_unlocks(catalog, profile, {}) for key in each.opens}
    lacking_one = {
        key
        for key, sheet in catalog.credentials.items()
        if sheet.eligibility.required is not None and not is_retired(sheet)
        for way in missing_changes(sheet.eligibility.required, who, {})
        if len(way) == 1 and can_be_brought(way)
    }
    assert lacking_one
    assert lacking_one <= opened


def test_a_change_that_needs_the_issuer_is_not_said_to_open_anything(catalog: Catalog) -> None:
    found = find_unlocks(catalog, Profile(complete=True, age=30), {})
    assert not any(each.change.needs_issuer for each in found)


def test_no_two_changes_named_are_alike(catalog: Catalog) -> None:
    found = find_unlocks(catalog, Profile(complete=True), {})
    told = [(each.change.test, each.opens) for each in found]
    assert len(set(told)) == len(told)


def test_what_is_nearest_comes_first_and_of_those_alike_what_opens_most(catalog: Catalog) -> None:
    worked = Profile.model_validate(
        {"complete": True, "education": "high-school", "experience_months": {"ehr": 11}}
    )
    found = find_unlocks(catalog, worked, {})
    assert found[0].change.months == 1
    order = [(effort((each.change,)), -len(each.opens)) for each in found]
    assert order == sorted(order)
    assert len(set(order)) > 1


def test_no_change_opens_an_exam_that_is_retired_or_open_already(catalog: Catalog) -> None:
    found = find_unlocks(catalog, Profile(complete=True), {})
    opened = {key for each in found for key in each.opens}
    assert "ahima/chp" not in opened
    assert "aapc/cpc" not in opened


def test_at_most_twelve_ways_are_named(catalog: Catalog) -> None:
    rule = AnyOf(any_of=tuple(held(key) for key in list(catalog.credentials)[:14]))
    assert len(ways(catalog, rule)) == 12


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
def test_a_higher_degree_makes_a_lower_one_idle_unless_that_has_a_field_of_its_own(
    catalog: Catalog, tests: tuple[EducationTest, ...], kept: set[str]
) -> None:
    (way,) = ways(catalog, AllOf(all_of=tests))
    assert {str(getattr(each.condition, "at_least", "")) for each in way} == kept


@pytest.mark.parametrize(
    ("tests", "kept"),
    [
        ((work(24), work(12)), {24}),
        ((work(24), work(12, specialty="oncology")), {24, 12}),
        ((work(24, "billing"), work(12)), {24, 12}),
    ],
    ids=["longer", "a specialty", "another kind"],
)
def test_longer_work_makes_shorter_work_of_its_kind_idle(
    catalog: Catalog, tests: tuple[ExperienceTest, ...], kept: set[int]
) -> None:
    (way,) = ways(catalog, AllOf(all_of=tests))
    assert {getattr(each.condition, "months", 0) for each in way} == kept


@pytest.mark.parametrize("test", [work(24), school("associate")], ids=["work", "school"])
def test_of_two_that_ask_for_as_much_neither_makes_the_other_idle(
    catalog: Catalog, test: ExperienceTest | EducationTest
) -> None:
    again = test.model_copy(update={"text": "In other words"})
    (way,) = ways(catalog, AllOf(all_of=(test, again)))
    assert {change.text for change in way} == {test.text, "In other words"}


def test_the_changes_of_a_way_begin_with_the_cheapest(catalog: Catalog) -> None:
    rule = AllOf(all_of=(held("aapc/cpc"), held("ahima/cca")))
    costs = {"ahima/cca": 300.0, "aapc/cpc": 500.0}
    assert in_words(ways(catalog, rule, costs)) == [["ahima/cca", "aapc/cpc"]]


def test_what_the_issuer_has_to_say_changes_nothing_in_a_profile(catalog: Catalog) -> None:
    given = {"test": "ask-issuer", "question": "May I?", "text": "Its leave"}
    (way,) = ways(catalog, IssuerDecides.model_validate(given | STATED))
    profile = Profile(complete=True, age=30)
    assert apply_changes(profile, way) == profile


def test_the_way_to_a_lower_degree_leaves_out_the_way_to_a_higher_one(catalog: Catalog) -> None:
    rule = AnyOf(any_of=(AllOf(all_of=(school("bachelor"), work(6))), school("bachelor")))
    assert in_words(ways(catalog, rule)) == [["School: bachelor"]]


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
def test_work_says_how_much_more_it_takes(
    catalog: Catalog, test: ExperienceTest, done: int, text: str
) -> None:
    assert in_words(ways(catalog, test, experience_months={"coding": done})) == [[text]]


def test_months_that_may_have_been_worked_are_not_counted(catalog: Catalog) -> None:
    (way,) = ways(catalog, work(24), complete=False)
    assert [(change.months, change.cost) for change in way] == [(24, 0)]


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
    test = held("aapc/cpc", "ahima/cca", at_least=at_least)
    assert [each.cost for each in ways(catalog, test, costs)[0]] == [cost]


@pytest.mark.parametrize(("age", "months"), [(16, 24), (None, None)], ids=["16", "not known"])
def test_an_age_takes_the_years_that_lack(
    catalog: Catalog, age: int | None, months: int | None
) -> None:
    given = {"test": "age", "at_least": 18, "text": "An age of 18"}
    ((change,),) = ways(catalog, AgeTest.model_validate(given | STATED), age=age)
    assert (change.months, change.cost) == (months, 0)


def test_what_only_the_issuer_can_say_has_to_be_confirmed_and_has_no_price(
    catalog: Catalog,
) -> None:
    given = {"test": "ask-issuer", "question": "May I?", "text": "Its leave"}
    ((change,),) = ways(catalog, IssuerDecides.model_validate(given | STATED))
    assert change.text == "Its leave (the issuer has to confirm it)"
    assert (change.cost, change.months) == (None, None)


@pytest.mark.parametrize(
    "first_then",
    [
        (held("ahima/cca"), held("aapc/cpc")),
        (held("aapc/cpc"), held("nha/cbcs")),
        (work(12), work(24, "billing")),
        (work(24), school("associate", field="nursing")),
        (work(12), work(12, "billing", specialty="oncology")),
    ],
    ids=["cheaper", "of a known price", "quicker", "without the issuer", "of no specialty"],
)
def test_the_easier_of_two_ways_comes_first(
    catalog: Catalog, first_then: tuple[ExperienceTest | EducationTest | CredentialTest, ...]
) -> None:
    costs = {"ahima/cca": 300.0, "aapc/cpc": 500.0}
    for order in (first_then, first_then[::-1]):
        found = ways(catalog, AnyOf(any_of=order), costs)
        assert [way[0].condition for way in found] == list(first_then)


def test_a_change_never_takes_away_what_a_person_has(catalog: Catalog) -> None:
    before = Profile.model_validate(
        {
            "education": "master",
            "experience_months": {"coding": 40, "billing": 6},
            "credentials": ["aapc/cpc"],
            "licenses": ["rn"],
            "training": [{"subject": "billing"}],
            "him_program": "cahiim-associate",
            "him_program_stage": "coursework-done",
            "courses": ["pharmacology"],
            "age": 40,
        }
    )
    rule = AllOf(
        all_of=(
            school("associate"),
            work(24, "billing"),
            held("ahima/cca"),
            LicenseTest.model_validate(
                {"test": "license", "any": ["md"], "text": "A physician"} | STATED
            ),
            TrainingTest.model_validate(
                {"test": "training", "subject": ["coding"], "text": "A course"} | STATED
            ),
            HimProgramTest.model_validate(
                {
                    "test": "him-program",
                    "any": ["cahiim-bachelor", "cahiim-associate"],
                    "stage": "final-term",
                    "text": "A program",
                }
                | STATED
            ),
            CourseTest.model_validate(
                {"test": "course", "all": ["icd-coding"], "text": "A course"} | STATED
            ),
            AgeTest.model_validate({"test": "age", "at_least": 18, "text": "18"} | STATED),
        )
    )
    (way,) = missing_changes(rule, build_person(catalog, Profile(complete=True)), {})
    after = apply_changes(before, way)
    assert str(after.education) == "master"
    assert dict(after.experience_months) == {"coding": 40, "billing": 24}
    assert after.credentials == ("aapc/cpc", "ahima/cca")
    assert after.licenses == ("rn", "md")
    assert [program.subject for program in after.training or ()] == ["billing", "coding"]
    assert (after.him_program, after.him_program_stage) == (
        "cahiim-associate",
        "coursework-done",
    )
    assert after.courses == ("pharmacology", "icd-coding")
    assert after.age == 40


def test_work_of_another_kind_that_counts_shortens_what_is_to_be_done(catalog: Catalog) -> None:
    test = ExperienceTest.model_validate(
        {"test": "experience", "kind": ["coding", "billing"], "months": 24, "text": "Work"} | STATED
    )
    before = Profile.model_validate({"complete": True, "experience_months": {"billing": 10}})
    (way,) = missing_changes(test, build_person(catalog, before), {})
    assert dict(apply_changes(before, way).experience_months) == {"coding": 14, "billing": 10}
