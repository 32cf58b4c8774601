"""The address of the page What I hold: what it names, and what is refused."""

import pytest

from tests.ui.conftest import state_at
from ui.keep.state import KeepState
from ui.shell.address_fields import Options
from ui.shell.page_state import format_query, parse


def test_what_if_stands_in_the_address(options: Options) -> None:
    state = state_at(KeepState, options, add="cpma", drop="aapc/crc")
    assert (state.add, state.drop) == ("aapc/cpma", "aapc/crc")
    assert format_query(state, options) == {"add": "aapc/cpma", "drop": "aapc/crc"}


def test_what_is_held_is_left_to_the_profile(options: Options) -> None:
    state = state_at(KeepState, options, held="cpc,ccs")
    assert state.held == ("aapc/cpc", "ahima/ccs")
    assert format_query(state, options) == {}


def test_the_example_has_an_address(options: Options) -> None:
    assert format_query(state_at(KeepState, options, example="yes"), options) == {"example": "yes"}


@pytest.mark.parametrize(
    ("name", "text"), [("held", "nobody"), ("add", "nobody"), ("drop", "x"), ("example", "maybe")]
)
def test_what_means_nothing_is_refused(options: Options, name: str, text: str) -> None:
    state, refused = parse(KeepState, {name: text}, options)
    assert [part[:2] for part in refused] == [(name, text)]
    assert state == KeepState.model_construct(held=(), add=None, drop=None, example="no")
