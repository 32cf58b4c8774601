"""Holds a document against the terms of CTDL and schema.org that stand in ``vocabulary.yaml``."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

VOCABULARY = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
_ADDED = {"dct:source", "dct:valid", "schema:priceSpecification"}
"""Properties of other vocabularies that a node of CTDL may have besides."""


def nodes_in(part: Any) -> Iterator[dict[str, Any]]:
    """Every node at any depth, outer ones first."""
    if isinstance(part, dict):
        if "@type" in part:
            yield part
        for value in part.values():
            yield from nodes_in(value)
    elif isinstance(part, list):
        for item in part:
            yield from nodes_in(item)


def ctdl_faults(document: Mapping[str, Any], known_names: set[str]) -> Iterator[str]:
    """What in a document CTDL does not allow.

    ``known_names`` are the IRIs of credentials, to which a document may refer.
    """
    graph = {node["@id"]: node["@type"] for node in document["@graph"]}
    for node in nodes_in(document["@graph"]):
        prefix, _, kind = node["@type"].partition(":")
        if prefix == "schema":
            yield from _faults_of_schema_org(node, kind, "schema:")
            continue
        for name, value in node.items():
            if name in ("@id", "@type", *_ADDED):
                continue
            rule = VOCABULARY["ctdl"].get(name.removeprefix("ceterms:"))
            if rule is None or kind not in rule["of"]:
                yield f"{kind} has no {name}"
                continue
            for item in value if isinstance(value, list) else [value]:
                if not any(_holds(item, range_, graph, known_names) for range_ in rule["holds"]):
                    yield f"{name} of {kind} cannot be {item}"
        yield from _concept_faults(node)


def _concept_faults(node: Mapping[str, Any]) -> Iterator[str]:
    for name, concepts in VOCABULARY["concepts"].items():
        value = node.get(f"ceterms:{name}", [])
        for item in value if isinstance(value, list) else [value]:
            label = concepts.get(item.get("ceterms:targetNode"))
            if label is None or item["ceterms:targetNodeName"] != {"en": label}:
                yield f"{name} has no such concept: {item}"


def _is_english(item: Any) -> bool:
    texts = item.get("en") if isinstance(item, dict) and set(item) == {"en"} else None
    listed = texts if isinstance(texts, list) else [texts]
    return bool(listed) and all(isinstance(text, str) and text for text in listed)


def _is_number(item: Any) -> bool:
    return isinstance(item, int | float) and not isinstance(item, bool)


def _fits(pattern: str) -> Callable[[Any], bool]:
    return lambda item: isinstance(item, str) and bool(re.fullmatch(pattern, item))


_LITERALS: Mapping[str, Callable[[Any], bool]] = {
    "rdf:langString": _is_english,
    "xsd:anyURI": _fits(r"\w+:\S+"),
    "xsd:decimal": _is_number,
    "xsd:float": _is_number,
    "xsd:integer": lambda item: _is_number(item) and isinstance(item, int),
    "xsd:language": _fits(r"[a-z]{2}"),
    "xsd:string": _fits(r".+"),
    "schema:Duration": _fits(r"P(\d+M|T\d+M)"),
}


def _holds(item: Any, range_: str, graph: Mapping[str, str], known_names: set[str]) -> bool:
    """Whether a value is of a range: of a class, or a literal of a type."""
    if range_ in _LITERALS:
        return _LITERALS[range_](item)
    if isinstance(item, dict):
        return item.get("@type") == range_
    return graph.get(item) == range_ or (range_ == "ceterms:Certification" and item in known_names)


def schema_org_faults(document: Mapping[str, Any]) -> Iterator[str]:
    """What in a document schema.org does not allow."""
    for node in nodes_in(document):
        yield from _faults_of_schema_org(node, node["@type"], "")


def _faults_of_schema_org(node: Mapping[str, Any], kind: str, prefix: str) -> Iterator[str]:
    allowed = VOCABULARY["schema_org"].get(kind, ())
    for name in node:
        if not name.startswith("@") and name.removeprefix(prefix) not in allowed:
            yield f"{kind} has no {name}"
