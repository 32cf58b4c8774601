"""Threads that work out answers, few at a time, so that those who use the pages stay quick."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

THREADS = 2
MOST_WAITING = 64
"""Answers that may wait for a thread; whoever comes after them is sent away at once."""
SECONDS_OF_PATIENCE = 10.0
SECONDS_TO_WAIT = 5
"""After which somebody who was sent away may try again."""


class TooBusy(Exception):
    """No thread was free, or the answer took too long."""


class Workers:
    """Runs functions in a few threads of its own, with an end to how long anybody waits."""

    def __init__(
        self,
        threads: int = THREADS,
        most_waiting: int = MOST_WAITING,
        patience: float = SECONDS_OF_PATIENCE,
    ) -> None:
        """``patience`` is how many seconds an answer may take, the wait for a thread included."""
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="api")
        self._most = threads + most_waiting
        self._patience = patience
        self._under_way = 0

    async def run(self, make: Callable[[], T]) -> T:
        """What ``make`` returns. Raises TooBusy, and whatever ``make`` raises."""
        if self._under_way >= self._most:
            raise TooBusy
        work = asyncio.get_running_loop().run_in_executor(self._pool, make)
        self._under_way += 1
        work.add_done_callback(self._count_as_done)
        try:
            return await asyncio.wait_for(work, self._patience)
        except TimeoutError as error:
            raise TooBusy from error

    def _count_as_done(self, _: object) -> None:
        self._under_way -= 1
