"""The ASGI application: ``streamlit run app.py`` and ``uvicorn app:app`` both serve it.

The frame script stands in ``ui/``, away from ``pages/``: beside a ``pages`` folder Streamlit
would serve the first visit to a deep link in its old automatic multipage mode.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from cert_model.catalog import CatalogError
from ui.startup import warm_up

FRAME = Path(__file__).parent / "ui" / "shell" / "frame.py"


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Load everything once before the first visitor; say on the console what is wrong."""
    try:
        warm_up()
    except CatalogError as error:
        print(error.report(), file=sys.stderr, flush=True)
    yield


app = st.App(FRAME, lifespan=lifespan)
