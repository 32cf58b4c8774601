"""The assumptions of a cost plan: always the user's to change, never facts of the catalog."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal, Protocol, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError


def _empty_to_none(value: Any) -> Any:
    return None if value in ("", "none", "unknown") else value


Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Dollars = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]


class Assumptions(BaseModel):
    """All assumptions; the defaults suit a newcomer who pays for everything alone."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    membership: Literal["cheaper", "always", "never"] = "cheaper"
    """Whether to join where membership is optional: if it is cheaper in all, always, or never."""
    student: bool = False
    """Whether to pay student prices, where the issuer has them."""
    attempts: Literal["one", "two"] = "one"
    """Buy one exam attempt, or a package of two where one is sold."""
    pass_rate: Annotated[Percent | None, BeforeValidator(_empty_to_none)] = None
    """Your chance to pass at the first attempt, in percent; None takes the published rate."""
    unpublished_pass_rate: Percent = 65
    """The chance to pass where no rate is published, in percent: a guess."""
    training: str | None = None
    """The id of a training program to pay for; None for none but what is required."""
    experienced: bool = False
    """Whether you have the work experience that an issuer takes in place of a program."""
    books: bool = True
    """Whether to buy the code books that an open-book exam needs."""
    study_material: Dollars = 0
    """Dollars spent on study guides and practice exams for each credential."""
    ceu_price_low: Dollars = 0
    """The lowest price of one CEU: free ones exist."""
    ceu_price: Dollars = 10
    """The usual price of one CEU: a guess."""
    ceu_price_high: Dollars = 25
    """The highest price of one CEU, paid for convenience: a guess."""
    apprentice: Literal["experience", "course", "keep"] = "experience"
    """How a mark such as the CPC-A's is removed: by work; by course and Practicode; never.

    A mark that work does not remove goes by its own way, such as the diploma."""
    employer_share: Percent = 0
    """The share of everything that an employer pays, in percent."""
    funding: str | None = None
    """The id of a funding source that pays what it may; None for none."""
    lapses: Annotated[int, Field(ge=0, le=10)] = 0
    """What if: how many times a credential lapses and is reinstated."""
    late_payments: Annotated[int, Field(ge=0, le=10)] = 0
    """What if: how many times dues or a recertification fee are paid late."""
    discount_rate: Annotated[float, Field(ge=0, le=20, allow_inf_nan=False)] = 0
    """The yearly interest, in percent, at which later payments are discounted; 0 for none."""


ASSUMPTION_LABELS: Mapping[str, str] = {
    "membership": "optional membership",
    "student": "student prices",
    "attempts": "the number of exam attempts bought",
    "pass_rate": "the chance to pass the exam",
    "unpublished_pass_rate": "the chance to pass where no rate is published",
    "training": "the training program",
    "experienced": "work experience in place of a program",
    "books": "code books",
    "study_material": "spending on study material",
    "ceu_price_low": "the lowest price of one CEU",
    "ceu_price": "the price of one CEU",
    "ceu_price_high": "the highest price of one CEU",
    "apprentice": "how the apprentice designation is removed",
    "employer_share": "the employer's share",
    "funding": "the funding source",
    "lapses": "lapsed credentials",
    "late_payments": "late payments",
    "discount_rate": "the discount rate",
}
"""What each assumption is about, worded for the middle of a sentence."""


class BadAssumption(ValueError):
    """An unknown assumption or an impossible value; the message is one line."""


def parse_assumptions(words: Iterable[str]) -> Assumptions:
    """Assumptions from words such as ``ceu_price=15``.

    Raises BadAssumption for a word of another form, an unknown name, one
    given twice, or an impossible value.
    """
    values: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise BadAssumption(f'"{word[:40]}" is not an assumption; write name=value')
        if name not in Assumptions.model_fields:
            names = ", ".join(Assumptions.model_fields)
            raise BadAssumption(f'there is no assumption "{name[:40]}"; known are: {names}')
        if name in values:
            raise BadAssumption(f"{name} is given twice; give it once")
        values[name] = value
    try:
        return Assumptions.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        raise BadAssumption(f"{name}={values[name][:40]}: {first['msg'].lower()}") from error


class HasId(Protocol):
    """Something that an assumption names by its id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


Choice = TypeVar("Choice", bound=HasId)


def choose(
    choices: Sequence[Choice], wanted: str, assumption: str, what: str
) -> tuple[int, Choice]:
    """The choice with the id ``wanted``, and its position.

    Raises BadAssumption where there is none; its message names the ``assumption`` and ``what``
    kind of thing the choices are.
    """
    for position, choice in enumerate(choices):
        if choice.id == wanted:
            return position, choice
    ids = ", ".join(choice.id for choice in choices) or "none"
    raise BadAssumption(f'{assumption}: there is no {what} "{wanted[:40]}"; known are: {ids}')
