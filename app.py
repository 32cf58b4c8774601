"""The ASGI application: ``streamlit run app.py`` and ``uvicorn app:app`` both serve it.

The frame script is in ``ui/``, away from ``pages/``: beside a ``pages`` folder Streamlit
would serve the first visit to a deep link in its old automatic multipage mode.
"""

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from cert_model import quality
from cert_model.catalog import CatalogError
from cert_model.content.claims import checked_claims
from cert_model.explore.credential_filters import credential_filters
from service.files import file_routes
from service.sockets import send_without_delay
from ui.charts import career_specs, cost_specs, exam_specs, explore_specs, quality_specs
from ui.charts.exam_specs import study_weeks
from ui.components.scope import scope_matrix
from ui.explore.result_rows import result_rows
from ui.explore.view_model import effort_rows
from ui.shell.resources import catalog

BASE = f"/{path}" if (path := st.get_option("server.baseUrlPath").strip("/")) else ""
"""The path under which the app is served; empty at the root."""
FRAME = Path(__file__).parent / "ui" / "shell" / "frame.py"


def warm_up() -> None:
    """Make all of it now, then take it out of the garbage collector's sight.

    A collection walks every object that the collector knows; the catalog and the
    imported libraries never become garbage, so they are frozen (anchored by
    ``runner.postScriptGC = false``, without which every run forces a full collection).
    """
    result_rows(catalog())
    scope_matrix(catalog())
    effort_rows(catalog())
    credential_filters(catalog()).counts({})
    checked_claims(catalog())
    for charts in (career_specs, cost_specs, exam_specs, explore_specs, quality_specs):
        charts.all_specs()
    study_weeks()
    quality.measure_coverage(catalog())
    quality.find_disputed(catalog())
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Load everything once before the first visitor; say on the console what is wrong."""
    send_without_delay()
    try:
        warm_up()
    except CatalogError as error:
        print(error.report(), file=sys.stderr, flush=True)
    yield


app = st.App(FRAME, routes=file_routes(BASE), lifespan=lifespan)
