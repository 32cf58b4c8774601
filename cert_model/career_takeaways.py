"""Sentences on work and pay, made from the very rows that are drawn.

Each names its measure: a mean is never called a median, nor the other way round.
"""

from collections.abc import Mapping, Sequence
from math import ceil

from cert_model.careers import (
    Break,
    Cases,
    Outlay,
    Payback,
    PayGap,
    Segment,
    StartingPay,
    comparable,
    new_jobs_a_year,
)
from cert_model.schema.career_files import RemoteShare
from cert_model.schema.careers import IndustryShareRow, ProjectionRow, SurveyRow, WageRow
from cert_model.vocabulary import AreaKind, GroupKind, PayUnit, State
from cert_model.wording import NOT_FOUND, at_least, dollars, percent, plural, when


def pay(row: WageRow) -> str:
    """A row's figure with its measure and release: ``median $51,140 a year, May 2025``."""
    return f"{measured(row)}, {when(row.as_of)}"


def measured(row: WageRow) -> str:
    """A row's figure with its measure: ``median $51,140 a year``."""
    if row.p50 is not None:
        return f"median {a_year(row.p50)}"
    if row.mean_annual is not None:
        return f"mean {a_year(row.mean_annual)}"
    if row.hourly_p50 is not None:
        return f"median {dollars(row.hourly_p50)} an hour"
    return NOT_FOUND


def nation(row: WageRow, work: str) -> str:
    """What an occupation pays in the nation."""
    if row.p50 is None:
        return f"{work}: {pay(row)}."
    middle = ""
    if row.p25 is not None and row.p75 is not None:
        middle = f" Half of them earn between {dollars(row.p25)} and {dollars(row.p75)}."
    return f"{work} in the nation earn a median of {a_year(row.p50)} ({when(row.as_of)}).{middle}"


def state_against_nation(state: WageRow, nation_row: WageRow, work: str) -> str:
    """The state's median beside the nation's, of the same release."""
    if state.p50 is None or nation_row.p50 is None or state.as_of != nation_row.as_of:
        return f"{work} in {state.area}: {pay(state)}."
    gap = state.p50 - nation_row.p50
    if gap:
        side = "above" if gap > 0 else "below"
        share = percent(abs(gap) / nation_row.p50 * 100)
        against = f"{dollars(abs(gap))} or {share} {side} the nation's {dollars(nation_row.p50)}"
    else:
        against = "the same as in the nation"
    return (
        f"{work} in {state.area} earn a median of {a_year(state.p50)} ({when(state.as_of)}), "
        f"{against}."
    )


def band(parts: Sequence[Segment], breaks: Sequence[Break]) -> str:
    """How the median moved within the newest segment, and how often the series breaks."""
    if not parts:
        return "No national figures were found."
    first, last = parts[-1].rows[0], parts[-1].rows[-1]
    if first is last or first.p50 is None or last.p50 is None:
        moved = f"One release is known: {pay(last)}."
    else:
        grown = percent((last.p50 / first.p50 - 1) * 100)
        moved = (
            f"From {when(first.as_of)} to {when(last.as_of)} the median went from "
            f"{dollars(first.p50)} to {dollars(last.p50)}, {grown} more, before inflation."
        )
    if not breaks:
        return moved
    gaps = " and ".join(f"between {each.before} and {each.after}" for each in breaks)
    return f"{moved} The line stops {gaps}, where other people were counted."


def states(rows: Mapping[State, WageRow], nation_row: WageRow) -> str:
    """Which state pays most and least, and how many pay more than the nation."""
    known = [row for row in rows.values() if row.p50 is not None]
    if not known:
        return "No figures of states were found."
    if len(known) == 1:
        return f"Of one state only a figure was found: {known[0].area}, {pay(known[0])}."
    top = max(known, key=lambda row: row.p50 or 0)
    low = min(known, key=lambda row: row.p50 or 0)
    above = sum((row.p50 or 0) > (nation_row.p50 or 0) for row in known)
    return (
        f"In {when(top.as_of)} the median was highest in {top.area} ({dollars(top.p50)}) and "
        f"lowest in {low.area} ({dollars(low.p50)}); {above} of {len(known)} were above the "
        f"nation's {dollars(nation_row.p50)}."
    )


