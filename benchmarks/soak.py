"""Has many sessions come and go, and says whether the memory of the server stays flat.

``python -m benchmarks.soak`` serves the app; visitors open a page, work its control a few times
and leave. Streamlit keeps the last 128 sessions that ended, for browsers that reconnect, so that
memory is first measured when more than those have left.
"""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from urllib.request import urlopen

from benchmarks.controls import ControlTab
from benchmarks.protocol import FailedError
from benchmarks.serve import PAGES, Page
from scripts.serving import Server, serve

BOUND = 0.10
"""By how much of itself memory may grow between the end of the warm-up and the end."""
WARM_UP = 300
"""Sessions after which memory is first measured."""
AT_ONCE = 20
PRESSES = 2
_OPEN_AFTER = 5.0
"""Seconds in which the server has to let go of those who left."""
_BETWEEN_MEASUREMENTS = 200
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Measured:
    """The server after so many sessions."""

    gone: int
    memory: int
    """The memory that it has in use, in bytes (RSS)."""
    open_files: int


def growth(measured: Sequence[Measured]) -> float:
    """How much memory grew since the first measurement, as a part of what it was then.

    The last quarter is averaged against the first, since a single measurement wavers.
    """
    quarter = max(1, len(measured) // 4)
    first = sum(of.memory for of in measured[:quarter])
    last = sum(of.memory for of in measured[-quarter:])
    return last / first - 1


def in_waves(sessions: int) -> Iterator[int]:
    """How many sessions there are between two measurements: the warm-up, then even steps."""
    yield min(WARM_UP, sessions)
    for begun in range(WARM_UP, sessions, _BETWEEN_MEASUREMENTS):
        yield min(_BETWEEN_MEASUREMENTS, sessions - begun)


async def soak(url: str, processes: Sequence[Server], sessions: int) -> list[list[Measured]]:
    """Have so many sessions come and go; for each process, what was measured since the warm-up."""
    pages = cycle([replace(page, address=url.replace("http", "ws", 1)) for page in PAGES])
    measured: list[list[Measured]] = [[] for _ in processes]
    gone = 0
    for wave in in_waves(sessions):
        room = asyncio.Semaphore(AT_ONCE)
        visits = (_visit(page, gone + seed, room) for seed, page in enumerate(islice(pages, wave)))
        await asyncio.gather(*visits)
        gone += wave
        for process, of_process in zip(processes, measured, strict=True):
            await _wait_until_all_left(process)
            of_process.append(Measured(gone, _memory(process.pid), _open_files(process.pid)))
            print(_line(of_process[-1]), flush=True)
    return measured


async def _visit(page: Page, seed: int, room: asyncio.Semaphore) -> None:
    async with room:
        tab = await page.visitor.open(page.address, page.name, seed, page.query)
        if isinstance(tab, ControlTab):
            tab.control = page.control
        for _ in range(PRESSES):
            await tab.press()
        await tab.close()


async def _wait_until_all_left(server: Server) -> None:
    """Raise FailedError if somebody who left is still counted after a while."""
    clock = asyncio.get_running_loop().time
    end = clock() + _OPEN_AFTER
    while sessions := await asyncio.to_thread(_sessions, server.url):
        if clock() > end:
            raise FailedError(f"{sessions} sessions are still open after everybody left")
        await asyncio.sleep(0.1)


def _sessions(url: str) -> int:
    with urlopen(f"{url}/metrics", timeout=30) as answer:
        match = re.search(r"^certlens_sessions (\d+)\.0$", answer.read().decode(), re.MULTILINE)
    assert match is not None, "the server counts its sessions"
    return int(match[1])


def _memory(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _open_files(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))


def _line(of: Measured) -> str:
    mebibytes = of.memory / MEBIBYTE
    return f"{of.gone:>6,} sessions: {mebibytes:,.0f} MiB in use, {of.open_files} files open"


def main() -> None:
    """Read the options, soak, and fail where memory grew by more than the bound."""
    parser = argparse.ArgumentParser(description="Memory of the server as sessions come and go.")
    parser.add_argument("--sessions", type=int, default=2_000, help="(default: %(default)s)")
    options = parser.parse_args()
    if not Path("/proc/self/statm").exists():
        sys.exit("Memory is read from /proc, which this system does not have.")
    with tempfile.TemporaryDirectory() as folder:
        try:
            with serve(Path(folder) / "log", {"CERTLENS_METRICS": "1"}) as server:
                (measured,) = asyncio.run(soak(server.url, [server], options.sessions))
        except FailedError as error:
            sys.exit(f"failed: {error}")
    grown = growth(measured)
    print(f"Memory changed by {grown:+.1%} since the first {measured[0].gone:,} sessions.")
    if grown > BOUND:
        sys.exit(f"That is more than {BOUND:.0%}.")


if __name__ == "__main__":
    main()
