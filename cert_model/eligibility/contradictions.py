"""What contradicts itself in a profile; the rest of a profile can be anything that is true."""

from collections.abc import Iterator, Mapping

from cert_model.catalog import Catalog
from cert_model.eligibility.person import EDUCATION_RANK, INCLUDED_KINDS
from cert_model.eligibility.profile import Profile
from cert_model.vocabulary import EducationLevel, HimProgram, ProgramStage

_DEGREE_OF: Mapping[HimProgram, EducationLevel] = {
    HimProgram.CAHIIM_ASSOCIATE: EducationLevel.ASSOCIATE,
    HimProgram.CAHIIM_BACHELOR: EducationLevel.BACHELOR,
    HimProgram.CAHIIM_MASTER: EducationLevel.MASTER,
    HimProgram.CAHIIM_POST_BACCALAUREATE: EducationLevel.BACHELOR,
}
"""The level of education that somebody has who has graduated from a program."""


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
    degree = _DEGREE_OF.get(profile.him_program or HimProgram.NONE)
    has_graduated = profile.him_program_stage is ProgramStage.GRADUATED
    if degree is not None and has_graduated and _is_below(profile.education, degree):
        yield (
            f"education: {profile.education} contradicts having graduated from "
            f"{profile.him_program}; write {degree}"
        )
    held = profile.credentials or ()
    for key in held:
        full = catalog.credentials[key].same_exam_as
        if full in held:
            yield f"credentials: {key} has become {full} for its holder; name one of them"


def _is_below(level: EducationLevel | None, other: EducationLevel) -> bool:
    return level is not None and EDUCATION_RANK[level] < EDUCATION_RANK[other]
