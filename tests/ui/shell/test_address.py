"""What is said of an address, whatever the session holds."""

from typing import Any

import pytest
import streamlit as st

from ui.shell import address
from ui.shell.page_state import Refused


class Session(dict[str, Any]):
    """A session with a widget that another page drew: its key is listed, its value is gone."""

    GONE = "device:keep"

    def __getitem__(self, key: str) -> Any:
        if key == self.GONE:
            raise KeyError(key)
        return super().__getitem__(key)

    def items(self) -> Any:
        """Look each value up, as Streamlit does."""
        return [(key, self[key]) for key in self]

    def to_dict(self) -> "Session":
        """All values, each looked up when somebody wants it."""
        return self

    def copy(self) -> dict[str, Any]:
        """All values that there are."""
        return {key: self[key] for key in self if key != self.GONE}


def test_a_value_that_is_gone_hinders_no_word_about_an_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(st, "session_state", Session({Session.GONE: True}))
    refused = (Refused("issuer", "nobody"),)
    assert address._until_a_choice(refused) == refused
    assert address._until_a_choice(()) == refused
