"""Keeps out of the log what is nobody's business, and what only fills it."""

import asyncio
import errno
import logging
import re
from collections.abc import Callable
from typing import Any

from uvicorn.logging import AccessFormatter

from service.asgi import UPLOADS
from ui.shell.client_values import Sparing

_LOG = logging.getLogger("certlens")
_QUERY = re.compile(r"\?\S*")
_SESSION = re.compile(rf"(?<={re.escape(UPLOADS)})/[^\s?\"]*")
OUT_OF_FILES = (errno.EMFILE, errno.ENFILE)
"""What the system says where no more files can be opened."""
_REFUSED_HANDSHAKE = "ASGI callable returned without completing handshake."

Handler = Callable[[asyncio.AbstractEventLoop, dict[str, Any]], None]


def without_private_parts(text: str) -> str:
    """The text with the query cut off every address in it, and the session off that of a file.

    A query may hold what a person answered; who knows a session could hand in a file for it.
    """
    return _QUERY.sub("", _SESSION.sub("", text))


class WithoutPrivateParts(logging.Filter):
    """Cuts the private parts off every address in a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, without them."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_private_parts(part) if isinstance(part, str) else part
                for part in record.args
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
    """Keep private parts, and what says nothing or the same again, out of the log.

    What anybody can have uvicorn or asyncio complain about is written once a minute.
    """
    requests, errors = logging.getLogger("uvicorn.access"), logging.getLogger("uvicorn.error")
    for logger in (requests, errors):
        logger.addFilter(WithoutPrivateParts())
    errors.addFilter(WithoutRefusals())
    complaints = Sparing(level=logging.WARNING)
    for logger in (errors, logging.getLogger("asyncio"), _LOG):
        logger.addFilter(complaints)
    own = [
        handler for handler in requests.handlers if isinstance(handler.formatter, AccessFormatter)
    ]
    if own:  # Streamlit has added one, which would write each request a second time
        requests.handlers[:] = own


def say_out_of_files() -> None:
    """Say in the log that there are no more files; once a minute, as ``filter_logs`` has it."""
    _LOG.error("This process can open no more files; some visitors cannot connect.")


def handle_running_out_of_files() -> Handler:
    """A handler of a loop's errors that names one of them in a line.

    Out of files, asyncio reports every single connection that it cannot accept, with a traceback:
    thousands a minute, which fill the disk and help nobody.
    """

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in OUT_OF_FILES:
            say_out_of_files()
        else:
            loop.default_exception_handler(context)

    return handle
