"""The question that a visitor's profile asks of the renewal rules, and an example of one."""

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import parse_answers
from cert_model.formatting import join_words
from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest
from ui.shell.visitor import Visitor

EXAMPLE_IDS = {"aapc/cpc": 30, "aapc/crc": 20, "ahima/ccs": 14}
"""What the person of the example holds, with the months since each exam."""
_MARCH = 3


def request_of(catalog: Catalog, visitor: Visitor, held: Sequence[str] = ()) -> RenewalRequest:
    """The question that a visitor's profile, and what an address names, ask of renewal rules."""
    profile = parse_answers(catalog, visitor.answers).profile
    ids = tuple(dict.fromkeys((*(profile.credentials or ()), *held)))
    issuers = {catalog.credentials[key].issuer for key in ids}
    members = profile.memberships
    return RenewalRequest(
        tuple(Holding(key, visitor.passed.get(key)) for key in ids),
        catalog.today,
        {} if members is None else {issuer: issuer in members for issuer in issuers},
        {issuer: day for issuer, day in visitor.renews.items() if issuer in issuers},
        {issuer: ceus for issuer, ceus in visitor.earned.items() if issuer in issuers},
    )


def example(catalog: Catalog) -> Visitor:
    """Somebody who holds credentials of two issuers and has begun to earn CEUs."""
    today = catalog.today
    march = date(today.year + (today.month > _MARCH), _MARCH, 31)

    def months_ago(months: int) -> CalendarDay:
        return CalendarDay((today - relativedelta(months=months)).replace(day=1), exact=False)

    return Visitor(
        answers={"credentials": ",".join(EXAMPLE_IDS), "memberships": "aapc,ahima"},
        passed={key: months_ago(ago) for key, ago in EXAMPLE_IDS.items()},
        renews={"aapc": CalendarDay(march, exact=False)},
        earned={"aapc": 12.0},
    )


def example_labels(catalog: Catalog) -> str:
    """The letters of the example's credentials."""
    return join_words(catalog.labels[key] for key in EXAMPLE_IDS)
