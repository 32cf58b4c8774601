"""The boundary to the browser: what a client sends as the value of a widget, and what is logged.

A forged or broken client may send anything: text for a number, an infinity, JSON that ends in the
middle. Streamlit hands that to the widget's reader, whose exception ends the run, before any
script of ours could look at the value. Here a value that its widget cannot read counts as not
sent. A value that can be read is still checked by the page's state.
"""

import functools
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from streamlit.runtime.state.session_state import Serialized, WStates

SECONDS_OF_SILENCE = 60
"""How long a kind of line is kept out of the log after it was written."""
MOST_KINDS = 1_000
"""How many kinds of line are kept in mind."""
_LOGGER = logging.getLogger("certlens.client")


class Sparing(logging.Filter):
    """Lets one line of a kind pass in a minute; the next says how many were left out.

    A kind is a logger, the wording of its line without what varies, and the kind of exception.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._lock = threading.Lock()
        self._written: dict[object, float] = {}
        self._left_out: dict[object, int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        error = record.exc_info[0] if record.exc_info else None
        kind = record.name, record.msg if isinstance(record.msg, str) else "", error
        now = self._clock()
        with self._lock:
            if now - self._written.get(kind, -SECONDS_OF_SILENCE) < SECONDS_OF_SILENCE:
                self._left_out[kind] = self._left_out.get(kind, 0) + 1
                return False
            if len(self._written) >= MOST_KINDS:  # wordings that vary with what was sent
                self._written.clear()
                self._left_out.clear()
            self._written[kind] = now
            left_out = self._left_out.pop(kind, 0)
        if left_out:
            record.msg, record.args = f"{record.getMessage()} ({left_out} more since)", None
        return True


@functools.cache
def guard() -> None:
    """Have values that cannot be read count as not sent, and the log stay short; once a process.

    Streamlit has no place of its own to check what a client sends, hence the private name. A
    test sends junk to every widget, so that another version of Streamlit fails there.
    """
    read = WStates.__getitem__

    def read_or_miss(states: WStates, widget: str) -> Any:
        if _is_of_another_kind(states, widget):
            refuse("a value of another kind than its widget's")
            raise KeyError(widget)
        try:
            return read(states, widget)
        except KeyError:
            raise
        except Exception as error:  # whatever a reader raises is the client's doing
            refuse("a value that its widget cannot read", error)
            raise KeyError(widget) from None

    WStates.__getitem__ = read_or_miss  # type: ignore[method-assign]
    sparing = Sparing()
    for name in ("certlens.client", *logging.root.manager.loggerDict):
        if name.startswith(("certlens.client", "streamlit")):
            logging.getLogger(name).addFilter(sparing)


def _is_of_another_kind(states: WStates, widget: str) -> bool:
    """Whether a client sent, say, a text for a number."""
    sent, metadata = states.states.get(widget), states.widget_metadata.get(widget)
    if not isinstance(sent, Serialized) or metadata is None:
        return False
    return sent.value.WhichOneof("value") not in (None, metadata.value_type)


def refuse(what: str, error: Exception | None = None) -> None:
    """Note in the log that a client sent what no page of ours sends; never the value itself."""
    _LOGGER.warning(f"a client sent {what}%s", f" ({type(error).__name__})" if error else "")
