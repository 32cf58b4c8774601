"""What a description is about, the names of its parts, and the evidence behind its statements."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cert_model.catalog import Catalog
from cert_model.catalog.standing import citable_sources
from cert_model.schema import Credential, Evidence, Issuer, Source
from cert_model.vocabulary import SourceKind

Node = dict[str, Any]
"""A node of JSON-LD, or a part of one."""

Namer = Callable[[str], str]
"""Gives the IRI of a part by its path, such as ``credentials/aapc/cpc`` or ``sources/cpc-faq``."""

_NAMESPACE = uuid5(NAMESPACE_URL, "certlens")


@lru_cache(maxsize=5_000)
def uuid_name(path: str) -> str:
    """An IRI that is the same wherever the data is kept, for want of an address of its own."""
    return f"urn:uuid:{uuid5(_NAMESPACE, path)}"


@dataclass(frozen=True)
class Subject:
    """A credential that is described, and how its parts are named."""

    catalog: Catalog
    sheet: Credential
    name_of: Namer

    @property
    def issuer(self) -> Issuer:
        """The body that awards the credential."""
        return self.catalog.issuers[self.sheet.issuer]

    @property
    def issuer_name(self) -> str:
        """The IRI of the body that awards the credential."""
        return self.name_of(f"organizations/{self.sheet.issuer}")

    @property
    def exam_name(self) -> str:
        """The IRI of the exam, the same for all credentials that share it."""
        return self.name_of(f"exams/{self.sheet.exam_id}")

    def evidence(self, *statements: Evidence) -> Node:
        """The sources of statements, and for a single one when it held."""
        ids = dict.fromkeys(source for statement in statements for source in statement.src)
        node: Node = {"dct:source": [self.name_of(f"sources/{key}") for key in ids]}
        dates = {statement.as_of for statement in statements}
        if len(dates) == 1 and (as_of := dates.pop()):
            node["dct:valid"] = as_of
        return node

    def page(self, *statements: Evidence) -> str | None:
        """The address of the best page on statements; None where none has an address."""
        return next((source.url for source in self._pages(*statements) if source.url), None)

    def issuers_page(self, *statements: Evidence) -> str | None:
        """The address of the issuer's own page on statements; None where none was read."""
        pages = self._pages(*statements)
        return next((page.url for page in pages if page.kind is SourceKind.ISSUER), None)

    def _pages(self, *statements: Evidence) -> Iterator[Source]:
        for statement in statements:
            yield from citable_sources(statement, self.catalog.sources)


def source_nodes(subject: Subject, nodes: list[Node]) -> list[Node]:
    """A node for each source that any of ``nodes`` names, in the order of their ids."""
    used = set(_named_sources(nodes))
    return [
        _source_node(subject.name_of(f"sources/{key}"), source)
        for key, source in subject.catalog.sources.items()
        if subject.name_of(f"sources/{key}") in used
    ]


def _named_sources(part: Any) -> Iterator[str]:
    """The IRIs of all sources that a part names, at any depth."""
    if isinstance(part, Mapping):
        yield from part.get("dct:source", ())
        for value in part.values():
            yield from _named_sources(value)
    elif isinstance(part, list):
        for item in part:
            yield from _named_sources(item)


def _source_node(name: str, source: Source) -> Node:
    return {
        "@id": name,
        "@type": "schema:CreativeWork",
        **cited(source, "schema:"),
    }


def cited(source: Source, prefix: str = "") -> Node:
    """A source in the terms of schema.org, with a prefix before each where one is needed.

    The terms have no room for a span of dates, nor for an original that has no address.
    """
    publisher = source.publisher and {
        "@type": f"{prefix}Organization",
        f"{prefix}name": source.publisher,
    }
    stated = {
        "name": source.title,
        "url": source.url,
        "publisher": publisher,
        "datePublished": source.date if source.date and "/" not in source.date else None,
        "isBasedOn": source.copy_of if (source.copy_of or "").startswith("http") else None,
    }
    return {f"{prefix}{name}": value for name, value in stated.items() if value}
