"""Sentences on official pay figures, the outlook and payback, made from the rows on screen.

Each names its measure: a mean is never called a median, nor a median a mean.
"""

from collections.abc import Collection, Mapping, Sequence

from cert_model.careers import (
    SeriesBreak,
    SeriesSegment,
    comparable_industries,
    new_jobs_per_year,
)
from cert_model.formatting import (
    NOT_FOUND,
    format_money,
    format_percent,
    format_period,
)
from cert_model.schema.careers import (
    IndustryShareRow,
    PriceParityRow,
    ProjectionRow,
    WageRow,
)
from cert_model.vocabulary import State

_WITH_ARTICLE = (State.DC.label, "United States")


def format_dated_pay(row: WageRow) -> str:
    """A row's figure with its measure and release: ``median $51,140 a year, May 2025``."""
    return f"{format_pay(row)}, {format_period(row.as_of)}"


def format_pay(row: WageRow) -> str:
    """A row's figure with its measure: ``median $51,140 a year``."""
    if row.p50 is not None:
        return f"median {format_per_year(row.p50)}"
    if row.mean_annual is not None:
        return f"mean {format_per_year(row.mean_annual)}"
    if row.hourly_p50 is not None:
        return f"median {format_money(row.hourly_p50)} an hour"
    return NOT_FOUND


def format_per_year(amount: float) -> str:
    """``$51,140 a year``."""
    return f"{format_money(amount)} a year"


def describe_national_pay(row: WageRow | None, work: str) -> str:
    """What an occupation pays in the United States, with the middle half where it is known."""
    if row is None:
        return f"{work}: no national pay figure was found."
    if row.p50 is None:
        return f"{work}: {format_dated_pay(row)}."
    sentence = (
        f"{work} in the United States earn a median of {format_per_year(row.p50)} "
        f"({format_period(row.as_of)})."
    )
    if row.p25 is None or row.p75 is None:
        return sentence
    return (
        f"{sentence} Half of them earn between {format_money(row.p25)} and {format_money(row.p75)}."
    )


def compare_state_with_nation(state: WageRow, nation: WageRow | None, work: str) -> str:
    """The state's median beside the national one; alone where the releases differ."""
    if state.p50 is None or nation is None or nation.p50 is None or state.as_of != nation.as_of:
        return f"{work} in {with_article(state.area)}: {format_dated_pay(state)}."
    sentence = (
        f"{work} in {with_article(state.area)} earn a median of {format_per_year(state.p50)} "
        f"({format_period(state.as_of)})"
    )
    gap = state.p50 - nation.p50
    if not gap:
        return f"{sentence}, the same as the national median."
    share = format_percent(abs(gap) / nation.p50 * 100)
    return (
        f"{sentence}, {format_money(abs(gap))} or {share} {'above' if gap > 0 else 'below'} "
        f"the national median of {format_money(nation.p50)}."
    )


def describe_pay_trend(segments: Sequence[SeriesSegment], breaks: Sequence[SeriesBreak]) -> str:
    """How the median changed within the newest segment, and where the series breaks."""
    if not segments:
        return "No national pay figures were found."
    trend = _newest_trend(segments[-1])
    if not breaks:
        return trend
    gaps = " and ".join(f"between {gap.before} and {gap.after}" for gap in breaks)
    return (
        f"{trend} The line breaks {gaps}, when the count began to cover a different group of "
        "workers."
    )


def _newest_trend(segment: SeriesSegment) -> str:
    first, last = segment.rows[0], segment.rows[-1]
    if first is last or first.p50 is None or last.p50 is None:
        return f"One release is known: {format_dated_pay(last)}."
    change = (last.p50 / first.p50 - 1) * 100
    return (
        f"Between {format_period(first.as_of)} and {format_period(last.as_of)}, the median "
        f"{'rose' if change >= 0 else 'fell'} from {format_money(first.p50)} to "
        f"{format_money(last.p50)}, by {format_percent(abs(change))} before inflation."
    )


def describe_states(rows: Mapping[State, WageRow], nation: WageRow) -> str:
    """Which state pays most and least, and how many pay more than the nation."""
    known = [row for row in rows.values() if row.p50 is not None]
    if not known:
        return "No state figures were found."
    if len(known) == 1:
        return f"A figure was found for one state: {known[0].area}, {format_dated_pay(known[0])}."
    top = max(known, key=lambda row: row.p50 or 0)
    low = min(known, key=lambda row: row.p50 or 0)
    above = sum((row.p50 or 0) > (nation.p50 or 0) for row in known)
    return (
        f"In {format_period(top.as_of)}, the median was highest in {with_article(top.area)} "
        f"({format_money(top.p50)}) and lowest in {with_article(low.area)} "
        f"({format_money(low.p50)}); {above} of {len(known)} were above the national median of "
        f"{format_money(nation.p50)}."
    )


