"""Sentences on what people report, made from the very rows that are drawn.

Each names its measure, and none ranks the figures of two surveys against each other.
"""

from collections.abc import Mapping, Sequence

from cert_model.careers import PayGap
from cert_model.formatting import format_money, format_percent
from cert_model.schema.career_files import RemoteShare
from cert_model.schema.careers import SurveyRow
from cert_model.vocabulary import GroupKind, PayUnit


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
        same = [row for row in rows if row.compares_with(newest)]
        if len(same) > 1:
            top, low = same[0], same[-1]
            return (
                f"In the newest survey with several credentials, {newest.publisher}'s of "
                f"{newest.year}, holders of the {top.group} reported a {newest.measure.label} of "
                f"{format_money(top.amount)} and those of the {low.group} one of "
                f"{format_money(low.amount)}."
            )
    return "No survey with several credentials was found."


def by_number(rows: Sequence[SurveyRow]) -> str:
    """The fewest and the most credentials of one survey."""
    if not rows:
        return "No survey by number of credentials was found."
    few, many = rows[0], rows[-1]
    return (
        f"In {few.publisher}'s survey of {few.year} the {few.measure.label} was "
        f"{format_money(few.amount)} for {_held(few)} and {format_money(many.amount)} for "
        f"{_held(many)}."
    )


def by_setting(rows: Sequence[SurveyRow]) -> str:
    """The best and the least paid place of work of one survey; ``rows`` highest first."""
    if not rows:
        return "No survey by place of work was found."
    top, low = rows[0], rows[-1]
    return (
        f"In {top.publisher}'s survey of {top.year} the {top.measure.label} was highest for "
        f"“{top.group}” ({format_money(top.amount)}) and lowest for “{low.group}” "
        f"({format_money(low.amount)})."
    )


def _held(row: SurveyRow) -> str:
    by_number = row.group_kind is GroupKind.NUMBER
    return f"holders of {row.group}" if by_number else f"those {row.group}"


def gap(found: PayGap) -> str:
    """One comparison, computed both ways."""
    row = found.row
    a = "a year" if row.unit is PayUnit.DOLLARS_A_YEAR else "a week"
    return (
        f"{row.publisher}, {row.year}: a {row.measure.label} of {format_money(row.certified)} {a} "
        f"against {format_money(row.not_certified)}. That is {format_percent(found.of_others)} "
        "more than the "
        f"others earn, or {format_percent(found.of_certified)} of what the certified earn."
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
                f"{row.publisher}, {row.year}: {format_percent(widest.of_others)} for "
                f"{row.population}, but {format_percent(least.of_others)} for "
                f"{least.row.population}."
            )
    return ""


def remote(rows: Sequence[RemoteShare]) -> str:
    """The newest share that somebody stands behind."""
    sure = [row for row in rows if row.confirmed]
    if not sure:
        return "No share of remote work was found that could be traced to a survey."
    newest = max(sure, key=lambda row: row.year)
    return f"{format_percent(newest.percent)} {newest.measure} ({newest.publisher}, {newest.year})."
