"""Tables to read: columns of Markdown cells, each row with its sources."""

from collections.abc import Mapping, Sequence

import pandas as pd

from cert_model import formatting
from cert_model.careers import Outlay, PayGap, compute_balance, sentences
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.frames import SEPARATOR, frames_of
from cert_model.frames.build import cells_of
from cert_model.schema.careers import (
    EducationShareRow,
    IndustryShareRow,
    PriceParityRow,
    ProjectionRow,
    SurveyRow,
    WageRow,
)
from cert_model.vocabulary import (
    EducationLevel,
    Measure,
    PayProgram,
    PayUnit,
    Standing,
    State,
)
from ui.components import figures
from ui.components.figures import MARKS

Table = dict[str, list[str]]

_LEVELS = {EducationLevel.NONE: "less than high school"}
"""Levels that a statistic of workers calls otherwise than the questionnaire."""
_PER = {PayUnit.DOLLARS_A_YEAR: "a year", PayUnit.DOLLARS_A_WEEK: "a week"}


def by_year(catalog: Catalog, rows: Sequence[WageRow]) -> Table:
    """Pay by release, oldest first."""
    wages = frames_of(catalog).lines_of("wages", rows)
    return {
        "Release": [formatting.format_period(month) for month in wages["as_of"]],
        "Counted as": list(wages["soc"]),
        "10th percentile": _dollars(wages["p10"]),
        "25th percentile": _dollars(wages["p25"]),
        "Median": _dollars(wages["p50"]),
        "75th percentile": _dollars(wages["p75"]),
        "90th percentile": _dollars(wages["p90"]),
        "Mean": _dollars(wages["mean_annual"]),
        "Jobs": _counts(wages["employment"]),
        **_evidence(catalog, wages),
    }


def by_state(
    catalog: Catalog,
    paid: Mapping[State, WageRow],
    medians: Mapping[State, WageRow],
    nation: WageRow,
    parities: Mapping[State, PriceParityRow],
) -> Table:
    """The states' medians beside that of the nation, highest first.

    ``medians`` are compared; where ``parities`` divide them, they stand beside what is paid.
    """
    states = sorted(medians, key=lambda state: -(medians[state].p50 or 0))
    wages = frames_of(catalog).lines_of("wages", [paid[state] for state in states])
    shown = [medians[state].p50 for state in states]
    levels = [f"{parities[state].index:.1f}" for state in states if parities]
    return {
        "State": list(wages["area"]),
        "Median": [_money(median) for median in shown],
        **({"As paid": _dollars(wages["p50"]), "Price level": levels} if parities else {}),
        "Compared with the nation": [escape(_percent_from(median, nation.p50)) for median in shown],
        "Jobs": _counts(wages["employment"]),
        **_evidence(catalog, wages),
    }


def by_area(rows: Sequence[WageRow]) -> Table:
    """The areas of a state, in the order of the rows; one release is the source of all."""
    return {
        "Area": [escape(row.area) for row in rows],
        "Median": [_money(row.p50) for row in rows],
        "Half earn": [escape(formatting.format_money(row.p25, row.p75)) for row in rows],
        "Eight in ten earn": [escape(formatting.format_money(row.p10, row.p90)) for row in rows],
        "Jobs": [_count(row.employment) for row in rows],
    }


def _span(low: float | None, high: float | None) -> str:
    """Two amounts with a word between them; not found where one is missing."""
    if low is None or high is None:
        return formatting.NOT_FOUND
    return escape(f"{formatting.format_money(low)} and {formatting.format_money(high)}")


def _percent_from(median: float | None, nation: float | None) -> str:
    """How far a state's median is above or below the nation's: ``−14.3%``."""
    if median is None or not nation:
        return formatting.NOT_FOUND
    share = (median / nation - 1) * 100
    return f"{'+' if share > 0 else '−' if share < 0 else ''}{abs(share):.1f}%"


def other_state_pay(catalog: Catalog, rows: Sequence[WageRow]) -> Table:
    """A state's figures from other releases, agencies and places, in the order of the rows."""
    wages = frames_of(catalog).lines_of("wages", rows)
    return {
        "Where": _escaped(wages["area"]),
        "Pay": [escape(sentences.format_dated_pay(row)) for row in rows],
        "Counted by": [escape(PayProgram(program).label) for program in wages["program"]],
        "Counted as": list(wages["soc"]),
        "Note": _escaped(wages["note"]),
        **_evidence(catalog, wages),
    }


def by_industry(catalog: Catalog, rows: Sequence[WageRow]) -> Table:
    """Pay by industry, in the order of the rows."""
    wages = frames_of(catalog).lines_of("wages", rows)
    return {
        "Industry": _escaped(wages["area"]),
        "Median": _dollars(wages["p50"]),
        "Half earn between": [
            _span(low, high)
            for low, high in zip(cells_of(wages["p25"]), cells_of(wages["p75"]), strict=True)
        ],
        "Jobs": _counts(wages["employment"]),
        **_evidence(catalog, wages),
    }


