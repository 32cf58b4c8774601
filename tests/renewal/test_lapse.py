"""What follows a missed date, step by step, for a made-up issuer; all days count from June 10."""

from typing import Any

import pytest

from cert_model.catalog import FactRef
from cert_model.renewal.lapse import AmountIs, LadderStep
from cert_model.vocabulary import LapseState
from tests.costs.price_lists import Plain, cases, credential, exam_price, fact, price, renewal
from tests.renewal.made_up import ABC, DEF, cycle, guild, kept, lapse

DAYS = ("passing-day", "2025-06-10", "2027-06-10")


def ladder(
    own: Plain, *fees: Plain, general: tuple[Plain, ...] = (), **rules: Any
) -> tuple[LadderStep, ...]:
    """The steps for the ABC, whose cycle ends on June 10, 2027; ``general`` are issuer's fees."""
    kind, passed, _ = DAYS
    sheet = credential("ABC", *fees, renewal={**renewal(24, 20), **own})
    lists = guild(sheet, fees=general, cycle=cycle(kind), **rules)
    return kept(lists, {ABC: passed}, "2026-11-23", members={"guild": False}).ladder


def days(steps: tuple[LadderStep, ...]) -> list[tuple[str, str | None]]:
    """State and day of each step."""
    return [(step.state.value, step.by.isoformat() if step.by else None) for step in steps]


def test_nothing_known_is_no_step() -> None:
    assert ladder({}) == ()


def test_the_grace_comes_first_and_is_free_unless_a_fee_is_named() -> None:
    (step,) = ladder({"grace_days": fact(30)}, price("late", 50))
    assert step.state is LapseState.GRACE
    assert str(step.by) == "2027-07-10"
    assert step.days == 30
    assert (step.money, step.amount_is, step.percent) == (None, None, None)
    assert step.facts == (FactRef(ABC, ("renewal", "grace_days")),)


def test_a_grace_of_no_days_is_a_step_on_the_day() -> None:
    assert days(ladder({"grace_days": fact(0)})) == [("grace", "2027-06-10")]


def test_a_fee_of_the_grace_is_the_line_of_the_price_list() -> None:
    (step,) = ladder({"grace_days": fact(30), "grace_fee": "late"}, price("late", 50))
    assert step.money is not None
    assert (step.money.typical, step.amount_is) == (50, AmountIs.EXTRA)
    assert step.facts[-1] == FactRef(ABC, ("fees", 0, "amount"))


def test_a_fee_is_the_issuers_where_the_sheet_has_none() -> None:
    (step,) = ladder({"grace_days": fact(30), "grace_fee": "late"}, general=(price("late", 40),))
    assert step.money is not None
    assert step.money.typical == 40
    assert step.facts[-1] == FactRef("guild", ("fees", 0, "amount"))


def test_the_sheets_fee_goes_before_the_issuers() -> None:
    own = {"grace_days": fact(30), "grace_fee": "late"}
    (step,) = ladder(own, price("late", 50), general=(price("late", 40),))
    assert step.money is not None
    assert step.money.typical == 50


def test_a_fee_whose_price_is_not_known_has_no_amount_but_is_extra() -> None:
    (step,) = ladder({"grace_days": fact(30), "grace_fee": "late"})
    assert step.money is None
    assert step.amount_is is AmountIs.EXTRA


LATE_BY_PERCENT = {"kind": "late", "percent": fact(15)}


def test_a_fee_in_percent_is_a_part_of_the_regular_fee() -> None:
    own = {"grace_days": fact(90), "grace_fee": "late"}
    (step,) = ladder(own, price("recertification", 229), LATE_BY_PERCENT)
    assert step.percent == 15
    assert step.money is not None
    assert step.money.typical == pytest.approx(34.35)
    assert step.amount_is is AmountIs.EXTRA


@pytest.mark.parametrize("where", ["sheet", "issuer"])
def test_a_fee_in_percent_of_a_fee_that_is_not_known_has_no_amount(where: str) -> None:
    own = {"grace_days": fact(90), "grace_fee": "late"}
    fees, general = ([LATE_BY_PERCENT], ()) if where == "sheet" else ([], (LATE_BY_PERCENT,))
    (step,) = ladder(own, *fees, general=general)
    assert (step.percent, step.money) == (15, None)


