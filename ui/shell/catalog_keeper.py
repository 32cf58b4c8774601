"""Keeps the catalog that everybody sees: the next one is loaded and checked before it is taken."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock

from cert_model.catalog import Catalog, CatalogError, Problem
from cert_model.content import check_texts

_LOG = logging.getLogger("certlens.data")


def stamp_of(folder: Path) -> str:
    """A text that changes with every file below a folder that is added, removed or written."""
    digest = sha256()
    try:
        paths = sorted(folder.rglob("*"))
    except OSError as error:
        return f"{folder}: {error}"  # a folder was removed while it was listed
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            continue  # removed since it was listed, which changes the text as well
        digest.update(f"{path}:{state.st_mtime_ns}:{state.st_size}\n".encode())
    return digest.hexdigest()


@dataclass(frozen=True)
class _Attempt:
    """For what day a catalog was to be made, and from which state of the files."""

    day: date
    stamp: str


class CatalogKeeper:
    """The catalog in use, and how the next one takes its place.

    No session can empty it. Data with errors never take the place of a catalog: the last good one
    stays, and moves on to the new day.
    """

    def __init__(
        self,
        load: Callable[[date], Catalog],
        today: Callable[[], date],
        folder: Callable[[], Path],
    ) -> None:
        """``load`` makes the catalog of a day from ``folder``, or raises CatalogError."""
        self._load = load
        self._today = today
        self._folder = folder
        self._loading = Lock()
        self._current: Catalog | None = None
        self._taken: datetime | None = None
        self._attempt: _Attempt | None = None
        self.refused: CatalogError | None = None
        """What is wrong with the data as they are now; None where they are in use."""
        self.prepare: Callable[[Catalog], None] = lambda _: None
        """Makes what is derived from a catalog before anybody sees it."""

    def current(self) -> Catalog:
        """The catalog in use. Raises CatalogError while there has never been a good one."""
        if self._current is None:
            self.refresh()
        if self._current is None:
            assert self.refused is not None, "a catalog is loaded or refused"
            raise self.refused
        return self._current

    @property
    def shown(self) -> tuple[Catalog | None, datetime | None]:
        """The catalog in use, and since when; None where there has never been a good one."""
        return self._current, self._taken

    def keep_to_the_day(self) -> None:
        """Make the catalog anew after midnight, since what counts as old depends on the day.

        Raises CatalogError as ``current`` does.
        """
        if self.current().today != self._today():
            self.refresh()

    def stamp(self) -> str:
        """The state of the files of the data."""
        return stamp_of(self._folder())

    def refresh(self) -> bool:
        """Take a new catalog if the day or the files are others than at the last attempt.

        One thread makes it, while the others go on with the catalog that there is. Returns
        whether there is a new one now.
        """
        if not self._loading.acquire(blocking=self._current is None):
            return False
        try:
            attempt = _Attempt(self._today(), self.stamp())
            if attempt == self._attempt:
                return False
            self._attempt = attempt
            return self._take(attempt.day)
        finally:
            self._loading.release()

    def _take(self, day: date) -> bool:
        before = self._current
        try:
            self._show(self._made(lambda: self._load(day)))
            self.refused = None
        except CatalogError as error:
            self.refused = error
            _LOG.error("%s", error.report())
            if before is not None and before.today != day:
                self._move_on(before, day)
        return self._current is not before

    def _move_on(self, catalog: Catalog, day: date) -> None:
        """Keep the last good catalog and let its facts age; as it was, where that cannot be."""
        try:
            self._show(self._made(lambda: check_texts(replace(catalog, today=day))))
        except CatalogError as error:
            _LOG.error("the catalog stays at %s: %s", catalog.today, error.report())

    def _show(self, catalog: Catalog) -> None:
        self._current, self._taken = catalog, datetime.now(UTC)

    def _made(self, make: Callable[[], Catalog]) -> Catalog:
        """A catalog with what is derived from it.

        Raises CatalogError where it cannot be made, whatever the reason: the one before is still
        good, and what is wrong with the new one is for its maintainers to see.
        """
        try:
            catalog = make()
            self.prepare(catalog)
        except CatalogError:
            raise
        except Exception as error:
            words = f"cannot be used: {type(error).__name__}: {error}"
            raise CatalogError([Problem(str(self._folder()), 1, "", words)]) from error
        return catalog
