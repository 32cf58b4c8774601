"""Figures on pay, outlook and surveys, and on work after a program."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cert_model import formatting
from cert_model.careers import (
    CODER_SOC,
    all_occupations_edition,
    headline_editions,
    largest_industries,
    new_jobs_per_year,
    newest_national_row,
    occupations,
    outlook_editions,
    release_year,
    state_medians,
)
from cert_model.careers.surveys import pay_gaps
from cert_model.careers.wages import national_rows
from cert_model.catalog import Catalog
from cert_model.content.figures import BadText, Figure, present_evidence, suggest_name
from cert_model.schema.careers import ProjectionRow, SurveyRow, WageRow
from cert_model.schema.outcomes import Outcome
from cert_model.vocabulary import AreaKind, State

_PAY_FIELDS = {"median": "p50", "mean": "mean_annual"} | {
    name: name for name in ("p10", "p25", "p75", "p90", "employment")
}


def wage(
    catalog: Catalog,
    what: str,
    state: str | None = None,
    year: int | None = None,
    occupation: str = CODER_SOC,
) -> Figure:
    """Yearly pay by BLS as ``median``, ``mean`` or ``p10`` to ``p90``; or the ``employment``."""
    field = _PAY_FIELDS.get(what)
    if field is None:
        raise BadText(f'pay has no "{what}"{suggest_name(what, _PAY_FIELDS)}')
    row = _wage_row(catalog, state, year, occupation)
    amount = None if row is None else getattr(row, field)
    if what == "employment" and amount is not None:
        return Figure(f"{amount:,}", present_evidence(row))
    return Figure(formatting.format_money(amount), present_evidence(row))


def wage_year(catalog: Catalog, state: str | None = None, occupation: str = CODER_SOC) -> Figure:
    """The year of the newest release."""
    row = _wage_row(catalog, state, None, occupation)
    return Figure(
        formatting.NOT_FOUND if row is None else str(release_year(row)), present_evidence(row)
    )


def projection(
    catalog: Catalog, what: str, edition: str = "newest", occupation: str = CODER_SOC
) -> Figure:
    """A figure of one edition of the outlook.

    ``what`` is ``percent``, ``percent_of_all`` (of all occupations), ``edition``, ``education``,
    ``experience``, ``training``, or ``openings`` or ``new_jobs`` per year. ``edition`` is
    ``newest``, ``fullest`` (the newest that gives numbers of jobs), or one such as ``2023–33``.
    A figure never mixes two editions.
    """
    _check_occupation(catalog, occupation)
    readers: dict[str, Callable[[ProjectionRow], Any]] = {
        "percent": lambda row: formatting.format_percent(row.growth_percent),
        "percent_of_all": lambda row: _growth_of_all(catalog, row),
        "edition": lambda row: row.edition,
        "education": lambda row: row.entry_education and formatting.as_phrase(row.entry_education),
        "experience": lambda row: row.work_experience,
        "training": lambda row: row.on_the_job_training,
        "openings": lambda row: _rounded(row.annual_openings),
        "new_jobs": lambda row: _rounded(new_jobs_per_year(row)),
    }
    if what not in readers:
        raise BadText(f'the outlook has no "{what}"{suggest_name(what, readers)}')
    headline = headline_editions(catalog, occupation)
    rows = {row.edition: [row] for row in outlook_editions(catalog, occupation)}
    rows |= {
        "newest": headline[:1],
        "fullest": [row for row in headline if row.change is not None],
    }
    if edition not in rows:
        raise BadText(f'unknown edition "{edition}"{suggest_name(edition, rows)}')
    row = next(iter(rows[edition]), None)
    value = None if row is None else readers[what](row)
    return Figure(formatting.NOT_FOUND if value is None else str(value), present_evidence(row))


def survey(
    catalog: Catalog, group: str, publisher: str = "AAPC", year: int | None = None
) -> Figure:
    """What one group of a survey's respondents earned, with the measure and the year.

    ``group`` is the name that the table gives it, or the id of a credential. Without ``year``,
    the newest survey counts.
    """
    rows = [row for row in catalog.careers.surveys.rows if row.publisher == publisher]
    if not rows:
        publishers = dict.fromkeys(row.publisher for row in catalog.careers.surveys.rows)
        raise BadText(f'no survey by "{publisher}"{suggest_name(publisher, publishers)}')
    of_group = [row for row in rows if group in (row.group, row.credential)]
    if not of_group:
        hint = suggest_name(group, dict.fromkeys(row.group for row in rows))
        raise BadText(f'the surveys by {publisher} have no group "{group}"{hint}')
    row = _newest(row for row in of_group if year in (None, row.year))
    if row is None:
        return Figure(formatting.NOT_FOUND)
    text = f"{formatting.format_money(row.amount)} ({row.measure.label}, {row.year})"
    return Figure(text, (row,))


def industry_share(catalog: Catalog, industry: str, occupation: str = CODER_SOC) -> Figure:
    """The share of an occupation's workers in one of its largest industries."""
    _check_occupation(catalog, occupation)
    rows = {row.industry: row for row in largest_industries(catalog, occupation)}
    if industry not in rows:
        raise BadText(f'unknown industry "{industry}"{suggest_name(industry, rows)}')
    return Figure(formatting.format_percent(rows[industry].percent), (rows[industry],))


