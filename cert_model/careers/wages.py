"""Pay over the releases, by state and by industry, for one occupation code at a time.

The Bureau of Labor Statistics (BLS) changed the codes under which coders are counted, and what
each code covers. Figures of two codes are never joined: a series is a list of segments, and
every break between them says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.schema.career_files import Occupation, Succession
from cert_model.schema.careers import WageRow
from cert_model.schema.dates import first_day
from cert_model.vocabulary import AreaKind, PayProgram, State

CODER_SOC = "29-2072"
"""The code of the Standard Occupational Classification that counts medical coders today."""
ALL_OCCUPATIONS = "00-0000"
MIN_JOBS = 1_000
"""An industry with fewer jobs has too few people behind its pay to be compared."""


@dataclass(frozen=True, slots=True)
class SeriesSegment:
    """National figures of one occupation code, in consecutive years."""

    soc: str
    rows: tuple[WageRow, ...]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        return release_year(self.rows[0]), release_year(self.rows[-1])


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """A change of the occupation code between two releases, which are not comparable."""

    before: int
    """The last year under the old code."""
    after: int
    """The first year under the new code."""
    succession: Succession


def release_year(row: WageRow) -> int:
    """The year of a row's release."""
    assert row.as_of is not None, "WageRow._dated holds"
    return first_day(row.as_of).year


def occupations(catalog: Catalog) -> dict[str, Occupation]:
    """Every occupation by its code."""
    return {occupation.soc: occupation for occupation in catalog.careers.occupations.occupations}


def selectable_occupations(catalog: Catalog) -> dict[str, Occupation]:
    """The occupations that a reader can choose, coders first.

    Superseded codes are left out, since their successors lead to them. So is the total of all
    occupations, which serves for comparison only.
    """
    by_code = occupations(catalog)
    superseded = {occupation.follows.soc for occupation in by_code.values() if occupation.follows}
    codes = [soc for soc in by_code if soc not in superseded and soc != ALL_OCCUPATIONS]
    return {soc: by_code[soc] for soc in sorted(codes, key=lambda soc: soc != CODER_SOC)}


def occupation_lineage(catalog: Catalog, soc: str) -> list[Occupation]:
    """The occupation and its predecessors, oldest first.

    Raises KeyError for a code that the catalog does not describe.
    """
    by_code = occupations(catalog)
    lineage = [by_code.pop(soc)]
    while lineage[0].follows and lineage[0].follows.soc in by_code:
        lineage.insert(0, by_code.pop(lineage[0].follows.soc))
    return lineage


def national_rows(catalog: Catalog, soc: str) -> list[WageRow]:
    """The national figures of one code, oldest first."""
    return sorted(_oews_rows(catalog, soc, AreaKind.NATION), key=release_year)


def newest_national_row(catalog: Catalog, soc: str) -> WageRow | None:
    """The newest national figures of one code; None where there are none."""
    return max(national_rows(catalog, soc), key=release_year, default=None)


def national_row_beside(catalog: Catalog, state_row: WageRow) -> WageRow | None:
    """The national figures of the same code and release as those of a state."""
    rows = national_rows(catalog, state_row.soc)
    return next((row for row in rows if row.as_of == state_row.as_of), None)


def series_segments(catalog: Catalog, soc: str) -> list[SeriesSegment]:
    """National pay over the releases, for the occupation and its predecessors.

    A segment ends where the code changes or a release is missing.
    """
    segments: list[SeriesSegment] = []
    for occupation in occupation_lineage(catalog, soc):
        run: list[WageRow] = []
        for row in national_rows(catalog, occupation.soc):
            if run and release_year(row) != release_year(run[-1]) + 1:
                segments.append(SeriesSegment(occupation.soc, tuple(run)))
                run = []
            run.append(row)
        if run:
            segments.append(SeriesSegment(occupation.soc, tuple(run)))
    return segments


