"""Rules on who may sit as CTDL's condition profiles.

Of several profiles all are required. A profile asks for everything that it states itself and,
where it has alternatives, for any one of them.
"""

from collections.abc import Iterator

from cert_model.export.linked_data.costs import dues
from cert_model.export.linked_data.subject import Node, Subject
from cert_model.export.linked_data.terms import (
    EDUCATION_LEVELS,
    concept,
    english,
    english_texts,
    without_none,
)
from cert_model.formatting import as_ended
from cert_model.formatting.facts import format_rule
from cert_model.schema import Fact
from cert_model.schema.rules import (
    AgeTest,
    AllOf,
    AnyOf,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    Rule,
    Test,
    ways_to_meet,
)
from cert_model.vocabulary import FormalityKind, Need

_MONTHS_A_YEAR = 12


def rule_profiles(subject: Subject, rule: Rule | None) -> list[Node]:
    """The profiles that say what a rule asks for; none where the rule is not known."""
    if rule is None:
        return []
    return [_profile(subject, part) for part in _parts(_one_credential_a_test(subject, rule))]


def _parts(rule: Rule) -> Iterator[Rule]:
    """The rules that must all be met for one to be met."""
    if isinstance(rule, AllOf):
        for part in rule.all_of:
            yield from _parts(part)
    else:
        yield rule


def _one_credential_a_test(subject: Subject, rule: Rule) -> Rule:
    """The same rule with an alternative for each credential, where any one of several counts."""
    if isinstance(rule, AllOf):
        return AllOf(all_of=tuple(_one_credential_a_test(subject, part) for part in rule.all_of))
    if isinstance(rule, AnyOf):
        return AnyOf(any_of=tuple(_one_credential_a_test(subject, part) for part in rule.any_of))
    if isinstance(rule, CredentialTest) and rule.at_least == 1 and len(rule.any) > 1:
        sheets = subject.catalog.credentials
        return AnyOf(
            any_of=tuple(
                rule.model_copy(update={"any": (key,), "text": f"Hold the {sheets[key].name}"})
                for key in rule.any
            )
        )
    return rule


def _profile(subject: Subject, rule: Rule) -> Node:
    """One profile for a rule, with its alternatives nested."""
    if isinstance(rule, AnyOf):
        return {**_described(rule), **_alternatives(subject, rule)}
    parts = list(_parts(rule))
    choices = [part for part in parts if isinstance(part, AnyOf)]
    if len(choices) > 1:  # a profile has one set of alternatives, so the ways are spelled out
        ways = tuple(AllOf(all_of=way) for way in ways_to_meet(rule))
        return {**_described(rule), **_alternatives(subject, AnyOf(any_of=ways))}
    tests = [part for part in parts if not isinstance(part, AllOf | AnyOf)]
    profile = {**_described(rule), **_stated(subject, tests)}
    return {**profile, **_alternatives(subject, choices[0])} if choices else profile


def _described(rule: Rule) -> Node:
    return {
        "@type": "ceterms:ConditionProfile",
        "ceterms:description": english(as_ended(format_rule(rule))),
    }


def _alternatives(subject: Subject, rule: AnyOf) -> Node:
    return {"ceterms:alternativeCondition": [_profile(subject, part) for part in rule.any_of]}


def _stated(subject: Subject, tests: list[Test]) -> Node:
    """What a profile asks for itself: each test in words, and in CTDL's terms where they fit.

    A term in which two tests differ is left out, since a profile has each term once; their words
    are there.
    """
    node: Node = {"ceterms:condition": english_texts(test.text for test in tests)}
    in_terms = [_in_terms(subject, test) for test in tests]
    for terms in in_terms:
        for name, value in terms.items():
            if sum(name in others for others in in_terms) == 1:
                node[name] = value
    return {**node, **subject.evidence(*tests)}


def _in_terms(subject: Subject, test: Test) -> Node:
    """What of a test CTDL has terms for."""
    match test:
        case ExperienceTest():
            years = round(test.months / _MONTHS_A_YEAR, 2)
            return {
                "ceterms:yearsOfExperience": years,
                "ceterms:experience": english(test.text),
            }
        case AgeTest():
            return {"ceterms:minimumAge": test.at_least}
        case EducationTest() if level := EDUCATION_LEVELS.get(test.at_least):
            return {"ceterms:audienceLevelType": [concept(level)]}
        case CredentialTest(any=(key,)):
            return {"ceterms:targetCredential": [subject.name_of(f"credentials/{key}")]}
    return {}


def formality_profiles(subject: Subject) -> list[Node]:
    """What is to be settled before the exam: formalities, and a membership that is required."""
    formalities = subject.sheet.eligibility.formalities
    profiles = [
        {
            "@type": "ceterms:ConditionProfile",
            "ceterms:name": english(formality.kind.label),
            "ceterms:description": english(as_ended(formality.text)),
            "ceterms:estimatedCost": (
                dues(subject) if formality.kind is FormalityKind.MEMBERSHIP else None
            ),
            **subject.evidence(formality),
        }
        for formality in formalities
    ]
    if not any(formality.kind is FormalityKind.MEMBERSHIP for formality in formalities):
        profiles += membership_profiles(subject, subject.sheet.membership.to_sit)
    return [without_none(profile) for profile in profiles]


def membership_profiles(subject: Subject, need: Fact[Need] | None) -> list[Node]:
    """A membership of the issuer with its dues, where it is known to be required."""
    if need is None or need.value is not Need.REQUIRED:
        return []
    profile = {
        "@type": "ceterms:ConditionProfile",
        "ceterms:name": english(FormalityKind.MEMBERSHIP.label),
        "ceterms:description": english(f"Membership of {subject.issuer.letters}."),
        "ceterms:estimatedCost": dues(subject),
        **subject.evidence(need),
    }
    return [without_none(profile)]
