"""Sessions of the app without a browser: one page, opened by its address."""

from streamlit.testing.v1 import AppTest

from tests.paths import ROOT

FRAME = ROOT / "ui" / "shell" / "frame.py"
SECONDS = 30
"""How long a page may take; far more than it does, for a machine with much else to do."""


def start_app() -> AppTest:
    """A session that has not run yet and will come to the start page."""
    return AppTest.from_file(str(FRAME), default_timeout=SECONDS)


def open_page(page: str = "home", **query: str) -> AppTest:
    """A fresh session that came straight to a page, by the name of its file, and has drawn it."""
    app = start_app()
    if page != "home":
        app.switch_page(f"../../pages/{page}.py")
    return _draw(app, query)


def move_to(app: AppTest, page: str, **query: str) -> AppTest:
    """The same session on another page, whose address is the query and nothing else."""
    for name in list(app.query_params):
        del app.query_params[name]
    app.switch_page(f"../../pages/{page}.py")
    return _draw(app, query)


def _draw(app: AppTest, query: dict[str, str]) -> AppTest:
    for name, text in query.items():
        app.query_params[name] = text
    app.run()
    assert not app.exception
    return app


def page_text(app: AppTest) -> str:
    """All running text of a page, one element a line, with its Markdown."""
    return "\n".join(element.value for element in app.markdown)
