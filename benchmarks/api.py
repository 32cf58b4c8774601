"""Measures the API on a served app: calls a second, and what clicks wait while others call it.

``python -m benchmarks.api`` asks over a connection that stays open, one question after the other.
Then one visitor presses filters of Explore, by turns alone, beside programs that ask as often as
the limit lets an address ask, and beside one that asks without end and is sent away. The ratios of
the waits are the figures to look at.
"""

import argparse
import asyncio
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from http.client import HTTPConnection
from itertools import count
from urllib.parse import urlsplit

from api.limits import A_SECOND
from benchmarks.protocol import FailedError, Tab
from benchmarks.serve import ROOT, ROUNDS, Figures, serving

QUESTIONS: Mapping[str, Callable[[int], str]] = {
    "list, kept": lambda _: "/api/v1/credentials",
    "sheet, kept": lambda _: "/api/v1/credentials/aapc/cpc",
    "list, anew": lambda number: f"/api/v1/credentials?max_first_year_cost={10_000 + number}",
    "cost": lambda number: f"/api/v1/cost?ids=cpc,ccs&years={number % 10 + 1}",
    "renewal": lambda _: "/api/v1/renewal?ids=cpc,ccs&passed=cpc=2024-05-31",
}
"""By name, the address to ask in each turn; what is kept was worked out before."""
_FLOODING = "192.0.2.1"


class Program:
    """A program that asks the API, as often as it likes: each time from another address.

    The server believes a proxy on its own machine, and the limit goes by the address it names.
    """

    def __init__(self, server: str, *, behind_a_proxy: bool = False) -> None:
        """A proxy goes by the address that it sees: there, each program has one of its own."""
        address = f"127.0.0.{random.randrange(2, 255)}"
        source = (address, 0) if behind_a_proxy else None
        netloc = urlsplit(server).netloc
        self._connection = HTTPConnection(netloc, timeout=60, source_address=source)

    def knock(self) -> None:
        """Ask once more, always from the same address, and whatever is answered."""
        headers = {"X-Forwarded-For": _FLOODING}
        self._connection.request("GET", "/api/v1/cost?ids=cpc", headers=headers)
        self._connection.getresponse().read()

    def ask(self, question: str) -> float:
        """The seconds until the whole answer was there. Raises FailedError without an answer.

        ``question`` is a path with its query.
        """
        address = ".".join(str(random.randrange(1, 255)) for _ in range(4))
        begun = time.perf_counter()
        self._connection.request("GET", question, headers={"X-Forwarded-For": address})
        answer = self._connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise FailedError(f"{question}: {answer.status}")
        return time.perf_counter() - begun


def measure_calls(server: str, seconds: float) -> dict[str, Figures]:
    """How often each question was answered in so many seconds."""
    program, measured = Program(server), dict[str, Figures]()
    for name, question in QUESTIONS.items():
        figures, begun = Figures(), time.perf_counter()
        program.ask(question(0))
        for number in count():
            figures.waits.append(program.ask(question(number)))
            figures.seconds = time.perf_counter() - begun
            if figures.seconds > seconds:
                break
        measured[name] = figures
    return measured


async def measure_clicks(server: str, programs: int, seconds: float) -> dict[str, Figures]:
    """What the clicks of one visitor wait, by what else goes on."""
    tab = await Tab.open(server.replace("http://", "ws://"), "explore", seed=1)
    others: dict[str, Callable[[], AbstractContextManager[None]]] = {
        "alone": nullcontext,
        f"beside {programs} programs that ask {A_SECOND} times a second each": (
            lambda: asking(server, programs)
        ),
        "beside one that asks without end": lambda: _flooding(server),
    }
    waits = {name: Figures() for name in others}
    for _ in range(ROUNDS):
        for name, go_on in others.items():
            with go_on():
                until = time.monotonic() + seconds / ROUNDS
                waits[name].waits += await tab.press_until(until, think=0.1)
    await tab.close()
    return waits


def asking(
    server: str, programs: int, *, behind_a_proxy: bool = False
) -> AbstractContextManager[None]:
    """Programs that ask all the while, each as often as an address may."""

    def keep_asking(ended: threading.Event) -> None:
        program = Program(server, behind_a_proxy=behind_a_proxy)
        for number in count():
            if ended.wait(1 / A_SECOND):
                return
            program.ask(list(QUESTIONS.values())[number % len(QUESTIONS)](number))

    return _meanwhile(keep_asking, programs)


def _flooding(server: str) -> AbstractContextManager[None]:
    """A program that asks all the while, without a pause and from one address."""

    def keep_knocking(ended: threading.Event) -> None:
        program = Program(server)
        while not ended.is_set():
            program.knock()

    return _meanwhile(keep_knocking, 1)


@contextmanager
def _meanwhile(work: Callable[[threading.Event], None], times: int) -> Iterator[None]:
    """Do something in so many threads, until the event is set."""
    ended = threading.Event()
    threads = [threading.Thread(target=work, args=[ended]) for _ in range(times)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def main() -> None:
    """Read the options, measure, and print."""
    parser = argparse.ArgumentParser(description="Calls of the API, and clicks beside them.")
    parser.add_argument("--seconds", type=float, default=5, help="each (default: %(default)s)")
    parser.add_argument("--programs", type=int, default=2, help="(default: %(default)s)")
    options = parser.parse_args()
    try:
        with serving(ROOT / "app.py", ROOT) as websocket:
            server = websocket.replace("ws://", "http://")
            for name, figures in measure_calls(server, options.seconds).items():
                waits = f"{figures.percentile(50):.1f} ms, p99 {figures.percentile(99):.1f} ms"
                print(f"{name}: {figures.rate:,.0f} calls a second, {waits}")
            clicks = asyncio.run(measure_clicks(server, options.programs, options.seconds * ROUNDS))
    except FailedError as error:
        sys.exit(f"failed: {error}")
    alone = clicks["alone"].percentile(50)
    for name, figures in clicks.items():
        p50, p95 = figures.percentile(50), figures.percentile(95)
        times = f", {p50 / alone:.2f} times as long" if name != "alone" else ""
        print(f"a click {name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms{times}")


if __name__ == "__main__":
    main()