def shares(catalog: Catalog, rows: Sequence[IndustryShareRow]) -> Table:
    """The share of an occupation's workers by industry, in the order of the rows."""
    lines = frames_of(catalog).lines_of("industry_shares", rows)
    return {
        "Industry": _escaped(lines["industry"]),
        "Share": [escape(f"{percent:g}%") for percent in lines["percent"]],
        "Period": [formatting.format_period(month) for month in cells_of(lines["as_of"])],
        **_evidence(catalog, lines),
    }


def education(catalog: Catalog, rows: Sequence[EducationShareRow]) -> Table:
    """The share of workers aged 25 and older by education, in the order of the rows."""
    lines = frames_of(catalog).lines_of("worker_education", rows)
    levels = [EducationLevel(level) for level in lines["level"]]
    return {
        "Education": [escape(_LEVELS.get(level, level.label)) for level in levels],
        "Share": [escape(f"{percent:g}%") for percent in lines["percent"]],
        "Period": [formatting.format_period(year) for year in cells_of(lines["as_of"])],
        "Counted as": list(lines["soc"]),
        "Note": _escaped(lines["note"]),
        **_evidence(catalog, lines),
    }


def outlook(catalog: Catalog, editions: Sequence[ProjectionRow]) -> Table:
    """Growth, jobs and openings by edition of the outlook, in the order of the rows."""
    lines = frames_of(catalog).lines_of("projections", editions)
    return {
        "Edition": [row.edition for row in editions],
        "Counted as": list(lines["soc"]),
        "Growth": [escape(sentences.format_growth(row)) for row in editions],
        "Jobs at its start": _counts(lines["jobs_first"]),
        "Jobs at its end": _counts(lines["jobs_last"]),
        "Openings a year": _counts(lines["annual_openings"]),
        "Note": _escaped(lines["note"]),
        **_evidence(catalog, lines),
    }


def surveys(
    catalog: Catalog, rows: Sequence[SurveyRow], respondents: Sequence[int | None]
) -> Table:
    """Survey figures; ``respondents`` gives how many people answered each row's survey."""
    lines = frames_of(catalog).lines_of("surveys", rows)
    return {
        "Survey": _escaped(lines["publisher"] + " " + lines["year"].astype("string")),
        "Group": _escaped(lines["group"]),
        "Measure": [Measure(measure).label for measure in lines["measure"]],
        "Amount a year": _dollars(lines["amount"]),
        "Respondents": ["not published" if n is None else f"{n:,}" for n in respondents],
        "Note": _escaped(lines["note"]),
        **_evidence(catalog, lines),
    }


def gaps(catalog: Catalog, pay_gaps: Sequence[PayGap]) -> Table:
    """The pay of the certified beside that of others, with the gap computed both ways."""
    lines = frames_of(catalog).lines_of("certification_effect", [gap.row for gap in pay_gaps])
    measures = zip(lines["measure"], lines["unit"], strict=True)
    return {
        "Survey": _escaped(lines["publisher"] + " " + lines["year"].astype("string")),
        "Group": _escaped(lines["population"]),
        "Measure": [
            f"{Measure(measure).label}, {_PER[PayUnit(unit)]}" for measure, unit in measures
        ],
        "Certified": _dollars(lines["certified"]),
        "Others": _dollars(lines["not_certified"]),
        "Percent of the others' pay": [_percent(gap.percent_of_others) for gap in pay_gaps],
        "Percent of the certified's pay": [_percent(gap.percent_of_certified) for gap in pay_gaps],
        "As published": [_percent(percent) for percent in cells_of(lines["published_percent"])],
        **_evidence(catalog, lines),
    }


def balances(outlay: Outlay, pay: float, raises: Mapping[str, float]) -> Table:
    """What each raise has brought by the end of each year, less the cost.

    ``raises`` are in percent, by the name of their column.
    """
    years = range(outlay.years + 1)
    return {
        "Years since it was earned": [str(year) for year in years],
        **{
            escape(name.capitalize()): [
                _money(round(compute_balance(outlay, pay, percent, year))) for year in years
            ]
            for name, percent in raises.items()
        },
    }


def _evidence(catalog: Catalog, lines: pd.DataFrame) -> Table:
    """Where each line was read, behind the mark of its standing."""
    read_in = zip(lines["standing"], lines["sources"], strict=True)
    return {
        "Source": [
            f"{MARKS[Standing(standing)]} {figures.source_links(catalog, ids.split(SEPARATOR))}"
            for standing, ids in read_in
        ]
    }


def _escaped(column: pd.Series) -> list[str]:
    """Texts of a column; an empty one where there is none."""
    return [escape(text) for text in column.fillna("")]


def _dollars(amounts: pd.Series) -> list[str]:
    return [_money(amount) for amount in cells_of(amounts)]


def _money(amount: float | None) -> str:
    return escape(formatting.format_money(amount))


def _percent(percent: float | None) -> str:
    return formatting.NOT_FOUND if percent is None else escape(formatting.format_percent(percent))


def _counts(numbers: pd.Series) -> list[str]:
    return [_count(number) for number in cells_of(numbers)]


def _count(number: int | None) -> str:
    return formatting.NOT_FOUND if number is None else f"{number:,}"