def industries(rows: Sequence[WageRow], shares: Sequence[IndustryShareRow]) -> str:
    """The best-paid industry of some size, and where most work."""
    large = comparable(rows)
    if not large:
        return "No pay by industry was found."
    top = max(large, key=lambda row: row.p50 or 0)
    sentence = f"Of those with enough jobs to tell, {top.area} paid best: {pay(top)}."
    if shares:
        sentence += f" Most work here: {shares[0].industry}, {percent(shares[0].percent)}."
    return sentence


def outlook(edition: ProjectionRow, everyone: ProjectionRow | None) -> str:
    """What one edition of the outlook expects."""
    growth = edition.growth_percent
    way = f"{percent(abs(growth))} {'fewer' if growth < 0 else 'more'} jobs"
    if not growth:
        way = "no change in the number of jobs"
    against = (
        f", against {percent(everyone.growth_percent)} for all occupations" if everyone else ""
    )
    sentence = f"From {edition.first_year} to {edition.last_year} BLS expects {way}{against}"
    if edition.annual_openings is None:
        return f"{sentence}; how many openings a year was not found."
    sentence += f", and about {edition.annual_openings:,} openings a year"
    new = new_jobs_a_year(edition)
    if new is None or new <= 0:
        return f"{sentence}."
    return f"{sentence}, of which about {new:,.0f} are new jobs; the rest replace people who leave."


def of_how_many(n: int | None) -> str:
    """How many answered a survey, in words."""
    return "number of respondents not published" if n is None else f"n = {n:,}"


def answered(by_year: Mapping[int, int | None]) -> str:
    """How many answered each survey, and for which years nobody published it."""
    known = [f"{n:,} in {year}" for year, n in by_year.items() if n is not None]
    silent = [str(year) for year, n in by_year.items() if n is None]
    lines = [f"{'; '.join(known)}."] if known else []
    if silent:
        lines.append(f"Not published for {', '.join(silent)}.")
    return " ".join(lines)


def by_credential(rows: Sequence[SurveyRow]) -> str:
    """The highest figure of each measure in the newest survey that holds several."""
    for newest in rows:
        same = [row for row in rows if (row.year, row.measure) == (newest.year, newest.measure)]
        if len(same) > 1:
            top, low = same[0], same[-1]
            return (
                f"In the newest survey with several credentials, {newest.publisher}'s of "
                f"{newest.year}, holders of the {top.group} reported a {newest.measure.label} of "
                f"{dollars(top.amount)} and those of the {low.group} one of {dollars(low.amount)}."
            )
    return "No survey with several credentials was found."


def by_number(rows: Sequence[SurveyRow]) -> str:
    """The fewest and the most credentials of one survey."""
    if not rows:
        return "No survey by number of credentials was found."
    few, many = rows[0], rows[-1]
    return (
        f"In {few.publisher}'s survey of {few.year} the {few.measure.label} was "
        f"{dollars(few.amount)} for {_held(few)} and {dollars(many.amount)} for {_held(many)}."
    )


def by_setting(rows: Sequence[SurveyRow]) -> str:
    """The best and the least paid place of work of one survey; ``rows`` highest first."""
    if not rows:
        return "No survey by place of work was found."
    top, low = rows[0], rows[-1]
    return (
        f"In {top.publisher}'s survey of {top.year} the {top.measure.label} was highest for "
        f"“{top.group}” ({dollars(top.amount)}) and lowest for “{low.group}” "
        f"({dollars(low.amount)})."
    )


