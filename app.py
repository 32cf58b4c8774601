"""The ASGI application: ``streamlit run app.py`` and ``uvicorn app:app`` both serve it.

The frame script is in ``ui/``, away from ``pages/``: beside a ``pages`` folder Streamlit
would serve the first visit to a deep link in its old automatic multipage mode.
"""

from functools import partial
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from api.application import api_route
from first_screen.routes import first_screen_routes
from service import json_log, metrics
from service.assistants import assistants_over_http
from service.capacity import LoadGate, load
from service.connections import ConnectionGate
from service.files import file_routes
from service.gates import ClosedPaths, HostGate, served_hosts
from service.headers import SecurityHeaders, report_failure
from service.health import health_routes
from service.json_log import LogRequests
from service.metrics import CountAnswers, metric_routes, reruns
from service.request_ids import NameRequests
from service.reruns import MeasureReruns
from service.search import search_routes
from service.startup import lifespan
from service.static_files import CompressFrontEnd
from service.uploads import UploadGate
from ui.shell import uploads
from ui.shell.resources import catalog

BASE = f"/{path}" if (path := st.get_option("server.baseUrlPath").strip("/")) else ""
"""The path under which the app is served; empty at the root."""
FRAME = Path(__file__).parent / "ui" / "shell" / "frame.py"

if json_log.is_asked_for():  # from the first line on, once Streamlit has read its settings
    json_log.write_json_lines()

assistants = assistants_over_http(BASE)

app = st.App(
    FRAME,
    routes=[
        *file_routes(BASE),
        *health_routes(BASE),
        *metric_routes(BASE),
        *search_routes(BASE),
        api_route(BASE, catalog),
        *([assistants.route] if assistants else []),
        *first_screen_routes(BASE, catalog),
    ],
    middleware=[
        Middleware(NameRequests),
        *([Middleware(LogRequests)] if json_log.is_asked_for() else []),
        Middleware(SecurityHeaders),
        Middleware(CountAnswers),
        Middleware(HostGate, served_hosts()),
        Middleware(ClosedPaths),
        Middleware(UploadGate, uploads.desk),
        Middleware(LoadGate, load),
        Middleware(ConnectionGate),
        Middleware(CompressFrontEnd, BASE),
        *([Middleware(MeasureReruns, reruns.observe)] if metrics.is_asked_for() else []),
    ],
    exception_handlers={500: report_failure},
    lifespan=partial(lifespan, beside=[assistants.running] if assistants else []),
)
