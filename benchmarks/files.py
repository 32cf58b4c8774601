"""Fetches files from the pages that offer them, while others use the app.

``python -m benchmarks.files`` serves the app and counts what comes back. Between the page and the
fetch passes the time that a network takes, in which the others end their runs: a file that
depended on any session would be gone by then.
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from urllib.error import HTTPError
from urllib.request import urlopen

from benchmarks.protocol import FailedError, Tab
from benchmarks.serve import ROOT, serving

BETWEEN_CLICK_AND_FETCH = 0.2
"""Seconds."""
AT_ONCE = 8
"""How many of the visitors fetch files."""
_PAGE = "explore"


async def fetch_files(
    address: str, others: int, tries: int, think: float = 1.0
) -> Counter[int | str]:
    """How often each status came back; ``think`` is the pause of the others in seconds."""
    websocket = address.replace("http://", "ws://")
    tabs = await asyncio.gather(
        *(Tab.open(websocket, _PAGE, seed) for seed in range(AT_ONCE + others))
    )
    working = [asyncio.create_task(_keep_pressing(tab, think)) for tab in tabs[AT_ONCE:]]
    try:
        shares = [len(range(first, tries, AT_ONCE)) for first in range(AT_ONCE)]
        visits = zip(tabs[:AT_ONCE], shares, strict=True)
        answers = await asyncio.gather(*(_fetch_often(address, *visit) for visit in visits))
    finally:
        _stop(working)
    await asyncio.gather(*(tab.close() for tab in tabs))
    return Counter(status for of_visitor in answers for status in of_visitor)


async def _keep_pressing(tab: Tab, think: float) -> None:
    while True:
        await tab.press()
        await asyncio.sleep(think)


def _stop(tasks: Sequence["asyncio.Task[None]"]) -> None:
    """End the others; raises what one of them failed with, since then they were no load."""
    for task in tasks:
        if task.done():
            task.result()
        task.cancel()


async def _fetch_often(address: str, tab: Tab, times: int) -> list[int | str]:
    answers: list[int | str] = []
    for turn in range(times):
        await tab.press()
        link = tab.links[turn % len(tab.links)]
        await asyncio.sleep(BETWEEN_CLICK_AND_FETCH)
        answers.append(await asyncio.to_thread(_fetch, f"{address}/{link}"))
    return answers


def _fetch(url: str) -> int | str:
    """The status of the answer; its length in words where it is empty."""
    try:
        with urlopen(url, timeout=60) as answer:
            return int(answer.status) if answer.read() else "empty"
    except HTTPError as error:
        return error.code


def main() -> None:
    """Read the options, fetch, and fail if anything but files came back."""
    parser = argparse.ArgumentParser(description="Files fetched while others use the app.")
    parser.add_argument("--tries", type=int, default=400, help="(default: %(default)s)")
    parser.add_argument("--others", type=int, default=60, help="(default: %(default)s)")
    options = parser.parse_args()
    try:
        with serving(ROOT / "app.py", ROOT) as websocket:
            address = websocket.replace("ws://", "http://")
            answers = asyncio.run(fetch_files(address, options.others, options.tries))
    except FailedError as error:
        sys.exit(f"failed: {error}")
    words = ", ".join(f"{count} × {status}" for status, count in answers.items())
    print(f"{options.tries} files fetched while {options.others} others used the app: {words}")
    if set(answers) != {200}:
        sys.exit(1)


if __name__ == "__main__":
    main()
