"""The question that a visitor's profile asks of the renewal rules."""

from datetime import date

from cert_model.catalog import Catalog
from cert_model.renewal.request import CalendarDay, Holding
from ui.keep.requests import EXAMPLE_IDS, example, example_labels, request_of
from ui.shell.visitor import Visitor

BOTH = {"credentials": "aapc/cpc,ahima/ccs"}


def test_memberships_that_were_answered_leave_no_issuer_open(catalog: Catalog) -> None:
    visitor = Visitor(answers={**BOTH, "memberships": "aapc"})
    assert request_of(catalog, visitor).members == {"aapc": True, "ahima": False}


def test_memberships_that_were_not_answered_stay_open(catalog: Catalog) -> None:
    assert request_of(catalog, Visitor(answers=BOTH)).members == {}


def test_days_go_with_their_credentials_and_nothing_with_an_issuer_not_held(
    catalog: Catalog,
) -> None:
    day = CalendarDay(date(2025, 5, 10))
    visitor = Visitor(answers=BOTH, passed={"aapc/cpc": day}, renews={"nha": day, "aapc": day})
    request = request_of(catalog, visitor)
    assert request.holdings == (Holding("aapc/cpc", day), Holding("ahima/ccs"))
    assert request.renews == {"aapc": day}


def test_the_example_renews_at_the_end_of_the_next_march(catalog: Catalog) -> None:
    request = request_of(catalog, example(catalog))
    assert request.ids == tuple(EXAMPLE_IDS)
    assert catalog.today < request.renews["aapc"].day <= date(catalog.today.year + 1, 3, 31)
    assert example_labels(catalog) == "CPC, CRC and CCS"
