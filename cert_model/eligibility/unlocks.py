"""Applying changes to a profile, and the exams that each single change would open."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cert_model.catalog import Catalog
from cert_model.eligibility.changes import Change, effort, missing_changes
from cert_model.eligibility.person import STAGE_RANK, Person, build_person
from cert_model.eligibility.profile import Profile, Training
from cert_model.eligibility.schooling import EDUCATION_RANK
from cert_model.eligibility.verdicts import MAY_SIT, decide_verdicts
from cert_model.schema.rules import (
    AgeTest,
    Condition,
    CourseTest,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    HimProgramTest,
    LicenseTest,
    TrainingTest,
)
from cert_model.vocabulary import Approver, EducationLevel, ProgramStage


@dataclass(frozen=True)
class Unlock:
    """A single change, and the ids of the credentials for which one could then sit."""

    change: Change
    opens: tuple[str, ...]


def find_unlocks(
    catalog: Catalog,
    profile: Profile,
    costs_to_earn: Mapping[str, float],
    among: Collection[str] | None = None,
) -> list[Unlock]:
    """Every single change that opens at least one exam, in the order of ``effort``.

    Of changes that take the same effort, the one that opens most exams comes first. ``among``
    limits the exams to some credentials, by id; ``costs_to_earn`` are dollars by id.
    """
    keys = catalog.credentials if among is None else among
    person = build_person(catalog, profile)
    before = decide_verdicts(catalog, person)
    unlocks: dict[tuple[str, ...], Unlock] = {}
    for change in _single_changes(catalog, profile, person, costs_to_earn):
        changed = build_person(catalog, apply_changes(profile, [change]))
        # Whoever would have to earn a credential first has none of the schooling that it shows.
        after = decide_verdicts(catalog, replace(changed, shown_schooling=person.shown_schooling))
        opens = tuple(key for key in keys if after[key] in MAY_SIT and before[key] not in MAY_SIT)
        if opens:
            unlocks.setdefault((*opens, change.test), Unlock(change, opens))
    return sorted(
        unlocks.values(), key=lambda unlock: (effort((unlock.change,)), -len(unlock.opens))
    )


def _single_changes(
    catalog: Catalog,
    profile: Profile,
    person: Person,
    costs_to_earn: Mapping[str, float],
) -> Iterator[Change]:
    """The changes of which one alone would meet the requirements of some exam.

    Of changes with the same effect on the profile only the first is given.
    """
    effects: set[str] = set()
    for sheet in catalog.credentials.values():
        required = sheet.eligibility.required
        if required is None:
            continue
        for changes in missing_changes(required, person, costs_to_earn):
            if len(changes) == 1 and not changes[0].needs_issuer:
                effect = repr(apply_changes(profile, changes))
                if effect not in effects:
                    effects.add(effect)
                    yield changes[0]


def apply_changes(profile: Profile, changes: Iterable[Change]) -> Profile:
    """The profile after the changes; nothing the person has is taken away.

    A change that a profile cannot express, such as the issuer's consent, leaves it as it is.
    """
    for change in changes:
        updates = _UPDATES.get(type(change.condition))
        if updates is not None:
            profile = profile.model_copy(update=updates(profile, change.condition))
    return profile


def _education_updates(profile: Profile, test: EducationTest) -> dict[str, Any]:
    current = profile.education or EducationLevel.NONE
    return {"education": max(current, test.at_least, key=EDUCATION_RANK.__getitem__)}


def _experience_updates(profile: Profile, test: ExperienceTest) -> dict[str, Any]:
    months = dict(profile.experience_months)
    first_kind, *other_kinds = test.kind
    others = sum(months.get(kind, 0) for kind in other_kinds)
    months[first_kind] = max(months.get(first_kind, 0), test.months - others)
    return {"experience_months": months}


def _credential_updates(profile: Profile, test: CredentialTest) -> dict[str, Any]:
    return {"credentials": (*(profile.credentials or ()), *test.any[: test.at_least])}


def _license_updates(profile: Profile, test: LicenseTest) -> dict[str, Any]:
    return {"licenses": (*(profile.licenses or ()), test.any[0])}


def _training_updates(profile: Profile, test: TrainingTest) -> dict[str, Any]:
    approver = test.approved_by[0] if test.approved_by else Approver.NONE
    training = Training(
        subject=test.subject[0], approved_by=approver, years_since=0, hours=test.least_hours
    )
    return {"training": (*(profile.training or ()), training)}


def _course_updates(profile: Profile, test: CourseTest) -> dict[str, Any]:
    return {"courses": tuple(dict.fromkeys((*(profile.courses or ()), *test.all)))}


def _him_program_updates(profile: Profile, test: HimProgramTest) -> dict[str, Any]:
    current, stage = profile.him_program, profile.him_program_stage
    program = current if current in test.any else test.any[0]
    later_stage = max(stage or ProgramStage.FINAL_TERM, test.stage, key=STAGE_RANK.__getitem__)
    return {"him_program": program, "him_program_stage": later_stage}


def _age_updates(profile: Profile, test: AgeTest) -> dict[str, Any]:
    return {"age": max(profile.age or 0, test.at_least)}


_UPDATES: dict[type[Condition], Callable[[Profile, Any], dict[str, Any]]] = {
    EducationTest: _education_updates,
    ExperienceTest: _experience_updates,
    CredentialTest: _credential_updates,
    LicenseTest: _license_updates,
    TrainingTest: _training_updates,
    CourseTest: _course_updates,
    HimProgramTest: _him_program_updates,
    AgeTest: _age_updates,
}
"""By kind of condition, the profile fields that meeting it changes."""
