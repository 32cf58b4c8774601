"""A renewal plan in words: the answer first, then payments and what follows a missed date."""

from datetime import date
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.renewal.sentences import (
    answer_sentences,
    fee_sentence,
    is_overdue,
    nearest_step,
    next_steps,
    rounded_pace,
    step_on_its_day,
    step_sentence,
    wait_in_words,
)
from tests.costs.price_lists import (
    Plain,
    PriceLists,
    between,
    credential,
    dues,
    exam_price,
    fact,
    issuer,
    lists_of,
    membership,
    price,
    renewal,
    replacement,
)
from tests.renewal.made_up import ABC, DEF, Passed, cycle, guild, kept, lapse, planned

TODAY = "2026-11-23"
XYZ = "board/xyz"
DAY = date.fromisoformat(TODAY)


def answer(lists: PriceLists, passed: Passed, today: str = TODAY, **more: Any) -> list[str]:
    return answer_sentences(lists.catalog, planned(lists, passed, today, **more))


def simple(*fees: Plain, **own: Any) -> PriceLists:
    """An ABC of 20 CEUs in two years; without a price, its renewal is free."""
    lines = fees or (price("recertification", 0),)
    sheet = credential("ABC", *lines, renewal={**renewal(24, 20), **own})
    return guild(sheet, cycle=cycle("passing-day"))


def test_the_answer_says_how_many_by_when_and_at_what_pace() -> None:
    first, *_ = answer(simple(), {ABC: "2025-11-23"}, earned={"guild": 8})
    assert first == "20 CEUs at GUILD by November 23, 2027: about 1 a month from now."


def test_who_has_all_ceus_is_asked_for_no_more() -> None:
    first, *_ = answer(simple(), {ABC: "2025-11-23"}, earned={"guild": 20})
    assert first == "No more CEUs at GUILD by November 23, 2027."


def test_a_cycle_that_follows_another_says_what_it_rests_on() -> None:
    taken = "This assumes that you renewed at GUILD by November 23, 2025."
    assert taken in answer(simple(), {ABC: "2023-11-23"})
    assert taken not in answer(simple(), {ABC: "2023-11-23"}, renews={"guild": "2027-11-23"})
    assert not any("takes it" in part for part in answer(simple(), {ABC: "2025-11-23"}))


@pytest.mark.parametrize(
    ("renews", "until", "since"),
    [
        ("2026-10-10", "Until January 8, 2027 (90 days)", "From January 8, 2027 (90 days)"),
        (
            "2026-10",
            "Until at least December 30, 2026 (90 days)",
            "From December 30, 2026 at the earliest (90 days)",
        ),
    ],
)
def test_a_step_after_a_month_alone_counts_from_its_first_day(
    renews: str, until: str, since: str
) -> None:
    steps = [lapse("late-fee", 90, fee="late"), lapse("revoked", 90)]
    part = kept(
        simple(price("late", 50), lapse=steps),
        {ABC: "2020-10-10"},
        TODAY,
        renews={"guild": renews},
    )
    assert [step_sentence(step).partition(", it ")[0] for step in part.ladder] == [until, since]


def test_what_is_earned_follows() -> None:
    assert "You have 8 CEUs at GUILD." in answer(simple(), {ABC: "2025-11-23"}, earned={"guild": 8})
    assert not any("You have" in s for s in answer(simple(), {ABC: "2025-11-23"}))
    assert not any("You have" in s for s in answer(simple(), {ABC: None}, earned={"guild": 0}))


def test_without_an_end_the_answer_says_how_often() -> None:
    assert answer(simple(), {ABC: None})[0] == "20 CEUs at GUILD every 2 years."
    assert answer(simple(cycle_months=fact(12)), {ABC: None})[0] == "20 CEUs at GUILD every year."


def test_without_a_length_the_answer_says_the_number_alone() -> None:
    assert answer(simple(cycle_months=None), {ABC: None})[0] == "20 CEUs at GUILD."


