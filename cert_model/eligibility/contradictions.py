"""What contradicts itself in a profile; the rest of a profile can be anything that is true."""

from collections.abc import Iterator

from cert_model.catalog import Catalog
from cert_model.eligibility.person import INCLUDED_KINDS
from cert_model.eligibility.profile import Profile
from cert_model.eligibility.schooling import DEGREE_OF, EDUCATION_RANK, most_schooling_shown
from cert_model.vocabulary import EducationLevel, HimProgram, ProgramStage


def contradictions(catalog: Catalog, profile: Profile) -> Iterator[str]:
    """Each contradiction in a profile, as one line that says how to mend it."""
    months = profile.experience_months
    for wider, kinds in INCLUDED_KINDS.items():
        for kind in kinds:
            if wider in months and months[wider] < months.get(kind, 0):
                yield (
                    f"experience_months: {wider} includes {kind}, so it cannot be less: "
                    f"{months[wider]} and {months[kind]}"
                )
    longest = max(months, key=months.__getitem__, default=None)
    if longest is not None and profile.age is not None and months[longest] > 12 * profile.age + 12:
        yield (
            f"experience_months: {months[longest]} months of {longest} contradict an age of "
            f"{profile.age}; correct one of them"
        )
    degree = DEGREE_OF.get(profile.him_program or HimProgram.NONE)
    has_graduated = profile.him_program_stage is ProgramStage.GRADUATED
    if degree is not None and has_graduated and _is_below(profile.education, degree):
        yield (
            f"education: {profile.education} contradicts having graduated from "
            f"{profile.him_program}; write {degree}"
        )
    held = profile.credentials or ()
    shown = most_schooling_shown(catalog, held)
    if shown.by is not None and _is_below(profile.education, shown.level):
        yield (
            f"education: {profile.education} contradicts holding {shown.by}, which needed at least "
            f"{shown.level}; write what was finished"
        )
    for key in held:
        full = catalog.credentials[key].same_exam_as
        if full in held:
            yield f"credentials: {key} has become {full} for its holder; name one of them"


def _is_below(level: EducationLevel | None, other: EducationLevel) -> bool:
    return level is not None and EDUCATION_RANK[level] < EDUCATION_RANK[other]
