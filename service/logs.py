"""Keeps out of the log what is nobody's business, and what only fills it."""

import asyncio
import errno
import logging
import re
import time
from collections.abc import Callable
from typing import Any

_LOG = logging.getLogger("certlens")
_QUERY = re.compile(r"\?\S*")
_OUT_OF_FILES = (errno.EMFILE, errno.ENFILE)
_SECONDS_BETWEEN = 60.0
_REFUSED_HANDSHAKE = "ASGI callable returned without completing handshake."

Handler = Callable[[asyncio.AbstractEventLoop, dict[str, Any]], None]


def without_query(text: str) -> str:
    """The text with the query cut off every address in it."""
    return _QUERY.sub("", text)


class WithoutQueries(logging.Filter):
    """Cuts the query off every address in a record: it may hold what a person answered."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, without queries."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_query(part) if isinstance(part, str) else part for part in record.args
            )
        return True


class WithoutRefusals(logging.Filter):
    """Drops the error that uvicorn reports for every handshake answered with a refusal.

    Anybody could fill the log with it, and the refusal was meant.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is about something else."""
        return record.msg != _REFUSED_HANDSHAKE


def filter_logs() -> None:
    """Keep queries, and what says nothing, out of what uvicorn logs."""
    for name in ("uvicorn.access", "uvicorn.error"):
        logging.getLogger(name).addFilter(WithoutQueries())
    logging.getLogger("uvicorn.error").addFilter(WithoutRefusals())


def handle_running_out_of_files(clock: Callable[[], float] = time.monotonic) -> Handler:
    """A handler of a loop's errors that names one of them in a line a minute.

    Out of files, asyncio reports every single connection that it cannot accept, with a traceback:
    thousands a minute, which fill the disk and help nobody.
    """
    last = -_SECONDS_BETWEEN

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        nonlocal last
        error = context.get("exception")
        if not (isinstance(error, OSError) and error.errno in _OUT_OF_FILES):
            loop.default_exception_handler(context)
        elif clock() - last >= _SECONDS_BETWEEN:
            last = clock()
            _LOG.error("This process can open no more files; some visitors cannot connect.")

    return handle
