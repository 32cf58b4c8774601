"""Turns the Markdown of the pages into HTML, once, as Streamlit does anew in each browser.

There a page of evidence blocks the window for most of a second, on a phone for several; HTML that
is ready takes a twentieth of it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

_DIRECTIVE = re.compile(r"(?<!\\):[a-z]+\[((?:\\.|[^\]\\])*)\]")
"""Words that Streamlit draws in a color or size, such as ``:small[from]``."""
_MOST_TEXTS = 4_000
"""Texts that are kept: the same evidence stands behind many figures and on many pages."""


def _open_link(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    _: Any,
) -> str:
    """A link away from here opens beside the page, as Streamlit's do."""
    link = tokens[index]
    if str(link.attrGet("href")).startswith("http"):
        link.attrSet("target", "_blank")
        link.attrSet("rel", "noopener noreferrer")
    return renderer.renderToken(tokens, index, options, {})


_MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
_MARKDOWN.add_render_rule("link_open", _open_link)


@lru_cache(_MOST_TEXTS)
def to_html(markdown: str) -> Markup:
    """A text of blocks; whatever in it looks like HTML stays text."""
    return Markup(_MARKDOWN.render(_without_directives(markdown)))


def to_inline_html(markdown: str) -> Markup:
    """A text within a line; whatever in it looks like HTML stays text."""
    return Markup(_MARKDOWN.renderInline(_without_directives(markdown)))


def _without_directives(markdown: str) -> str:
    return _DIRECTIVE.sub(r"\1", markdown)
