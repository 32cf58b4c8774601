"""The evaluator agrees with an obvious one, and never takes back what is settled."""

import ast
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    Profile,
    Training,
    build_person,
    conditions,
    contradictions,
    exam_ids,
    ids_by_verdict,
    likely_verdict,
    possible_consequences,
)
from cert_model.eligibility.conditions import Truth
from cert_model.eligibility.person import month_spans
from cert_model.eligibility.rules import evaluate_rule
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.schema.rules import (
    Rule,
)
from cert_model.vocabulary import (
    Course,
    EducationLevel,
    ExperienceKind,
    License,
    Verdict,
)
from tests import naive, profiles
from tests.eligibility.examples import may_sit, may_sit_or_holds

PEOPLE = 10_000

FEWER_PEOPLE = 500


def test_an_obvious_evaluator_agrees_on_random_people(catalog: Catalog, people_count: int) -> None:
    sheets = {key: catalog.documents[key].data for key in catalog.credentials}
    random = Random(4)
    for _ in range(people_count):
        plain = profiles.random_profile(random)
        person = build_person(catalog, Profile.model_validate(plain))
        assert decide_verdicts(catalog, person) == naive.verdicts(sheets, plain), plain


def test_an_obvious_evaluator_agrees_on_what_passing_leads_to(
    catalog: Catalog, people_count: int
) -> None:
    sheets = {key: catalog.documents[key].data for key in catalog.credentials}
    random = Random(5)
    for _ in range(people_count // 5):
        plain = profiles.random_profile(random)
        person = build_person(catalog, Profile.model_validate(plain))
        consequences = {
            key: [
                (consequence.text, applies.name.lower())
                for consequence, applies in possible_consequences(sheet, person)
            ]
            for key, sheet in catalog.credentials.items()
        }
        assert consequences == naive.consequences(sheets, plain), plain


def test_the_obvious_evaluator_shares_no_code_with_the_other() -> None:
    source = ast.parse(Path(naive.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(source) if isinstance(node, ast.ImportFrom)}
    assert imported == {"collections.abc", "math", "typing"}
    assert not any(isinstance(node, ast.Import) for node in ast.walk(source))


@given(profiles.profiles, st.sampled_from(list(ExperienceKind)), st.sampled_from(profiles.MONTHS))
def test_more_experience_never_closes_an_exam(
    catalog: Catalog, profile: Profile, kind: ExperienceKind, months: int
) -> None:
    before = dict(profile.experience_months)
    more = profile.model_copy(
        update={"experience_months": {**before, kind: before.get(kind, 0) + months}}
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
    catalog: Catalog, profile: Profile, credential: str, license_: License
) -> None:
    more = profile.model_copy(
        update={
            "credentials": (*(profile.credentials or ()), credential),
            "licenses": (*(profile.licenses or ()), license_),
        }
    )
    assert may_sit_or_holds(catalog, profile) <= may_sit_or_holds(catalog, more)


def with_answers_added(catalog: Catalog, before: Profile, answers: Profile) -> Profile:
    """The profile with what it does not state taken from another, as far as that is possible.

    Nobody holds a credential whose exam asked for more schooling than they say they have.
    """
    added = {
        name: getattr(answers, name)
        for name in ("age", "education", "training", "courses", "credentials", "licenses")
        if getattr(before, name) is None
    }
    if added.get("credentials"):
        added["credentials"] = tuple(
            key
            for key in added["credentials"]
            if not any(
                contradictions(catalog, Profile(education=before.education, credentials=(key,)))
            )
        )
    if before.him_program is None:
        added["him_program"] = answers.him_program
    if (before.him_program or answers.him_program) and before.him_program_stage is None:
        added["him_program_stage"] = answers.him_program_stage
    months = dict(before.experience_months)
    for kind, added_months in answers.experience_months.items():
        possible = month_spans(months, before.complete)[kind]
        if kind not in months and possible.low <= added_months <= possible.high:
            months[kind] = added_months
    return before.model_copy(update={**added, "experience_months": months})


def required_rules(catalog: Catalog) -> dict[str, Rule]:
    rules = {key: sheet.eligibility.required for key, sheet in catalog.credentials.items()}
    return {key: rule for key, rule in rules.items() if rule is not None}


@given(profiles.incomplete, profiles.profiles)
def test_an_answer_never_takes_back_what_is_settled(
    catalog: Catalog, profile: Profile, answers: Profile
) -> None:
    before = build_person(catalog, profile)
    after = build_person(catalog, with_answers_added(catalog, profile, answers))
    for key, rule in required_rules(catalog).items():
        if evaluate_rule(rule, before) is not Truth.UNKNOWN:
            assert evaluate_rule(rule, after) is evaluate_rule(rule, before), key


@given(profiles.incomplete, profiles.profiles)
def test_an_answer_stays_between_the_worst_and_the_best_that_was_possible(
    catalog: Catalog, profile: Profile, answers: Profile
) -> None:
    before = build_person(catalog, profile)
    after = build_person(catalog, with_answers_added(catalog, profile, answers))
    for key, rule in required_rules(catalog).items():
        least = evaluate_rule(rule, before, conditions.worst_truth)
        most = evaluate_rule(rule, before, conditions.best_truth)
        assert least <= evaluate_rule(rule, after) <= most, key


def verdicts_of(catalog: Catalog, **stated: Any) -> dict[str, Verdict]:
    return decide_verdicts(catalog, build_person(catalog, Profile.model_validate(stated)))


def test_an_exam_shared_by_two_credentials_counts_once(catalog: Catalog) -> None:
    verdicts = verdicts_of(catalog)
    shared = {key: verdicts[key] for key in ("aapc/cpc", "aapc/cpc-a", "ahima/chp")}
    assert exam_ids(catalog, shared) == ["aapc/cpc"]
    assert exam_ids(catalog, {"aapc/cpc-a": verdicts["aapc/cpc-a"]}) == ["aapc/cpc-a"]


def test_an_exam_that_is_gone_counts_only_for_its_holders(catalog: Catalog) -> None:
    assert "ahima/chp" not in exam_ids(catalog, verdicts_of(catalog))
    assert "ahima/chp" in exam_ids(catalog, verdicts_of(catalog, credentials=["ahima/chp"]))


def test_a_retired_exam_is_closed_to_everybody_but_held_by_its_holders(catalog: Catalog) -> None:
    assert verdicts_of(catalog)["ahima/chp"] is Verdict.CLOSED
    assert verdicts_of(catalog, credentials=["ahima/chp"])["ahima/chp"] is Verdict.HELD


def test_before_any_answer_nobody_is_ready(catalog: Catalog) -> None:
    assert Verdict.READY not in verdicts_of(catalog).values()


def test_where_no_advice_was_found_nobody_is_ready(catalog: Catalog) -> None:
    best = {
        "complete": True,
        "education": "doctorate",
        "age": 40,
        "experience_months": dict.fromkeys(profiles.KINDS, 120),
        "licenses": profiles.LICENSES,
        "courses": profiles.COURSES,
    }
    ready = [key for key, verdict in verdicts_of(catalog, **best).items() if verdict == "ready"]
    assert ready
    assert all(catalog.credentials[key].eligibility.recommended is not None for key in ready)


@given(profiles.profiles)
def test_every_id_stands_under_its_verdict_in_the_order_given(
    catalog: Catalog, profile: Profile
) -> None:
    verdicts = decide_verdicts(catalog, build_person(catalog, profile))
    ids = sorted(verdicts, reverse=True)
    grouped = ids_by_verdict(verdicts, ids)
    assert list(grouped) == list(Verdict)
    for verdict, keys in grouped.items():
        assert keys == [key for key in ids if verdicts[key] is verdict]


@given(profiles.profiles)
def test_what_is_likely_never_is_a_verdict(catalog: Catalog, profile: Profile) -> None:
    person = build_person(catalog, profile)
    for key, verdict in decide_verdicts(catalog, person).items():
        likely = likely_verdict(catalog, key, person)
        assert likely is None or (verdict is Verdict.ASK_ISSUER and likely.facts), key
