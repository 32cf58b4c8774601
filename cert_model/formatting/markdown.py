"""Text of the catalog, made safe for Markdown."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ESCAPED = re.compile(rf"\\{_PUNCTUATION.pattern}")


def escape(text: object) -> str:
    """The text as it is, with every character escaped that Markdown could act on."""
    return _PUNCTUATION.sub(r"\\\1", str(text))


def unescape(markdown: str) -> str:
    """The text that was escaped."""
    return _ESCAPED.sub(r"\1", markdown)
