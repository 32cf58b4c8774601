"""What falls due for keeping credentials, and when, for a made-up issuer."""

from typing import Any

import pytest

from cert_model.catalog import FactRef
from cert_model.renewal.plan import IssuerRenewal
from tests.costs.price_lists import (
    Plain,
    between,
    cases,
    credential,
    dues,
    fact,
    membership,
    price,
    renewal,
)
from tests.renewal.made_up import ABC, DEF, Passed, cycle, guild, kept

TODAY = "2026-11-23"
MEMBER: Plain = {"members": {"guild": True}}
OPTIONAL = membership(to_hold="optional")
REQUIRED = membership(to_hold="required")


def paid(part: IssuerRenewal) -> list[tuple[str | None, str, float | None]]:
    """Day, credential or issuer, and amount of each payment."""
    return [
        (
            str(fee.day) if fee.day else None,
            fee.credential or "guild",
            fee.money.typical if fee.money else None,
        )
        for fee in part.fees
    ]


def holder(
    *fees: Plain, passed: Passed | None = None, months: int = 24, **more: Any
) -> IssuerRenewal:
    """What is paid for the ABC, passed on March 10, 2025; ``more`` are parts of the request."""
    sheet = credential("ABC", *fees, renewal=renewal(months, 20), membership=OPTIONAL)
    lists = guild(sheet, cycle=cycle("passing-day"), dues=[dues(100)])
    return kept(
        lists, passed or {ABC: "2025-03-10"}, TODAY, **{"members": {"guild": False}, **more}
    )


def test_a_recertification_fee_is_due_at_the_end_of_the_cycle() -> None:
    part = holder(price("recertification", 80))
    assert paid(part) == [("2027-03-10", ABC, 80)]
    (fee,) = part.fees
    assert (fee.what, fee.every_months) == ("ABC recertification fee", 24)
    assert fee.facts == (FactRef(ABC, ("fees", 0, "amount")),)


def test_fees_of_the_next_two_years_are_listed() -> None:
    part = holder(price("recertification", 80), passed={ABC: "2026-03-10"}, months=12)
    assert [day for day, _, _ in paid(part)] == ["2027-03-10", "2028-03-10"]


def test_a_payment_two_years_from_today_is_still_listed() -> None:
    part = holder(price("recertification", 80), passed={ABC: "2024-11-23"}, months=12)
    assert [day for day, _, _ in paid(part)] == ["2026-11-23", "2027-11-23", "2028-11-23"]


def test_a_cycle_that_ends_later_is_listed_once() -> None:
    part = holder(price("recertification", 80), passed={ABC: "2026-03-10"}, months=60)
    assert paid(part) == [("2031-03-10", ABC, 80)]


def test_a_fee_of_an_end_that_is_not_known_has_no_day() -> None:
    part = holder(price("recertification", 80), passed={ABC: None})
    assert paid(part) == [(None, ABC, 80)]
    assert part.fees[0].every_months == 24


def test_a_fee_with_a_period_of_its_own_that_is_no_cycle_has_no_day() -> None:
    part = holder(price("recertification", 30, every_months=12))
    assert paid(part) == [(None, ABC, 30)]
    assert part.fees[0].every_months == 12


def test_a_fee_with_the_period_of_the_cycle_has_its_day() -> None:
    part = holder(price("recertification", 80, every_months=24))
    assert paid(part) == [("2027-03-10", ABC, 80)]


def test_a_fee_that_was_not_found_is_listed_without_an_amount() -> None:
    part = holder(price("late", 50))
    assert paid(part) == [("2027-03-10", ABC, None)]
    assert part.fees[0].facts == ()


def test_where_dues_are_required_no_fee_is_expected() -> None:
    sheet = credential("ABC", price("late", 50), renewal=renewal(24, 20), membership=REQUIRED)
    part = kept(guild(sheet, dues=[dues(100)]), {ABC: None}, TODAY)
    assert paid(part) == [(None, "guild", 100)]


def test_a_member_pays_the_members_fee() -> None:
    fees = [
        price("recertification", 100, audience="member"),
        price("recertification", 218, audience="nonmember"),
    ]
    assert paid(holder(*fees)) == [("2027-03-10", ABC, 218)]
    assert ("2027-03-10", ABC, 100) in paid(holder(*fees, **MEMBER))


def test_the_issuers_fee_holds_where_the_sheet_has_none() -> None:
    sheet = credential("ABC", price("late", 50), renewal=renewal(24, 20))
    lists = guild(sheet, fees=(price("recertification", 70),), cycle=cycle("passing-day"))
    part = kept(lists, {ABC: "2025-03-10"}, TODAY)
    assert paid(part) == [("2027-03-10", ABC, 70)]
    assert part.fees[0].facts == (FactRef("guild", ("fees", 0, "amount")),)


def joint(passed: Passed, rule: Plain, *, kind: str = "passing-day") -> list[float | None]:
    """The amounts for an ABC and a DEF, of $80 and of $20 for a further one, by their days."""
    sheets = [
        credential(code, price("late", 50), renewal=renewal(24, 20)) for code in ("ABC", "DEF")
    ]
    fees = (price("recertification", 80), price("recertification-additional", 20))
    part = kept(guild(*sheets, fees=fees, cycle=cycle(kind), **rule), passed, TODAY)
    return [amount for _, key, amount in sorted(paid(part), key=lambda row: row[1])]


@pytest.mark.parametrize("rule", [{}, {"additional_ceus": fact(10)}])
@pytest.mark.parametrize(
    ("abc", "other", "amounts"),
    [("2025-03-10", "2025-06-10", [80, 20]), ("2025-06-10", "2025-03-10", [20, 80])],
)
def test_a_further_credential_pays_the_fee_of_a_further_one(
    rule: Plain, abc: str, other: str, amounts: list[float]
) -> None:
    assert joint({ABC: abc, DEF: other}, rule) == amounts
    assert joint({DEF: other, ABC: abc}, rule) == amounts


