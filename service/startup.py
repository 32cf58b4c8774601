"""What happens when the app starts, and goes on beside the visitors until it stops."""

import asyncio
import contextlib
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

import streamlit as st

from api.documentation import describe_api
from cert_model import quality, site_search
from cert_model.catalog import Catalog, CatalogError
from cert_model.content.claims import checked_claims
from cert_model.explore.credential_filters import credential_filters
from service import json_log, metrics
from service.banner import withhold_server_name
from service.capacity import load, most_sessions, raise_open_files
from service.logs import filter_logs, handle_running_out_of_files
from service.sockets import send_without_delay
from service.uploads import keep_files_in_memory
from ui.charts import (
    career_specs,
    cost_specs,
    exam_specs,
    explore_specs,
    keep_specs,
    plan_specs,
    quality_specs,
)
from ui.charts.exam_specs import study_weeks
from ui.explore.result_rows import result_rows
from ui.explore.scatter import effort_rows
from ui.home.field_map import field_map
from ui.shell import client_values, resources
from ui.shell.catalog_keeper import CatalogKeeper

_LOG = logging.getLogger("certlens.data")
SECONDS_BETWEEN_LOOKS = 5
"""How often the day and the files of the data are looked at."""


Beside = Callable[[], AbstractAsyncContextManager[None]]
"""Something that runs as long as the app does."""


@asynccontextmanager
async def lifespan(_: st.App, beside: Sequence[Beside] = ()) -> AsyncIterator[None]:
    """Load everything before the first visitor; then take over new data as they come."""
    send_without_delay()
    keep_files_in_memory()
    client_values.guard()
    withhold_server_name()
    if json_log.is_asked_for():
        json_log.write_json_lines()
    filter_logs()
    if metrics.is_asked_for():
        metrics.count_errors()
    asyncio.get_running_loop().set_exception_handler(handle_running_out_of_files())
    if open_files := raise_open_files():
        load.most = most_sessions(open_files)
    keeper = resources.keeper
    keeper.prepare = prepare
    with contextlib.suppress(CatalogError):  # which the keeper has logged
        keeper.current()
    freeze()
    asked = asyncio.Event()
    _look_when_asked(asked)
    watching = asyncio.create_task(_watch(DataWatch(keeper), asked))
    try:
        async with AsyncExitStack() as running:
            for begin in beside:
                await running.enter_async_context(begin())
            yield
    finally:
        watching.cancel()


def prepare(catalog: Catalog) -> None:
    """Make what the first visitors of a catalog would otherwise wait for."""
    catalog.fingerprint  # noqa: B018 (kept once it was asked for; the tag of every answer has it)
    result_rows(catalog)
    effort_rows(catalog)
    credential_filters(catalog).counts({})
    checked_claims(catalog)
    site_search.prepare(catalog)
    describe_api("", catalog)  # its examples ask each address of the API once
    quality.measure_coverage(catalog)
    quality.find_disputed(catalog)
    for charts in (
        career_specs,
        cost_specs,
        exam_specs,
        explore_specs,
        keep_specs,
        plan_specs,
        quality_specs,
    ):
        charts.all_specs()
    for narrow in (False, True):
        field_map(catalog, narrow).spec()
    study_weeks()


def freeze() -> None:
    """Take everything that there is now out of the garbage collector's sight.

    A collection walks every object that the collector knows. The catalog and the imported
    libraries stay, so they are frozen (which needs ``runner.postScriptGC = false``: otherwise
    every run forces a full collection). A catalog that was replaced is let go first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class DataWatch:
    """Has the keeper take new data once their files rest.

    A folder that is being written to is left alone until two looks see the same.
    """

    def __init__(self, keeper: CatalogKeeper) -> None:
        self._keeper = keeper
        self._seen = keeper.stamp()

    def look(self, *, at_once: bool = False) -> None:
        """Look once; what changed since the last look waits for the next, or is taken at once."""
        stamp = self._keeper.stamp()
        if (at_once or stamp == self._seen) and self._keeper.refresh():
            freeze()
        self._seen = stamp


def _look_when_asked(asked: asyncio.Event) -> None:
    """Have SIGHUP, which would end the process, ask for a look at the data.

    To a process that was started from a terminal it says that the terminal was closed, and ends it:
    otherwise nobody could reach it any more, and it would keep its port.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        return
    with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
        # Windows has no such signal, and only the main thread of a process may receive any.
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, asked.set)


async def _watch(watch: DataWatch, asked: asyncio.Event) -> None:
    while True:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asked.wait(), SECONDS_BETWEEN_LOOKS)
        at_once = asked.is_set()
        asked.clear()
        try:
            await asyncio.to_thread(watch.look, at_once=at_once)
        except Exception:  # the next look may see better
            _LOG.exception("the data could not be looked at")
