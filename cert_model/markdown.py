"""Text of the catalogue, made safe for Markdown."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def escape(text: object) -> str:
    """The text as it is, with every character escaped that Markdown could act on."""
    return _PUNCTUATION.sub(r"\\\1", str(text))
