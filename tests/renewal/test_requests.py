"""Which questions cannot be answered, and the one line that says so."""

from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.renewal.request import BadRenewal, check_request, first_possible_day
from tests.costs.price_lists import PriceLists, credential, fact, issuer, lists_of
from tests.renewal.made_up import ABC, DEF, Passed, asked, planned

TODAY = "2026-11-23"


def two_guilds(**more: Any) -> PriceLists:
    """The Guild's ABC and DEF, and the Board's XYZ; ``more`` are fields of the ABC."""
    return lists_of(
        credential("ABC", **more),
        credential("DEF"),
        credential("XYZ", issuer="board"),
        issuers=[issuer("GUILD"), issuer("BOARD")],
    )


def complaint(passed: Passed, lists: PriceLists | None = None, **more: Any) -> str:
    """Why a request is refused."""
    catalog = (lists or two_guilds()).catalog
    with pytest.raises(BadRenewal) as caught:
        check_request(catalog, asked(passed, TODAY, **more))
    return str(caught.value)


def test_a_request_that_can_be_answered_passes() -> None:
    request = asked(
        {ABC: "2025-03-10", DEF: None},
        TODAY,
        members={"guild": True},
        renews={"guild": "2027-05"},
        earned={"guild": 12},
    )
    check_request(two_guilds().catalog, request)


def test_nothing_held_is_refused() -> None:
    assert complaint({}) == "name at least one credential that you hold"


def test_a_credential_named_twice_is_refused() -> None:
    once = asked({ABC: None}, TODAY)
    twice = type(once)((*once.holdings, *once.holdings), once.today)
    with pytest.raises(BadRenewal, match=r"^guild/abc is named twice; name it once$"):
        check_request(two_guilds().catalog, twice)


@pytest.mark.parametrize("passed", ["2026-11-24", "2027-03-10"])
def test_an_exam_passed_in_the_future_is_refused(passed: str) -> None:
    assert complaint({DEF: None, ABC: passed}) == (
        f"guild/abc: passed on {passed}, which is after today, 2026-11-23"
    )


@pytest.mark.parametrize("passed", ["2026-11-23", "2026-11", "2001-01-01"])
def test_an_exam_passed_today_or_before_is_taken(passed: str) -> None:
    check_request(two_guilds().catalog, asked({ABC: passed}, TODAY))


def test_a_month_to_come_is_refused_by_its_name() -> None:
    assert complaint({ABC: "2026-12"}) == (
        "guild/abc: passed on 2026-12, which is after today, 2026-11-23"
    )


def test_an_exam_passed_before_it_existed_is_refused() -> None:
    lists = two_guilds(introduced=fact(2015))
    assert complaint({ABC: "2014-12-31"}, lists) == (
        "guild/abc: passed on 2014-12-31, before anyone could hold it; "
        "the earliest day is 2015-01-01"
    )
    check_request(lists.catalog, asked({ABC: "2015-01-01"}, TODAY))


def founded(year: object, **more: Any) -> PriceLists:
    """The Guild of a year, and its ABC."""
    return lists_of(credential("ABC", **more), issuers=[issuer("GUILD", founded=fact(year))])


@pytest.mark.parametrize("more", [{}, {"introduced": fact("About 2015")}])
def test_an_exam_of_no_known_year_is_not_older_than_its_issuer(more: Any) -> None:
    lists = founded(1988, **more)
    assert complaint({ABC: "1987-12"}, lists).endswith("the earliest day is 1988-01-01")
    check_request(lists.catalog, asked({ABC: "1988-01"}, TODAY))


def test_the_year_of_the_exam_goes_before_that_of_the_issuer() -> None:
    earliest = first_possible_day(founded(1988, introduced=fact(2015)).catalog, ABC)
    assert str(earliest) == "2015-01-01"


def test_where_no_year_is_known_no_day_is_refused() -> None:
    check_request(two_guilds().catalog, asked({ABC: "1901-01-01"}, TODAY))
    assert first_possible_day(two_guilds().catalog, ABC) is None


