"""Rules made up for the purpose as condition profiles, and what of a person's case they ask for."""

from itertools import product
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.export.linked_data import ctdl_document, uuid_name
from cert_model.export.linked_data.conditions import rule_profiles
from cert_model.export.linked_data.subject import Subject
from cert_model.schema.rules import AgeTest, AllOf, AnyOf, ExperienceTest, LicenseTest, Rule
from cert_model.vocabulary import ExperienceKind, License, Need

Node = dict[str, Any]


@pytest.fixture(scope="module")
def subject(demo: Catalog) -> Subject:
    return Subject(demo, demo.credentials["demo/abc"], uuid_name)


def work(months: int, text: str) -> ExperienceTest:
    return ExperienceTest(
        test="experience",
        kind=(ExperienceKind.CODING,),
        months=months,
        text=text,
        src=("issuer-page",),
    )


def license_of(text: str, as_of: str | None = None) -> LicenseTest:
    return LicenseTest(
        test="license", any=(License.RN,), text=text, src=("issuer-page",), as_of=as_of
    )


A, B, C, D = (license_of(text) for text in "ABCD")


def is_met(profile: Node, met: set[str]) -> bool:
    others = profile.get("ceterms:alternativeCondition")
    stated = profile.get("ceterms:condition", {"en": []})["en"]
    return set(stated) <= met and (others is None or any(is_met(other, met) for other in others))


@pytest.mark.parametrize(
    ("rule", "by_hand"),
    [
        (AllOf(all_of=(A, B)), lambda met: met >= {"A", "B"}),
        (AnyOf(any_of=(A, AllOf(all_of=(B, C)))), lambda met: "A" in met or met >= {"B", "C"}),
        (
            AnyOf(any_of=(A, AllOf(all_of=(B, AnyOf(any_of=(C, D)))))),
            lambda met: "A" in met or ("B" in met and bool(met & {"C", "D"})),
        ),
        (
            AnyOf(any_of=(AllOf(all_of=(AnyOf(any_of=(A, B)), AnyOf(any_of=(C, D)))),)),
            lambda met: bool(met & {"A", "B"}) and bool(met & {"C", "D"}),
        ),
        (
            AllOf(all_of=(AnyOf(any_of=(A, B)), AnyOf(any_of=(C, D)))),
            lambda met: bool(met & {"A", "B"}) and bool(met & {"C", "D"}),
        ),
    ],
)
def test_profiles_are_met_by_whoever_meets_the_rule(
    subject: Subject, rule: Rule, by_hand: Any
) -> None:
    profiles = rule_profiles(subject, rule)
    for truths in product((True, False), repeat=4):
        met = {text for text, truth in zip("ABCD", truths, strict=True) if truth}
        assert all(is_met(profile, met) for profile in profiles) == by_hand(met)


def test_a_test_is_said_in_words_and_in_the_terms_of_the_vocabulary(subject: Subject) -> None:
    (half_a_year,) = rule_profiles(subject, work(6, "Half a year of coding"))
    assert half_a_year["ceterms:yearsOfExperience"] == 0.5
    assert half_a_year["ceterms:condition"] == {"en": ["Half a year of coding"]}
    of_age = AgeTest(test="age", at_least=18, text="18 years old", src=("issuer-page",))
    (adult,) = rule_profiles(subject, of_age)
    assert adult["ceterms:minimumAge"] == 18


def test_two_tests_that_need_one_term_are_there_in_words_alone(subject: Subject) -> None:
    both = AllOf(all_of=(work(12, "A year of coding"), work(24, "Two years of billing")))
    (group,) = rule_profiles(subject, AnyOf(any_of=(both, A)))
    first, second = group["ceterms:alternativeCondition"]
    assert "ceterms:yearsOfExperience" not in first
    assert first["ceterms:condition"]["en"] == ["A year of coding", "Two years of billing"]
    assert second["ceterms:condition"]["en"] == ["A"]


def test_a_date_is_given_where_all_that_is_said_held_then(subject: Subject) -> None:
    dated, undated = license_of("A", "2024"), license_of("B")
    group = AnyOf(any_of=(AllOf(all_of=(dated, undated)), dated))
    (profile,) = rule_profiles(subject, group)
    mixed, plain = profile["ceterms:alternativeCondition"]
    assert "dct:valid" not in mixed
    assert plain["dct:valid"] == "2024"


def test_a_rule_that_is_not_known_asks_for_nothing(subject: Subject) -> None:
    assert rule_profiles(subject, None) == []


def test_a_membership_is_a_condition_of_what_it_is_required_for(catalog: Catalog) -> None:
    seen: set[tuple[bool, bool]] = set()
    for key, sheet in catalog.credentials.items():
        credential = ctdl_document(catalog, key)["@graph"][0]
        to_sit, to_hold = sheet.membership.to_sit, sheet.membership.to_hold
        is_formality = any(step.kind == "membership" for step in sheet.eligibility.formalities)
        needed = (
            is_formality or (to_sit is not None and to_sit.value is Need.REQUIRED),
            to_hold is not None and to_hold.value is Need.REQUIRED,
        )
        stated = tuple(
            any(
                profile.get("ceterms:name") == {"en": "Membership"}
                for profile in credential.get(f"ceterms:{name}", ())
            )
            for name in ("requires", "renewal")
        )
        assert stated == needed, key
        seen.add(needed)
    assert seen >= {(True, True), (False, False), (False, True)}
