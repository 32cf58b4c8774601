"""Measures the API on a served app: calls a second, and what clicks wait while others call it.

``python -m benchmarks.api`` asks over a connection that stays open, one question after the other.
Then one visitor presses filters of Explore, in turns alone and beside programs that ask as often as
the limit lets an address ask. The ratio of the two waits is the figure to look at.
"""

import argparse
import asyncio
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import count
from urllib.parse import urlsplit

from api.limits import A_SECOND
from benchmarks.protocol import FailedError, Tab
from benchmarks.serve import ROOT, ROUNDS, Figures, serving

QUESTIONS: Mapping[str, Callable[[int], str]] = {
    "list, kept": lambda _: "credentials",
    "sheet, kept": lambda _: "credentials/aapc/cpc",
    "list, anew": lambda number: f"credentials?max_first_year_cost={10_000 + number}",
    "cost": lambda number: f"cost?ids=cpc,ccs&years={number % 10 + 1}",
    "renewal": lambda _: "renewal?ids=cpc,ccs&passed=cpc=2024-05-31",
}
"""By name, the address to ask in each turn; what is kept was worked out before."""


class Program:
    """A program that asks the API, as often as it likes: each time from another address.

    The server believes a proxy on its own machine, and the limit goes by the address it names.
    """

    def __init__(self, server: str) -> None:
        self._connection = HTTPConnection(urlsplit(server).netloc, timeout=60)

    def ask(self, question: str) -> float:
        """The seconds until the whole answer was there. Raises FailedError without an answer."""
        address = ".".join(str(random.randrange(1, 255)) for _ in range(4))
        begun = time.perf_counter()
        self._connection.request("GET", f"/api/v1/{question}", headers={"X-Forwarded-For": address})
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


async def measure_clicks(server: str, programs: int, seconds: float) -> tuple[Figures, Figures]:
    """What the clicks of one visitor wait, alone and beside so many programs."""
    tab = await Tab.open(server.replace("http://", "ws://"), "explore", seed=1)
    alone, beside = Figures(), Figures()
    for _ in range(ROUNDS):
        alone.waits += await tab.press_until(time.monotonic() + seconds / ROUNDS, think=0.1)
        with _asking(server, programs):
            beside.waits += await tab.press_until(time.monotonic() + seconds / ROUNDS, think=0.1)
    await tab.close()
    return alone, beside


@contextmanager
def _asking(server: str, programs: int) -> Iterator[None]:
    """Programs that ask all the while, each as often as an address may."""
    ended = threading.Event()

    def keep_asking() -> None:
        program = Program(server)
        for number in count():
            if ended.wait(1 / A_SECOND):
                return
            program.ask(list(QUESTIONS.values())[number % len(QUESTIONS)](number))

    threads = [threading.Thread(target=keep_asking) for _ in range(programs)]
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
    alone, beside = (figures.percentile(50) for figures in clicks)
    print(
        f"a click waits {alone:.0f} ms alone and {beside:.0f} ms beside {options.programs} "
        f"programs that ask {A_SECOND} times a second each: {beside / alone:.2f} times as long"
    )


if __name__ == "__main__":
    main()
