"""The same figures as tables to read, each row with where it was read."""

from collections.abc import Iterable, Mapping, Sequence

from cert_model import formatting
from cert_model.careers import Outlay, Payback, PayGap, compute_balance, sentences
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.schema import Evidence
from cert_model.schema.careers import (
    EducationShareRow,
    IndustryShareRow,
    ProjectionRow,
    SurveyRow,
    WageRow,
)
from cert_model.vocabulary import EducationLevel, PayUnit
from ui.components import figures

Table = dict[str, list[str]]

LEVELS = {EducationLevel.NONE: "less than high school"}


def by_year(catalog: Catalog, rows: Sequence[WageRow]) -> Table:
    """Pay by release, oldest first."""
    return {
        "Release": [formatting.format_period(row.as_of) for row in rows],
        "Counted as": [row.soc for row in rows],
        "Lowest tenth up to": [_dollars(row.p10) for row in rows],
        "Lowest quarter up to": [_dollars(row.p25) for row in rows],
        "Median": [_dollars(row.p50) for row in rows],
        "Highest quarter from": [_dollars(row.p75) for row in rows],
        "Highest tenth from": [_dollars(row.p90) for row in rows],
        "Mean": [_dollars(row.mean_annual) for row in rows],
        "Jobs": [_count(row.employment) for row in rows],
        **_evidence(catalog, rows),
    }


def by_state(catalog: Catalog, rows: Iterable[WageRow], nation: WageRow) -> Table:
    """The states' medians, highest first."""
    ordered = sorted(rows, key=lambda row: -(row.p50 or 0))
    return {
        "State": [row.area for row in ordered],
        "Median": [_dollars(row.p50) for row in ordered],
        "Against the nation": [escape(_against(row, nation)) for row in ordered],
        "Jobs": [_count(row.employment) for row in ordered],
        **_evidence(catalog, ordered),
    }


def _against(row: WageRow, nation: WageRow) -> str:
    if row.p50 is None or not nation.p50:
        return formatting.NOT_FOUND
    share = (row.p50 / nation.p50 - 1) * 100
    return f"{'+' if share > 0 else '−' if share < 0 else ''}{abs(share):.1f} %"


def further(catalog: Catalog, rows: Sequence[WageRow]) -> Table:
    """What else is known of a state, newest first."""
    return {
        "Where": [escape(row.area) for row in rows],
        "Pay": [escape(sentences.format_dated_pay(row)) for row in rows],
        "Counted by": [escape(row.program.label) for row in rows],
        "Counted as": [row.soc for row in rows],
        "Note": [escape(row.note or "") for row in rows],
        **_evidence(catalog, rows),
    }


def by_industry(catalog: Catalog, rows: Sequence[WageRow]) -> Table:
    """Pay by industry, highest median first."""
    return {
        "Industry": [escape(row.area) for row in rows],
        "Median": [_dollars(row.p50) for row in rows],
        "Half earn between": [
            escape(f"{formatting.format_money(row.p25)} and {formatting.format_money(row.p75)}")
            if row.p25 is not None and row.p75 is not None
            else formatting.NOT_FOUND
            for row in rows
        ],
        "Jobs": [_count(row.employment) for row in rows],
        **_evidence(catalog, rows),
    }


def shares(catalog: Catalog, rows: Sequence[IndustryShareRow]) -> Table:
    """Where an occupation works, largest share first."""
    return {
        "Industry": [escape(row.industry) for row in rows],
        "Share": [escape(f"{row.percent:g} %") for row in rows],
        "When": [formatting.format_period(row.as_of) for row in rows],
        **_evidence(catalog, rows),
    }


def schooling(catalog: Catalog, rows: Sequence[EducationShareRow]) -> Table:
    """The schooling of those 25 and older, from the least."""
    return {
        "Schooling": [escape(LEVELS.get(row.level, row.level.label)) for row in rows],
        "Share": [escape(f"{row.percent:g} %") for row in rows],
        "When": [formatting.format_period(row.as_of) for row in rows],
        "Counted as": [row.soc for row in rows],
        "Note": [escape(row.note or "") for row in rows],
        **_evidence(catalog, rows),
    }


def outlook(catalog: Catalog, editions: Sequence[ProjectionRow]) -> Table:
    """The editions of the outlook, newest first."""
    return {
        "Edition": [row.edition for row in editions],
        "Counted as": [row.soc for row in editions],
        "Growth": [escape(sentences.format_growth(row)) for row in editions],
        "Jobs at its start": [_count(row.jobs_first) for row in editions],
        "Jobs at its end": [_count(row.jobs_last) for row in editions],
        "Openings a year": [_count(row.annual_openings) for row in editions],
        "Note": [escape(row.note or "") for row in editions],
        **_evidence(catalog, editions),
    }


def surveys(catalog: Catalog, rows: Sequence[SurveyRow], answered: Sequence[int | None]) -> Table:
    """Survey figures; ``answered`` is how many answered each row's survey."""
    return {
        "Survey": [escape(f"{row.publisher} {row.year}") for row in rows],
        "Who": [escape(row.group) for row in rows],
        "Measure": [row.measure.label for row in rows],
        "A year": [_dollars(row.amount) for row in rows],
        "Respondents": ["not published" if n is None else f"{n:,}" for n in answered],
        "Note": [escape(row.note or "") for row in rows],
        **_evidence(catalog, rows),
    }


def gaps(catalog: Catalog, found: Sequence[PayGap]) -> Table:
    """The certified beside the others, both ways of computing."""
    rows = [each.row for each in found]
    return {
        "Source of the figures": [escape(f"{row.publisher} {row.year}") for row in rows],
        "Who": [escape(row.population) for row in rows],
        "Measure": [
            f"{row.measure.label}, {'a year' if row.unit is PayUnit.DOLLARS_A_YEAR else 'a week'}"
            for row in rows
        ],
        "Certified": [_dollars(row.certified) for row in rows],
        "Others": [_dollars(row.not_certified) for row in rows],
        "Of the others' pay": [
            escape(formatting.format_percent(each.percent_of_others)) for each in found
        ],
        "Of the certified's pay": [
            escape(formatting.format_percent(each.percent_of_certified)) for each in found
        ],
        "As published": [
            formatting.NOT_FOUND
            if row.published_percent is None
            else escape(formatting.format_percent(row.published_percent))
            for row in rows
        ],
        **_evidence(catalog, rows),
    }


def payback(found: Mapping[str, Payback], cost: Outlay) -> Table:
    """How long each raise takes, by the name of the case."""
    return {
        "Case": list(found),
        "Raise": [escape(formatting.format_percent(each.raise_percent)) for each in found.values()],
        "Gain a year before upkeep": [_dollars(round(each.yearly_gain)) for each in found.values()],
        "Until the cost is back": [
            escape(sentences.format_payback_months(each, cost.years)) for each in found.values()
        ],
    }


def balances(cost: Outlay, pay: float, raises: Iterable[float]) -> Table:
    """What each raise has brought by each year, less the cost."""
    years = list(range(cost.years + 1))
    return {
        "Years since it was earned": [str(year) for year in years],
        **{
            escape(f"Raise of {each:g} %"): [
                _dollars(round(compute_balance(cost, pay, each, year))) for year in years
            ]
            for each in dict.fromkeys(raises)
        },
    }


def _evidence(catalog: Catalog, rows: Sequence[Evidence]) -> Table:
    return {"From": [figures.marked_sources(catalog, row) for row in rows]}


def _dollars(amount: float | None) -> str:
    return escape(formatting.format_money(amount))


def _count(number: int | None) -> str:
    return formatting.NOT_FOUND if number is None else f"{number:,}"