def test_a_number_that_may_be_lower_is_the_most() -> None:
    lists = guild(credential("ABC", renewal=renewal(24, 20)), cycle=cycle("calendar-year"))
    assert answer(lists, {ABC: "2026-03-10"})[0].startswith(
        "Up to 20 CEUs at GUILD by December 31, 2027"
    )


def test_a_month_stands_for_itself() -> None:
    text = answer(simple(), {ABC: "2021-03-10"}, renews={"guild": "2027-05"})[0]
    assert text.startswith("20 CEUs at GUILD by May 2027")


def test_an_exam_in_place_of_ceus_is_named() -> None:
    lists = simple(ceus=fact(0), by_exam=fact(True))
    assert answer(lists, {ABC: "2025-03-10"})[0] == "The ABC exam again at GUILD by March 10, 2027."


def test_no_known_number_is_no_sentence_on_ceus() -> None:
    assert answer(simple(ceus=None), {ABC: None}) == []


def test_two_issuers_stand_in_one_sentence() -> None:
    rule = {"cycle": cycle("passing-day")}
    lists = lists_of(
        credential("ABC", price("recertification", 80), renewal=renewal(24, 20)),
        credential("XYZ", price("recertification", 30), issuer="board", renewal=renewal(12, 10)),
        issuers=[issuer("GUILD", renewal=rule), issuer("BOARD", renewal=rule)],
    )
    first, payments = answer(lists, {ABC: "2025-06-10", XYZ: "2026-03-10"})
    assert first == (
        "10 CEUs at BOARD by March 10, 2027 and 20 CEUs at GUILD by June 10, 2027: "
        "about 6 a month from now."
    )
    assert payments == (
        "$30 is due to BOARD on March 10, 2027, $80 to GUILD on June 10, 2027 and "
        "$30 to BOARD on March 10, 2028."
    )


def test_two_cycles_of_one_issuer_have_each_their_day() -> None:
    sheets = [credential(code, renewal=renewal(24, 20)) for code in ("ABC", "DEF")]
    lists = guild(*sheets, cycle=cycle("passing-day"))
    first, *_ = answer(lists, {ABC: "2025-03-10", DEF: "2025-06-10"})
    assert first.startswith(
        "20 CEUs at GUILD by March 10, 2027 and 20 CEUs at GUILD by June 10, 2027"
    )


def test_what_is_replaced_needs_nothing() -> None:
    own: Plain = {"renewal": renewal(24, 20)}
    lists = guild(credential("ABC", **own), credential("DEF", replaces=[replacement(ABC)], **own))
    assert "Your ABC needs no renewal: the DEF replaces it." in answer(
        lists, {ABC: None, DEF: None}
    )


def test_a_payment_without_a_price_is_named_and_one_of_the_past_is_not() -> None:
    lists = simple(price("late", 50))
    assert answer(lists, {ABC: "2025-03-10"})[-1] == (
        "The ABC recertification fee (price not found) is due to GUILD on March 10, 2027."
    )
    past = answer(lists, {ABC: "2020-03-10"}, renews={"guild": "2026-03-10"})
    assert not any("is due to GUILD on March 10, 2026" in sentence for sentence in past)


def test_a_missed_day_comes_before_all_else_with_what_can_still_be_done() -> None:
    lists = simple(price("late", 50), lapse=[lapse("late-fee", 90, fee="late")])
    first, second, *_ = answer(lists, {ABC: "2020-10-10"}, renews={"guild": "2026-10-10"})
    assert first == (
        "Your GUILD cycle ran out on October 10, 2026; until January 8, 2027, it can still be "
        "renewed with a late fee: $50 on top of the regular fee."
    )
    assert second == "20 CEUs and the ABC recertification fee (price not found) were due."


