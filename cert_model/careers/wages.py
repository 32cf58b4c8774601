"""Pay over the releases, and in states and industries, one occupation code at a time.

BLS changed the codes under which coders are counted, and what each code holds. Figures of
two codes are never joined: a series is a list of segments, and every break says why.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from cert_model.catalog import Catalog
from cert_model.schema.career_files import Occupation, Succession
from cert_model.schema.careers import WageRow
from cert_model.schema.facts import first_day
from cert_model.vocabulary import AreaKind, PayProgram, State

CODERS = "29-2072"
"""The code under which medical coders are counted now."""
ALL_OCCUPATIONS = "00-0000"
FEWEST_JOBS = 1_000
"""Below it an industry's pay hangs on too few people to be held against another's."""


@dataclass(frozen=True, slots=True)
class Segment:
    """National figures of one code at releases that follow each other year by year."""

    soc: str
    rows: tuple[WageRow, ...]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        return year_of(self.rows[0]), year_of(self.rows[-1])


@dataclass(frozen=True, slots=True)
class Break:
    """Between two releases the code changed, so the figures around it are not comparable."""

    before: int
    after: int
    succession: Succession


def year_of(row: WageRow) -> int:
    """The year of a row's release."""
    assert row.as_of is not None, "WageRow._dated holds"
    return first_day(row.as_of).year


def occupations(catalog: Catalog) -> dict[str, Occupation]:
    """Every occupation by its code."""
    return {each.soc: each for each in catalog.careers.occupations.occupations}


def choices(catalog: Catalog) -> dict[str, Occupation]:
    """The occupations of today's classification to choose from, coders first.

    Those that another one took over are reached through it; all occupations together are
    a yardstick, not work.
    """
    known = occupations(catalog)
    superseded = {each.follows.soc for each in known.values() if each.follows}
    kept = [soc for soc in known if soc not in superseded and soc != ALL_OCCUPATIONS]
    return {soc: known[soc] for soc in sorted(kept, key=lambda soc: soc != CODERS)}


def lineage(catalog: Catalog, soc: str) -> list[Occupation]:
    """The occupation and those it followed, oldest first.

    Raises KeyError for a code that the catalog does not describe.
    """
    known = occupations(catalog)
    found = [known.pop(soc)]
    while found[0].follows and found[0].follows.soc in known:
        found.insert(0, known.pop(found[0].follows.soc))
    return found


def national(catalog: Catalog, soc: str) -> list[WageRow]:
    """The nation's figures of one code, oldest first."""
    rows = _rows(catalog, soc, AreaKind.NATION)
    return sorted(rows, key=year_of)


def newest_national(catalog: Catalog, soc: str) -> WageRow | None:
    """The nation's newest figures of one code; None where none were found."""
    return max(national(catalog, soc), key=year_of, default=None)


def nation_beside(catalog: Catalog, row: WageRow) -> WageRow | None:
    """The nation's figures of the same code and release as a state's."""
    rows = national(catalog, row.soc)
    return next((each for each in rows if each.as_of == row.as_of), None)


def segments(catalog: Catalog, soc: str) -> list[Segment]:
    """The nation's pay over the releases, for the occupation and those it followed.

    A segment ends where the code changes or where a release is missing.
    """
    found: list[Segment] = []
    for occupation in lineage(catalog, soc):
        run: list[WageRow] = []
        for row in national(catalog, occupation.soc):
            if run and year_of(row) != year_of(run[-1]) + 1:
                found.append(Segment(occupation.soc, tuple(run)))
                run = []
            run.append(row)
        if run:
            found.append(Segment(occupation.soc, tuple(run)))
    return found


def breaks(catalog: Catalog, soc: str) -> list[Break]:
    """Where the code changed, oldest first."""
    found: list[Break] = []
    line = lineage(catalog, soc)
    for older, newer in pairwise(line):
        before, after = national(catalog, older.soc), national(catalog, newer.soc)
        assert newer.follows is not None, "lineage follows it"
        if before and after:
            found.append(Break(year_of(before[-1]), year_of(after[0]), newer.follows))
    return found


def state_medians(catalog: Catalog, soc: str) -> dict[State, WageRow]:
    """The states' rows at the newest release of which a state median was found.

    States are in the order of their vocabulary. No older release fills a gap: states are
    compared within one release or not at all.
    """
    known = [row for row in _rows(catalog, soc, AreaKind.STATE) if row.p50 is not None]
    newest = max((row.as_of or "" for row in known), default="")
    by_state = {row.state: row for row in known if row.as_of == newest}
    return {state: by_state[state] for state in State if state in by_state}


def further_rows(catalog: Catalog, soc: str, state: State) -> list[WageRow]:
    """What else is known of a state: older releases, other agencies, its metros; newest first.

    These come from different releases, codes and agencies, so they make no trend.
    """
    newest = state_medians(catalog, soc).get(state)
    codes = {each.soc for each in lineage(catalog, soc)}
    found = [
        row
        for row in catalog.careers.wages.rows
        if row.soc in codes and row is not newest and (row.state is state or state in row.states)
    ]
    return sorted(found, key=lambda row: (-year_of(row), row.area_kind is AreaKind.METRO, row.area))


def industry_medians(catalog: Catalog, soc: str) -> list[WageRow]:
    """Pay by industry at the newest release, highest median first.

    Whole sectors come from the wage statistics, single industries from the Handbook; where
    both name the same, the statistics count.
    """
    known = [
        row
        for row in catalog.careers.wages.rows
        if row.soc == soc and row.area_kind is AreaKind.INDUSTRY and row.p50 is not None
    ]
    newest = max((row.as_of or "" for row in known), default="")
    of_release = [row for row in known if row.as_of == newest]
    sectors = {row.area for row in of_release if row.program is PayProgram.OEWS}
    kept = [row for row in of_release if row.program is PayProgram.OEWS or row.area not in sectors]
    return sorted(kept, key=lambda row: -(row.p50 or 0))


def comparable(rows: Iterable[WageRow]) -> list[WageRow]:
    """The industries with enough jobs, or named by the Handbook as among the largest."""
    return [
        row for row in rows if row.program is PayProgram.OOH or (row.employment or 0) >= FEWEST_JOBS
    ]


@dataclass(frozen=True, slots=True)
class StartingPay:
    """The 25th percentile: three in four earn more. A stand-in for one's own pay."""

    amount: float
    row: WageRow


def starting_pay(catalog: Catalog, soc: str, state: State | None = None) -> StartingPay | None:
    """The state's 25th percentile, or the nation's where the state's was not found."""
    own = state_medians(catalog, soc).get(state) if state else None
    for row in (own, newest_national(catalog, soc)):
        if row is not None and row.p25 is not None:
            return StartingPay(row.p25, row)
    return None


def _rows(catalog: Catalog, soc: str, kind: AreaKind) -> Iterator[WageRow]:
    """The rows of BLS's wage statistics."""
    for row in catalog.careers.wages.rows:
        if (row.soc, row.area_kind, row.program) == (soc, kind, PayProgram.OEWS):
            yield row
