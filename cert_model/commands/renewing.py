"""The command ``renewal``: what keeping credentials takes, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isnan, nan

from cert_model.catalog import Catalog
from cert_model.commands.arguments import (
    LONGEST_QUOTE,
    BadArgument,
    parse_day,
    parse_past_day,
    resolve_ids,
    resolve_issuer,
    split_pairs,
)
from cert_model.renewal.cycles import last_of_month
from cert_model.renewal.plan import RenewalPlan, plan_renewal
from cert_model.renewal.request import BadRenewal, CalendarDay, Holding, RenewalRequest


@dataclass(frozen=True)
class RenewalWords:
    """A renewal plan as somebody asks for it."""

    credentials: Sequence[str]
    passed: Sequence[str] = ()
    """The day an exam was passed, as ``cpc=2024-05-31``."""
    member: Sequence[str] = ()
    """Issuers of which the person is a member."""
    renews: Sequence[str] = ()
    """When membership or cycle at an issuer ends next, as ``aapc=2027-03``; or the day."""
    earned: Sequence[str] = ()
    """The CEUs of the current cycle, as ``aapc=12``."""
    today: str | None = None
    """The day from which to look ahead; that of the catalog if not named."""


def plan_renewals(catalog: Catalog, words: RenewalWords) -> RenewalPlan:
    """What keeping the credentials takes. Raises BadArgument."""
    today = catalog.today if words.today is None else parse_day("today", words.today)
    request = _read_request(catalog, words, today)
    try:
        return plan_renewal(catalog, request)
    except BadRenewal as error:
        raise BadArgument(error.field, str(error)) from error


def _read_request(catalog: Catalog, words: RenewalWords, today: date) -> RenewalRequest:
    ids = resolve_ids(catalog, "credentials", words.credentials)
    days = _days_passed(catalog, words.passed, ids, today)
    return RenewalRequest(
        tuple(Holding(key, days.get(key)) for key in ids),
        today,
        {resolve_issuer(catalog, "member", name): True for name in words.member},
        {
            resolve_issuer(catalog, "renews", name): _month_or_day(text)
            for name, text in split_pairs("renews", "aapc=2027-03", words.renews)
        },
        {
            resolve_issuer(catalog, "earned", name): _number_of_ceus(name, text)
            for name, text in split_pairs("earned", "aapc=12", words.earned)
        },
    )


def _days_passed(
    catalog: Catalog, words: Sequence[str], ids: Sequence[str], today: date
) -> dict[str, CalendarDay]:
    """The day on which each exam was passed, as far as it is given."""
    days: dict[str, CalendarDay] = {}
    for name, text in split_pairs("passed", "cpc=2024-05-31", words):
        (key,) = resolve_ids(catalog, "passed", [name])
        if key not in ids:
            raise BadArgument("passed", f"{name}: name {key} among the credentials as well", ids)
        if key in days:
            raise BadArgument("passed", f"{name}: give one day for each credential")
        days[key] = CalendarDay(parse_past_day("passed", text, today))
    return days


def _month_or_day(text: str) -> CalendarDay:
    """A day, or the last one of a month."""
    is_month = len(text) == len("2027-03")
    try:
        day = parse_day("renews", f"{text}-01" if is_month else text)
    except BadArgument:
        quoted = text[:LONGEST_QUOTE]
        message = f'"{quoted}" is no month; write it as 2027-03, or the day as 2027-03-15'
        raise BadArgument("renews", message) from None
    return CalendarDay(last_of_month(day), exact=False) if is_month else CalendarDay(day)


def _number_of_ceus(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = nan
    if isnan(number):
        quoted = text[:LONGEST_QUOTE]
        raise BadArgument("earned", f'{name}: "{quoted}" is not a number of CEUs; write it as 12')
    return number
