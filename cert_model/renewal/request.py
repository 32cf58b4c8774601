"""What a person holds and says about it: the question that a renewal plan answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from cert_model.catalog import Catalog

MOST_YEARS_AWAY = 10
"""How far a stated end of a cycle may lie from today, and today from the catalog's day."""
MOST_CEUS = 1_000
"""CEUs of one cycle; more are taken for a slip of the keyboard."""


class BadRenewal(ValueError):
    """Something that no plan can be made from; the message is one line."""

    def __init__(self, message: str, field: str = "credentials") -> None:
        super().__init__(message)
        self.field = field
        """The part of the request that is at fault, as ``renews``."""


@dataclass(frozen=True, slots=True, order=True)
class CalendarDay:
    """A day, or a month of which the day is not known."""

    day: date
    """Where only the month is known, the day that stands for it."""
    exact: bool = True

    def __str__(self) -> str:
        return self.day.isoformat() if self.exact else f"{self.day:%Y-%m}"

    @property
    def day_of_month(self) -> int:
        """The day of a month on which it comes again; 31 for the last one of any month."""
        is_last = not self.exact and self.day.day > 1
        return 31 if is_last else self.day.day


@dataclass(frozen=True, slots=True)
class Holding:
    """A credential that a person holds, and when its exam was passed if that is known."""

    id: str
    passed: CalendarDay | None = None
    """Of a month alone, its first day: a cycle ends then or later, never before."""


@dataclass(frozen=True, slots=True)
class RenewalRequest:
    """What a renewal plan is made for; ``check_request`` refuses what cannot be."""

    holdings: tuple[Holding, ...]
    today: date
    members: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    """By issuer, whether the person is a member; an issuer not named is left open."""
    renews: Mapping[str, CalendarDay] = field(default_factory=lambda: MappingProxyType({}))
    """By issuer, when membership or cycle next ends; of a month alone, its last day."""
    earned: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """By issuer, the CEUs earned so far in the current cycle."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what is held."""
        return tuple(holding.id for holding in self.holdings)


def check_request(catalog: Catalog, request: RenewalRequest) -> None:
    """Nothing, for a request that can be answered. Raises BadRenewal, KeyError for an unknown id.

    Refused are: a day far from the catalog's, nothing held, a credential named twice, one passed
    in the future or before it existed, an issuer of none of them, an end far from today, and a
    number of CEUs that cannot be.
    """
    if abs(request.today.year - catalog.today.year) > MOST_YEARS_AWAY:
        expected = f"expected a day within {MOST_YEARS_AWAY} years of {catalog.today}"
        raise BadRenewal(f"{expected}, found {request.today}", "today")
    if not request.holdings:
        raise BadRenewal("name at least one credential that you hold")
    twice = next((key for key in request.ids if request.ids.count(key) > 1), None)
    if twice:
        raise BadRenewal(f"{twice} is named twice; name it once")
    for holding in request.holdings:
        _check_day(catalog, holding, request.today)
    _check_issuers(catalog, request)
    for issuer, ends in request.renews.items():
        if abs(ends.day.year - request.today.year) > MOST_YEARS_AWAY:
            expected = f"expected a month within {MOST_YEARS_AWAY} years of today"
            raise BadRenewal(f"{issuer}: {expected}, found {ends}", "renews")
    for issuer, ceus in request.earned.items():
        if not 0 <= ceus <= MOST_CEUS:
            message = f"{issuer}: expected 0 to {MOST_CEUS:,} CEUs, found {ceus:g}"
            raise BadRenewal(message, "earned")


def _check_issuers(catalog: Catalog, request: RenewalRequest) -> None:
    """Nothing, where whatever is said of issuers is about one of a credential held."""
    issuers = {catalog.credentials[key].issuer for key in request.ids}
    by_field = {"member": request.members, "renews": request.renews, "earned": request.earned}
    for name, by_issuer in by_field.items():
        for issuer in by_issuer:
            if issuer not in issuers:
                expected = ", ".join(sorted(issuers))
                message = f"{issuer}: awards none of the credentials named; expected {expected}"
                raise BadRenewal(message, name)


def _check_day(catalog: Catalog, holding: Holding, today: date) -> None:
    if holding.passed is None:
        return
    if holding.passed.day > today:
        raise BadRenewal(
            f"{holding.id}: passed on {holding.passed}, which is after today, {today}", "passed"
        )
    since = first_possible_day(catalog, holding.id)
    if since is not None and holding.passed.day < since:
        raise BadRenewal(
            f"{holding.id}: passed on {holding.passed}, before anyone could hold it; "
            f"the earliest day is {since}",
            "passed",
        )


def first_possible_day(catalog: Catalog, key: str) -> date | None:
    """The first day on which a credential can have been earned; None where it is not known.

    That is when it was introduced, else when its issuer was founded.
    """
    sheet = catalog.credentials[key]
    for fact in (sheet.introduced, catalog.issuers[sheet.issuer].founded):
        if fact is not None and isinstance(fact.value, int):
            return date(fact.value, 1, 1)
    return None


def first_of(*days: CalendarDay | None) -> CalendarDay | None:
    """The earliest of some days, as far as they are known."""
    return min((day for day in days if day is not None), default=None)
