"""The app, of which one more page asks for a file: ``uvicorn tests.service.upload_server:app``."""

from tests.service.visitors import ASKING_PAGE
from ui.shell import uploads

uploads.PAGES = (*uploads.PAGES, ASKING_PAGE)

from app import app  # noqa: E402 (the pages that ask for a file are read as it starts)

__all__ = ["app"]
