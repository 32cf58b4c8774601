"""Measures how many reruns a second each page serves, beside a bare and a stock page.

``python benchmarks/serve.py`` starts real servers and works a control of each page over the real
websocket, without a pause between two presses. The figures to look at are the ratios: all
pages run on the same machine in turns, so they hardly depend on how fast the machine is.
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
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.controls import Control, ControlTab  # noqa: E402
from benchmarks.copies import make_copies  # noqa: E402
from benchmarks.protocol import FailedError, Tab  # noqa: E402
from cert_model.formatting import format_count  # noqa: E402

HOST = "127.0.0.1"
START_UP = 180.0
"""Seconds that a server may take to answer."""
ROUNDS = 4
"""Each measurement is cut into this many turns, so that a slow spell hits all pages."""


@dataclass(frozen=True)
class Page:
    """A page to measure: its name in the address, and what a visitor does there."""

    title: str
    """What it is called in the table: the page, and the control that is worked."""
    name: str
    query: str = ""
    control: Control | None = None
    """None asks for the whole page again; the pages with filters have theirs pressed."""
    visitor: type[Tab] = ControlTab
    address: str = ""
    """Where it is served."""


BARE = Page("bare page: slider", "", control=Control("slider", "Years"))
STOCK = Page("stock page: filters", "", visitor=Tab)
PAGES = (
    Page("Home: whole page", ""),
    Page("Explore: filters", "explore", visitor=Tab),
    Page("Compare: years", "compare", "ids=cpc,ccs,cca", Control("slider", "Years to add up")),
    Page("Costs: price of a CEU", "costs", "ids=cpc,ccs", Control("number_input", "Price of one")),
    Page("Eligibility: a fold", "eligibility", "", Control("fold", "Why, with sources")),
    Page(
        "Eligibility: view", "eligibility", "education=associate", Control("button_group", "Show")
    ),
    Page("My plan: whole page", "plan", "target=cpc"),
    Page("Prepare: hours", "prepare", "id=cpc", Control("number_input", "Hours a week")),
    Page("What I hold: whole page", "keep", "held=cpc,ccs"),
    Page("A class: whole page", "class", "example=yes"),
    Page("Work and pay: state", "careers", "", Control("selectbox", "State")),
    Page("Guide: chapter", "guide", "", Control("radio", "Chapter")),
    Page("Claims: verdict", "claims", "", Control("button_group", "Verdict")),
    Page("The data: view", "data_health", "", Control("button_group", "What to show")),
    Page("Credential: a fold", "credential", "id=cpc", Control("fold", "Exam prices of CPC")),
    Page("Credential: whole page", "credential", "id=cpc"),
)


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
def serving(script: Path, directory: Path, data: Path | None = None) -> Iterator[str]:
    """Run a script with Streamlit in ``directory``, whose settings apply; its address.

    ``data`` is the folder of another catalog than the project's.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.address", HOST, "--server.port", str(port), "--server.headless", "true"]
    command += ["--client.showErrorDetails", "full"]  # so that a failure can be told
    health = f"http://{HOST}:{port}/_stcore/health"
    with running(command, health, directory, environment_of_a_server(data)):
        yield f"ws://{HOST}:{port}"


