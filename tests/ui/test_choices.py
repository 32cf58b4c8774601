"""The list of credentials that a page works on, whatever order the browser's clicks come in."""

from typing import Any

import pytest
import streamlit as st

from ui.components import choices
from ui.shell import session as page_session

HELD, BOX = page_session.key("compare", "ids"), "compare:ids:add"


@pytest.mark.parametrize(
    ("chosen", "held"),
    [
        ("ahima/cca", ["aapc/cpc", "ahima/cca"]),
        ("aapc/cpc", ["aapc/cpc"]),
        ("CCA · Certified Coding Associate", ["aapc/cpc"]),
        (None, ["aapc/cpc"]),
    ],
)
def test_only_a_known_credential_is_added_and_only_once(
    chosen: str | None, held: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    session: dict[str, Any] = {HELD: ["aapc/cpc"], BOX: chosen}
    monkeypatch.setattr(st, "session_state", session)
    choices.add_credential("compare", "ids", {"aapc/cpc", "ahima/cca"})
    assert (session[HELD], session[BOX]) == (held, None)
