"""Made-up issuers and what somebody holds of them, as short as a test can state it.

Days are text: ``2026-02-28``, or ``2026-02`` where only the month is known.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cert_model.catalog import Catalog
from cert_model.renewal.cycles import last_of_month
from cert_model.renewal.plan import IssuerRenewal, RenewalPlan, plan_renewal
from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest
from tests.catalogs import TODAY
from tests.costs.price_lists import Plain, PriceLists, fact, issuer, lists_of

ABC, DEF, GHI = "guild/abc", "guild/def", "guild/ghi"
Passed = Mapping[str, str | None]
"""By id of what is held, when its exam was passed; None where nobody says."""


def cycle(kind: str, **more: Any) -> Plain:
    """The rule of when a cycle ends; ``more`` are ``month``, ``day``, ``year_follows_month``."""
    return {"kind": kind, "src": ["issuer-page"], **more}


def subject(topic: str, ceus: float, part: str = "subject") -> Plain:
    """A part of the CEUs that must have one subject."""
    return {"topic": topic, "part": part, "ceus": fact(ceus)}


def share(percent: float, part: str = "provider", **more: Any) -> Plain:
    """A share of the CEUs that must come from the guild; ``more`` is ``since``."""
    return {"topic": "the Guild", "part": part, "percent": fact(percent), **more}


def lapse(state: str, value: int, counted_in: str = "days", **more: Any) -> Plain:
    """A step of a lapse; ``more`` are ``fee`` and ``after_revocation``."""
    step = {"label": state, "state": state, "value": value, "counted_in": counted_in}
    return {**step, "src": ["issuer-page"], **more}


def guild(*sheets: Plain, fees: tuple[Plain, ...] = (), **more: Any) -> PriceLists:
    """The Guild with these credentials; ``more`` are its rules on renewal."""
    dues = more.pop("dues", [])
    return lists_of(*sheets, issuers=[issuer("GUILD", *fees, dues=dues, renewal=more)])


def first_day_of(text: str) -> CalendarDay:
    """A day, or the first of a month: how a passed exam is stated."""
    is_day = len(text) == len("2026-02-28")
    return CalendarDay(date.fromisoformat(text if is_day else f"{text}-01"), is_day)


def last_day_of(text: str) -> CalendarDay:
    """A day, or the last of a month: how an end is stated."""
    first = first_day_of(text)
    return first if first.exact else CalendarDay(last_of_month(first.day), exact=False)


def asked(
    passed: Passed,
    today: str | None = None,
    *,
    renews: Mapping[str, str] | None = None,
    **more: Any,
) -> RenewalRequest:
    """A request; ``renews`` is by issuer, ``more`` are ``members`` and ``earned``."""
    holdings = [Holding(key, first_day_of(day) if day else None) for key, day in passed.items()]
    return RenewalRequest(
        tuple(holdings),
        date.fromisoformat(today) if today else TODAY,
        renews={key: last_day_of(day) for key, day in (renews or {}).items()},
        **more,
    )


def planned(
    source: PriceLists | Catalog, passed: Passed, today: str | None = None, **more: Any
) -> RenewalPlan:
    """The plan for what somebody holds of made-up or of real credentials."""
    catalog = source.catalog if isinstance(source, PriceLists) else source
    return plan_renewal(catalog, asked(passed, today, **more))


def kept(
    source: PriceLists | Catalog, passed: Passed, today: str | None = None, **more: Any
) -> IssuerRenewal:
    """The only issuer of a plan."""
    (part,) = planned(source, passed, today, **more).issuers
    return part


def ends(part: IssuerRenewal) -> list[str]:
    """The end of each cycle as text; a question mark where it is not known."""
    return [str(due.cycle.ends or "?") for due in part.cycles]
