"""The arguments of the tools, with what an assistant is told of each."""

from typing import Annotated, Any

from pydantic import Field

from api.assistants.credential_answers import SHOWN_SECTIONS
from api.parameters import MOST_NAMES, Day, DescribedAs, PostedProfile, Word
from cert_model.costs import MOST_YEARS, Assumptions
from cert_model.costs.assumptions import ASSUMPTION_LABELS
from cert_model.explore.comparison import COMPARED_FIELDS, MAX_COMPARED, MIN_COMPARED
from cert_model.preparation.study_plan import MAX_HOURS_A_WEEK
from cert_model.site_search.finder import MOST_HITS
from cert_model.vocabulary import DocumentKind, Role

_NAME = (
    "An id such as ahima/ccs-p, or the abbreviation alone (cpc) where no two issuers share it. "
    "For an unknown name, the answer lists the nearest ones."
)
_LONGEST_QUERY = 300


def _enum(names: tuple[str, ...]) -> dict[str, Any]:
    return {"enum": list(names)}


Query = Annotated[
    str, Field(min_length=1, max_length=_LONGEST_QUERY, description="Words, or a whole question.")
]
ClaimQuery = Annotated[
    str,
    Field(
        min_length=1,
        max_length=_LONGEST_QUERY,
        description="What somebody says, as: you need a degree to take the CPC.",
    ),
]
Kind = Annotated[DocumentKind | None, Field(description="Only results of this kind.")]
MostHits = Annotated[int, Field(ge=1, le=MOST_HITS, description="Maximum number of results.")]
Name = Annotated[Word, Field(description=_NAME)]
Names = Annotated[list[Word], Field(min_length=1, max_length=MOST_NAMES, description=_NAME)]
ComparedNames = Annotated[
    list[Word], Field(min_length=MIN_COMPARED, max_length=MAX_COMPARED, description=_NAME)
]
NamesOrAll = Annotated[
    tuple[Word, ...], Field(max_length=MOST_NAMES, description=f"Only these; else all. {_NAME}")
]
Targets = Annotated[
    tuple[Word, ...], Field(max_length=MOST_NAMES, description=f"What to hold in the end. {_NAME}")
]
Sections = Annotated[
    tuple[Annotated[Word, Field(json_schema_extra=_enum(SHOWN_SECTIONS))], ...],
    Field(max_length=MOST_NAMES, description="Only these sections of the fact sheet; else all."),
]
Fields = Annotated[
    tuple[Annotated[Word, Field(json_schema_extra=_enum(COMPARED_FIELDS))], ...],
    Field(max_length=MOST_NAMES, description="Only these; else those in which they differ."),
]
AsAt = Annotated[Day | None, Field(description="What held on this earlier day, as 2025-01-31.")]
Years = Annotated[int, Field(ge=1, le=MOST_YEARS, description="Years of the bill.")]
Held = Annotated[
    dict[Word, Word | None],
    Field(
        max_length=MOST_NAMES,
        description="What the person holds already: by id or abbreviation the day of earning, as "
        '{"cpc": "2024-05-31"}, or null.',
    ),
]
AssumptionsGiven = Annotated[
    dict[str, Any],
    DescribedAs(Assumptions, ASSUMPTION_LABELS),
    Field(description="What to assume; what is left out has its usual value."),
]
ProfileGiven = Annotated[
    PostedProfile,
    Field(
        description="What the person has. What is left out is unknown, or known to be absent "
        "where complete is true. Months of coding include inpatient-coding. Never guess: ask."
    ),
]
RoleWanted = Annotated[Role | None, Field(description="Or the work wanted, in place of targets.")]
HoursAWeek = Annotated[float, Field(ge=1, le=MAX_HOURS_A_WEEK, description="For studying.")]
Passed = Annotated[
    dict[Word, Word],
    Field(
        max_length=MOST_NAMES, description='The day each exam was passed, as {"cpc": "2024-05-31"}.'
    ),
]
Renews = Annotated[
    dict[Word, Word],
    Field(
        max_length=MOST_NAMES,
        description='When a cycle ends next, by issuer: {"aapc": "2027-03"}, or the day.',
    ),
]
Earned = Annotated[
    dict[Word, float],
    Field(max_length=MOST_NAMES, description='CEUs of the current cycle, by issuer: {"aapc": 12}.'),
]
Members = Annotated[
    tuple[Word, ...],
    Field(max_length=MOST_NAMES, description="Ids of the issuers in which the person is a member."),
]
Today = Annotated[Day | None, Field(description="The day to look ahead from; else today.")]
