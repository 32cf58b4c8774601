"""Random profiles, as plain data such as a YAML file holds, and as models."""

from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from cert_model.eligibility import Profile
from cert_model.schema.facts import find_models
from cert_model.schema.rules import CredentialTest
from cert_model.vocabulary import (
    Approver,
    Course,
    EducationLevel,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
    TrainingSubject,
)
from tests.catalogs import project_catalog

Plain = dict[str, Any]

CATALOG = project_catalog()
MONTHS = (0, 5, 6, 11, 12, 23, 24, 35, 36, 47, 48, 71, 72, 120)
"""Months on both sides of the thresholds in rules."""
AGES = (0, 16, 17, 18, 40, 120)
YEARS = (0, 0.5, 1, 1.5, 4, 4.5, 5, 6, 120)
LEVELS, STAGES = list(map(str, EducationLevel)), list(map(str, ProgramStage))
PROGRAMS = list(map(str, HimProgram))
KINDS, LICENSES = list(map(str, ExperienceKind)), list(map(str, License))
COURSES, SUBJECTS = list(map(str, Course)), list(map(str, TrainingSubject))
APPROVERS = list(map(str, Approver))


CREDENTIALS = list(CATALOG.credentials)
NAMED = sorted(
    {
        key
        for sheet in CATALOG.credentials.values()
        for _, test in find_models(sheet.eligibility, CredentialTest)
        for key in test.any
    }
)
"""The credentials that rules name."""


def _some(terms: list[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(terms), unique=True, max_size=most)


trainings = st.fixed_dictionaries(
    {"subject": st.sampled_from(SUBJECTS)},
    optional={"approved_by": st.sampled_from(APPROVERS), "years_since": st.sampled_from(YEARS)},
)
_held = st.one_of(st.sampled_from(NAMED), st.sampled_from(NAMED), st.sampled_from(CREDENTIALS))
_optional: dict[str, st.SearchStrategy[Any]] = {
    "complete": st.booleans(),
    "age": st.sampled_from(AGES),
    "education": st.sampled_from(LEVELS),
    "him_program": st.sampled_from(PROGRAMS),
    "him_program_stage": st.sampled_from(STAGES),
    "training": st.lists(trainings, max_size=3),
    "courses": _some(COURSES, 7),
    "experience_months": st.dictionaries(
        st.sampled_from(KINDS), st.sampled_from(MONTHS), max_size=6
    ),
    "credentials": st.lists(_held, unique=True, max_size=4),
    "licenses": _some(LICENSES, 3),
    "memberships": _some(list(CATALOG.issuers), 2),
}


def _possible(plain: Plain) -> Plain:
    """The profile without the stage of a program that it does not name."""
    if plain.get("him_program", "none") == "none":
        plain.pop("him_program_stage", None)
    return plain


plain_profiles = st.fixed_dictionaries({}, optional=_optional).map(_possible)
"""Profiles as plain data, with any of their fields missing."""
profiles = plain_profiles.map(Profile.model_validate)
incomplete = profiles.map(lambda profile: profile.model_copy(update={"complete": False}))
"""Profiles to which answers may still be added."""


def random_profile(random: Random) -> Plain:
    """A random profile as plain data, for tests that need thousands from one seed."""

    def some(terms: Sequence[str], most: int) -> list[str]:
        return random.sample(terms, random.randint(0, most))

    def program() -> Plain:
        details: Plain = {
            "approved_by": random.choice(APPROVERS),
            "years_since": random.choice(YEARS),
        }
        stated = {name: value for name, value in details.items() if random.random() < 0.8}
        return {"subject": random.choice(SUBJECTS), **stated}

    fields: Plain = {
        "complete": random.random() < 0.3,
        "age": random.choice(AGES),
        "education": random.choice(LEVELS),
        "him_program": random.choice(PROGRAMS),
        "him_program_stage": random.choice(STAGES),
        "training": [program() for _ in range(random.randint(0, 2))],
        "courses": random.choice((some(COURSES, 7), COURSES)),
        "experience_months": {kind: random.choice(MONTHS) for kind in some(KINDS, len(KINDS))},
        "credentials": [*some(NAMED, 2), *some(CREDENTIALS, 1)],
        "licenses": some(LICENSES, 2),
    }
    likely = random.choice((0.2, 0.5, 0.9, 1))
    return _possible({name: value for name, value in fields.items() if random.random() < likely})