def test_a_missed_day_after_which_nothing_can_be_done_stands_alone() -> None:
    lists = simple(price("late", 50), lapse=[lapse("late-fee", 90, fee="late")])
    first, *_ = answer(lists, {ABC: "2020-10-10"}, renews={"guild": "2026-05-10"})
    assert first == "Your GUILD cycle ran out on May 10, 2026."


def members() -> PriceLists:
    """An issuer whose members owe $100 a year, and CEUs every other year."""
    sheet = credential(
        "ABC", price("late", 5), renewal=renewal(24, 20), membership=membership(to_hold="required")
    )
    rule = cycle("membership-month", year_follows_month=True)
    return guild(sheet, cycle=rule, dues=[dues(100)])


def test_unpaid_dues_are_the_memberships() -> None:
    first, second, *_ = answer(members(), {ABC: "2020-10-10"}, renews={"guild": "2026-10"})
    assert first == "Your GUILD membership ran out in October 2026."
    assert second == "20 CEUs and $100 were due."


def test_equal_payments_that_were_missed_are_counted() -> None:
    _, second, *_ = answer(members(), {ABC: "2020-10-10"}, renews={"guild": "2024-10"})
    assert second == "20 CEUs and 3 payments of $100 were due."


@pytest.mark.parametrize(
    ("renews", "overdue"), [("2026-11-22", True), ("2026-11-23", False), ("2026-11", False)]
)
def test_what_ends_today_is_not_overdue(renews: str, overdue: bool) -> None:
    part = kept(simple(), {ABC: "2020-10-10"}, TODAY, renews={"guild": renews})
    assert is_overdue(part, DAY) is overdue


def test_nothing_is_overdue_without_a_day() -> None:
    assert not is_overdue(kept(simple(), {ABC: None}, TODAY), DAY)


def test_steps_to_come_are_those_of_today_and_later_and_those_without_a_day() -> None:
    own: Plain = {
        "lapse": [lapse("suspended", 44), lapse("revoked", 43)],
        "reinstatement": {"exam_again": fact(True)},
    }
    part = kept(simple(**own), {ABC: "2020-10-10"}, TODAY, renews={"guild": "2026-10-10"})
    assert [step.state.value for step in next_steps(part, DAY)] == ["suspended", "exam-again"]


@pytest.mark.parametrize(
    ("number", "shown"), [(0.1, "0.5"), (0.74, "0.5"), (0.76, "1"), (2.4, "2.5"), (7, "7")]
)
def test_a_pace_is_rounded_to_the_half_and_never_to_none(number: float, shown: str) -> None:
    assert rounded_pace(number) == shown


def sentences_of(
    *steps: Plain, fees: tuple[Plain, ...] = (), passed: str | None = "2025-06-10", **own: Any
) -> list[str]:
    """The steps after June 10, 2027."""
    lists = simple(*(fees or (price("recertification", 0),)), lapse=list(steps), **own)
    return [step_sentence(step) for step in kept(lists, {ABC: passed}, TODAY).ladder]


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (lapse("inactive", 90), "Until September 8, 2027 (90 days), it is inactive and can still"),
        (lapse("suspended", 6, "months"), "From December 10, 2027 (6 months), it is suspended."),
        (lapse("revoked", 1, "years"), "From June 10, 2028 (1 year), it is revoked."),
        (
            lapse("appeal", 1, "months"),
            "Until July 10, 2027 (1 month), the revocation can be appea",
        ),
    ],
)
def test_a_step_lasts_until_its_day_or_begins_on_it(step: Plain, sentence: str) -> None:
    assert sentences_of(step)[0].startswith(sentence)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("grace", "For 30 days, it can still be renewed."),
        ("revoked", "After 30 days, it is revoked."),
    ],
)
def test_without_a_missed_date_a_step_has_its_length(state: str, sentence: str) -> None:
    assert sentences_of(lapse(state, 30), passed=None) == [sentence]


