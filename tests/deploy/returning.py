"""Visitors who come back when their connection breaks, as a browser does, and look around."""

import asyncio
import itertools
import threading
from collections.abc import Callable, Sequence

from benchmarks.protocol import FailedError, Tab
from scripts.deployment import Deployment
from scripts.serving import Server
from tests.service.http import request

COOKIE = "certlens_way"
VISITORS = 20
ASKED_MEANWHILE = ("/explore", "/compare", "/files/comparison.csv?ids=cpc,ccs")
OTHER_ADDRESSES = tuple(f"127.0.0.{number}" for number in range(20, 40))
"""Where those ask from who ask without a pause: one address may ask no more than nginx lets it."""
BETWEEN_PRESSES = 0.2
"""Seconds."""


def way_to(site: Server, path: str = "/explore") -> str:
    """The cookie that a first answer sets, as the next request hands it back."""
    return f"{COOKIE}={request(site, path).cookies[COOKIE]}"


class Returning:
    """A visitor of Explore with the cookie of the first answer, who presses filters."""

    def __init__(self, deployment: Deployment, seed: int) -> None:
        self._address = deployment.url.replace("http://", "ws://")
        self._seed = seed
        self._cookie = way_to(deployment.site)
        self.presses = 0
        self.returns = 0
        """How often the visitor had to connect again."""

    async def stay(self, ended: asyncio.Event) -> None:
        """Press until the end. Raises FailedError where the way back fails, or loses anything."""
        tab = await self._open("")
        try:
            while not ended.is_set():
                tab = await self._press(tab)
                await asyncio.sleep(BETWEEN_PRESSES)
        finally:
            await tab.close()

    async def _press(self, tab: Tab) -> Tab:
        """Press once, and return the tab in which the visitor goes on."""
        query, state = tab.query, tab.state()
        try:
            await tab.press()
        except FailedError as error:
            if "the connection broke" not in str(error):
                raise
            return await self._come_back(query, state)
        self.presses += 1
        return tab

    async def _come_back(self, query: str, state: dict[str, list[int]]) -> Tab:
        self.returns += 1
        tab = await self._open(query)
        if tab.state() != state:
            raise FailedError(f"a visitor came back to {tab.state()} in place of {state}")
        return tab

    async def _open(self, query: str) -> Tab:
        return await Tab.open(self._address, "explore", self._seed, query, self._cookie)


async def press_meanwhile(visitors: Sequence[Returning], happen: Callable[[], None]) -> None:
    """Have all visitors press from before until after something happens.

    Raises an ExceptionGroup with what went wrong for any of them.
    """
    ended = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for visitor in visitors:
            group.create_task(visitor.stay(ended))
        while not all(visitor.presses for visitor in visitors):
            await asyncio.sleep(BETWEEN_PRESSES)
        await asyncio.to_thread(happen)
        before = [visitor.presses for visitor in visitors]
        while any(now.presses == then for now, then in zip(visitors, before, strict=True)):
            await asyncio.sleep(BETWEEN_PRESSES)
        ended.set()


def meanwhile(deployment: Deployment, happen: Callable[[], None]) -> list[Returning]:
    """The visitors who pressed filters while something happened, and to whom all went well.

    Others ask for pages and files all the while, and get every one of them.
    """
    visitors = [Returning(deployment, seed) for seed in range(VISITORS)]
    ended = threading.Event()
    statuses: list[int] = []

    def keep_asking() -> None:
        for path, source in zip(
            itertools.cycle(ASKED_MEANWHILE), itertools.cycle(OTHER_ADDRESSES), strict=False
        ):
            statuses.append(request(deployment.site, path, source=source).status)
            if ended.is_set():
                return

    asking = threading.Thread(target=keep_asking)
    asking.start()
    try:
        asyncio.run(press_meanwhile(visitors, happen))
    finally:
        ended.set()
        asking.join()
    assert set(statuses) == {200}
    return visitors
