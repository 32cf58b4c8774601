"""What a cost plan takes for granted: always the user's to change, never a fact."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError


def _empty_to_none(given: Any) -> Any:
    return None if given in ("", "none", "unknown") else given


Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Dollars = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]


class Assumptions(BaseModel):
    """Each with a default that a newcomer who pays everything alone would choose."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    membership: Literal["cheaper", "always", "never"] = "cheaper"
    """Where membership is optional: whichever is cheaper in all, always, or never."""
    student: bool = False
    """Student prices, where the issuer has them."""
    attempts: Literal["one", "two"] = "one"
    """Buy one exam attempt, or a package of two where one is sold."""
    pass_rate: Annotated[Percent | None, BeforeValidator(_empty_to_none)] = None
    """Your chance to pass at the first attempt, in percent; unset, the published rate counts."""
    unpublished_pass_rate: Percent = 65
    """The chance to pass where none is published: a guess."""
    training: str | None = None
    """Id of a training program to pay for; none by default."""
    books: bool = True
    """Buy the code books that an open-book exam needs."""
    study_material: Dollars = 0
    """Spent on study guides and practice exams for each credential."""
    ceu_price_low: Dollars = 0
    """What one CEU costs: free ones are there for those who look."""
    ceu_price: Dollars = 10
    """What one CEU usually costs: a guess."""
    ceu_price_high: Dollars = 25
    """What one CEU costs where convenience is bought: a guess."""
    apprentice: Literal["experience", "course", "keep"] = "experience"
    """How an apprentice mark goes: by work, which is free, by course and Practicode, or not."""
    employer_share: Percent = 0
    """What an employer pays of everything, in percent."""
    funding: str | None = None
    """Id of a funding source that pays what it may."""
    lapses: Annotated[int, Field(ge=0, le=10)] = 0
    """What if: how often a credential lapses and is reinstated."""
    late_payments: Annotated[int, Field(ge=0, le=10)] = 0
    """What if: how often dues or a recertification are paid late."""
    discount_rate: Annotated[float, Field(ge=0, le=20, allow_inf_nan=False)] = 0
    """Interest in percent a year by which later dollars weigh less; 0 adds them as they are."""


class BadAssumption(ValueError):
    """An assumption that is not known or cannot be, said in one line."""


def parse_assumptions(given: Iterable[str]) -> Assumptions:
    """Assumptions from ``name=value`` words.

    Raises BadAssumption for a word of another form, an unknown name or an impossible value.
    """
    values: dict[str, str] = {}
    for word in given:
        name, equals, value = word.partition("=")
        if not equals:
            raise BadAssumption(f'"{word[:40]}" is no assumption; write name=value')
        if name not in Assumptions.model_fields:
            known = ", ".join(Assumptions.model_fields)
            raise BadAssumption(f'there is no assumption "{name[:40]}"; known are: {known}')
        values[name] = value
    try:
        return Assumptions.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        raise BadAssumption(f"{name}={values[name][:40]}: {first['msg'].lower()}") from error
