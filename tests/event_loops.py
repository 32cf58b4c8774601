"""Coroutines in tests, wherever the browser's tests have been before."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run_async(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine returns, run in a thread of its own.

    Once a browser was opened, Playwright's event loop stays in the thread of the tests, which
    can have no second one.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