def with_article(area: str) -> str:
    """The name of a state, or of the nation, within a sentence."""
    return f"the {area}" if area in _WITH_ARTICLE else area


def in_equal_dollars(sentence: str) -> str:
    """The sentence, with the dollars in which it speaks of pay."""
    return f"In dollars of equal buying power, {sentence[:1].lower()}{sentence[1:]}"


def describe_buying_power_in(parity: PriceParityRow, paid: WageRow) -> str:
    """By what the pay of one state is divided, and why."""
    gap = parity.index - 100
    side = "above" if gap > 0 else "below"
    return (
        f"Prices in {with_article(paid.area)} were {format_percent(abs(gap))} {side} national "
        f"prices in {parity.year}, so the pay of {format_money(paid.p50)} there is divided by "
        f"{parity.index / 100:.3f}."
    )


def describe_buying_power(parities: Collection[PriceParityRow]) -> str:
    """What the dollars are in which the pay of states is shown; empty without price levels."""
    year = max((parity.year for parity in parities), default=None)
    if year is None:
        return ""
    return (
        "In dollars of equal buying power, the pay of each state is divided by its price level of "
        f"{year}, as published by the Bureau of Economic Analysis. The national level is 100."
    )


def describe_areas(areas: Sequence[WageRow], *, divided: bool) -> str:
    """The release of the areas of a state, and in which dollars their pay is."""
    release = f"{format_period(areas[0].as_of)}, as BLS draws the areas." if areas else ""
    if not divided:
        return release
    return f"{release} Their pay is shown as paid: price levels for single areas were not read."


def describe_industries(rows: Sequence[WageRow], shares: Sequence[IndustryShareRow]) -> str:
    """The best-paid industry of those with enough jobs, and the one with the most jobs."""
    large = comparable_industries(rows)
    if not large:
        return "No pay by industry was found."
    top = max(large, key=lambda row: row.p50 or 0)
    sentence = (
        f"Among industries with enough jobs to compare, {top.area} paid best: "
        f"{format_dated_pay(top)}."
    )
    if not shares:
        return sentence
    return (
        f"{sentence} The most jobs, {format_percent(shares[0].percent)}, were counted in "
        f"“{shares[0].industry}”."
    )


def describe_outlook(
    edition: ProjectionRow,
    everyone: ProjectionRow | None,
    *,
    is_quoted: bool = False,
    is_newest: bool = True,
) -> str:
    """What one edition of the outlook expects; ``everyone`` is that of all occupations.

    ``is_quoted`` says that it was read in pages that quote BLS alone. An edition that is not the
    newest is called an earlier one, so that two growth figures are not taken for a contradiction.
    """
    expected = _expected_by(edition, everyone, is_newest=is_newest)
    return f"{expected} This edition was read in pages that quote BLS." if is_quoted else expected


def _expected_by(edition: ProjectionRow, everyone: ProjectionRow | None, *, is_newest: bool) -> str:
    against = (
        f", against {format_percent(everyone.growth_percent)} for all occupations"
        if everyone
        else ""
    )
    period = f"{edition.first_year} to {edition.last_year}"
    who = f"From {period}, BLS expects" if is_newest else f"An earlier edition, {period}, expected"
    sentence = f"{who} {_expected_change(edition.growth_percent)}{against}"
    if edition.annual_openings is None:
        return f"{sentence}; the number of openings a year was not found."
    sentence += f", and about {edition.annual_openings:,} openings a year"
    new = new_jobs_per_year(edition)
    if new is None or new <= 0:
        return f"{sentence}."
    return f"{sentence}, of which about {new:,.0f} are new jobs; the rest replace people who leave."


def _expected_change(growth_percent: float) -> str:
    if not growth_percent:
        return "no change in the number of jobs"
    return f"{format_percent(abs(growth_percent))} {'fewer' if growth_percent < 0 else 'more'} jobs"


def format_growth(row: ProjectionRow) -> str:
    """The growth of an edition for a table: ``+8%``."""
    sign = "+" if row.growth_percent > 0 else "−" if row.growth_percent < 0 else ""
    return f"{sign}{abs(row.growth_percent):g}%"
