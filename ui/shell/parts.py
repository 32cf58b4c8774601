"""Parts of a page that are drawn anew by themselves when a control outside of them changes.

A part is a fragment with a key. A control that nothing else depends on has it drawn anew:
``st.slider(…, **parts.redrawing(KEY))``. Inside a part it is the other way around: Streamlit
draws the part alone for its controls, and a callback that changes more goes through
``and_all_else``.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAPIException

from ui.shell import address, session

_IS_COMPLETE = "parts:complete"
"""The note whether the last run of the whole page came to its end."""


def begin_page() -> None:
    """Note that the whole page is being drawn."""
    session.keep_note(_IS_COMPLETE, False)


def end_page() -> None:
    """Note that the whole page is drawn."""
    session.keep_note(_IS_COMPLETE, True)


def _draw_anew(key: str) -> None:
    """Callback: draw the part with this key anew, and nothing else.

    For a control that neither another one nor the profile depends on. The whole page is drawn where
    its last run was cut short, as by a press before it was there, where a remark goes away, or
    where the part is not on the page.
    """
    if session.note(_IS_COMPLETE) and not address.is_explaining():
        with suppress(StreamlitAPIException):
            st.rerun(key)


def redrawing(key: str | None) -> dict[str, Any]:
    """The arguments that have a control draw a part anew; none where it draws the whole page."""
    return {"on_change": _draw_anew, "args": (key,)} if key else {}


def and_all_else(callback: Callable[..., object]) -> Callable[..., None]:
    """The callback of a control inside a part, after which the whole page is drawn."""
    return partial(_call_and_draw_all, callback)


def _call_and_draw_all(callback: Callable[..., object], *args: Any) -> None:
    callback(*args)
    st.rerun()
