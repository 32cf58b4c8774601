"""Text of the catalog, made safe for Streamlit's Markdown."""

import re

from cert_model.formatting.markdown import escape

__all__ = ["anchor_of", "escape", "link"]

_WORD = re.compile(r"[a-z0-9]+")


def link(title: str, url: str | None) -> str:
    """A link, or the plain title where there is no address."""
    if url is None:
        return escape(title)
    address = url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{escape(title)}]({address})"


def anchor_of(title: str) -> str:
    """The title as the end of an address: ``What it costs`` becomes ``what-it-costs``."""
    return "-".join(_WORD.findall(title.lower()))
