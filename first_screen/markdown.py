"""Turns the Markdown of the pages into HTML, as Streamlit does in the browser."""

import re

from markdown_it import MarkdownIt
from markupsafe import Markup

_DRESSED = re.compile(r"(?<!\\):[a-z]+\[((?:\\.|[^\]\\])*)\]")
"""Words in a color or size of Streamlit's, such as ``:small[from]``."""
_PLAIN = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
_WITH_HTML = MarkdownIt("commonmark")


def to_html(markdown: str) -> Markup:
    """A text of blocks; whatever in it looks like HTML stays text."""
    return Markup(_PLAIN.render(_undressed(markdown)))


def to_inline_html(markdown: str) -> Markup:
    """A text within a line; whatever in it looks like HTML stays text."""
    return Markup(_PLAIN.renderInline(_undressed(markdown)))


def fact_list_to_html(written: str) -> Markup:
    """A list of facts as ``fact_list.write`` has it: its HTML is ours, all else is escaped."""
    return Markup(_WITH_HTML.render(_undressed(written)))


def _undressed(markdown: str) -> str:
    return _DRESSED.sub(r"\1", markdown)