def _held(row: SurveyRow) -> str:
    by_number = row.group_kind is GroupKind.NUMBER
    return f"holders of {row.group}" if by_number else f"those {row.group}"


def gap(found: PayGap) -> str:
    """One comparison, computed both ways."""
    row = found.row
    a = "a year" if row.unit is PayUnit.DOLLARS_A_YEAR else "a week"
    return (
        f"{row.publisher}, {row.year}: a {row.measure.label} of {dollars(row.certified)} {a} "
        f"against {dollars(row.not_certified)}. That is {percent(found.of_others)} more than the "
        f"others earn, or {percent(found.of_certified)} of what the certified earn."
    )


def alike(found: Sequence[PayGap]) -> str:
    """How one survey's difference changes with the people it is taken among; "" without one."""
    for widest in sorted(found, key=lambda each: -each.of_others):
        row = widest.row
        survey = (row.publisher, row.year)
        same = [each for each in found if (each.row.publisher, each.row.year) == survey]
        if len(same) > 1:
            least = min(same, key=lambda each: each.of_others)
            return (
                f"{row.publisher}, {row.year}: {percent(widest.of_others)} for "
                f"{row.population}, but {percent(least.of_others)} for {least.row.population}."
            )
    return ""


def remote(rows: Sequence[RemoteShare]) -> str:
    """The newest share that somebody stands behind."""
    sure = [row for row in rows if row.confirmed]
    if not sure:
        return "No share of remote work was found that could be traced to a survey."
    newest = max(sure, key=lambda row: row.year)
    return f"{percent(newest.percent)} {newest.measure} ({newest.publisher}, {newest.year})."


def whose_pay(start: StartingPay, state: State | None) -> str:
    """What stands in for one's own pay, and why it is the nation's where it is."""
    row = start.row
    place = row.area if row.area_kind is AreaKind.STATE else "the nation"
    sentence = (
        f"Until you enter your own pay, {dollars(start.amount)} stands in: the 25th percentile of "
        f"{place}, {when(row.as_of)}; three in four earn more."
    )
    if state and row.area_kind is AreaKind.NATION:
        return f"{sentence} That of {state.label} was not found."
    return sentence


def break_even(label: str, cost: Outlay, raises: Cases, earned: float) -> str:
    """The raise below which it never pays: the answer that needs no assumption on raises."""
    assert raises.typical is not None, "a break-even raise is always a number"
    first = at_least(cost.first.typical, cost.complete)
    upkeep = at_least(cost.upkeep.typical, cost.complete)
    worth = dollars(round(earned * raises.typical / 100))
    return (
        f"{label}: {first} to earn, {upkeep} a year to keep. At {dollars(earned)} a year, a raise "
        f"below {percent(raises.typical)} ({worth} a year) never pays it back within "
        f"{plural(cost.years, 'year')}{_between(raises)}."
    )


def _between(raises: Cases) -> str:
    if raises.low is None or raises.high is None or f"{raises.low:.1f}" == f"{raises.high:.1f}":
        return ""
    return f"; {percent(raises.low)} if it costs least, {percent(raises.high)} if it costs most"


def months(found: Payback, years: int) -> str:
    """How long a raise takes, from the lowest to the highest cost."""
    cases = (found.months.low, found.months.typical, found.months.high)
    words = [f"never within {plural(years, 'year')}" if c is None else _month(c) for c in cases]
    if words[0] == words[2]:
        return words[1]
    return f"{words[1]} (from {words[0]} to {words[2]})"


def _month(count: float) -> str:
    return plural(ceil(round(count, 6)), "month")


def growth(row: ProjectionRow) -> str:
    """``+8 %``, for a table."""
    return f"{'+' if row.growth_percent > 0 else '−' if row.growth_percent < 0 else ''}" + (
        f"{abs(row.growth_percent):g} %"
    )


def a_year(amount: float) -> str:
    """``$51,140 a year``."""
    return f"{dollars(amount)} a year"