def test_a_fee_in_percent_of_the_sheet_goes_before_an_amount_of_the_issuer() -> None:
    own = {"grace_days": fact(90), "grace_fee": "late"}
    lines = (price("late", 40),)
    (step,) = ladder(own, price("recertification", 200), LATE_BY_PERCENT, general=lines)
    assert step.money is not None
    assert (step.money.typical, step.percent) == (30, 15)


def test_an_amount_of_the_sheet_goes_before_a_percentage_of_the_issuer() -> None:
    own = {"grace_days": fact(90), "grace_fee": "late"}
    (step,) = ladder(own, price("late", 50), general=(LATE_BY_PERCENT,))
    assert step.money is not None
    assert (step.money.typical, step.percent) == (50, None)


@pytest.mark.parametrize(
    ("value", "counted_in", "day"),
    [
        (90, "days", "2027-09-08"),
        (6, "months", "2027-12-10"),
        (1, "years", "2028-06-10"),
    ],
)
def test_a_step_comes_some_time_after_the_missed_date(
    value: int, counted_in: str, day: str
) -> None:
    (step,) = ladder({"lapse": [lapse("suspended", value, counted_in)]})
    assert days((step,)) == [("suspended", day)]
    assert step.days == (90 if counted_in == "days" else None)
    assert step.facts == (FactRef(ABC, ("renewal", "lapse", 0)),)
    assert step.amount_is is None


def test_prose_is_no_step() -> None:
    prose = {"label": "A notice", "value": 90, "unit": "days", "src": ["issuer-page"]}
    steps = ladder({"lapse": [prose, lapse("revoked", 90)]})
    assert days(steps) == [("revoked", "2027-09-08")]
    assert steps[0].facts == (FactRef(ABC, ("renewal", "lapse", 1)),)


def test_the_issuers_steps_hold_where_the_sheet_has_prose_alone() -> None:
    prose = {"label": "A notice", "value": 90, "unit": "days", "src": ["issuer-page"]}
    steps = ladder({"lapse": [prose]}, lapse=[lapse("revoked", 60)])
    assert days(steps) == [("revoked", "2027-08-09")]
    assert steps[0].facts == (FactRef("guild", ("renewal", "lapse", 0)),)


def test_the_steps_of_the_sheet_go_before_those_of_the_issuer() -> None:
    steps = ladder({"lapse": [lapse("revoked", 90)]}, lapse=[lapse("suspended", 60)])
    assert days(steps) == [("revoked", "2027-09-08")]


def test_the_issuers_grace_is_cited_from_the_issuer() -> None:
    (step,) = ladder({}, grace_days=fact(45))
    assert step.facts == (FactRef("guild", ("renewal", "grace_days")),)


def test_a_step_counts_from_the_revocation_where_it_says_so() -> None:
    steps = ladder(
        {"lapse": [lapse("appeal", 90, after_revocation=True), lapse("revoked", 6, "months")]}
    )
    assert days(steps) == [("revoked", "2027-12-10"), ("appeal", "2028-03-09")]
    assert steps[1].days is None
    assert [(wait.count, wait.unit.value) for wait in steps[1].waits] == [
        (6, "months"),
        (90, "days"),
    ]


def test_a_step_after_a_revocation_of_no_known_day_has_none() -> None:
    (step,) = ladder({"lapse": [lapse("appeal", 90, after_revocation=True)]})
    assert (step.by, step.waits, step.days) == (None, (), None)


def test_steps_come_in_the_order_of_time() -> None:
    own = {
        "grace_days": fact(45),
        "lapse": [
            lapse("revoked", 1, "years"),
            lapse("suspended", 6, "months"),
            lapse("inactive", 30),
        ],
        "reinstatement": {"exam_again": fact(True)},
    }
    assert [step.state.value for step in ladder(own)] == [
        "inactive",
        "grace",
        "suspended",
        "revoked",
        "exam-again",
    ]


