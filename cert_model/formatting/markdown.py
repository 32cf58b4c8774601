"""Text of the catalog, and text from outside, made safe for Markdown."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ESCAPED = re.compile(rf"\\{_PUNCTUATION.pattern}")
_BACKTICKS = re.compile("`+")
_WORD = re.compile(r"[a-z0-9]+")

LONGEST_QUOTE = 40
"""Characters of a text from outside that a message repeats."""


def escape(text: object) -> str:
    """The text with every character escaped that Markdown could act on."""
    return _PUNCTUATION.sub(r"\\\1", str(text))


def unescape(markdown: str) -> str:
    """The text that ``escape`` was given."""
    return _ESCAPED.sub(r"\1", markdown)


def quote(text: str, longest: int = LONGEST_QUOTE) -> str:
    """A text from outside as code, in which Markdown finds no link, picture or sign of its own.

    Escaping is not enough for what a stranger wrote: Streamlit makes links of bare addresses
    after it has taken the escapes away. Characters that cannot be seen, such as those that turn
    the direction of writing, become ``·``; what is longer than ``longest`` ends in ``…``.
    """
    cut = f"{text[:longest]}…" if len(text) > longest else text
    seen = "".join(letter if letter.isprintable() else "·" for letter in cut)
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(seen)), default=0))
    pad = " " if seen.startswith(("`", " ")) or seen.endswith(("`", " ")) or not seen else ""
    return f"{fence}{pad}{seen}{pad}{fence}"


def format_link(title: str, url: str | None) -> str:
    """A Markdown link, or the escaped title alone where there is no address."""
    if url is None:
        return escape(title)
    address = url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{escape(title)}]({address})"


def in_cell(text: str) -> str:
    """A text of our own as a cell of a Markdown table that somebody copies."""
    return text.replace("|", "\\|")


def heading_anchor(title: str) -> str:
    """The fragment of an address for a heading: ``What it costs`` becomes ``what-it-costs``."""
    return "-".join(_WORD.findall(title.lower()))
