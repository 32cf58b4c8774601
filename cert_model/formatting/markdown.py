"""Text of the catalog, made safe for Markdown."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ESCAPED = re.compile(rf"\\{_PUNCTUATION.pattern}")
_WORD = re.compile(r"[a-z0-9]+")


def escape(text: object) -> str:
    """The text with every character escaped that Markdown could act on."""
    return _PUNCTUATION.sub(r"\\\1", str(text))


def unescape(markdown: str) -> str:
    """The text that ``escape`` was given."""
    return _ESCAPED.sub(r"\1", markdown)


def format_link(title: str, url: str | None) -> str:
    """A Markdown link, or the escaped title alone where there is no address."""
    if url is None:
        return escape(title)
    address = url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{escape(title)}]({address})"


def heading_anchor(title: str) -> str:
    """The fragment of an address for a heading: ``What it costs`` becomes ``what-it-costs``."""
    return "-".join(_WORD.findall(title.lower()))
