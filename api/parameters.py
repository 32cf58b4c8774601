"""What may be asked: the parameters of each address, and what is posted, as FastAPI reads them."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from cert_model.costs import MOST_YEARS, USUAL_YEARS
from cert_model.eligibility import Profile
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.preparation.study_plan import MAX_HOURS_A_WEEK, USUAL_HOURS_A_WEEK
from cert_model.vocabulary import CodeSet, Level, Role, Setting, Status

MOST_NAMES = 30
"""Names that one parameter may list."""
LONGEST_WORD = 200


def _split(words: Any) -> Any:
    """The words of a list, whether given apart by commas or each by itself.

    Empty ones are dropped, unless there are too many of them: those are to be refused.
    """
    if not isinstance(words, Sequence) or isinstance(words, str):
        return words
    parts = [part for word in words if isinstance(word, str) for part in word.split(",")]
    return parts if len(parts) > MOST_NAMES else [part for part in parts if part]


Word = Annotated[str, Field(max_length=LONGEST_WORD)]
Words = Annotated[list[Word], BeforeValidator(_split), Field(max_length=MOST_NAMES)]
Day = Annotated[str, Field(max_length=LONGEST_WORD, examples=["2025-01-01"])]
Ids = Annotated[
    Words,
    Field(
        description="Credentials by id or abbreviation, separated by commas.",
        examples=[["cpc", "ccs"]],
    ),
]


def _terms(kind: type[Role | Setting | CodeSet | Level | Status]) -> Any:
    """A parameter that keeps what has one of some terms, apart by commas."""
    return Field([], description=f"Keep these: {', '.join(kind)}.")


class Parameters(BaseModel):
    """What a request may say; a name that does not exist is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    UNKNOWN: ClassVar = "unknown_name"
    """The type of the error about a name that does not exist."""

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown_names(cls, given: Any) -> Any:
        for name in given if isinstance(given, Mapping) else ():
            if name not in cls.model_fields:
                allowed = list(cls.model_fields)
                context = {"name": str(name)[:LONGEST_WORD], "allowed": allowed}
                message = "there is no such name here; expected one of: "
                raise PydanticCustomError(
                    cls.UNKNOWN, message + (", ".join(allowed) or "none"), context
                )
        return given


class ListQuery(Parameters):
    """The filters and the order of ``certlens list``."""

    issuer: Words = Field([], description="Keep the credentials of these issuers, by id.")
    role: Words = _terms(Role)
    setting: Words = _terms(Setting)
    code_set: Words = _terms(CodeSet)
    level: Words = _terms(Level)
    status: Words = _terms(Status)
    online: bool | None = Field(None, description="Keep exams that can be taken online, or not.")
    max_first_year_cost: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = Field(
        None,
        description="Highest cost to earn, in dollars; without a known price, it is left out.",
    )
    order: Word = Field(
        "name", description="Such as `name`, `to_earn` or `price`; put `-` in front to reverse it."
    )
    search: Word = Field("", description="Keep credentials that match these words.")
    as_at: Day | None = Field(None, description="What held on an earlier day.")


class SheetQuery(Parameters):
    """Of which day a fact sheet is asked for, and in whose terms."""

    as_at: Day | None = Field(None, description="What held on an earlier day.")
    format: Literal["schema-org", "ctdl"] | None = Field(
        None, description="Return linked data, in schema.org terms or in CTDL."
    )


class CompareQuery(Parameters):
    """What is compared."""

    ids: Annotated[Ids, Field(max_length=MOST_NAMES)] = Field(
        description=f"Two to {MAX_COMPARED} credentials by id or abbreviation, separated by commas."
    )


class CostQuery(Parameters):
    """What is added up, and what is assumed."""

    ids: Ids
    held: Words = Field([], description="Credentials already held, as `cpc` or `cpc=2024-05-31`.")
    years: int = Field(USUAL_YEARS, ge=1, le=MOST_YEARS)
    assume: Words = Field([], description="Assumptions, as `ceu_price=15`.")


class RenewalQuery(Parameters):
    """What one holds and has to keep up."""

    ids: Ids
    passed: Words = Field([], description="The day an exam was passed, as `cpc=2024-05-31`.")
    member: Words = Field([], description="Issuers in which the person is a member, by id.")
    renews: Words = Field([], description="When a cycle ends next, as `aapc=2027-03`; or the day.")
    earned: Words = Field([], description="CEUs of the current cycle, as `aapc=12`.")
    today: Day | None = Field(None, description="The day from which to look ahead.")


class ChangesQuery(Parameters):
    """Since when changes are asked for."""

    since: Day = Field(description="The earlier day.")
    limit: int | None = Field(None, ge=1, description="Return at most this many.")


class NoParameters(Parameters):
    """No parameters."""


class DescribedAs:
    """Describes what is posted by the model that will read it."""

    def __init__(self, model: type[BaseModel], words: Mapping[str, str] | None = None) -> None:
        """``words`` says of fields what they are about."""
        self._model = model
        self._words = words or {}

    def __get_pydantic_json_schema__(
        self, _: Any, describe: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = describe(self._model.__pydantic_core_schema__)
        fields = describe.resolve_ref_schema(schema)["properties"]
        for name, words in self._words.items():
            fields[name]["description"] = words
        return schema


PostedProfile = Annotated[dict[str, Any], DescribedAs(Profile)]
"""A person's profile; the model reads it as it reads a file."""


class EligibilityBody(Parameters):
    """A person, and which credentials are asked about."""

    profile: PostedProfile
    ids: list[Word] = Field([], max_length=MOST_NAMES, description="Only these; else all.")


class PlanBody(Parameters):
    """A person, and what they want to hold."""

    profile: PostedProfile
    targets: list[Word] = Field([], max_length=MOST_NAMES, description="By id or abbreviation.")
    role: Word | None = Field(None, description='Or the work wanted, as "inpatient coder".')
    by: Literal["cost", "months"] = Field("cost", description="What the first plan minimizes.")
    hours_a_week: float = Field(
        USUAL_HOURS_A_WEEK, ge=1, le=MAX_HOURS_A_WEEK, description="For studying."
    )
