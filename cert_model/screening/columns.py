"""The flat columns of a table of people: their names, and what a cell of each holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cert_model.formatting import did_you_mean
from cert_model.vocabulary import (
    Approver,
    Course,
    EducationLevel,
    ExperienceKind,
    HimProgram,
    License,
    ProgramStage,
    Term,
    TrainingSubject,
)

PERSON = "person"
LIST_SEPARATOR = ";"
PART_SEPARATOR = ":"
NONE = "none"
"""Stands in a cell for a list that is known to be empty."""


class BadHeader(ValueError):
    """A header that cannot be read; the message says how to mend it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table of people."""

    holds: str
    """What stands in a cell, for the documentation."""
    examples: tuple[str, str, str]
    """The cells of the three people of the template."""


def _terms(terms: type[Term]) -> str:
    return ", ".join(f"`{term}`" for term in terms)


MONTHS_COLUMN: Mapping[str, ExperienceKind] = {
    f"months_{kind.replace('-', '_')}": kind for kind in ExperienceKind
}
"""The kind of work of which a column holds the months."""
_MONTHS_OF_EXAMPLES = {
    ExperienceKind.CODING: ("", "30", "24"),
    ExperienceKind.INPATIENT_CODING: ("", "24", "0"),
    ExperienceKind.BILLING: ("6", "", ""),
}
COLUMNS: Mapping[str, Column] = {
    PERSON: Column("a name or number for the person; required", ("Ada", "Ben", "17")),
    "age": Column("years, a whole number", ("19", "", "41")),
    "education": Column(
        f"the highest level finished: {_terms(EducationLevel)}",
        ("high-school", "associate", "bachelor"),
    ),
    "him_program": Column(
        f"a health information program: {_terms(HimProgram)}", ("none", "cahiim-associate", "")
    ),
    "him_program_stage": Column(
        f"how far that program is: {_terms(ProgramStage)}", ("", "graduated", "")
    ),
    "licenses": Column(f"a list of {_terms(License)}", ("none", "", "rn")),
    "credentials": Column(
        "a list of credentials held, by id or code, such as `aapc/cpc` or `cpc`",
        ("none", "rhit", "aapc/cpc-a;ahima/cca"),
    ),
    "memberships": Column(
        "a list of issuers of which the person is a member, such as `aapc`", ("", "ahima", "aapc")
    ),
    "courses": Column(
        f"a list of courses: {_terms(Course)}",
        ("anatomy-physiology;medical-terminology", "", ""),
    ),
    "training": Column(
        "a list of programs, each as `subject:approved_by:years_since:hours`, of which what is not "
        f"known stays empty or away. Subjects: {_terms(TrainingSubject)}. Approvers: "
        f"{_terms(Approver)}",
        ("coding:aapc:0.5", "none", "coding:ahima-pcap:2;practicode"),
    ),
    **{
        name: Column(
            f"months of work, a whole number: {kind.label}",
            _MONTHS_OF_EXAMPLES.get(kind, ("", "", "")),
        )
        for name, kind in MONTHS_COLUMN.items()
    },
}
"""The columns by name, in the order of the template."""


def name_columns(header: Sequence[str]) -> list[str]:
    """The names of columns as a header has them, in our spelling.

    Raises BadHeader for a column that is unknown, unnamed or twice there, and where ``person`` is
    missing: a column that was overlooked would change verdicts in silence.
    """
    names: list[str] = []
    for position, heading in enumerate(header, start=1):
        name = heading.strip().lower().replace(" ", "_").replace("-", "_")
        if not name:
            raise BadHeader(f"column {position} has no name; name it, or delete the column")
        if name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS)
            raise BadHeader(
                f'unknown column "{heading[:40]}"{hint}; rename or delete it '
                "(screen --template shows the columns)"
            )
        if name in names:
            raise BadHeader(f'the column "{name}" stands in the header twice; keep one')
        names.append(name)
    if PERSON not in names:
        raise BadHeader(f'there is no column "{PERSON}"; give each person a name or a number')
    return names


def template_rows() -> list[list[str]]:
    """A header with every column, and the rows of three people."""
    examples = zip(*(column.examples for column in COLUMNS.values()), strict=True)
    return [list(COLUMNS), *map(list, examples)]
