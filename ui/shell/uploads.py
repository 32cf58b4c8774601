"""Which sessions may hand in a file now, and how many files wait to be read in all.

A file is let in only from a session on a page that asks for one. It waits in memory until the page
has read it, which is at once, and never longer than ``SECONDS_TO_WAIT``.
"""

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass

from ui.shell import streamlit_inside

PAGES: tuple[str, ...] = ("keep", "class")
"""The pages that ask for a file, by their names in the address."""
MOST_FILES = 10
"""Files that may arrive or wait at one time, those of all sessions together."""
SECONDS_TO_WAIT = 60
"""How long a file may take to arrive, and then to be read."""
_FEW_SESSIONS = 64


class UploadRefused(Exception):
    """A file that is not let in: the status of the answer, and a line that says why."""

    def __init__(self, status: int, line: str) -> None:
        super().__init__(line)
        self.status = status
        self.line = line


@dataclass
class _Place:
    """The place of one file."""

    number: int
    is_arriving: bool = True


class UploadDesk:
    """Takes note of sessions on pages that ask for a file, and of their files. Thread-safe."""

    def __init__(self, is_active: Callable[[str], bool], drop_files: Callable[[str], None]) -> None:
        """``is_active`` says whether a session is still there; ``drop_files`` forgets its files."""
        self._is_active = is_active
        self._drop_files = drop_files
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self._admitted: set[str] = set()
        self._places: dict[str, _Place] = {}
        self._most_admitted = _FEW_SESSIONS

    def keep_to(self, session: str, page: str) -> None:
        """Note that a session is on a page; where that asks for no file, its files are dropped."""
        if page in PAGES:
            with self._lock:
                self._admitted.add(session)
                if len(self._admitted) > self._most_admitted:
                    self._admitted = set(filter(self._is_active, self._admitted))
                    self._most_admitted = max(_FEW_SESSIONS, 2 * len(self._admitted))
        elif session in self._admitted:
            with self._lock:
                self._admitted.discard(session)
            self.release(session)

    def admits(self, session: str) -> bool:
        """Whether a session is on a page that asks for a file."""
        return session in self._admitted

    def reserve(self, session: str) -> int:
        """The number of a place for a file of a session, in which its former one is dropped.

        Raises UploadRefused.
        """
        with self._lock:
            place = self._places.get(session)
            if session not in self._admitted:
                raise UploadRefused(404, "This page takes no uploads.")
            if place and place.is_arriving:
                raise UploadRefused(
                    429, "Another file of yours is still uploading. Upload one at a time, please."
                )
            if not place:
                self._make_room()
            number = next(self._numbers)
            self._places[session] = _Place(number)
        self._drop_files(session)
        return number

    def _make_room(self) -> None:
        for session in [*self._places]:
            if not self._is_active(session):
                del self._places[session]
        if len(self._places) >= MOST_FILES:
            raise UploadRefused(
                503, "Too many files are being uploaded at the moment. Try again in a minute."
            )

    def settle(self, session: str, number: int) -> None:
        """Note that the file of a place is there; it is dropped if its session left meanwhile."""
        with self._lock:
            place = self._places.get(session)
            if place and place.number == number:
                place.is_arriving = False
                return
        self._drop_files(session)

    def release(self, session: str, number: int | None = None) -> None:
        """Free the place of a session and drop its file; with a number, that place alone."""
        with self._lock:
            place = self._places.get(session)
            if place is None or number not in (None, place.number):
                return
            del self._places[session]
        self._drop_files(session)


desk = UploadDesk(streamlit_inside.is_active_session, streamlit_inside.drop_files)
"""The one of this process."""


def keep_to(page: str) -> None:
    """Note that the session of this run is on a page."""
    if session := streamlit_inside.session_id():
        desk.keep_to(session, page)


def let_go() -> None:
    """Drop the file of the session of this run, which has been read."""
    if session := streamlit_inside.session_id():
        desk.release(session)
        streamlit_inside.drop_files(session)
