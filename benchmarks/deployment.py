"""Measures the app as it is deployed: nginx before two processes, and many visitors with pauses.

``python -m benchmarks.deployment`` has visitors press filters of Explore with a pause between two
clicks, by turns alone and beside programs that ask the API. ``--churn`` has so many visits come and
go as fast as they are served, and ``--plot`` draws memory and open files meanwhile. Visitors, nginx
and processes share the cores, so that a machine of its own for the visitors would show more.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import altair as alt
import pandas as pd
import vl_convert

from api.limits import A_SECOND
from benchmarks.api import asking
from benchmarks.protocol import FailedError, Tab
from benchmarks.serve import Figures
from benchmarks.soak import BOUND, MEBIBYTE, Measured, growth, soak
from scripts.deployment import Deployment, deployed

SETTINGS = {"CERTLENS_METRICS": "1"}
TURNS = 2
"""Each measurement is cut into this many, so that a slow spell hits both."""
_OPENED_AT_ONCE = 10


async def open_tabs(deployment: Deployment, sessions: int) -> list[Tab]:
    """So many visitors of Explore, who came a few at a time."""
    address = deployment.url.replace("http://", "ws://")
    room = asyncio.Semaphore(_OPENED_AT_ONCE)

    async def open_one(seed: int) -> Tab:
        async with room:
            return await Tab.open(address, "explore", seed)

    return await asyncio.gather(*(open_one(seed) for seed in range(sessions)))


async def press(tabs: Sequence[Tab], seconds: float, think: float, figures: Figures) -> None:
    """Have all press for so long, and add what they waited."""
    clock = asyncio.get_running_loop().time
    begun = clock()
    waits = await asyncio.gather(*(tab.press_until(begun + seconds, think) for tab in tabs))
    figures.seconds += clock() - begun
    figures.waits += [wait for of_tab in waits for wait in of_tab]


async def measure_load(
    deployment: Deployment, sessions: int, seconds: float, think: float, programs: int
) -> tuple[Figures, Figures]:
    """What clicks wait alone, and beside programs that ask the API."""
    tabs = await open_tabs(deployment, sessions)
    alone, beside = Figures(), Figures()
    for _ in range(TURNS):
        await press(tabs, seconds / TURNS, think, alone)
        with asking(deployment.url, programs, behind_a_proxy=True):
            await press(tabs, seconds / TURNS, think, beside)
    await asyncio.gather(*(tab.close() for tab in tabs))
    return alone, beside


def draw(measured: Sequence[Sequence[Measured]], path: Path) -> None:
    """Write a picture of what each process had in use as visits came and went."""
    rows = [
        {"visits": of.gone, "process": f"process {number}", "figure": figure, "value": value}
        for number, of_process in enumerate(measured, start=1)
        for of in of_process
        for figure, value in (("MiB in use", of.memory / MEBIBYTE), ("open files", of.open_files))
    ]
    lines = (
        alt.Chart(pd.DataFrame(rows))
        .mark_line(point=True)
        .encode(
            alt.X("visits:Q", title="visits that came and went"),
            alt.Y("value:Q", title=None, scale=alt.Scale(zero=True)),
            alt.Color("process:N", title=None, legend=alt.Legend(orient="top")),
        )
        .properties(width=400, height=220)
        .facet(alt.Facet("figure:N", title=None))
        .resolve_scale(y="independent")
    )
    path.write_bytes(vl_convert.vegalite_to_png(lines.to_dict(), scale=2))


def describe(figures: Figures) -> str:
    """The figures of a measurement in words."""
    p50, p95, p99 = (figures.percentile(percent) for percent in (50, 95, 99))
    return (
        f"{figures.rate:.0f} reruns a second, p50 {p50:,.0f} ms, p95 {p95:,.0f} ms, "
        f"p99 {p99:,.0f} ms"
    )


def main() -> None:
    """Read the options, measure, print, and fail where memory grew."""
    parser = argparse.ArgumentParser(description="The app behind nginx, by two processes.")
    parser.add_argument("--sessions", type=int, default=200, help="(default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=30, help="each (default: %(default)s)")
    parser.add_argument("--think", type=float, default=3, help="(default: %(default)s)")
    parser.add_argument("--programs", type=int, default=2, help="(default: %(default)s)")
    parser.add_argument("--churn", type=int, default=0, help="visits (default: none)")
    parser.add_argument("--plot", type=Path, help="a PNG to write")
    options = parser.parse_args()
    busy = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, on which {busy:.1f} other programs ran before")
    with tempfile.TemporaryDirectory() as folder:
        try:
            with deployed(Path(folder), SETTINGS) as deployment:
                if options.churn:
                    come_and_go(deployment, options.churn, options.plot)
                else:
                    have_many_press(deployment, options)
        except FailedError as error:
            sys.exit(f"failed: {error}")


def processor_seconds(deployment: Deployment) -> float:
    """What the processes have used of the processor so far, which nothing beside them changes."""
    fields = (
        Path(f"/proc/{deployment.process(port).pid}/stat").read_text(encoding="ascii").split()
        for port in deployment.ports
    )
    ticks = sum(int(of_process[13]) + int(of_process[14]) for of_process in fields)
    return ticks / os.sysconf("SC_CLK_TCK")


def have_many_press(deployment: Deployment, options: argparse.Namespace) -> None:
    """Measure the load, and print what was measured."""
    seconds = options.seconds * TURNS
    used, used_here = processor_seconds(deployment), time.process_time()
    alone, beside = asyncio.run(
        measure_load(deployment, options.sessions, seconds, options.think, options.programs)
    )
    reruns = len(alone.waits) + len(beside.waits) + options.sessions
    used, used_here = processor_seconds(deployment) - used, time.process_time() - used_here
    print(
        f"a rerun takes {used / reruns * 1000:.0f} ms of the processor in the processes, "
        f"and {used_here / reruns * 1000:.0f} ms in its visitor"
    )
    ratio = beside.percentile(50) / alone.percentile(50)
    print(f"{options.sessions} sessions, {options.think:g} s between clicks: {describe(alone)}")
    print(
        f"beside {options.programs} programs that ask the API {A_SECOND} times a second each: "
        f"{describe(beside)}; the median is {ratio:.2f} times as long"
    )


def come_and_go(deployment: Deployment, visits: int, plot: Path | None) -> None:
    """Have visits come and go, print and draw what was in use, and fail where memory grew."""
    processes = [deployment.process(port) for port in deployment.ports]
    measured = asyncio.run(soak(deployment.url, processes, visits))
    if plot:
        draw(measured, plot)
    grown = [growth(of_process) for of_process in measured]
    print("Memory changed by " + " and ".join(f"{part:+.1%}" for part in grown))
    if max(grown) > BOUND:
        sys.exit(f"That is more than {BOUND:.0%}.")


if __name__ == "__main__":
    main()