def test_waits_follow_one_another() -> None:
    lists = simple(lapse=[lapse("revoked", 90), lapse("appeal", 1, "years", after_revocation=True)])
    steps = kept(lists, {ABC: None}, TODAY).ladder
    assert [wait_in_words(step) for step in steps] == ["90 days", "90 days, then 1 year"]


def test_what_a_step_costs_and_on_top_of_what() -> None:
    own: Plain = {
        "reinstatement": {"fee": fact(200), "missed_dues": fact(True), "exam_again": fact(True)}
    }
    fees = (exam_price(425), price("late", 50), price("recertification", 80))
    assert sentences_of(lapse("late-fee", 90, fee="late"), fees=fees, **own) == [
        "Until September 8, 2027 (90 days), it can still be renewed with a late fee: $50 on top of "
        "the regular fee.",
        "It can be reinstated without an exam: $200 on top of the dues and CEUs that were missed.",
        "Only passing the exam brings it back: $425.",
    ]


@pytest.mark.parametrize(
    ("regular", "amount"),
    [((), "15 percent"), ((price("recertification", 200),), "$30, 15 percent,")],
)
def test_a_surcharge_says_its_percentage(regular: tuple[Plain, ...], amount: str) -> None:
    fees = ({"kind": "late", "percent": fact(15)}, *regular)
    (sentence,) = sentences_of(fees=fees, grace_days=fact(90), grace_fee="late")
    assert sentence.endswith(f"it can still be renewed: {amount} on top of the regular fee.")


@pytest.mark.parametrize("passed", ["2025-06-10", None])
def test_more_time_is_bought_by_the_end_of_the_cycle(passed: str | None) -> None:
    (sentence,) = sentences_of(fees=(price("renewal-extension", 50),), passed=passed)
    by = "by June 10, 2027" if passed else "by the end of the cycle"
    assert sentence == (
        f"{by[0].upper()}{by[1:]}, more time for the CEUs can be bought (how much was not "
        "found): $50 on top of the regular fee."
    )


@pytest.mark.parametrize(
    ("amount", "shown"), [(80, "$80"), (between(70, 90), "$70–90"), (None, "price not found")]
)
def test_a_payment_has_its_amount_and_its_day(amount: Any, shown: str) -> None:
    fees = (price("late", 5),) if amount is None else (price("recertification", amount),)
    dated = kept(simple(*fees), {ABC: "2025-03-10"}, TODAY).fees
    assert [fee_sentence(fee) for fee in dated] == [
        f"ABC recertification fee: {shown}, on March 10, 2027."
    ]
    undated = kept(simple(*fees), {ABC: None}, TODAY).fees
    assert [fee_sentence(fee) for fee in undated] == [
        f"ABC recertification fee: {shown}, every 2 years; the day is not known."
    ]


def test_every_real_credential_has_an_answer_in_whole_sentences(catalog: Catalog) -> None:
    for key in catalog.credentials:
        plan = planned(catalog, {key: None}, TODAY)
        said = answer_sentences(catalog, plan)
        for part in plan.issuers:
            said += [fee_sentence(fee) for fee in part.fees]
            said += [step_sentence(step) for step in part.ladder]
        assert all(text[0] == text[0].upper() and text.endswith(".") for text in said), (key, said)
        assert not any("None" in text or "  " in text for text in said), (key, said)


def test_the_nearest_step_is_the_first_to_come_of_the_issuer_that_is_overdue() -> None:
    lists = simple(price("late", 50), lapse=[lapse("late-fee", 90, fee="late")])
    plan = planned(lists, {ABC: "2020-10-10"}, TODAY, renews={"guild": "2026-10-10"})
    step = nearest_step(plan)
    assert step is not None
    assert step.earliest == date(2027, 1, 8)
    assert step_on_its_day(step) == "until then, it can still be renewed with a late fee"


def test_nothing_is_nearest_where_nothing_was_missed() -> None:
    assert nearest_step(planned(simple(), {ABC: "2025-10-10"}, TODAY)) is None
