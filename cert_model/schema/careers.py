"""Pay and outlook: the rows of the tables in ``data/careers``.

Every row names its sources and, where it has a date, when it held. An empty cell is a figure
that was not found. ``KEY`` names the columns whose values together identify a row, ``DERIVED``
the fields that are no columns.
"""

from itertools import pairwise
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, Strict, model_validator

from cert_model.schema.exams import Percent, Year
from cert_model.schema.facts import Count, CredentialId, Evidence, Text
from cert_model.vocabulary import (
    AreaKind,
    EducationLevel,
    GroupKind,
    Measure,
    PayProgram,
    PayUnit,
    State,
)

HOURS_A_YEAR = 2_080
"""By this factor BLS makes annual wages of hourly ones (52 weeks of 40 hours)."""
HOURLY_TOLERANCE = 0.01
"""By which share an hourly wage may miss the annual one, for rounding."""

Soc = Annotated[str, Strict(), Field(pattern=r"^\d\d-\d{4}$")]
AnnualPay = Annotated[float, Strict(), Field(ge=5_000, le=500_000, allow_inf_nan=False)]
HourlyPay = Annotated[float, Strict(), Field(ge=2, le=250, allow_inf_nan=False)]
Amount = Annotated[float, Strict(), Field(ge=0, le=500_000, allow_inf_nan=False)]
PriceIndex = Annotated[float, Strict(), Field(ge=50, le=200, allow_inf_nan=False)]
GrowthPercent = Annotated[float, Strict(), Field(ge=-100, le=200, allow_inf_nan=False)]
Change = Annotated[int, Strict()]

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


class YearlyEvidence(Evidence):
    """Evidence of one year, in which it held."""

    year: Year

    @model_validator(mode="before")
    @classmethod
    def _held_in_its_year(cls, data: Any) -> Any:
        return {"as_of": data.get("year"), **data} if isinstance(data, dict) else data


class WageRow(Evidence):
    """What one occupation paid in one area at one release; dollars a year or an hour.

    ``as_of`` is the month of the release. p10 is the tenth percentile, p50 the median.
    """

    KEY: ClassVar[tuple[str, ...]] = ("soc", "program", "as_of", "area_kind", "area")

    soc: Soc
    program: PayProgram
    area_kind: AreaKind
    area: Text
    states: tuple[State, ...] = ()
    """The states in which a metropolitan or nonmetropolitan area lies."""
    employment: Count | None = None
    mean_annual: AnnualPay | None = None
    p10: AnnualPay | None = None
    p25: AnnualPay | None = None
    p50: AnnualPay | None = None
    p75: AnnualPay | None = None
    p90: AnnualPay | None = None
    mean_hourly: HourlyPay | None = None
    hourly_p10: HourlyPay | None = None
    hourly_p25: HourlyPay | None = None
    hourly_p50: HourlyPay | None = None
    hourly_p75: HourlyPay | None = None
    hourly_p90: HourlyPay | None = None

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.as_of is None:
            raise ValueError("as_of: expected the month of the release, found nothing")
        return self

    @model_validator(mode="after")
    def _area_fits_its_kind(self) -> Self:
        if self.area_kind is AreaKind.STATE and State.from_label(self.area) is None:
            raise ValueError(f'area: "{self.area}" is no state; write its full name')
        in_a_state = self.area_kind in (AreaKind.METRO, AreaKind.NONMETRO)
        if in_a_state != bool(self.states):
            raise ValueError(
                "states: expected the letters of its states for an area within them, else nothing"
            )
        return self

    @model_validator(mode="after")
    def _percentiles_rise(self) -> Self:
        for prefix in ("", "hourly_"):
            names = [f"{prefix}{percentile}" for percentile in PERCENTILES]
            pays = [(name, pay) for name in names if (pay := getattr(self, name)) is not None]
            for (lower, low), (upper, high) in pairwise(pays):
                if low > high:
                    raise ValueError(f"{lower} is {low:g}, above {upper} {high:g}; they must rise")
        return self

    @model_validator(mode="after")
    def _hourly_fits_annual(self) -> Self:
        for hourly, annual in (
            ("mean_hourly", "mean_annual"),
            *((f"hourly_{name}", name) for name in PERCENTILES),
        ):
            rate, pay = getattr(self, hourly), getattr(self, annual)
            if rate and pay and abs(rate * HOURS_A_YEAR / pay - 1) > HOURLY_TOLERANCE:
                worth = f"{rate * HOURS_A_YEAR:.0f}"
                raise ValueError(
                    f"{hourly} {rate:g} × {HOURS_A_YEAR:,} is {worth}, but {annual} is {pay:g}"
                )
        return self

    @property
    def value(self) -> str | None:
        """The row's figure with its measure: ``median 51140``, ``mean 54000``; None without one."""
        if self.p50 is not None:
            return f"median {self.p50:g}"
        return None if self.mean_annual is None else f"mean {self.mean_annual:g}"

    @property
    def state(self) -> State | None:
        """The state of the row; None if its area is no state."""
        return State.from_label(self.area) if self.area_kind is AreaKind.STATE else None


