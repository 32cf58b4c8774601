"""How good and how fresh the evidence behind a statement is."""

from collections.abc import Mapping
from datetime import date

from cert_model.schema import Evidence, Source
from cert_model.schema.facts import last_day
from cert_model.vocabulary import SourceKind, Standing

OLD_AFTER_MONTHS_MONEY = 18
OLD_AFTER_MONTHS = 36

_ORDER = list(Standing)


def standing(
    statement: Evidence, sources: Mapping[str, Source], today: date, *, money: bool = False
) -> Standing:
    """The standing that the best source of ``statement`` gives it.

    A page read in 2026 that tells of 2014 is evidence of 2014, so the older of the two
    dates counts; a page without any date is old.
    """
    return best_evidence(statement, sources, today, money=money)[0]


def best_evidence(
    statement: Evidence, sources: Mapping[str, Source], today: date, *, money: bool = False
) -> tuple[Standing, date | None]:
    """The standing of ``statement``, and the newest day of which a source of that standing tells.

    The day is None where no such source, nor the statement, has a date.
    """
    found = [
        (_standing_from(source, day, today, money), day)
        for source in citable_sources(statement, sources)
        for day in [_day(source, statement.as_of)]
    ]
    best = min((each for each, _ in found), key=_ORDER.index)
    return best, max((day for each, day in found if each is best and day), default=None)


def citable_sources(statement: Evidence, sources: Mapping[str, Source]) -> list[Source]:
    """The sources on which ``statement`` may rest alone, or all of them where there is none."""
    named = [sources[source] for source in statement.src]
    return [source for source in named if source.supports_alone] or named


def _day(source: Source, as_of: str | None) -> date | None:
    dates = [last_day(period) for period in (as_of, source.date or source.seen) if period]
    return min(dates, default=None)


def _standing_from(source: Source, day: date | None, today: date, money: bool) -> Standing:
    limit = OLD_AFTER_MONTHS_MONEY if money else OLD_AFTER_MONTHS
    old = day is None or months_between(day, today) > limit
    if source.kind is SourceKind.ISSUER:
        return Standing.ISSUER_OLD if old else Standing.ISSUER_CURRENT
    return Standing.THIRD_PARTY_OLD if old else Standing.THIRD_PARTY_CURRENT


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another; negative if ``later`` comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
