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
import traceback
from collections.abc import Callable

from ui.shell import streamlit_inside

SECONDS_OF_SILENCE = 60
"""How long a kind of line is kept out of the log after it was written."""
MOST_KINDS = 1_000
"""How many kinds of line are kept in mind."""
_LOGGER = logging.getLogger("certlens.client")


class Sparing(logging.Filter):
    """Lets one line of a kind pass in a minute; the next says how many were left out.

    A kind is a logger, the wording of its line without what varies, and the kind of exception with
    the line of code that raised it. Lines below ``level`` all pass.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, level: int = logging.NOTSET
    ) -> None:
        super().__init__()
        self._clock = clock
        self._level = level
        self._lock = threading.Lock()
        self._written: dict[object, float] = {}
        self._left_out: dict[object, int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        if record.levelno < self._level:
            return True
        wording = record.msg if isinstance(record.msg, str) else ""
        kind = record.name, wording, *_origin(record)
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


def _origin(record: logging.LogRecord) -> tuple[object, ...]:
    """The kind of exception in a record, and the line of code that raised it."""
    if not record.exc_info or record.exc_info[2] is None:
        return ()
    *_, (frame, line) = traceback.walk_tb(record.exc_info[2])
    return record.exc_info[0], frame.f_code.co_filename, line


@functools.cache
def guard() -> None:
    """Have values that cannot be read count as not sent, and the log stay short; once a process."""
    streamlit_inside.miss_what_cannot_be_read(refuse)
    streamlit_inside.ask_nobody_for_our_address()
    streamlit_inside.keep_downloads_a_while()
    streamlit_inside.look_up_state_on_demand()
    streamlit_inside.write_theme_once()
    streamlit_inside.dedent_long_texts_once()
    sparing = Sparing()
    for name in ("certlens.client", *logging.root.manager.loggerDict):
        if name.startswith(("certlens.client", "streamlit")):
            logging.getLogger(name).addFilter(sparing)


def refuse(what: str, error: Exception | None = None) -> None:
    """Note in the log that a client sent what no page of ours sends; never the value itself."""
    _LOGGER.warning(f"a client sent {what}%s", f" ({type(error).__name__})" if error else "")
