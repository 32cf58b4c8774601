"""The session state of one visitor: the choices of each page, and small notes.

The only module beside ``address`` that touches ``st.session_state``. A page's choices live under
``key(page, name)``, which is also the key of the widget that shows them.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st


def key(page: str, name: str) -> str:
    """The key of the widget that shows a page's choice, under which the session keeps it."""
    return f"{page}:{name}"


def choice(page: str, name: str) -> Any:
    """A page's choice as its widget holds it; None before the page was first drawn."""
    return st.session_state.get(key(page, name))


def choose(page: str, choices: Mapping[str, Any]) -> None:
    """Callback: set choices of a page, by their names in the address."""
    for name, value in choices.items():
        st.session_state[key(page, name)] = value


def reset(page: str, *names: str) -> None:
    """Callback: set choices of a page back to their defaults."""
    for name in names:
        st.session_state.pop(key(page, name), None)


def note(name: str, default: Any = None) -> Any:
    """What was noted under a name that is no page's choice."""
    return st.session_state.get(name, default)


def keep_note(name: str, value: Any) -> None:
    """Note something until the session ends."""
    st.session_state[name] = value


def take_note(name: str) -> Any:
    """What was noted under a name, forgotten as it is read; None if there was nothing."""
    return st.session_state.pop(name, None)


def widget_value(widget: str) -> Any:
    """What the widget or component with this key last sent."""
    return st.session_state[widget]