class PriceParityRow(YearlyEvidence):
    """The price level of a state in one year, where that of the United States is 100."""

    DERIVED: ClassVar[tuple[str, ...]] = ("as_of",)
    KEY: ClassVar[tuple[str, ...]] = ("state", "year")

    state: State
    index: PriceIndex

    @property
    def value(self) -> float:
        """The price level."""
        return self.index


class ProjectionRow(Evidence):
    """One edition of the outlook for an occupation, over ten years, in jobs and percent."""

    DERIVED: ClassVar[tuple[str, ...]] = ("as_of",)
    KEY: ClassVar[tuple[str, ...]] = ("soc", "first_year", "last_year")

    soc: Soc
    first_year: Year
    last_year: Year
    growth_percent: GrowthPercent
    jobs_first: Count | None = None
    jobs_last: Count | None = None
    change: Change | None = None
    annual_openings: Count | None = None
    """Openings a year: new jobs, and those of people who leave."""
    entry_education: Text | None = None
    work_experience: Text | None = None
    on_the_job_training: Text | None = None

    @model_validator(mode="after")
    def _ten_years(self) -> Self:
        if self.last_year - self.first_year != 10:
            raise ValueError(f"last_year: expected {self.first_year + 10}, found {self.last_year}")
        return self

    @property
    def value(self) -> float:
        """Growth over the ten years, in percent."""
        return self.growth_percent

    @property
    def edition(self) -> str:
        """The years of the edition: ``2024–34``."""
        return f"{self.first_year}–{self.last_year % 100:02d}"


class IndustryShareRow(Evidence):
    """The share of an occupation's workers in one industry."""

    KEY: ClassVar[tuple[str, ...]] = ("soc", "program", "as_of", "industry")

    soc: Soc
    program: PayProgram
    industry: Text
    percent: Percent
    employment: Count | None = None


class EducationShareRow(Evidence):
    """The share of an occupation's workers, 25 and older, with one level of education."""

    KEY: ClassVar[tuple[str, ...]] = ("soc", "as_of", "level")

    soc: Soc
    level: EducationLevel
    percent: Percent


class SurveyRow(YearlyEvidence):
    """The pay that one group of a survey's respondents reported, in dollars a year.

    ``year`` is that of the survey; its report carries the year after.
    """

    DERIVED: ClassVar[tuple[str, ...]] = ("as_of",)
    KEY: ClassVar[tuple[str, ...]] = ("publisher", "year", "measure", "group_kind", "group")

    publisher: Text
    measure: Measure
    group_kind: GroupKind
    group: Text
    credential: CredentialId | None = None
    """The credential that sets the group apart, if the catalog has it."""
    held: Count | None = None
    """The least number of credentials that the group holds, if that sets it apart."""
    amount: AnnualPay
    n: Count | None = None
    """The number of respondents of the whole survey, if published."""

    @model_validator(mode="after")
    def _group_is_complete(self) -> Self:
        if (self.group_kind is GroupKind.NUMBER) != (self.held is not None):
            raise ValueError("held: expected a number for a group by number, and for no other")
        if self.credential and self.group_kind is not GroupKind.CREDENTIAL:
            raise ValueError(f"credential: a group by {self.group_kind.label} names none")
        return self

    def compares_with(self, other: Self) -> bool:
        """Whether both rows are of one survey and measure; no others are ever compared."""
        return (self.publisher, self.year, self.measure) == (
            other.publisher,
            other.year,
            other.measure,
        )

    @property
    def value(self) -> str:
        """The amount with its measure."""
        return f"{self.measure.label} {self.amount:g}"


class CertificationEffectRow(YearlyEvidence):
    """The pay of certified people and of others: two groups, which shows no effect by itself."""

    DERIVED: ClassVar[tuple[str, ...]] = ("as_of",)
    KEY: ClassVar[tuple[str, ...]] = ("publisher", "year", "measure", "population")

    publisher: Text
    measure: Measure
    unit: PayUnit
    population: Text
    certified: Amount
    not_certified: Amount
    published_percent: Percent | None = None
    """The difference as published."""

    @property
    def value(self) -> str:
        """Both figures with their measure."""
        return f"{self.measure.label} {self.certified:g} against {self.not_certified:g}"