@contextmanager
def running(
    command: Sequence[str], health: str, directory: Path, environment: dict[str, str]
) -> Iterator[int]:
    """Run a server in ``directory``, healthy on entry: ``health`` answers; its process.

    Raises FailedError for a server that does not start.
    """
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            command, cwd=directory, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(server, health, " ".join(command[:4]))
            yield server.pid
        finally:
            _stop(server)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def environment_of_a_server(data: Path | None = None) -> dict[str, str]:
    """The environment without anyone's own Streamlit settings."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("STREAMLIT_")}
    if data is not None:
        kept["CERTLENS_DATA"] = str(data)
    return {**kept, "PYTHONPATH": str(ROOT)}


def _wait_for(server: "subprocess.Popen[bytes]", url: str, command: str) -> None:
    end = time.monotonic() + START_UP
    while not _answers(url):
        if server.poll() is not None or time.monotonic() > end:
            raise FailedError(f"the server did not start: {command}")
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


async def measure(
    pages: Sequence[Page], sessions: int, seconds: float, think: float
) -> list[Figures]:
    """Measure each page for so long, with so many sessions, the pages by turns."""
    tabs = [await _open(page, sessions) for page in pages]
    figures = [Figures() for _ in pages]
    turns = list(range(len(pages)))
    rounds = 1 if think else ROUNDS  # a pause may be longer than a turn
    for _ in range(rounds):
        for turn in turns:
            await _press(pages[turn], tabs[turn], seconds / rounds, think, figures[turn])
        turns.reverse()
    await asyncio.gather(*(tab.close() for opened in tabs for tab in opened))
    return figures


async def _open(page: Page, sessions: int) -> list[Tab]:
    """Open the page in so many tabs, and press once in each before anything counts."""
    with _naming(page):
        tabs = await asyncio.gather(
            *(
                page.visitor.open(page.address, page.name, seed, page.query)
                for seed in range(sessions)
            )
        )
        for tab in tabs:
            if isinstance(tab, ControlTab):
                tab.control = page.control
        await asyncio.gather(*(tab.press() for tab in tabs))
    return tabs


async def _press(
    page: Page, tabs: Sequence[Tab], seconds: float, think: float, figures: Figures
) -> None:
    """One turn. Runs under way at its end are finished and counted, with their time."""
    clock = asyncio.get_running_loop().time
    start = clock()
    with _naming(page):
        waits = await asyncio.gather(*(tab.press_until(start + seconds, think) for tab in tabs))
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
    """The figures as a Markdown table, a line for each page."""
    heads = [f"{format_count(count, 'session')}: reruns a second | p50 | p95" for count in results]
    yield " | ".join(["| page, and what is worked there", *heads]) + " |"
    yield "| --- |" + " --- | --- | --- |" * len(results)
    for place, page in enumerate(pages):
        cells = [_cells(measured[place]) for measured in results.values()]
        yield " | ".join([f"| {page.title}", *cells]) + " |"


def _cells(figures: Figures) -> str:
    p50, p95 = figures.percentile(50), figures.percentile(95)
    return f"{figures.rate:.0f} | {p50:,.0f} ms | {p95:,.0f} ms"


def chosen(words: Sequence[str]) -> list[Page]:
    """The pages of the app whose titles hold one of the words; all where there are none."""
    return [page for page in PAGES if not words or any(word in page.title for word in words)]


def benchmark(
    pages: Sequence[Page], counts: Sequence[int], seconds: float, think: float, credentials: int
) -> None:
    """Serve the app, the bare and the stock page, measure them, and print the table.

    The app has copies of its credentials until there are as many as ``credentials``. With a pause
    the app is measured alone: the others are there to compare work, not waiting.
    """
    with ExitStack() as stack:
        elsewhere = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder = ROOT / "benchmarks"
        data = elsewhere / "data" if credentials else None
        if data is not None:
            make_copies(ROOT / "data", data, credentials)
        app = stack.enter_context(serving(ROOT / "app.py", ROOT, data))
        served = [replace(page, address=app) for page in pages]
        for page, script in ((BARE, "bare_page.py"), (STOCK, "stock_page.py")) if not think else ():
            address = stack.enter_context(serving(folder / script, elsewhere))
            served.append(replace(page, address=address))
        results = {count: asyncio.run(measure(served, count, seconds, think)) for count in counts}
    print(*table(served, results), sep="\n")


def main() -> None:
    """Read the options, and make a failure one clear line."""
    parser = argparse.ArgumentParser(
        description="Reruns per second, beside a bare and a stock page."
    )
    parser.add_argument(
        "--seconds", type=float, default=6, help="for each measurement (default: %(default)s)"
    )
    parser.add_argument(
        "--sessions", type=int, nargs="+", default=[1, 10], help="at once (default: 1 10)"
    )
    parser.add_argument(
        "--think", type=float, default=0, help="seconds between two presses (default: none)"
    )
    parser.add_argument(
        "--credentials", type=int, default=0, help="made-up copies until there are so many"
    )
    parser.add_argument("--pages", nargs="+", default=[], help="words of the titles to measure")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    try:
        pages = chosen(options.pages)
        benchmark(pages, options.sessions, options.seconds, options.think, options.credentials)
    except FailedError as error:
        sys.exit(f"benchmark failed: {error}")


if __name__ == "__main__":
    main()
