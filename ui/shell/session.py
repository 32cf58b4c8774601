"""The session state of one visitor: the choices of each page, and small notes.

The only module beside ``address`` that touches ``st.session_state``. A page's choices live under
``key(page, name)``, which is also the key of the widget that shows them. Notes live together under
one key: a run asks for some eighty of them, and each look at Streamlit's state takes 10 µs.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

import streamlit as st

from ui.shell import streamlit_inside

NOTES = "session:notes"
"""The key of the notes."""
_CHANGES = "session:changes:"
_looked_up: ContextVar[tuple[object, dict[str, Any]] | None] = ContextVar("notes", default=None)
"""The run that last looked up the notes of its session, and those notes."""


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
    _count_change(page)


def reset(page: str, *names: str) -> None:
    """Callback: set choices of a page back to their defaults."""
    for name in names:
        st.session_state.pop(key(page, name), None)
    _count_change(page)


def changes(page: str) -> int:
    """How often choices of a page were set so far, other than by its widgets."""
    count: int = note(f"{_CHANGES}{page}", 0)
    return count


def _count_change(page: str) -> None:
    keep_note(f"{_CHANGES}{page}", changes(page) + 1)


def _notes() -> dict[str, Any]:
    """The notes of the session, looked up once a run."""
    run, looked_up = streamlit_inside.current_run(), _looked_up.get()
    if looked_up is not None and looked_up[0] is run:
        return looked_up[1]
    notes: dict[str, Any] = st.session_state.setdefault(NOTES, {})
    if run is not None:
        _looked_up.set((run, notes))
    return notes


def note(name: str, default: Any = None) -> Any:
    """What was noted under a name that is no page's choice."""
    return _notes().get(name, default)


def keep_note(name: str, value: Any) -> None:
    """Note something until the session ends."""
    _notes()[name] = value


def take_note(name: str) -> Any:
    """What was noted under a name, forgotten as it is read; None if there was nothing."""
    return _notes().pop(name, None)


def widget_value(widget: str) -> Any:
    """What the widget with this key last sent; None where it sent nothing that can be read."""
    return st.session_state.get(widget)


def text_of(widget: str) -> str | None:
    """The text that a widget holds; None for anything else."""
    value = widget_value(widget)
    return value if isinstance(value, str) else None


def texts_of(widget: str) -> list[str]:
    """The texts that a widget of several choices holds."""
    value = widget_value(widget)
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []


def number_of(widget: str) -> int | None:
    """The whole number that a widget holds; None for anything else."""
    value = widget_value(widget)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def part_of(component: str, name: str) -> Any:
    """One part of what a component last sent; None without it. A client may put anything there."""
    value = widget_value(component)
    return value.get(name) if isinstance(value, Mapping) else None


def selected_ids(chart: str, parameter: str) -> list[str]:
    """The ids of the points that a chart says are selected."""
    selection = part_of(chart, "selection")
    points = selection.get(parameter) if isinstance(selection, Mapping) else None
    ids = [
        point.get("id")
        for point in (points if isinstance(points, list) else ())
        if isinstance(point, Mapping)
    ]
    return [key for key in ids if isinstance(key, str)]
