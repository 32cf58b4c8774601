"""What is held is marginal: a plan costs what is added beyond what is due anyway."""

from datetime import date
from typing import Any

import pytest

from cert_model.costs import BadPlan, HeldCredential
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    apprentice,
    books,
    by_year,
    cases,
    ceus_by_number,
    credential,
    dues,
    exam_price,
    fact,
    issuer,
    lists_of,
    membership,
    missing,
    price,
    program,
    renewal,
    replacement,
    usual,
)

ABC, DEF = "guild/abc", "guild/def"
MEMBERS = membership(to_sit="required", to_hold="required")
OPTIONAL = membership(to_sit="optional", to_hold="optional")


def guild(*, need: Plain = MEMBERS, fees: tuple[Plain, ...] = (), **more: Any) -> PriceLists:
    """The ABC of $400 and the DEF of $300; dues of $100, a table of CEUs, one CEU costs $10."""
    own = {"membership": need, "renewal": renewal(24, 36), **more}
    return lists_of(
        credential("ABC", exam_price(400), **own),
        credential("DEF", exam_price(300), **own),
        issuers=[
            issuer(
                "GUILD", *fees, dues=[dues(100)], renewal={"ceus_by_number": ceus_by_number(36, 40)}
            )
        ],
    )


def test_what_is_held_costs_nothing_to_earn() -> None:
    plan = guild().plan(DEF, held=[ABC], years=1)
    assert usual(plan, "exam") == 300


def test_who_holds_a_credential_that_requires_membership_pays_the_dues_already() -> None:
    plan = guild().plan(DEF, held=[ABC], years=3)
    assert by_year(plan, "membership") == {}
    assert plan.decisions == ("GUILD membership is already due for what you hold.",)


def test_only_the_ceus_that_the_addition_brings_count() -> None:
    plan = guild().plan(DEF, held=[ABC], years=3)
    assert by_year(plan, "ceus") == {2: (40 - 36) / 2 * 10, 3: (40 - 36) / 2 * 10}


def test_a_row_beyond_what_is_due_already_says_so() -> None:
    plan = guild().plan(DEF, held=[ABC], years=2)
    assert [row.label for row in plan.rows if row.category == "ceus"] == [
        "20 CEUs, one year's share of the cycle, less what is due already"
    ]


def test_adding_costs_as_much_as_both_less_what_is_held() -> None:
    lists = guild()
    together = lists.plan(ABC, DEF, years=6).each_year_after.typical
    held = lists.plan(ABC, years=6).each_year_after.typical
    added = lists.plan(DEF, held=[ABC], years=6).each_year_after.typical
    assert added == pytest.approx(together - held)


def test_dues_that_only_the_addition_requires_are_its_cost() -> None:
    lists = lists_of(
        credential("ABC", membership=OPTIONAL, renewal=renewal(24, 0)),
        credential("DEF", exam_price(0), membership=MEMBERS, renewal=renewal(24, 0)),
        issuers=[issuer("GUILD", price("recertification", 0), dues=[dues(100)])],
    )
    plan = lists.plan(DEF, held=[ABC], years=2)
    assert by_year(plan, "membership") == {1: 100, 2: 100}
    assert plan.decisions == ("GUILD requires membership.",)


def test_what_is_held_needs_no_membership_to_sit() -> None:
    lists = lists_of(
        credential("ABC", membership=membership(to_sit="required")),
        credential("DEF", exam_price(0)),
        issuers=[issuer(dues=[dues(100)])],
    )
    assert usual(lists.plan(DEF, held=[ABC], years=2), "membership") == 0


def test_an_exam_long_passed_asks_for_no_dues_that_an_addition_then_has_for_nothing() -> None:
    lists = lists_of(
        credential("ABC", membership=membership(to_sit="required")),
        credential("DEF", exam_price(0), membership=MEMBERS),
        issuers=[issuer(dues=[dues(100)])],
    )
    assert by_year(lists.plan(DEF, held=[ABC], years=2), "membership") == {1: 100, 2: 100}


def test_an_addition_of_another_issuer_costs_what_it_costs_alone() -> None:
    lists = guild()
    other = credential("XYZ", exam_price(250), issuer="board", renewal=renewal(12, 5))
    lists = lists_of(*lists.credentials, other, issuers=[*lists.issuers, issuer("BOARD")])
    alone, added = lists.plan("board/xyz"), lists.plan("board/xyz", held=[ABC])
    assert added.rows == alone.rows
    assert added.missing == alone.missing


def test_books_and_schooling_of_what_is_held_are_not_bought() -> None:
    form: Plain = {
        "exam": {"open_book": fact(True)},
        "eligibility": {
            "required": {
                "test": "education",
                "at_least": "associate",
                "text": "A degree",
                "src": ["issuer-page"],
            }
        },
    }
    lists = lists_of(
        credential("ABC", exam_price(400), **form),
        credential("DEF", exam_price(0)),
        materials=[books("print", 200, serve=[ABC])],
        programs=[program("college", 7000, prepares=[ABC], kind="associate")],
    )
    assert cases(lists.plan(DEF, held=[ABC], years=1).to_earn) == (0, 0, 0)


def test_a_price_that_is_missing_anyway_is_not_missing_for_the_addition() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400), renewal=renewal(24, 0)),
        credential("DEF", exam_price(300), price("recertification", 10), renewal=renewal(24, 0)),
    )
    assert missing(lists.plan(DEF, held=[ABC], years=3)) == []
    assert missing(lists.plan(ABC, held=[DEF], years=3)) == [("ABC", "renewal")]


