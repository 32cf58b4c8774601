"""Whether somebody would come to an exam without training, which the sum of a plan leaves out."""

from collections.abc import Mapping
from types import MappingProxyType

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.eligibility.person import month_spans
from cert_model.paths.plan import Plan
from cert_model.paths.steps import Action, Step
from cert_model.schema import Credential
from cert_model.vocabulary import ExperienceKind, HimProgram, Role, TrainingSubject

_KINDS: Mapping[Role, tuple[ExperienceKind, ...]] = MappingProxyType(
    {
        Role.CODING: (ExperienceKind.CODING,),
        Role.BILLING: (ExperienceKind.BILLING,),
        Role.AUDITING: (ExperienceKind.AUDITING,),
        Role.CDI: (ExperienceKind.INPATIENT_CDI, ExperienceKind.OUTPATIENT_CDI),
        Role.COMPLIANCE: (ExperienceKind.COMPLIANCE,),
        Role.MANAGEMENT: (ExperienceKind.PRACTICE_MANAGEMENT,),
        Role.HEALTH_INFORMATION: (ExperienceKind.EHR,),
        Role.DATA: (ExperienceKind.DATA_ANALYSIS,),
        Role.PRIVACY: (ExperienceKind.PRIVACY_SECURITY,),
        Role.PATIENT_ACCESS: (ExperienceKind.PATIENT_ACCESS,),
    }
)
"""The work of each role."""
_SUBJECTS: Mapping[Role, TrainingSubject] = MappingProxyType(
    {
        Role.CODING: TrainingSubject.CODING,
        Role.BILLING: TrainingSubject.BILLING,
        Role.AUDITING: TrainingSubject.AUDITING,
        Role.CDI: TrainingSubject.CDI,
        Role.COMPLIANCE: TrainingSubject.COMPLIANCE,
        Role.HEALTH_INFORMATION: TrainingSubject.EHR,
    }
)
"""What a program for each role teaches; other roles have no such program."""


def untrained_exam(catalog: Catalog, profile: Profile, plan: Plan) -> str | None:
    """The id of the credential whose exam a person comes to first without training for it.

    None for whoever has been trained for such work or has done it, for whoever holds a credential,
    and where a program or the work itself comes first or no exam does. What a person has not said
    counts as not there: the sum of a plan has no training in it that no rule requires.
    """
    exam = next((step for step in plan.steps if step.action is Action.EXAM), None)
    if exam is None or exam.credential is None or profile.credentials:
        return None
    sheet = catalog.credentials[exam.credential]
    return None if _is_prepared(_at(exam, profile, plan), sheet) else sheet.id


def _at(exam: Step, profile: Profile, plan: Plan) -> Profile:
    """What a person has when they sit for an exam of a plan."""
    for step in plan.steps:
        if step is not exam and step.ends.typical <= exam.ends.typical:
            profile = step.effect(profile)
    return profile


def _is_prepared(profile: Profile, sheet: Credential) -> bool:
    """Whether somebody has been trained for the work of a credential, or has done it."""
    if profile.him_program not in (None, HimProgram.NONE):
        return True
    taught = {training.subject for training in profile.training or ()}
    if taught & {_SUBJECTS[role] for role in sheet.roles if role in _SUBJECTS}:
        return True
    months = month_spans(profile.experience_months, profile.complete)
    return any(months[kind].low > 0 for role in sheet.roles for kind in _KINDS[role])
