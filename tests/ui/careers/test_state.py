"""Work and pay: what its address asks for, and what the address of a choice is."""

import pytest

from cert_model.careers import CODER_SOC
from cert_model.vocabulary import State
from ui.careers.state import CareersState
from ui.shell.address_fields import Options
from ui.shell.page_state import Refused, format_query, parse


def test_without_an_address_coders_pay_in_the_nation_is_shown(options: Options) -> None:
    state, refused = parse(CareersState, {}, options)
    assert (state.view, state.work, state.place, state.ids) == ("pay", CODER_SOC, None, ())
    assert (state.typed_pay, state.raise_percent, state.program) == ("", 0, None)
    assert (state.training_cost, state.years) == (0, 6)
    assert refused == []
    assert format_query(state, options) == {}


@pytest.mark.parametrize(
    "query",
    [
        {"work": "29-9021"},
        {"state": "AL"},
        {"plan": "aapc/cpc,ahima/ccs"},
        {"plan": "aapc/cpc", "view": "pay"},
        {"view": "outlook"},
        {"state": "AL", "dollars": "equal"},
        {"plan": "aapc/cpc", "pay": "38000", "training": "500", "over": "3"},
        {"plan": "aapc/cpc", "pay": "$48,000", "program": "aapc-cpc-course", "raise": "5"},
        {"plan": "aapc/cpc", "pay": "a lot"},
    ],
    ids=str,
)
def test_an_address_comes_back_from_what_it_asks_for(
    query: dict[str, str], options: Options
) -> None:
    state, refused = parse(CareersState, query, options)
    assert refused == []
    assert format_query(state, options) == query


def test_an_address_is_read_into_types(options: Options) -> None:
    query = {"state": "AL", "plan": "cpc", "pay": "38000", "training": "500", "over": "3"}
    state = parse(CareersState, query, options).state
    assert (state.place, state.ids) == (State.AL, ("aapc/cpc",))
    assert (state.typed_pay, state.training_cost, state.years) == ("38000", 500, 3)


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ({}, "pay"),
        ({"state": "AL"}, "pay"),
        ({"plan": "aapc/cpc"}, "payback"),
        ({"plan": "nobody/none"}, "pay"),
        ({"view": "outlook"}, "outlook"),
        ({"plan": "aapc/cpc", "view": "places"}, "places"),
    ],
    ids=str,
)
def test_an_address_lands_on_the_question_it_asks(
    query: dict[str, str], view: str, options: Options
) -> None:
    assert parse(CareersState, query, options).state.view == view


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("state", "XX"),
        ("state", "al"),
        ("state", "<b>AL</b>"),
        ("work", "99-9999"),
        ("work", "00-0000"),
        ("plan", "nobody/none"),
        ("pay", "9" * 400),
        ("training", "50001"),
        ("over", "0"),
        ("over", "10"),
        ("raise", "many"),
        ("raise", "101"),
        ("raise", "1.555"),
        ("program", "night-school"),
        ("view", "moon"),
        ("dollars", "euro"),
        ("shoe", "42"),
    ],
)
def test_what_means_nothing_is_refused_and_the_default_stands(
    name: str, text: str, options: Options
) -> None:
    state, refused = parse(CareersState, {name: text}, options)
    assert [part[:2] for part in refused] == [(name, text)]
    assert state == parse(CareersState, {}, options).state


@pytest.mark.parametrize(
    ("plan", "program"),
    [
        ("aapc/cpc", "aapc-cpc-course"),
        ("amba/cmrs,aapc/cpc", "aapc-cpc-course"),
        ("amba/cmrs", None),
    ],
)
def test_a_program_that_prepares_for_none_of_the_plan_is_dropped(
    plan: str, program: str | None, options: Options
) -> None:
    query = {"plan": plan, "program": "aapc-cpc-course"}
    assert parse(CareersState, query, options).state.program == program


def test_no_more_credentials_are_planned_than_can_be_compared(options: Options) -> None:
    query = {"plan": "aapc/cpc,aapc/coc,aapc/cic,aapc/crc,ahima/ccs,ahima/cca"}
    state, refused = parse(CareersState, query, options)
    assert len(state.ids) == 5
    assert refused == [Refused("plan", "ahima/cca", "There is room for 5 here.")]
