"""The address of the page Prepare keeps every choice, and refuses what means nothing."""

from datetime import date, timedelta

import pytest

from cert_model.vocabulary import ProgramDelivery, ProgramKind
from tests.catalogs import TODAY
from tests.ui.conftest import state_at
from ui.prepare.state import PrepareState
from ui.shell.address_fields import Options
from ui.shell.page_state import Refused, format_query, parse


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"id": "ahima/cca"},
        {"id": "ahima/cca", "hours": "60", "week": "20", "from": "exam", "day": "2027-03-01"},
        {"known": "medical-terminology,pharmacology", "held": "aapc/cpc"},
        {"first": "0", "review": "40"},
        {"programs": "all", "price": "2500", "months": "12"},
        {"delivery": "online,hybrid", "kind": "bootcamp", "approved": "aapc,ahima-pcap"},
        {"payer": "army-cool", "view": "payers"},
        {"price": "2500", "view": "plan"},
        {"view": "programs"},
    ],
    ids=str,
)
def test_an_address_comes_back_from_the_state_that_it_asks_for(
    query: dict[str, str], options: Options
) -> None:
    assert format_query(state_at(PrepareState, options, **query), options) == query


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("id", "nobody/none"),
        ("id", "CCDS"),
        ("hours", "0"),
        ("hours", "-5"),
        ("hours", "100000"),
        ("week", "0"),
        ("week", "1000"),
        ("from", "nowhere"),
        ("day", "2026-13-01"),
        ("day", "1999-01-01"),
        ("day", "2199-01-01"),
        ("day", "<script>"),
        ("known", "juggling"),
        ("held", "nobody/none"),
        ("first", "99"),
        ("review", "99"),
        ("programs", "some"),
        ("price", "-1"),
        ("price", "50001"),
        ("months", "61"),
        ("delivery", "by-mail"),
        ("kind", "apprenticeship"),
        ("approved", "nobody"),
        ("payer", "nobody"),
        ("view", "moon"),
        ("shoe", "42"),
    ],
)
def test_what_means_nothing_is_named_and_the_rest_is_kept(
    name: str, text: str, options: Options
) -> None:
    state, refused = parse(PrepareState, {"hours": "60", "week": "20", name: text}, options)
    assert [part[:2] for part in refused] == [(name, text)]
    kept = {"hours": "60", "week": "20"}
    kept.pop(name, None)
    assert format_query(state, options) == kept


@pytest.mark.parametrize("days", [-366, 0, 3_660])
def test_a_plan_may_be_counted_from_days_within_reach(days: int, options: Options) -> None:
    day = TODAY + timedelta(days)
    assert state_at(PrepareState, options, day=day.isoformat()).day == day


@pytest.mark.parametrize("days", [-367, 3_661])
def test_a_day_out_of_reach_is_refused(days: int, options: Options) -> None:
    text = (TODAY + timedelta(days)).isoformat()
    assert parse(PrepareState, {"day": text}, options).refused == [Refused("day", text)]


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ({}, "plan"),
        ({"week": "20"}, "plan"),
        ({"price": "2500"}, "programs"),
        ({"price": "0"}, "programs"),
        ({"programs": "all"}, "programs"),
        ({"delivery": "online"}, "programs"),
        ({"price": "2500", "view": "day"}, "day"),
        ({"view": "payers"}, "payers"),
    ],
    ids=str,
)
def test_an_address_lands_on_the_question_it_asks(
    query: dict[str, str], view: str, options: Options
) -> None:
    assert state_at(PrepareState, options, **query).view == view


def test_the_exam_itself_does_not_count_as_held(options: Options) -> None:
    assert state_at(PrepareState, options, id="aapc/cpc", held="cpc").held is None


def test_the_criteria_for_programs_are_read_as_what_they_name(options: Options) -> None:
    query = {"price": "2500", "months": "6", "delivery": "online", "kind": "bootcamp"}
    criteria = state_at(PrepareState, options, id="aapc/cpc", **query).criteria
    assert criteria.credential == "aapc/cpc"
    assert (criteria.most_dollars, criteria.most_months) == (2_500, 6)
    assert criteria.deliveries == {ProgramDelivery.ONLINE}
    assert criteria.kinds == {ProgramKind.BOOTCAMP}


def test_programs_for_any_credential_can_be_asked_for(options: Options) -> None:
    state = state_at(PrepareState, options, id="aapc/cpc", programs="all")
    assert state.criteria.credential is None


@pytest.mark.parametrize(
    ("query", "is_to_exam", "lacks_exam_day"),
    [
        ({}, False, False),
        ({"day": "2027-03-01"}, False, False),
        ({"from": "exam"}, False, True),
        ({"from": "exam", "day": "2027-03-01"}, True, False),
    ],
    ids=str,
)
def test_a_plan_ends_at_an_exam_only_with_its_day(
    query: dict[str, str], is_to_exam: bool, lacks_exam_day: bool, options: Options
) -> None:
    state = state_at(PrepareState, options, **query)
    assert (state.is_to_exam, state.lacks_exam_day) == (is_to_exam, lacks_exam_day)
    assert state.day in (None, date(2027, 3, 1))