def replacing(**more: Any) -> PriceLists:
    """The DEF replaces the ABC; fees of $80 and $90 every two years, 20 and 30 CEUs."""
    return lists_of(
        credential("ABC", exam_price(400), price("recertification", 80), renewal=renewal(24, 20)),
        credential(
            "DEF",
            exam_price(300),
            price("recertification", 90),
            renewal=renewal(24, 30),
            replaces=[replacement(ABC)],
            **more,
        ),
    )


def test_an_addition_that_replaces_costs_what_it_asks_for_beyond_the_replaced() -> None:
    plan = replacing().plan(DEF, held=[ABC], years=4)
    assert by_year(plan, "ceus") == dict.fromkeys((2, 3, 4), (30 - 20) / 2 * 10)
    assert by_year(plan, "renewal") == {2: 90 - 80, 4: 90 - 80}


def test_a_successor_goes_on_in_the_cycle_of_a_held_credential() -> None:
    """Held for 18 months, the ABC's cycle ends in the first year and again in the third."""
    held = HeldCredential(ABC, date(2025, 5, 23))
    plan = replacing().plan(DEF, held=[held], years=6)
    assert by_year(plan, "renewal") == {3: 10, 5: 10}


def test_who_holds_both_goes_on_in_the_cycle_of_the_one_held_longer() -> None:
    lists = replacing()
    lists = lists_of(
        *lists.credentials,
        credential("GHI", renewal=renewal(24, 0)),
        issuers=[issuer("GUILD", price("recertification-additional", 7))],
    )
    held = [HeldCredential(DEF, date(2026, 10, 23)), HeldCredential(ABC, date(2025, 5, 23))]
    plan = lists.plan("guild/ghi", held=held, years=3)
    assert by_year(plan, "renewal") == {3: 7}


def test_what_is_no_longer_due_is_taken_off() -> None:
    """The DEF needs no fee of its own beside the dues, so the ABC's $80 are saved."""
    lists = lists_of(
        credential("ABC", exam_price(400), price("recertification", 80), renewal=renewal(24, 0)),
        credential(
            "DEF",
            exam_price(0),
            renewal=renewal(24, 0),
            membership=MEMBERS,
            replaces=[replacement(ABC)],
        ),
        issuers=[issuer(dues=[dues(10)])],
    )
    plan = lists.plan(DEF, held=[ABC], years=4)
    assert by_year(plan, "renewal") == {2: -80, 4: -80}
    assert {row.label for row in plan.rows if row.category == "renewal"} == {
        "Recertification fee: no longer due"
    }


def with_mark() -> PriceLists:
    """The ABC and the letters with its mark, both with a fee that nobody found."""
    return lists_of(
        credential("ABC", exam_price(400), renewal=renewal(24, 20), apprentice=apprentice("work")),
        credential("ABC-A", same_exam_as=ABC, renewal=renewal(24, 20)),
    )


def test_who_holds_the_letters_with_a_mark_has_taken_the_exam() -> None:
    plan = with_mark().plan(ABC, held=["guild/abc-a"])
    assert cases(plan.total) == (0, 0, 0)
    assert plan.complete


def test_a_fee_of_the_letters_with_a_mark_is_that_of_the_credential_in_full() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400), price("recertification", 80), renewal=renewal(24, 20)),
        credential("ABC-A", same_exam_as=ABC, renewal=renewal(24, 20)),
    )
    assert lists.plan(ABC, held=["guild/abc-a"]).rows == ()


def test_the_cycle_of_letters_with_a_mark_goes_on_in_full() -> None:
    lists = lists_of(
        credential("ABC", exam_price(400), price("recertification", 80), renewal=renewal(24, 0)),
        credential("ABC-A", same_exam_as=ABC, renewal=renewal(24, 0)),
        credential(
            "DEF",
            exam_price(0),
            price("recertification", 80),
            renewal=renewal(24, 0),
            replaces=[replacement(ABC)],
        ),
    )
    held = [
        HeldCredential(ABC, date(2026, 10, 23)),
        HeldCredential("guild/abc-a", date(2025, 5, 23)),
    ]
    for order in (held, held[::-1]):
        assert by_year(lists.plan(DEF, held=order, years=6), "renewal") == {}


def test_a_credential_held_since_a_day_to_come_is_refused() -> None:
    with pytest.raises(BadPlan, match="guild/abc: held since 2026-11-24, which is after today"):
        guild().plan(DEF, held=[HeldCredential(ABC, date(2026, 11, 24))])


def test_a_credential_held_since_today_is_held() -> None:
    plan = guild().plan(DEF, held=[HeldCredential(ABC, date(2026, 11, 23))])
    assert plan.rows == guild().plan(DEF, held=[ABC]).rows


def test_an_estimate_of_what_is_due_anyway_leaves_nothing_estimated() -> None:
    lists = lists_of(
        credential("ABC", membership=MEMBERS),
        credential("DEF", membership=MEMBERS),
        issuers=[
            issuer(
                dues_in_general={"low": 80, "high": 160, "as_of": "2026", "src": ["issuer-page"]}
            )
        ],
    )
    assert lists.plan(DEF, years=1).total.estimated
    assert not lists.plan(DEF, held=[ABC], years=1).total.estimated