@pytest.mark.parametrize(
    "stated",
    [
        {"members": {"board": True}},
        {"renews": {"board": "2027-05"}},
        {"earned": {"board": 5}},
        {"members": {"guild": True}, "earned": {"board": 5}},
    ],
)
def test_an_issuer_of_nothing_held_is_refused(stated: Any) -> None:
    assert complaint({ABC: None}, **stated) == (
        "board: awards none of the credentials named; expected guild"
    )


def test_the_issuers_expected_are_named_in_order() -> None:
    assert complaint({ABC: None, "board/xyz": None}, earned={"aapc": 5}) == (
        "aapc: awards none of the credentials named; expected board, guild"
    )


@pytest.mark.parametrize(
    ("ceus", "shown"),
    [(-1, "-1"), (1000.5, "1000.5"), (float("nan"), "nan"), (float("inf"), "inf")],
)
def test_a_number_of_ceus_that_cannot_be_is_refused(ceus: float, shown: str) -> None:
    assert complaint({ABC: None}, earned={"guild": ceus}) == (
        f"guild: expected 0 to 1,000 CEUs, found {shown}"
    )


@pytest.mark.parametrize("ceus", [0, 0.5, 1000])
def test_a_number_of_ceus_that_can_be_is_taken(ceus: float) -> None:
    check_request(two_guilds().catalog, asked({ABC: None}, TODAY, earned={"guild": ceus}))


@pytest.mark.parametrize("passed", [None, "2025-03-10"])
def test_an_id_that_nobody_awards_is_a_key_error(passed: str | None) -> None:
    with pytest.raises(KeyError):
        check_request(two_guilds().catalog, asked({"guild/zzz": passed}, TODAY))


@pytest.mark.parametrize("today", ["2015-12-31", "2037-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_far_from_that_of_the_catalog_is_refused(today: str) -> None:
    with pytest.raises(BadRenewal) as caught:
        check_request(two_guilds().catalog, asked({ABC: None}, today))
    assert str(caught.value) == (f"expected a day within 10 years of 2026-11-23, found {today}")


@pytest.mark.parametrize("renews", ["2015-12-31", "2037-01-01", "2037-01"])
def test_an_end_far_from_today_is_refused(renews: str) -> None:
    assert complaint({ABC: None}, renews={"guild": renews}) == (
        f"guild: expected a month within 10 years of today, found {renews}"
    )


@pytest.mark.parametrize("renews", ["2016-01-01", "2036-12-31", "2026-11"])
def test_an_end_within_ten_years_is_taken(renews: str) -> None:
    check_request(two_guilds().catalog, asked({ABC: None}, TODAY, renews={"guild": renews}))


@pytest.mark.parametrize(
    ("passed", "more", "field"),
    [
        ({}, {}, "credentials"),
        ({ABC: "2027-03-10"}, {}, "passed"),
        ({ABC: None}, {"members": {"board": True}}, "member"),
        ({ABC: None}, {"renews": {"board": "2027-05"}}, "renews"),
        ({ABC: None}, {"renews": {"guild": "2099-05"}}, "renews"),
        ({ABC: None}, {"earned": {"board": 5}}, "earned"),
        ({ABC: None}, {"earned": {"guild": -5}}, "earned"),
    ],
)
def test_a_refusal_names_the_part_at_fault(passed: Passed, more: Any, field: str) -> None:
    with pytest.raises(BadRenewal) as caught:
        check_request(two_guilds().catalog, asked(passed, TODAY, **more))
    assert caught.value.field == field


def test_no_credential_of_the_catalog_is_older_than_its_sheet_says(catalog: Catalog) -> None:
    for key, sheet in catalog.credentials.items():
        year = sheet.introduced and sheet.introduced.value
        if isinstance(year, int):
            assert str(first_possible_day(catalog, key)) == f"{year}-01-01"


def test_a_plan_refuses_what_a_request_may_not_be() -> None:
    with pytest.raises(BadRenewal, match=r"^name at least one credential that you hold$"):
        planned(two_guilds(), {}, TODAY)
