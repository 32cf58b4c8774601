"""What one credential more or less changes, on made-up lists where a CEU costs $15."""

import pytest

from cert_model.catalog import Catalog
from cert_model.costs import Assumptions
from cert_model.renewal.plan import RenewalPlan, plan_renewal
from cert_model.renewal.request import BadRenewal
from cert_model.renewal.what_if import difference_sentence, if_added, if_dropped
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    ceus_by_number,
    credential,
    dues,
    exam_price,
    issuer,
    lists_of,
    membership,
    price,
    renewal,
    replacement,
)
from tests.renewal.made_up import ABC, DEF, GHI, Passed, asked

TODAY = "2026-11-23"
XYZ = "board/xyz"
ASSUMED = Assumptions(ceu_price=15, pass_rate=100)
NEEDS_NO_DUES = membership(to_sit="none", to_hold="none")


def lists() -> PriceLists:
    """36 CEUs in two years at the Guild for one, 40 for two; the GHI replaces the ABC."""
    own: Plain = {"renewal": renewal(24, 36), "membership": NEEDS_NO_DUES}
    fee = price("recertification", 60)
    return lists_of(
        credential("ABC", exam_price(400), fee, **own),
        credential("DEF", exam_price(300), fee, **own),
        credential("GHI", exam_price(200), fee, replaces=[replacement(ABC)], **own),
        credential("XYZ", exam_price(250), issuer="board", renewal=renewal(24)),
        issuers=[
            issuer("GUILD", renewal={"ceus_by_number": ceus_by_number(36, 40)}),
            issuer("BOARD"),
        ],
    )


def plan(passed: Passed, **more: object) -> RenewalPlan:
    return plan_renewal(lists().catalog, asked(passed, TODAY, **more), ASSUMED)  # type: ignore[arg-type]


def test_a_further_credential_adds_the_ceus_of_the_table_and_its_fee() -> None:
    difference = if_added(lists().catalog, plan({ABC: None}), DEF, ASSUMED)
    assert difference.ceus_a_year == (40 - 36) / 2
    assert difference.cost_a_year == pytest.approx(60 / 2 + 2 * 15)
    assert difference.to_earn is not None
    assert difference.to_earn.typical == 300
    assert difference.is_complete


def test_dropping_it_again_takes_off_the_same() -> None:
    catalog = lists().catalog
    added = if_added(catalog, plan({ABC: None}), DEF, ASSUMED)
    dropped = if_dropped(catalog, plan({ABC: None, DEF: None}), DEF, ASSUMED)
    assert dropped.ceus_a_year == -2
    assert dropped.cost_a_year == pytest.approx(-added.cost_a_year)
    assert dropped.to_earn is None


def test_dropping_the_last_leaves_nothing_to_keep() -> None:
    before = plan({ABC: None})
    dropped = if_dropped(lists().catalog, before, ABC, ASSUMED)
    assert dropped.after is None
    assert dropped.ceus_a_year == -18
    assert dropped.cost_a_year == -before.cost_a_year.typical


def test_what_takes_the_place_of_another_adds_nothing() -> None:
    difference = if_added(lists().catalog, plan({ABC: None}), GHI, ASSUMED)
    assert difference.ceus_a_year == 0
    assert difference.cost_a_year == pytest.approx(0)


def test_what_was_said_of_an_issuer_goes_with_its_last_credential() -> None:
    before = plan(
        {ABC: None, XYZ: None},
        members={"board": False, "guild": False},
        renews={"board": "2027-05", "guild": "2027-06"},
        earned={"board": 3, "guild": 4},
    )
    after = if_dropped(lists().catalog, before, XYZ, ASSUMED).after
    assert after is not None
    assert dict(after.request.members) == {"guild": False}
    assert list(after.request.renews) == ["guild"]
    assert dict(after.request.earned) == {"guild": 4}


def test_an_added_one_is_passed_today() -> None:
    difference = if_added(lists().catalog, plan({ABC: "2025-03-10"}), DEF, ASSUMED)
    assert difference.after is not None
    holding = difference.after.request.holdings[-1]
    assert (holding.id, str(holding.passed)) == (DEF, TODAY)


def test_what_is_held_cannot_be_added_nor_what_is_not_be_dropped() -> None:
    with pytest.raises(BadRenewal, match=r"^guild/abc is named twice; name it once$"):
        if_added(lists().catalog, plan({ABC: None}), ABC, ASSUMED)
    with pytest.raises(KeyError, match=DEF):
        if_dropped(lists().catalog, plan({ABC: None}), DEF, ASSUMED)


def test_the_differences_stand_in_one_sentence() -> None:
    catalog = lists().catalog
    added = if_added(catalog, plan({ABC: None}), DEF, ASSUMED)
    assert difference_sentence(catalog, added) == (
        "Adding the DEF: 2 more CEUs and $60 more a year; $300 to earn it."
    )
    dropped = if_dropped(catalog, plan({ABC: None, DEF: None}), DEF, ASSUMED)
    assert difference_sentence(catalog, dropped) == (
        "Dropping the DEF: 2 fewer CEUs and $60 less a year."
    )


def test_no_difference_is_no_more() -> None:
    catalog = lists().catalog
    assert difference_sentence(catalog, if_added(catalog, plan({ABC: None}), GHI, ASSUMED)) == (
        "Adding the GHI: 0 more CEUs and $0 more a year; $200 to earn it."
    )


def test_a_price_to_earn_that_is_estimated_says_so(catalog: Catalog) -> None:
    """The exam of AAPC's CGIC is estimated from its sister exams."""
    before = plan_renewal(catalog, asked({"aapc/cpc": None}, TODAY))
    added = if_added(catalog, before, "aapc/cgic")
    assert added.to_earn is not None
    assert added.to_earn.estimated
    assert "about" in difference_sentence(catalog, added)


def test_what_is_held_is_not_paid_for_again() -> None:
    """Membership to sit is due for what is held already."""
    needed = membership(to_sit="required", to_hold="required")
    own: Plain = {"renewal": renewal(24, 36), "membership": needed}
    members = lists_of(
        credential("ABC", exam_price(400), **own),
        credential("DEF", exam_price(300), **own),
        issuers=[issuer("GUILD", dues=[dues(100)])],
    )
    before = plan_renewal(members.catalog, asked({ABC: None}, TODAY), ASSUMED)
    added = if_added(members.catalog, before, DEF, ASSUMED)
    assert added.to_earn is not None
    assert added.to_earn.typical == 300


def test_what_is_not_known_is_left_out_of_the_sentence() -> None:
    catalog = lists().catalog
    added = if_added(catalog, plan({ABC: None}), XYZ, ASSUMED)
    assert not added.is_complete
    assert "$" not in difference_sentence(catalog, added).partition(";")[0]


def test_without_a_number_on_both_sides_nothing_is_said_of_ceus() -> None:
    catalog = lists().catalog
    dropped = if_dropped(catalog, plan({XYZ: None, ABC: None}), ABC, ASSUMED)
    assert dropped.ceus_a_year is None
    assert difference_sentence(catalog, dropped) == "Dropping the ABC: what changes was not found."
