"""Examples that the tests of eligibility share: conditions, people, and edited catalogs."""

from dataclasses import replace
from typing import Any

from cert_model.catalog import Catalog
from cert_model.eligibility import (
    MAY_SIT,
    Changes,
    Outcome,
    Profile,
    assess,
    build_person,
    missing_changes,
    parse_profile,
)
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.overview import costs_to_earn
from cert_model.schema import Credential
from cert_model.schema.rules import (
    CredentialTest,
    EducationTest,
    ExperienceTest,
    Rule,
)
from cert_model.vocabulary import (
    Course,
    EducationLevel,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
    Term,
    TrainingSubject,
    Verdict,
)

STATED = {"as_of": "2026", "src": ["a-guide"]}
"""The evidence of a made-up condition."""

OPTIONS: dict[str, type[Term]] = {
    "education": EducationLevel,
    "him-program": HimProgram,
    "him-stage": ProgramStage,
    "work": ExperienceKind,
    "training": TrainingSubject,
    "courses": Course,
    "licenses": License,
}
"""By question with fixed options, the vocabulary of its options."""


def work(months: int, kind: str = "coding", **more: Any) -> ExperienceTest:
    """A condition on months of work."""
    fields = {"test": "experience", "kind": [kind], "months": months, "text": "Work", **more}
    return ExperienceTest.model_validate(fields | STATED)


def school(level: str, **more: Any) -> EducationTest:
    """A condition on the highest level of education."""
    fields = {"test": "education", "at_least": level, "text": f"School: {level}", **more}
    return EducationTest.model_validate(fields | STATED)


def credentials(*ids: str, at_least: int = 1) -> CredentialTest:
    """A condition on credentials held."""
    fields = {"test": "credential", "any": ids, "at_least": at_least, "text": " or ".join(ids)}
    return CredentialTest.model_validate(fields | STATED)


CODER = "{complete: true, education: high-school, age: 30, experience_months: {coding: 24}}"

BEGINNER = "{complete: true, education: high-school, age: 19}"


def outcome_of(catalog: Catalog, key: str, profile: str) -> Outcome:
    """The outcome for a profile in YAML."""
    person = build_person(catalog, parse_profile(catalog, profile.encode()))
    return assess(catalog, key, person, costs_to_earn(catalog))


def changes_for(
    catalog: Catalog, rule: Rule, costs: dict[str, float] | None = None, **stated: Any
) -> list[Changes]:
    """What somebody lacks who has a diploma, so that the CCA exam is open to them."""
    diploma = {"complete": True, "education": "high-school"}
    person = build_person(catalog, Profile.model_validate({**diploma, **stated}))
    return missing_changes(rule, person, costs or {})


def can_be_applied(changes: Changes) -> bool:
    """Whether a profile can express the whole set: no consent, no credential without an id."""
    return not any(
        change.needs_issuer
        or (isinstance(change.condition, CredentialTest) and not change.condition.any)
        for change in changes
    )


def with_sheet(catalog: Catalog, sheet: Credential) -> Catalog:
    """The catalog with one fact sheet replaced."""
    return replace(catalog, credentials={**catalog.credentials, sheet.id: sheet})


def with_rule(catalog: Catalog, key: str, rule: Rule) -> Catalog:
    """The catalog with nothing else required for one credential."""
    sheet = catalog.credentials[key]
    eligibility = sheet.eligibility.model_copy(update={"required": rule})
    return with_sheet(catalog, sheet.model_copy(update={"eligibility": eligibility}))


def may_sit(catalog: Catalog, profile: Profile) -> set[str]:
    """The ids of the credentials for which a person may sit."""
    verdicts = decide_verdicts(catalog, build_person(catalog, profile))
    return {key for key, verdict in verdicts.items() if verdict in MAY_SIT}


def may_sit_or_holds(catalog: Catalog, profile: Profile) -> set[str]:
    """The ids of the credentials that a person holds or for which they may sit."""
    verdicts = decide_verdicts(catalog, build_person(catalog, profile))
    return {key for key, verdict in verdicts.items() if verdict in (*MAY_SIT, Verdict.HELD)}
