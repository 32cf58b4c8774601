"""Reads a document as those do who run no script in it."""

import json
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any

from cert_model.catalog import Catalog
from first_screen.document import Site, render
from first_screen.places import find_place
from tests.catalogs import project_catalog

SITE = Site("https://example.org/lens/")
_SILENT = ("script", "style", "title")


@dataclass
class Document:
    """What stands in a document."""

    title: str = ""
    heading: str = ""
    text: str = ""
    """All that can be read in it, with single blanks."""
    metas: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    canonical: str | None = None
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    data: dict[str, Any] | None = None
    """Its linked data."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()
        self._open: list[str] = []
        self._words: list[str] = []
        self._heading: list[str] = []
        self._kind = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        document = self.document
        document.tags.append((tag, given))
        if tag == "meta" and "content" in given:
            document.metas[given.get("name") or given.get("property", "")] = given["content"]
        elif tag == "a":
            document.links.append(given.get("href", ""))
        elif tag == "link" and given.get("rel") == "canonical":
            document.canonical = given["href"]
        if tag not in ("meta", "link", "img", "br", "hr"):
            self._open.append(tag)
            self._kind = given.get("type", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"]:
            self.document.title += data
        elif self._open[-1:] == ["script"] and self._kind == "application/ld+json":
            self.document.data = json.loads(data)
        elif not set(self._open) & set(_SILENT):
            self._words.append(data)
            if "h1" in self._open:
                self._heading.append(data)

    def close(self) -> None:
        super().close()
        self.document.text = " ".join("".join(self._words).split())
        self.document.heading = " ".join("".join(self._heading).split())


def read(html: str) -> Document:
    """What stands in a document."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.document


def write(catalog: Catalog, page: str, **query: str) -> bytes:
    """The document of an address."""
    place = find_place(catalog, page, query)
    return render(catalog, place.write(catalog), SITE, place.address)


@cache
def written(page: str, **query: str) -> bytes:
    """The document of an address, for the project's data."""
    return write(project_catalog(), page, **query)


@cache
def document_of(page: str, **query: str) -> Document:
    """What stands in the document of an address, for the project's data."""
    return read(written(page, **query).decode())
