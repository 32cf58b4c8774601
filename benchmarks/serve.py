"""Measures how many reruns a second the app serves, beside a stock page of the same content.

``python benchmarks/serve.py`` starts both as real servers and presses pills over the real
websocket, without a pause between two presses. The figure to look at is the ratio: both
pages run on the same machine in turns, so it hardly depends on how fast the machine is.
"""

import argparse
import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.protocol import FailedError, Tab  # noqa: E402

HOST = "127.0.0.1"
START_UP = 60.0
"""Seconds that a server may take to answer."""
ROUNDS = 4
"""Each measurement is cut into this many turns, so that a slow spell hits both pages."""
GOAL, GOAL_SESSIONS = 5, 10


@dataclass(frozen=True)
class Page:
    """A page to measure: its name in the table and in the address, and where it is served."""

    title: str
    name: str
    address: str


@dataclass
class Figures:
    """What was measured of one page with one number of sessions."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Reruns per second."""
        return len(self.waits) / self.seconds

    def percentile(self, percent: float) -> float:
        """The wait in milliseconds that so many percent of the reruns kept below."""
        return float(np.percentile(self.waits, percent)) * 1000


@contextmanager
def serving(script: Path, directory: Path) -> Iterator[str]:
    """Run a script with Streamlit in ``directory``, whose settings apply; its address."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.address", HOST, "--server.port", str(port), "--server.headless", "true"]
    command += ["--client.showErrorDetails", "full"]  # so that a failure can be told
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            command, cwd=directory, env=_environment(), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(server, f"http://{HOST}:{port}/_stcore/health", script)
            yield f"ws://{HOST}:{port}"
        finally:
            _stop(server)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _environment() -> dict[str, str]:
    """The environment without anyone's own Streamlit settings."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("STREAMLIT_")}
    return {**kept, "PYTHONPATH": str(ROOT)}


def _wait_for(server: "subprocess.Popen[bytes]", url: str, script: Path) -> None:
    end = time.monotonic() + START_UP
    while not _answers(url):
        if server.poll() is not None or time.monotonic() > end:
            raise FailedError(f"the server of {script.name} did not start")
        time.sleep(0.1)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


async def measure(pages: Sequence[Page], sessions: int, seconds: float) -> list[Figures]:
    """Measure each page for so long, with so many sessions, the pages by turns."""
    tabs = [await _open(page, sessions) for page in pages]
    figures = [Figures() for _ in pages]
    turns = list(range(len(pages)))
    for _ in range(ROUNDS):
        for turn in turns:
            await _press(pages[turn], tabs[turn], seconds / ROUNDS, figures[turn])
        turns.reverse()
    await asyncio.gather(*(tab.close() for opened in tabs for tab in opened))
    return figures


async def _open(page: Page, sessions: int) -> list[Tab]:
    """Open the page in so many tabs, and press one pill in each before anything counts."""
    with _naming(page):
        opening = (Tab.open(page.address, page.name, seed) for seed in range(sessions))
        tabs = await asyncio.gather(*opening)
        await asyncio.gather(*(tab.press() for tab in tabs))
    return tabs


async def _press(page: Page, tabs: Sequence[Tab], seconds: float, figures: Figures) -> None:
    """One turn. Runs under way at its end are finished and counted, with their time."""
    clock = asyncio.get_running_loop().time
    start = clock()
    with _naming(page):
        waits = await asyncio.gather(*(tab.press_until(start + seconds) for tab in tabs))
    figures.seconds += clock() - start
    figures.waits += [wait for each in waits for wait in each]


@contextmanager
def _naming(page: Page) -> Iterator[None]:
    """Say of which page a failure is."""
    try:
        yield
    except (FailedError, OSError) as error:
        raise FailedError(f"{page.title}: {error}") from error


def table(pages: Sequence[Page], results: dict[int, list[Figures]]) -> Iterator[str]:
    """The figures as lines of text."""
    yield f"{'page':<8} {'sessions':>8} {'reruns':>7} {'reruns/s':>9} {'p50 ms':>7} {'p95 ms':>7}"
    for sessions, measured in results.items():
        for page, of in zip(pages, measured, strict=True):
            yield (
                f"{page.title:<8} {sessions:>8} {len(of.waits):>7} {of.rate:>9.1f} "
                f"{of.percentile(50):>7.0f} {of.percentile(95):>7.0f}"
            )


def ratio(results: dict[int, list[Figures]]) -> str:
    """How many times as many reruns a second the app makes as the stock page."""
    ratios = ", ".join(
        f"{app.rate / stock.rate:.1f} with {sessions} session{'s' * (sessions > 1)}"
        for sessions, (app, stock) in results.items()
    )
    return (
        f"explore/stock in reruns per second: {ratios} "
        f"(the goal is at least {GOAL} with {GOAL_SESSIONS})"
    )


def benchmark(counts: Sequence[int], seconds: float) -> None:
    """Serve both pages, measure them, and print the table."""
    with ExitStack() as stack:
        elsewhere = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        app = stack.enter_context(serving(ROOT / "app.py", ROOT))
        script = ROOT / "benchmarks" / "stock_page.py"
        stock = stack.enter_context(serving(script, elsewhere))
        pages = [Page("explore", "explore", app), Page("stock", "", stock)]
        results = {count: asyncio.run(measure(pages, count, seconds)) for count in counts}
    print(*table(pages, results), "", ratio(results), sep="\n")


def main() -> None:
    """Read the options, and make a failure one clear line."""
    parser = argparse.ArgumentParser(description="Reruns per second, beside a stock page.")
    parser.add_argument(
        "--seconds", type=float, default=10, help="for each measurement (default: %(default)s)"
    )
    parser.add_argument(
        "--sessions", type=int, nargs="+", default=[1, 10], help="at once (default: 1 10)"
    )
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    try:
        benchmark(options.sessions, options.seconds)
    except FailedError as error:
        sys.exit(f"benchmark failed: {error}")


if __name__ == "__main__":
    main()