def remote(catalog: Catalog, what: str, publisher: str = "AAPC") -> Figure:
    """The ``percent`` who worked remotely in a publisher's newest count, or the ``year`` of it."""
    rows = [row for row in catalog.careers.findings.remote if row.publisher == publisher]
    if not rows:
        publishers = dict.fromkeys(row.publisher for row in catalog.careers.findings.remote)
        raise BadText(f'no count by "{publisher}"{suggest_name(publisher, publishers)}')
    newest = max(rows, key=lambda row: row.year)
    readers = {"percent": formatting.format_percent(newest.percent), "year": str(newest.year)}
    if what not in readers:
        raise BadText(f'the count has no "{what}"{suggest_name(what, readers)}')
    return Figure(readers[what], (newest,))


def study(catalog: Catalog, id: str, what: str = "percent") -> Figure:  # noqa: A002
    """The ``percent`` that a study found, or the ``year`` of it."""
    studies = {entry.id: entry for entry in catalog.careers.findings.studies}
    if id not in studies:
        raise BadText(f'unknown study "{id}"{suggest_name(id, studies)}')
    entry = studies[id]
    readers = {"percent": formatting.format_percent(entry.percent), "year": str(entry.year)}
    if what not in readers:
        raise BadText(f'a study has no "{what}"{suggest_name(what, readers)}')
    return Figure(readers[what], (entry,))


def pay_gap(
    catalog: Catalog, what: str, year: int | None = None, population: str | None = None
) -> Figure:
    """The newest comparison of certified people with others, in a year or population if named.

    ``what`` is ``certified``, ``others``, ``percent``, ``year``, ``publisher`` or ``measure``.
    """
    readers: dict[str, Callable[[Any], str]] = {
        "certified": lambda gap: formatting.format_money(gap.row.certified),
        "others": lambda gap: formatting.format_money(gap.row.not_certified),
        "percent": lambda gap: formatting.format_percent(gap.percent_of_others),
        "year": lambda gap: str(gap.row.year),
        "publisher": lambda gap: gap.row.publisher,
        "measure": lambda gap: gap.row.measure.label,
    }
    if what not in readers:
        raise BadText(f'a comparison of pay has no "{what}"{suggest_name(what, readers)}')
    gaps = [
        gap
        for gap in pay_gaps(catalog)
        if year in (None, gap.row.year) and population in (None, gap.row.population)
    ]
    if not gaps:
        return Figure(formatting.NOT_FOUND)
    return Figure(readers[what](gaps[0]), (gaps[0].row,))


def program_outcome(catalog: Catalog, state: str, subject: str, what: str) -> Figure:
    """What became of those who finished a program, over all schools of a state.

    ``what`` is ``completers``, how many they are, or the share at work: ``employed`` in the second
    quarter after it, ``employed_after_a_year``.
    """
    counts = {
        (outcome.state, outcome.subject): outcome
        for outcome in catalog.preparation.programs.outcomes
        if outcome.school is None
    }
    readers: Mapping[str, Callable[[Outcome], str]] = {
        "completers": lambda outcome: f"{outcome.completers:,}",
        "employed": lambda outcome: formatting.format_percent(outcome.employed),
        "employed_after_a_year": lambda outcome: formatting.format_percent(
            outcome.employed_after_a_year
        ),
    }
    if what not in readers:
        raise BadText(f'an outcome has no "{what}"{suggest_name(what, readers)}')
    counted = counts.get((State(state), subject)) if state in list(State) else None
    if counted is None:
        available = "; ".join(f"{place}, {name}" for place, name in counts)
        raise BadText(f'no outcomes of "{subject}" in "{state}"; there are: {available}')
    return Figure(readers[what](counted), (counted,))


def _wage_row(
    catalog: Catalog, state: str | None, year: int | None, occupation: str
) -> WageRow | None:
    _check_occupation(catalog, occupation)
    if state is None:
        if year is None:
            return newest_national_row(catalog, occupation)
        return next(
            (row for row in national_rows(catalog, occupation) if release_year(row) == year), None
        )
    if state not in list(State):
        raise BadText(f'"{state}" is no state; write its postal code')
    if year is None:
        return state_medians(catalog, occupation).get(State(state))
    rows = [
        row
        for row in catalog.careers.wages.rows
        if (row.soc, row.area_kind, row.state) == (occupation, AreaKind.STATE, state)
    ]
    return next((row for row in rows if release_year(row) == year), None)


def _check_occupation(catalog: Catalog, occupation: str) -> None:
    by_code = occupations(catalog)
    if occupation not in by_code:
        raise BadText(f'unknown occupation "{occupation}"{suggest_name(occupation, by_code)}')


def _growth_of_all(catalog: Catalog, row: ProjectionRow) -> str | None:
    everyone = all_occupations_edition(catalog, row)
    return None if everyone is None else formatting.format_percent(everyone.growth_percent)


def _rounded(jobs: float | None) -> str | None:
    return None if jobs is None else f"{round(jobs):,}"


def _newest(rows: Iterable[SurveyRow]) -> SurveyRow | None:
    return max(rows, key=lambda row: row.year, default=None)
