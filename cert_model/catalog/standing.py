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
    named = [sources[source] for source in statement.src]
    able = [source for source in named if source.supports_alone] or named
    return min(
        (_standing_from(source, statement.as_of, today, money) for source in able),
        key=_ORDER.index,
    )


def _standing_from(source: Source, as_of: str | None, today: date, money: bool) -> Standing:
    dates = [last_day(period) for period in (as_of, source.date or source.seen) if period]
    limit = OLD_AFTER_MONTHS_MONEY if money else OLD_AFTER_MONTHS
    old = not dates or months_between(min(dates), today) > limit
    if source.kind is SourceKind.ISSUER:
        return Standing.ISSUER_OLD if old else Standing.ISSUER_CURRENT
    return Standing.THIRD_PARTY_OLD if old else Standing.THIRD_PARTY_CURRENT


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another; negative if ``later`` comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
