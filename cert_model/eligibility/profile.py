"""A person's profile: the answers that decide for which exams they may sit.

The fields are those of a profile file in YAML or JSON; ``README.md`` shows an example.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, Strict, model_validator

from cert_model.catalog import Catalog, Problem, UnknownCredential
from cert_model.loading.messages import format_field_path, validate
from cert_model.loading.raw_files import LARGEST_FILE
from cert_model.loading.yaml_reader import Document, parse_yaml
from cert_model.schema import Model
from cert_model.schema.facts import FieldPath, Flag
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

LONGEST_LIFE = 120
MOST_MONTHS = 840
"""Seventy years of work."""
MOST_HOURS = 10_000
"""Five years of full-time training."""

STAGE_WITHOUT_PROGRAM = "him_program_stage is given without a him_program; name the program"

Years = Annotated[float, Strict(), Field(ge=0, le=LONGEST_LIFE, allow_inf_nan=False)]
Months = Annotated[int, Strict(), Field(ge=0, le=MOST_MONTHS)]


class BadProfile(ValueError):
    """A profile that cannot be read; the message is one line that names the field."""

    def __init__(self, message: str, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.problem = problem
        """Where it is; None where the profile as a whole cannot be read."""


class Training(Model):
    """A training program that the person has finished."""

    subject: TrainingSubject
    approved_by: Approver | None = None
    years_since: Years | None = None
    hours: Annotated[float, Strict(), Field(ge=0, le=MOST_HOURS, allow_inf_nan=False)] | None = None
    """Its contact hours."""


class Profile(Model):
    """What a person has; None means not known.

    Months of ``coding`` include inpatient coding, and months of ``healthcare`` every kind of
    work in healthcare; ``person.month_spans`` works out the kinds not mentioned.
    """

    complete: Flag = False
    """Whether the person has nothing beyond what is mentioned."""
    age: Annotated[int, Strict(), Field(ge=0, le=LONGEST_LIFE)] | None = None
    education: EducationLevel | None = None
    """The highest level finished."""
    him_program: HimProgram | None = None
    him_program_stage: ProgramStage | None = None
    training: tuple[Training, ...] | None = None
    courses: tuple[Course, ...] | None = None
    experience_months: Mapping[ExperienceKind, Months] = {}
    credentials: tuple[str, ...] | None = None
    """The ids of the credentials held."""
    licenses: tuple[License, ...] | None = None
    memberships: tuple[str, ...] | None = None
    """The ids of the issuers of which the person is a member."""

    @model_validator(mode="after")
    def _stage_belongs_to_a_program(self) -> Self:
        if self.him_program_stage is not None and self.him_program in (None, HimProgram.NONE):
            raise ValueError(STAGE_WITHOUT_PROGRAM)
        return self

    def with_absent_fields(self) -> Self:
        """The profile with "none" in the fields that a complete profile leaves out.

        An age, the stage of a program and the year of a training cannot be "none"; they stay
        unknown.
        """
        if not self.complete:
            return self
        absent = {name: value for name, value in _ABSENT.items() if getattr(self, name) is None}
        return self.model_copy(update=absent)


_ABSENT: Mapping[str, object] = {
    "education": EducationLevel.NONE,
    "him_program": HimProgram.NONE,
    **dict.fromkeys(("training", "courses", "credentials", "licenses", "memberships"), ()),
}
"""The value of a field that a complete profile leaves out."""


def read_profile(catalog: Catalog, path: Path) -> Profile:
    """The profile in a YAML or JSON file.

    Raises BadProfile for a file that cannot be read, an unknown field or term, a value of the
    wrong type or range, and a credential or issuer that is not in the catalog.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadProfile(f"{path}: {error.strerror or 'cannot be read'}") from error
    return parse_profile(catalog, raw, str(path))


def parse_profile(catalog: Catalog, raw: bytes, shown_as: str = "profile") -> Profile:
    """The profile in YAML or JSON text.

    ``shown_as`` names the text in messages. Raises BadProfile as ``read_profile`` does.
    """
    document = parse_yaml(raw, shown_as)
    if isinstance(document, Problem):
        raise BadProfile(str(document), document)
    if not isinstance(document.data, dict):
        raise BadProfile(f"{shown_as}: expected a block of fields such as education: associate")
    _refuse_unknown_fields(document, (), document.data, Profile)
    trainings = document.data.get("training")
    for position, training in enumerate(trainings if isinstance(trainings, list) else ()):
        _refuse_unknown_fields(document, ("training", position), training, Training)
    validated = validate(Profile, document)
    if isinstance(validated, list):
        more = f" (and {len(validated) - 1} more)" if len(validated) > 1 else ""
        raise BadProfile(f"{validated[0]}{more}", validated[0])
    return _with_resolved_ids(catalog, validated, document)


def _refuse_unknown_fields(
    document: Document, place: FieldPath, block: object, model: type[Model]
) -> None:
    for name in block if isinstance(block, dict) else ():
        if name not in model.model_fields:
            allowed = ", ".join(model.model_fields)
            message = f'unknown field "{name[:40]}"; expected one of: {allowed}'
            raise _bad_profile(document, (*place, name), message, tuple(model.model_fields))


def _bad_profile(
    document: Document, place: FieldPath, message: str, allowed: tuple[str, ...] = ()
) -> BadProfile:
    line, field = document.line_of(place), format_field_path(document, place[:-1])
    problem = Problem(document.file, line, field, message, allowed)
    return BadProfile(str(problem), problem)


def _with_resolved_ids(catalog: Catalog, profile: Profile, document: Document) -> Profile:
    """The profile with every credential by its full id, named once."""
    credentials: list[str] = []
    for position, name in enumerate(profile.credentials or ()):
        try:
            credentials.append(catalog.resolve(name))
        except UnknownCredential as error:
            raise _bad_profile(document, ("credentials", position), str(error)) from error
    for position, issuer in enumerate(profile.memberships or ()):
        if issuer not in catalog.issuers:
            expected = ", ".join(catalog.issuers)
            message = f'unknown issuer "{issuer[:40]}"; expected one of: {expected}'
            raise _bad_profile(document, ("memberships", position), message, tuple(catalog.issuers))
    if profile.credentials is None:
        return profile
    return profile.model_copy(update={"credentials": tuple(dict.fromkeys(credentials))})