def test_which_is_a_further_one_goes_by_the_exams_though_it_ends_first() -> None:
    """The ABC's cycle ends in March 2028, that of the later DEF in January 2027."""
    assert joint({ABC: "2024-03-10", DEF: "2025-01-10"}, {}) == [80, 20]


def test_dues_have_no_day_unless_the_person_names_it() -> None:
    part = holder(price("recertification", 80), **MEMBER)
    assert paid(part) == [("2027-03-10", ABC, 80), (None, "guild", 100)]


def test_a_day_named_for_the_cycle_is_not_that_of_the_dues() -> None:
    part = holder(price("recertification", 80), renews={"guild": "2027-05-01"}, **MEMBER)
    assert paid(part) == [("2027-05-01", ABC, 80), (None, "guild", 100)]


def test_later_payments_come_on_the_day_that_the_person_named() -> None:
    part = holder(
        price("recertification", 80),
        passed={ABC: "2024-02-29"},
        months=12,
        renews={"guild": "2027-02-28"},
    )
    assert [day for day, _, _ in paid(part)] == ["2027-02-28", "2028-02-28"]


def by_membership(renews: str | None, *lines: Plain) -> IssuerRenewal:
    """The dues of a guild whose cycles end with the membership."""
    sheet = credential("ABC", price("late", 50), renewal=renewal(24, 20), membership=REQUIRED)
    rule = cycle("membership-month", year_follows_month=True)
    lists = guild(sheet, cycle=rule, dues=list(lines or [dues(100)]))
    return kept(lists, {ABC: "2020-01-10"}, TODAY, renews={"guild": renews} if renews else None)


@pytest.mark.parametrize(
    ("renews", "days"),
    [
        ("2027-02-10", ["2027-02-10", "2028-02-10"]),
        ("2027-03-10", ["2027-03-10", "2028-03-10"]),
        ("2027-03", ["2027-03", "2028-03"]),
        ("2026-11-23", ["2026-11-23", "2027-11-23", "2028-11-23"]),
        (None, [None]),
    ],
)
def test_dues_fall_due_every_year_on_the_day_of_the_membership(
    renews: str | None, days: list[str | None]
) -> None:
    assert [day for day, _, _ in paid(by_membership(renews))] == days


def test_dues_are_told_with_their_facts_and_period() -> None:
    (fee,) = by_membership(None).fees
    assert (fee.what, fee.every_months, fee.credential) == ("GUILD membership dues", 12, None)
    assert fee.facts == (FactRef("guild", ("dues", 0, "amount")),)
    assert not fee.is_estimate


def test_dues_are_those_of_a_member() -> None:
    part = by_membership("2027-02-10", dues(100), dues(80, audience="member"))
    assert [amount for _, _, amount in paid(part)] == [80, 80]


def test_dues_that_were_not_found_are_listed_without_an_amount() -> None:
    part = by_membership("2027-02-10", dues(100, audience="corporate"))
    assert [amount for _, _, amount in paid(part)] == [None, None]


def test_dues_that_are_estimated_say_so() -> None:
    sheet = credential("ABC", price("late", 50), renewal=renewal(24, 20), membership=REQUIRED)
    lists = guild(sheet)
    body = {**lists.issuers[0], "dues_in_general": between(80, 160)}
    lists = type(lists)(lists.credentials, (body,))
    (fee,) = kept(lists, {ABC: None}, TODAY).fees
    assert fee.is_estimate
    assert fee.money is not None
    assert (cases(fee.money)[0], cases(fee.money)[2]) == (80, 160)  # type: ignore[arg-type]


def test_payments_come_in_the_order_of_their_days() -> None:
    fees = [price("recertification", 80)]
    sheet = credential("ABC", *fees, renewal=renewal(24, 20), membership=OPTIONAL)
    rule = cycle("membership-month", year_follows_month=True)
    lists = guild(sheet, cycle=rule, dues=[dues(100)])
    part = kept(lists, {ABC: "2020-01-10"}, TODAY, renews={"guild": "2027-02-10"}, **MEMBER)
    assert [day for day, _, _ in paid(part)] == ["2027-02-10", "2028-02-10", "2028-02-10"]


def test_payments_of_two_cycles_come_in_the_order_of_their_days() -> None:
    fee = price("recertification", 80)
    lists = guild(
        credential("ABC", fee, renewal=renewal(12, 20)),
        credential("DEF", fee, renewal=renewal(24, 20)),
        cycle=cycle("passing-day"),
    )
    part = kept(lists, {ABC: "2026-03-10", DEF: "2025-06-10"}, TODAY)
    assert [(day, key) for day, key, _ in paid(part)] == [
        ("2027-03-10", ABC),
        ("2027-06-10", DEF),
        ("2028-03-10", ABC),
    ]


@pytest.mark.parametrize(
    ("months", "passed", "days"),
    [
        (12, "2024-02-29", ["2027-02-28", "2028-02-29"]),
        (6, "2026-08-31", ["2027-02-28", "2027-08-31", "2028-02-29", "2028-08-31"]),
    ],
)
def test_a_later_payment_comes_back_to_the_day_of_the_exam(
    months: int, passed: str, days: list[str]
) -> None:
    part = holder(price("recertification", 80), passed={ABC: passed}, months=months)
    assert [day for day, _, _ in paid(part)] == days


def test_dues_of_a_month_are_due_on_its_last_day_every_year() -> None:
    days = [fee.day and fee.day.day.isoformat() for fee in by_membership("2027-02").fees]
    assert days == ["2027-02-28", "2028-02-29"]
