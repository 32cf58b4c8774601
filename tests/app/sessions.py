"""Sessions of the app without a browser: open a page by its address, press, choose, and read."""

import re
from collections.abc import Sequence
from functools import cache
from html import unescape
from typing import Any

from pandas import DataFrame
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.paths import ROOT
from ui.shell import session

FRAME = ROOT / "ui" / "shell" / "frame.py"
# A server searches the installed packages for components once, at its start; ``AppTest`` does so
# for every session, which takes longer than most pages do.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

SECONDS = 30
"""How long a page may take; far more than it does, for a machine with much else to do."""


def open_page(page: str = "home", **query: str) -> AppTest:
    """A fresh session that came straight to a page, by the name of its file, and has drawn it."""
    return _open(AppTest.from_file(str(FRAME), default_timeout=SECONDS), page, query)


def open_on_phone(page: str, **query: str) -> AppTest:
    """The same on a narrow screen, once the browser has reported the width."""
    app = AppTest.from_file(str(FRAME), default_timeout=SECONDS)
    app.session_state["viewport"] = {"narrow": True}
    return _open(app, page, query)


def _open(app: AppTest, page: str, query: dict[str, str]) -> AppTest:
    if page != "home":
        app.switch_page(f"../../pages/{page}.py")
    return _draw(app, query)


def notes(app: AppTest) -> dict[str, Any]:
    """What is noted in a session beside the choices of its pages; it can be changed."""
    noted: dict[str, Any] = app.session_state[session.NOTES]
    return noted


def move_to(app: AppTest, page: str, **query: str) -> AppTest:
    """The same session on another page, whose address is the query and nothing else."""
    for name in list(app.query_params):
        del app.query_params[name]
    app.switch_page(f"../../pages/{page}.py")
    return _draw(app, query)


def _draw(app: AppTest, query: dict[str, str]) -> AppTest:
    for name, text in query.items():
        app.query_params[name] = text
    return run(app)


def run(app: AppTest) -> AppTest:
    """The same session after one more run of its page.

    Where a control had a part drawn anew alone, a browser keeps the rest, which is drawn here.
    """
    app.run()
    assert not app.exception
    if not is_whole(app):
        app.run()
        assert not app.exception
    # The next run begins where this one ended, be it that the page led to another one.
    app._page_hash = ""
    return app


def is_whole(app: AppTest) -> bool:
    """Whether all of a page was drawn: each begins with the component of the window."""
    return any(part.proto.component_name == "window" for part in app.get("bidi_component"))


def press(app: AppTest, label: str) -> AppTest:
    """The session after a press on the first button whose label begins with a text."""
    run_button = next(button for button in app.button if plain(button.label).startswith(label))
    run_button.click()
    return run(app)


def unfold(app: AppTest, title: str) -> AppTest:
    """The session after opening a fold that is drawn only when open."""
    app.session_state[f"fold:{title}"] = True
    return run(app)


def plain(text: str) -> str:
    """A text without the signs that keep it from being Markdown, and without its colors."""
    return re.sub(r":primary\[(?:\*\*)?(.*?)(?:\*\*)?\]", r"\1", text.replace("\\", ""))


def page_text(app: AppTest) -> str:
    """All running text of a page with its Markdown, one element a line, then its lists of facts."""
    return "\n".join([*(element.value for element in app.markdown), *fact_lists(app)])


def fact_lists(app: AppTest) -> list[str]:
    """The lists of facts of a page, as HTML."""
    return [element.value for element in app.html if '<div class="facts">' in element.value]


def plain_text(app: AppTest) -> str:
    """All running text of a page, without the signs that keep it from being Markdown."""
    return plain(page_text(app))


def button_labels(app: AppTest) -> set[str]:
    """What the buttons of a page say."""
    return {plain(button.label) for button in app.button}


def link_labels(app: AppTest) -> set[str]:
    """What the links to other pages say."""
    return {plain(link.label) for link in app.page_link}


def headline(app: AppTest) -> str:
    """The answer that a page sets large at the top of its view."""
    return next(plain(text.value[3:]) for text in app.markdown if text.value.startswith("## "))


def file_links(app: AppTest) -> dict[str, str]:
    """The addresses of the files that a page hands out, by what their links say."""
    return {plain(link.proto.label): link.proto.url for link in app.get("link_button")}


def popover_labels(app: AppTest) -> set[str]:
    """What the buttons say that open to more, such as a figure to its sources."""
    in_lists = re.findall(r"<button[^>]* popovertarget=[^>]*>([^<]*)<", page_text(app))
    alone = (plain(popover.proto.popover.label) for popover in app.get("popover"))
    return {*alone, *map(unescape, in_lists)}


def table_rows(app: AppTest, position: int = 0) -> list[str]:
    """The rows of a table as lines of text, cells apart by a bar, without Markdown's signs."""
    table: DataFrame = app.table[position].value
    return [plain(" | ".join(map(str, row))) for row in table.itertuples(index=False)]


def row_with(rows: Sequence[str], *words: str) -> str:
    """The first row that holds all of the words."""
    return next(row for row in rows if all(word in row for word in words))


def filter_counts(app: AppTest, key: str) -> dict[str, int]:
    """The number beside each choice of a filter that shows, by the choice's label."""
    pill = rf"\.st-key-{key.replace(':', '-')} .*nth-of-type\((\d+)\)"
    styles = "".join(html.body for html in app.html)
    counts = re.findall(rf'{pill}.*content: " · (\d+)"', styles)
    options = app.button_group(key=key).options
    return {options[int(position) - 1]: int(count) for position, count in counts}