def test_steps_of_one_day_come_in_the_order_of_what_becomes_of_a_credential() -> None:
    own = {"lapse": [lapse("revoked", 90), lapse("inactive", 90), lapse("late-fee", 90)]}
    assert [step.state.value for step in ladder(own)] == ["late-fee", "inactive", "revoked"]


@pytest.mark.parametrize(
    ("passed", "states"),
    [("2025-01-31", ["suspended", "inactive"]), ("2025-05-31", ["suspended", "inactive"])],
)
def test_the_order_is_that_of_the_days_themselves(passed: str, states: list[str]) -> None:
    """A month after January 31 is February 28, before 29 days are over."""
    own = {**renewal(24, 20), "lapse": [lapse("inactive", 31), lapse("suspended", 1, "months")]}
    part = kept(guild(credential("ABC", renewal=own), cycle=cycle("passing-day")), {ABC: passed})
    assert [step.state.value for step in part.ladder] == states
    shown = [step.by for step in part.ladder if step.by is not None]
    assert shown == sorted(shown)


WAY_BACK = {"fee": fact(200), "window_years": fact(3), "missed_dues": fact(True)}


def test_a_reinstatement_is_open_for_years_from_the_revocation() -> None:
    (revoked, back) = ladder({"lapse": [lapse("revoked", 90)], "reinstatement": WAY_BACK})
    assert days((revoked, back)) == [("revoked", "2027-09-08"), ("reinstatement", "2030-09-08")]
    assert back.money is not None
    assert (back.money.typical, back.amount_is, back.missed_dues) == (200, AmountIs.EXTRA, True)
    assert back.facts == (FactRef(ABC, ("renewal", "reinstatement", "fee")),)
    assert revoked.missed_dues is False


def test_a_window_of_a_revocation_of_no_known_day_ends_on_none() -> None:
    (back,) = ladder({"reinstatement": WAY_BACK})
    assert (back.by, back.waits) == (None, ())


def test_a_reinstatement_without_a_window_has_no_day() -> None:
    steps = ladder({"lapse": [lapse("revoked", 90)], "reinstatement": {"fee": fact(200)}})
    assert days(steps) == [("revoked", "2027-09-08"), ("reinstatement", None)]
    assert steps[1].missed_dues is False


@pytest.mark.parametrize("back", [{"rules": []}, {"missed_dues": fact(True)}])
def test_a_way_back_without_a_price_is_no_step(back: Plain) -> None:
    assert ladder({"reinstatement": back}) == ()


def test_only_the_exam_brings_it_back_after_the_window() -> None:
    own = {
        "lapse": [lapse("revoked", 90)],
        "reinstatement": {**WAY_BACK, "exam_again": fact(True)},
    }
    steps = ladder(own, exam_price(425))
    assert days(steps)[1:] == [("reinstatement", "2030-09-08"), ("exam-again", "2030-09-08")]
    exam = steps[-1]
    assert exam.money is not None
    assert (exam.money.typical, exam.amount_is, exam.missed_dues) == (425, AmountIs.TOTAL, False)
    assert exam.facts == (FactRef(ABC, ("renewal", "reinstatement", "exam_again")),)


def test_an_exam_that_is_not_asked_for_is_no_step() -> None:
    assert ladder({"reinstatement": {"exam_again": fact(False)}}, exam_price(425)) == ()


def test_an_exam_without_a_price_is_a_step_without_an_amount() -> None:
    (exam,) = ladder({"reinstatement": {"exam_again": fact(True)}}, price("late", 50))
    assert exam.money is None
    assert exam.amount_is is AmountIs.TOTAL


def test_a_price_of_the_exam_that_is_estimated_is_not_shown_as_read() -> None:
    again = {**renewal(24, 20), "reinstatement": {"exam_again": fact(True)}}
    sheets = [
        credential("ABC", price("late", 50), renewal=again),
        credential("DEF", exam_price(400)),
        credential("GHI", exam_price(400)),
    ]
    (exam,) = kept(guild(*sheets), {ABC: None}).ladder
    assert exam.money is None


