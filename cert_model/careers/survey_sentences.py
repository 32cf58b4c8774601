"""Sentences on what people reported in surveys, made from the rows on screen.

Each names its measure, and none ranks the figures of two surveys against each other.
"""

from collections.abc import Mapping, Sequence

from cert_model.careers import PayGap
from cert_model.formatting import format_money, format_percent
from cert_model.schema.career_files import RemoteShare, Study
from cert_model.schema.careers import SurveyRow
from cert_model.vocabulary import GroupKind, PayUnit


def format_respondents(n: int | None) -> str:
    """The number of respondents to a survey: ``n = 15,000``."""
    return "number of respondents not published" if n is None else f"n = {n:,}"


def describe_respondents(by_year: Mapping[int, int | None]) -> str:
    """The number of respondents to each year's survey, and the years that published none."""
    published = [f"{n:,} in {year}" for year, n in by_year.items() if n is not None]
    unpublished = [str(year) for year, n in by_year.items() if n is None]
    sentences = [f"{'; '.join(published)}."] if published else []
    if unpublished:
        sentences.append(f"Not published for {', '.join(unpublished)}.")
    return " ".join(sentences)


def describe_by_credential(rows: Sequence[SurveyRow]) -> str:
    """The best and the least paid credential of the newest survey that covers several."""
    for newest in rows:
        comparable = [row for row in rows if row.compares_with(newest)]
        if len(comparable) > 1:
            top, low = comparable[0], comparable[-1]
            return (
                f"In the newest survey that covers several credentials ({newest.publisher}, "
                f"{newest.year}), holders of the {top.group} reported a {newest.measure.label} of "
                f"{format_money(top.amount)}, and holders of the {low.group} "
                f"{format_money(low.amount)}."
            )
    return "No survey that covers several credentials was found."


def describe_by_number(rows: Sequence[SurveyRow]) -> str:
    """Pay with the fewest and with the most credentials; ``rows`` go from fewest to most."""
    if not rows:
        return "No survey by number of credentials was found."
    few, many = rows[0], rows[-1]
    return (
        f"In {few.publisher}'s {few.year} survey, the {few.measure.label} was "
        f"{format_money(few.amount)} for {_group(few)} and "
        f"{format_money(many.amount)} for {_group(many)}."
    )


def _group(row: SurveyRow) -> str:
    by_number = row.group_kind is GroupKind.NUMBER
    return f"holders of {row.group}" if by_number else f"those {row.group}"


def describe_by_setting(rows: Sequence[SurveyRow]) -> str:
    """The best and the least paid place of work of one survey; ``rows`` highest first."""
    if not rows:
        return "No survey by place of work was found."
    top, low = rows[0], rows[-1]
    return (
        f"In {top.publisher}'s {top.year} survey, the {top.measure.label} was highest for "
        f"“{top.group}” ({format_money(top.amount)}) and lowest for “{low.group}” "
        f"({format_money(low.amount)})."
    )


def describe_gap(gap: PayGap) -> str:
    """One comparison of the certified with others, with the gap computed both ways."""
    row = gap.row
    per = "a year" if row.unit is PayUnit.DOLLARS_A_YEAR else "a week"
    return (
        f"{row.publisher}, {row.year}: the certified earned a {row.measure.label} of "
        f"{format_money(row.certified)} {per}, the others {format_money(row.not_certified)}. "
        f"The difference is {format_percent(gap.percent_of_others)} of what the others earn, or "
        f"{format_percent(gap.percent_of_certified)} of what the certified earn."
    )


def describe_gap_range(gaps: Sequence[PayGap]) -> str:
    """The widest and the narrowest gap of one survey; empty where none has several."""
    for widest in sorted(gaps, key=lambda gap: -gap.percent_of_others):
        row = widest.row
        survey = (row.publisher, row.year)
        same_survey = [gap for gap in gaps if (gap.row.publisher, gap.row.year) == survey]
        if len(same_survey) > 1:
            narrowest = min(same_survey, key=lambda gap: gap.percent_of_others)
            return (
                f"{row.publisher}, {row.year}: the difference is "
                f"{format_percent(widest.percent_of_others)} for {row.population}, but "
                f"{format_percent(narrowest.percent_of_others)} for {narrowest.row.population}."
            )
    return ""


def describe_remote_work(rows: Sequence[RemoteShare]) -> str:
    """The newest share of remote workers that can be traced to a survey."""
    confirmed = [row for row in rows if row.confirmed]
    if not confirmed:
        return "No share of remote work was found that could be traced to a survey."
    newest = max(confirmed, key=lambda row: row.year)
    return f"{format_percent(newest.percent)} {newest.measure} ({newest.publisher}, {newest.year})."


def describe_work_from_home(rows: Sequence[RemoteShare]) -> str:
    """What is known of working from home, and that beginners are not counted apart."""
    shares = describe_remote_work(rows)
    return f"Working from home: {shares} How many beginners do was not found."


def describe_study(study: Study) -> str:
    """What a study found, with who published it and when."""
    share = format_percent(study.percent)
    return f"{share}: {study.text} ({study.publisher}, {study.year})."
