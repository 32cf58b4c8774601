"""What has been chosen on the page Costs: the plan, and what it assumes."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.costs import MOST_YEARS, USUAL_YEARS, Assumptions, CostRequest, PlannedCredential
from cert_model.explore.comparison import MAX_COMPARED
from ui.shell.address_fields import AddressField, CredentialId, Whole, one_of
from ui.shell.page_state import PageState, Spread

NOTHING = "none"
"""Chosen where no training program or payer is."""
HIGHEST_CEU_PRICE = 200
HIGHEST_STUDY_MATERIAL = 5_000
HIGHEST_INTEREST = 20
MOST_MISHAPS = 10
"""How often a lapse or a late payment may be assumed."""

YesNo = Literal["yes", "no"]
Percent = Annotated[Whole, Field(ge=0, le=100)]
Mishaps = Annotated[Whole, Field(ge=0, le=MOST_MISHAPS)]
Year = Annotated[Whole, Field(ge=1, le=MOST_YEARS)]


@once_per_catalog
def priced_programs(catalog: Catalog) -> Mapping[str, str]:
    """The training programs whose price is known: what to call each, by id."""
    return {
        program.id: f"{program.name}, {program.provider}"
        for program in catalog.preparation.programs.programs
        if any(price.amount.known for price in program.tuition)
    }


@once_per_catalog
def payers(catalog: Catalog) -> Mapping[str, str]:
    """The funding sources of which it is known what they pay: names by id."""
    return {source.id: source.name for source in catalog.preparation.funding.funding if source.pays}


@once_per_catalog
def _year_fields(catalog: Catalog) -> Mapping[str, AddressField]:
    year = AddressField(Year, 1)
    return dict.fromkeys(catalog.credentials, year)


class CostsState(PageState):
    """The credentials of a plan, its years, and its assumptions as the controls show them."""

    page: ClassVar[str] = "costs"

    ids: Annotated[tuple[CredentialId, ...], Field(alias="plan", max_length=MAX_COMPARED)] = ()
    years: Annotated[Year, Field(alias="over")] = USUAL_YEARS
    membership: Literal["cheaper", "always", "never"] = "cheaper"
    attempts: Literal["one", "two"] = "one"
    books: YesNo = "yes"
    pass_rate: Annotated[Whole | None, Field(alias="pass", ge=1, le=100)] = None
    ceu_price: Annotated[Whole, Field(alias="ceu", ge=0, le=HIGHEST_CEU_PRICE)] = int(
        Assumptions().ceu_price
    )
    study_material: Annotated[Whole, Field(alias="study", ge=0, le=HIGHEST_STUDY_MATERIAL)] = 0
    employer_share: Annotated[Percent, Field(alias="employer")] = 0
    training: Annotated[
        str, one_of(lambda options: (NOTHING, *priced_programs(options.catalog)))
    ] = NOTHING
    funding: Annotated[str, one_of(lambda options: (NOTHING, *payers(options.catalog)))] = NOTHING
    student: YesNo = "no"
    apprentice: Literal["experience", "course", "keep"] = "experience"
    lapses: Mishaps = 0
    late_payments: Annotated[Mishaps, Field(alias="late")] = 0
    discount_rate: Annotated[Whole, Field(alias="interest", ge=0, le=HIGHEST_INTEREST)] = 0
    first_years: Annotated[
        Mapping[str, int],
        Spread(lambda options: _year_fields(options.catalog)),
    ] = Field(default_factory=dict)
    """The year in which each credential of the catalog is earned, by id."""

    def implied(self) -> Collection[str]:
        """The years of credentials outside the plan, or of the only one in it."""
        several = self.ids if len(self.ids) > 1 else ()
        return {key for key in self.first_years if key not in several}

    @cached_property
    def assumptions(self) -> Assumptions:
        """What the plan assumes."""
        chosen: dict[str, Any] = {
            name: getattr(self, name)
            for name in Assumptions.model_fields
            if name in type(self).model_fields
        }
        chosen |= {name: chosen[name] == "yes" for name in ("books", "student")}
        chosen |= {
            name: None if chosen[name] == NOTHING else chosen[name]
            for name in ("training", "funding")
        }
        return Assumptions.model_validate(chosen)

    @property
    def request(self) -> CostRequest:
        """The plan to add up. Raises BadPlan where it cannot be."""
        several = len(self.ids) > 1
        planned = tuple(
            PlannedCredential(key, self.first_years[key] if several else 1) for key in self.ids
        )
        return CostRequest(planned, self.years, self.assumptions)