@pytest.mark.parametrize(("member", "price_of_exam"), [(True, 300), (False, 400)])
def test_the_exam_costs_what_the_person_pays(member: bool, price_of_exam: float) -> None:
    again = {**renewal(24, 20), "reinstatement": {"exam_again": fact(True)}}
    fees = [exam_price(300, audience="member"), exam_price(400, audience="nonmember")]
    sheet = credential("ABC", *fees, renewal=again, membership={"to_hold": fact("optional")})
    dues = [price("membership", 100, every_months=12)]
    (exam,) = kept(guild(sheet, dues=dues), {ABC: None}, members={"guild": member}).ladder
    assert exam.money is not None
    assert cases(exam.money) == (price_of_exam,) * 3  # type: ignore[arg-type]


def test_the_ladder_counts_from_unpaid_dues_where_they_fall_due_before_the_cycle_ends() -> None:
    rules: Plain = {
        "cycle": cycle("membership-month", year_follows_month=True),
        "lapse": [lapse("revoked", 90)],
    }
    lists = guild(credential("ABC", renewal=renewal(24, 20)), **rules)
    part = kept(lists, {ABC: "2020-01-10"}, renews={"guild": "2027-02-10"})
    assert str(part.ends) == "2028-02-10"
    assert str(part.missed) == "2027-02-10"
    assert days(part.ladder) == [("revoked", "2027-05-11")]


@pytest.mark.parametrize(("renews", "has_time"), [("2027-02-10", False), ("2028-02-10", True)])
def test_more_time_for_ceus_is_a_step_on_the_day_on_which_they_are_due(
    renews: str, has_time: bool
) -> None:
    rules: Plain = {
        "cycle": cycle("membership-month", year_follows_month=True),
        "fees": (price("renewal-extension", 50),),
    }
    lists = guild(credential("ABC", price("late", 5), renewal=renewal(24, 20)), **rules)
    part = kept(lists, {ABC: "2020-01-10"}, renews={"guild": renews})
    assert str(part.ends) == "2028-02-10"
    assert days(part.ladder) == ([("extension", "2028-02-10")] if has_time else [])


def test_more_time_costs_the_fee_besides_the_regular_one() -> None:
    (step,) = ladder({}, price("renewal-extension", 50))
    assert (step.state, step.days, step.amount_is) == (LapseState.EXTENSION, 0, AmountIs.EXTRA)
    assert step.money is not None
    assert step.money.typical == 50
    assert step.facts == (FactRef(ABC, ("fees", 0, "amount")),)


def test_without_a_missed_date_steps_have_waits_and_no_days() -> None:
    own = {**renewal(24, 20), "lapse": [lapse("inactive", 90), lapse("revoked", 60)]}
    part = kept(guild(credential("ABC", renewal=own)), {ABC: None})
    assert part.missed is None
    assert days(part.ladder) == [("revoked", None), ("inactive", None)]
    assert [step.days for step in part.ladder] == [60, 90]


def test_steps_that_two_credentials_share_come_once_and_others_each() -> None:
    rules: Plain = {"cycle": cycle("passing-month"), "lapse": [lapse("revoked", 90)]}
    sheets = [
        credential("ABC", renewal={**renewal(24, 20), "grace_days": fact(30)}),
        credential("DEF", renewal={**renewal(24, 20), "grace_days": fact(45)}),
    ]
    part = kept(guild(*sheets, **rules), {ABC: "2025-06-10", DEF: "2025-06-20"})
    assert days(part.ladder) == [
        ("grace", "2027-07-30"),
        ("grace", "2027-08-14"),
        ("revoked", "2027-09-28"),
    ]


@pytest.mark.parametrize("today", ["2026-11-23", "2027-06-10"])
def test_the_ladder_of_one_cycle_is_the_same_on_any_day_of_it(today: str) -> None:
    own = {**renewal(24, 20), "lapse": [lapse("revoked", 90)]}
    lists = guild(credential("ABC", renewal=own), cycle=cycle("passing-day"))
    assert days(kept(lists, {ABC: "2025-06-10"}, today).ladder) == [("revoked", "2027-09-08")]
