"""What a single change would open, and what applying changes does to a profile."""

from collections.abc import Sequence
from random import Random

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    MAY_SIT,
    Profile,
    apply_changes,
    build_person,
    find_unlocks,
    is_retired,
    missing_changes,
    parse_profile,
)
from cert_model.eligibility.changes import effort
from cert_model.schema.rules import (
    AgeTest,
    AllOf,
    CourseTest,
    ExperienceTest,
    HimProgramTest,
    IssuerDecides,
    LicenseTest,
    TrainingTest,
)
from tests import naive, profiles
from tests.eligibility.examples import (
    STATED,
    can_be_applied,
    changes_for,
    credentials,
    school,
    work,
)

PEOPLE = 15


def test_an_obvious_evaluator_agrees_on_what_a_single_change_opens(
    catalog: Catalog,
) -> None:
    sheets = {key: catalog.documents[key].data for key in catalog.credentials}
    random = Random(2)

    def may_sit(profile: Profile, held: Sequence[str]) -> set[str]:
        plain = profile.model_dump(mode="json", exclude_none=True) | {"schooled_by": held}
        plain["training"] = [
            {name: value for name, value in program.items() if value is not None}
            for program in plain.pop("training", ())
        ]
        if profile.training is None:
            del plain["training"]
        verdicts = naive.verdicts(sheets, plain)
        return {key for key, verdict in verdicts.items() if verdict in MAY_SIT}

    tried = 0
    for _ in range(PEOPLE):
        profile = Profile.model_validate(profiles.random_profile(random))
        held = profile.credentials or ()
        before = may_sit(profile, held)
        for unlock in find_unlocks(catalog, profile, {}):
            after = may_sit(apply_changes(profile, [unlock.change]), held)
            assert unlock.opens
            assert set(unlock.opens) == after - before, (profile, unlock.change)
            tried += 1
    assert tried > PEOPLE


def test_every_exam_that_one_change_would_open_is_opened_by_some_unlock(catalog: Catalog) -> None:
    profile = Profile(complete=True, age=30)
    person = build_person(catalog, profile)
    opened = {key for unlock in find_unlocks(catalog, profile, {}) for key in unlock.opens}
    lacking_one = {
        key
        for key, sheet in catalog.credentials.items()
        if sheet.eligibility.required is not None and not is_retired(sheet)
        for changes in missing_changes(sheet.eligibility.required, person, {})
        if len(changes) == 1 and can_be_applied(changes)
    }
    assert lacking_one
    assert lacking_one <= opened


def test_a_change_that_needs_the_issuer_opens_nothing(catalog: Catalog) -> None:
    unlocks = find_unlocks(catalog, Profile(complete=True, age=30), {})
    assert not any(unlock.change.needs_issuer for unlock in unlocks)


def test_no_two_unlocks_are_alike(catalog: Catalog) -> None:
    unlocks = find_unlocks(catalog, Profile(complete=True), {})
    listed = [(unlock.change.test, unlock.opens) for unlock in unlocks]
    assert len(set(listed)) == len(listed)


def test_the_easiest_unlock_comes_first_and_of_those_alike_the_one_that_opens_most(
    catalog: Catalog,
) -> None:
    worked = Profile.model_validate(
        {"complete": True, "education": "high-school", "experience_months": {"ehr": 11}}
    )
    unlocks = find_unlocks(catalog, worked, {})
    assert unlocks[0].change.months == 1
    order = [(effort((unlock.change,)), -len(unlock.opens)) for unlock in unlocks]
    assert order == sorted(order)
    assert len(set(order)) > 1


def test_no_unlock_opens_an_exam_that_is_retired_or_open_already(catalog: Catalog) -> None:
    unlocks = find_unlocks(catalog, Profile(complete=True), {})
    opened = {key for unlock in unlocks for key in unlock.opens}
    assert "ahima/chp" not in opened
    assert "aapc/cpc" not in opened


def test_the_consent_of_the_issuer_changes_nothing_in_a_profile(catalog: Catalog) -> None:
    fields = {"test": "ask-issuer", "question": "May I?", "text": "Its leave"}
    (changes,) = changes_for(catalog, IssuerDecides.model_validate(fields | STATED))
    profile = Profile(complete=True, age=30)
    assert apply_changes(profile, changes) == profile


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
            credentials("ahima/cca"),
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
    (changes,) = missing_changes(rule, build_person(catalog, Profile(complete=True)), {})
    after = apply_changes(before, changes)
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


def test_work_of_another_kind_that_counts_shortens_the_work_to_be_done(catalog: Catalog) -> None:
    test = ExperienceTest.model_validate(
        {"test": "experience", "kind": ["coding", "billing"], "months": 24, "text": "Work"} | STATED
    )
    before = Profile.model_validate({"complete": True, "experience_months": {"billing": 10}})
    (changes,) = missing_changes(test, build_person(catalog, before), {})
    assert dict(apply_changes(before, changes).experience_months) == {"coding": 14, "billing": 10}


def test_an_unlock_lists_the_exams_that_it_opens(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"{complete: true, age: 30, experience_months: {ehr: 12}}")
    opens = {unlock.change.test: unlock.opens for unlock in find_unlocks(catalog, profile, {})}
    assert {"ahima/cca", "ahima/ccs", "nha/cehrs"} <= set(opens["education"])


def test_unlocks_can_be_limited_to_some_exams(catalog: Catalog) -> None:
    profile = parse_profile(catalog, b"{complete: true, age: 30}")
    everywhere = find_unlocks(catalog, profile, {})
    limited = find_unlocks(catalog, profile, {}, ["ahima/cca"])
    assert {unlock.opens for unlock in limited} == {("ahima/cca",)}
    assert len(limited) < len(everywhere)


def test_a_credential_still_to_be_earned_shows_no_schooling(catalog: Catalog) -> None:
    beginner = Profile(complete=True, age=30)
    opened_by = {
        unlock.change.test
        for unlock in find_unlocks(catalog, beginner, {})
        if "ahima/cca" in unlock.opens
    }
    assert opened_by == {"education"}
