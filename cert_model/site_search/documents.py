"""What can be found: a title, the sentences below it, and the place where they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cert_model.formatting.markdown import unescape
from cert_model.vocabulary import DocumentKind

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BULLET = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|\*|`)")
_BLOCK_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=[A-Z“\"(])")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a page, the choices in its address, and the part of the page."""

    page: str
    query: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    anchor: str = ""
    """The end of the address behind ``#``; empty for the page's top."""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that a search can find."""

    id: str
    kind: DocumentKind
    title: str
    trail: str
    """Where it stands, as a reader would say: the page, and the part of it."""
    place: Place
    sentences: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Other words that name it; never shown."""
    context: tuple[str, ...] = ()
    """Words that it may be found by besides; never shown."""
    credentials: tuple[str, ...] = ()
    """Ids of the credentials that it is about; facts of an issuer are about all of its own."""
    issuer: str = ""
    """The id of the issuer of which it says what holds for all of its credentials."""
    sources: tuple[str, ...] = ()
    """Ids of the sources of the whole; of facts, each line has its own (``stated_as``)."""
    weight: float = 1.0
    """How much sooner it comes than others of its kind that fit as well."""


def sentences_of(markdown: str) -> Iterator[str]:
    """The sentences and the points of a text, as they are read on a page."""
    for block in _BLOCK_END.split(markdown):
        line = " ".join(_BULLET.sub("", block).split())
        plain = unescape(_EMPHASIS.sub("", _LINK.sub(r"\1", line)))
        yield from (sentence for sentence in _SENTENCE_END.split(plain) if sentence)