def series_breaks(catalog: Catalog, soc: str) -> list[SeriesBreak]:
    """The releases between which the code changed, oldest first."""
    breaks: list[SeriesBreak] = []
    for older, newer in pairwise(occupation_lineage(catalog, soc)):
        before, after = national_rows(catalog, older.soc), national_rows(catalog, newer.soc)
        assert newer.follows is not None, "a lineage is linked by follows"
        if before and after:
            last, first = release_year(before[-1]), release_year(after[0])
            breaks.append(SeriesBreak(last, first, newer.follows))
    return breaks


def state_medians(catalog: Catalog, soc: str) -> dict[State, WageRow]:
    """The rows with a median of the newest release that has any, by state.

    States come in the order of their vocabulary. No older release fills a gap, so that all
    states are compared within one release.
    """
    rows = [row for row in _oews_rows(catalog, soc, AreaKind.STATE) if row.p50 is not None]
    newest = max((row.as_of or "" for row in rows), default="")
    by_state = {row.state: row for row in rows if row.as_of == newest}
    return {state: by_state[state] for state in State if state in by_state}


def area_rows(catalog: Catalog, soc: str, state: State) -> list[WageRow]:
    """The areas in a state at the newest release that has any, highest median first.

    A metropolitan area that reaches into several states is among those of each.
    """
    kinds = (AreaKind.METRO, AreaKind.NONMETRO)
    rows = [row for kind in kinds for row in _oews_rows(catalog, soc, kind)]
    newest = max((row.as_of or "" for row in rows), default="")
    here = [row for row in rows if row.as_of == newest and state in row.states and row.p50]
    return sorted(here, key=lambda row: (-(row.p50 or 0), row.area))


def other_state_rows(catalog: Catalog, soc: str, state: State) -> list[WageRow]:
    """A state's rows beside its newest median and ``area_rows``, newest first.

    They are older releases and other agencies' figures. They differ in release, code and agency,
    so they make no trend.
    """
    shown = {id(row) for row in area_rows(catalog, soc, state)}
    shown.add(id(state_medians(catalog, soc).get(state)))
    codes = {occupation.soc for occupation in occupation_lineage(catalog, soc)}
    rows = [
        row
        for row in catalog.careers.wages.rows
        if row.soc in codes and id(row) not in shown and (row.state is state or state in row.states)
    ]
    return sorted(
        rows, key=lambda row: (-release_year(row), row.area_kind is AreaKind.METRO, row.area)
    )


def industry_medians(catalog: Catalog, soc: str) -> list[WageRow]:
    """Pay by whole sector and single industry at the newest release, highest median first.

    Where the wage statistics and the Occupational Outlook Handbook have the same industry, the
    wage statistics count.
    """
    kinds = (AreaKind.SECTOR, AreaKind.INDUSTRY)
    rows = [
        row
        for row in catalog.careers.wages.rows
        if row.soc == soc and row.area_kind in kinds and row.p50 is not None
    ]
    newest = max((row.as_of or "" for row in rows), default="")
    of_release = [row for row in rows if row.as_of == newest]
    counted = {row.area for row in of_release if row.program is PayProgram.OEWS}
    rows = [row for row in of_release if row.program is PayProgram.OEWS or row.area not in counted]
    return sorted(rows, key=lambda row: -(row.p50 or 0))


def comparable_industries(rows: Iterable[WageRow]) -> list[WageRow]:
    """The industries with at least ``MIN_JOBS``, or that the Handbook names among the largest."""
    return [
        row for row in rows if row.program is PayProgram.OOH or (row.employment or 0) >= MIN_JOBS
    ]


def _oews_rows(catalog: Catalog, soc: str, kind: AreaKind) -> Sequence[WageRow]:
    """The rows of the Occupational Employment and Wage Statistics of BLS."""
    return _rows_by_place(catalog).get((soc, kind, PayProgram.OEWS), ())


@once_per_catalog
def _rows_by_place(catalog: Catalog) -> Mapping[tuple[str, AreaKind, PayProgram], list[WageRow]]:
    rows: dict[tuple[str, AreaKind, PayProgram], list[WageRow]] = {}
    for row in catalog.careers.wages.rows:
        rows.setdefault((row.soc, row.area_kind, row.program), []).append(row)
    return rows
