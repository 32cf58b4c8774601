"""Sentences on what the work pays and how it grows, made from the very rows that are drawn.

Each names its measure: a mean is never called a median, nor the other way round.
"""

from collections.abc import Mapping, Sequence

from cert_model.careers import Break, Segment, comparable, new_jobs_a_year
from cert_model.formatting import NOT_FOUND, format_money, format_percent, format_period
from cert_model.schema.careers import IndustryShareRow, ProjectionRow, WageRow
from cert_model.vocabulary import State


def pay(row: WageRow) -> str:
    """A row's figure with its measure and release: ``median $51,140 a year, May 2025``."""
    return f"{measured(row)}, {format_period(row.as_of)}"


def measured(row: WageRow) -> str:
    """A row's figure with its measure: ``median $51,140 a year``."""
    if row.p50 is not None:
        return f"median {a_year(row.p50)}"
    if row.mean_annual is not None:
        return f"mean {a_year(row.mean_annual)}"
    if row.hourly_p50 is not None:
        return f"median {format_money(row.hourly_p50)} an hour"
    return NOT_FOUND


def nation(row: WageRow | None, work: str) -> str:
    """What an occupation pays in the nation."""
    if row is None:
        return f"{work}: no pay in the nation was found."
    if row.p50 is None:
        return f"{work}: {pay(row)}."
    middle = ""
    if row.p25 is not None and row.p75 is not None:
        middle = f" Half of them earn between {format_money(row.p25)} and {format_money(row.p75)}."
    return (
        f"{work} in the nation earn a median of {a_year(row.p50)} "
        f"({format_period(row.as_of)}).{middle}"
    )


def state_against_nation(state: WageRow, nation_row: WageRow | None, work: str) -> str:
    """The state's median beside the nation's; alone where that of its release is not known."""
    if (
        state.p50 is None
        or nation_row is None
        or nation_row.p50 is None
        or state.as_of != nation_row.as_of
    ):
        return f"{work} in {state.area}: {pay(state)}."
    gap = state.p50 - nation_row.p50
    if gap:
        side = "above" if gap > 0 else "below"
        share = format_percent(abs(gap) / nation_row.p50 * 100)
        against = (
            f"{format_money(abs(gap))} or {share} {side} the nation's "
            f"{format_money(nation_row.p50)}"
        )
    else:
        against = "the same as in the nation"
    return (
        f"{work} in {state.area} earn a median of {a_year(state.p50)} "
        f"({format_period(state.as_of)}), {against}."
    )


def band(parts: Sequence[Segment], breaks: Sequence[Break]) -> str:
    """How the median moved within the newest segment, and how often the series breaks."""
    if not parts:
        return "No national figures were found."
    first, last = parts[-1].rows[0], parts[-1].rows[-1]
    if first is last or first.p50 is None or last.p50 is None:
        moved = f"One release is known: {pay(last)}."
    else:
        grown = format_percent((last.p50 / first.p50 - 1) * 100)
        moved = (
            f"From {format_period(first.as_of)} to {format_period(last.as_of)} the median went "
            f"from {format_money(first.p50)} to {format_money(last.p50)}, {grown} more, before "
            "inflation."
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
        f"In {format_period(top.as_of)} the median was highest in {top.area} "
        f"({format_money(top.p50)}) and "
        f"lowest in {low.area} ({format_money(low.p50)}); {above} of {len(known)} were above the "
        f"nation's {format_money(nation_row.p50)}."
    )


def industries(rows: Sequence[WageRow], shares: Sequence[IndustryShareRow]) -> str:
    """The best-paid industry of some size, and where most work."""
    large = comparable(rows)
    if not large:
        return "No pay by industry was found."
    top = max(large, key=lambda row: row.p50 or 0)
    sentence = f"Of those with enough jobs to tell, {top.area} paid best: {pay(top)}."
    if shares:
        sentence += f" Most work here: {shares[0].industry}, {format_percent(shares[0].percent)}."
    return sentence


def outlook(edition: ProjectionRow, everyone: ProjectionRow | None) -> str:
    """What one edition of the outlook expects."""
    growth = edition.growth_percent
    way = f"{format_percent(abs(growth))} {'fewer' if growth < 0 else 'more'} jobs"
    if not growth:
        way = "no change in the number of jobs"
    against = (
        f", against {format_percent(everyone.growth_percent)} for all occupations"
        if everyone
        else ""
    )
    sentence = f"From {edition.first_year} to {edition.last_year} BLS expects {way}{against}"
    if edition.annual_openings is None:
        return f"{sentence}; how many openings a year was not found."
    sentence += f", and about {edition.annual_openings:,} openings a year"
    new = new_jobs_a_year(edition)
    if new is None or new <= 0:
        return f"{sentence}."
    return f"{sentence}, of which about {new:,.0f} are new jobs; the rest replace people who leave."


def growth(row: ProjectionRow) -> str:
    """``+8 %``, for a table."""
    return f"{'+' if row.growth_percent > 0 else '−' if row.growth_percent < 0 else ''}" + (
        f"{abs(row.growth_percent):g} %"
    )


def a_year(amount: float) -> str:
    """``$51,140 a year``."""
    return f"{format_money(amount)} a year"
