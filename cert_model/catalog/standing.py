"""The standing of a statement: how good and how recent the evidence behind it is."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto

from cert_model.schema import Evidence, Source
from cert_model.schema.dates import last_day
from cert_model.vocabulary import SourceKind, Standing

OLD_AFTER_MONTHS_PRICES = 18
OLD_AFTER_MONTHS = 36

_ORDER = list(Standing)


def standing(statement: Evidence, sources: Mapping[str, Source], today: date) -> Standing:
    """The best standing that any source gives ``statement``.

    The day that counts is the older of the statement's ``as_of`` and the date of the source: a
    page read in 2026 about 2014 is evidence of 2014. Evidence without a date is old. Prices go
    out of date sooner than the rest; pay does not, as a statistic of the period that it names.
    """
    return best_evidence(statement, sources, today)[0]


def best_evidence(
    statement: Evidence, sources: Mapping[str, Source], today: date
) -> tuple[Standing, date | None]:
    """The standing of ``statement``, and the newest day among the sources that give it.

    The day is None where neither these sources nor the statement has a date.
    """
    standings = [
        (_standing_by(source, statement, today), _day_of_evidence(source, statement.as_of))
        for source in citable_sources(statement, sources)
    ]
    best = min((grade for grade, _ in standings), key=_ORDER.index)
    return best, max((day for grade, day in standings if grade is best and day), default=None)


def citable_sources(statement: Evidence, sources: Mapping[str, Source]) -> list[Source]:
    """The sources that support ``statement`` alone; if there are none, all of its sources."""
    cited = [sources[source] for source in statement.src]
    return [source for source in cited if source.supports_alone] or cited


def sources_best_first(
    statement: Evidence, sources: Mapping[str, Source], today: date
) -> list[Source]:
    """The citable sources of ``statement``, those first that give it its standing."""
    return sorted(
        citable_sources(statement, sources),
        key=lambda source: _ORDER.index(_standing_by(source, statement, today)),
    )


def _standing_by(source: Source, statement: Evidence, today: date) -> Standing:
    """The standing that one source gives ``statement``."""
    day = _day_of_evidence(source, statement.as_of)
    limit = OLD_AFTER_MONTHS_PRICES if statement.is_price else OLD_AFTER_MONTHS
    is_old = day is None or months_between(day, today) > limit
    current, old = _STANDINGS[_origin_of(source)]
    return old if is_old else current


def _day_of_evidence(source: Source, as_of: str | None) -> date | None:
    days = [last_day(period) for period in (as_of, source.date or source.seen) if period]
    return min(days, default=None)


class _Origin(Enum):
    """Who says what a source says, as far as standings tell them apart."""

    ISSUER = auto()
    GOVERNMENT = auto()
    GOVERNMENT_COPY = auto()
    OTHER = auto()


_STANDINGS = {
    _Origin.ISSUER: (Standing.ISSUER_CURRENT, Standing.ISSUER_OLD),
    _Origin.GOVERNMENT: (Standing.GOVERNMENT_CURRENT, Standing.GOVERNMENT_OLD),
    _Origin.GOVERNMENT_COPY: (Standing.COPY_CURRENT, Standing.COPY_OLD),
    _Origin.OTHER: (Standing.THIRD_PARTY_CURRENT, Standing.THIRD_PARTY_OLD),
}
"""The standings of current and of old evidence, by its origin."""


def _origin_of(source: Source) -> _Origin:
    if source.kind is SourceKind.ISSUER:
        return _Origin.ISSUER
    if source.kind is SourceKind.GOVERNMENT:
        return _Origin.GOVERNMENT_COPY if source.copy_of else _Origin.GOVERNMENT
    return _Origin.OTHER


def months_between(earlier: date, later: date) -> int:
    """The whole months from one day to another; negative if ``later`` is the earlier one."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
