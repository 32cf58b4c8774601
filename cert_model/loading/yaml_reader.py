"""Strict YAML: libyaml parses, and everything that could mislead a reader is refused.

Plain words are read as in YAML 1.2: only ``true`` and ``false`` are booleans (``no`` is
text) and dates stay text. PyYAML itself keeps the last of two equal keys without a word
(yaml/pyyaml#41), expands aliases, and overflows the stack on deep nesting; so the data is
built here from the parser's events, which also tell the line of every part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import ReaderError

from cert_model.loading.problems import Problem

LARGEST_FILE = 1_000_000
LONGEST_SCALAR = 20_000
DEEPEST_NESTING = 40

FieldPath = tuple[str | int, ...]

_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]+")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}


class _Refused(Exception):
    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.line = _line(event)


@dataclass(slots=True)
class Lines:
    """The line on which a part begins, and the same for its parts."""

    line: int
    parts: dict[str | int, "Lines"] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A parsed file: its plain data, and the line of each of its parts."""

    file: str
    data: Any
    lines: Lines
    is_table: bool = False
    """Whether it is the rows of a CSV file."""

    def line_of(self, place: FieldPath) -> int:
        """The line on which the part at ``place`` begins, or that of its nearest parent."""
        lines = self.lines
        for step in self.real(place):
            lines = lines.parts[step]
        return lines.line

    def real(self, place: FieldPath) -> FieldPath:
        """The steps of ``place`` that lead somewhere in this file, without the others."""
        lines, steps = self.lines, list[str | int]()
        for step in place:
            if step in lines.parts:
                lines = lines.parts[step]
                steps.append(step)
        return tuple(steps)


def read(path: Path, shown_as: str) -> Document | Problem:
    """Read one YAML file, or say what keeps it from being read.

    ``shown_as`` is how messages name the file.
    """
    return parse(path.read_bytes(), shown_as)


def parse(raw: bytes, shown_as: str) -> Document | Problem:
    """The same for the bytes of a file."""
    text = decoded(raw, shown_as)
    if isinstance(text, Problem):
        return text
    try:
        data, lines = _build(text)
        return Document(shown_as, data, lines)
    except _Refused as refused:
        return Problem(shown_as, refused.line, "", str(refused))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Problem(shown_as, line, "", "a control character, which no text needs; delete it")
    except yaml.YAMLError as error:
        return Problem(shown_as, _line_of(error), "", _in_words(error))


def decoded(raw: bytes, shown_as: str) -> str | Problem:
    """The text of a file, or why it has none that can be read."""
    if len(raw) > LARGEST_FILE:
        return Problem(
            shown_as, 1, "", f"{len(raw):,} bytes; a file holds at most {LARGEST_FILE:,}"
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(shown_as, line, "", "not UTF-8 text; save the file as UTF-8")


def _build(text: str) -> tuple[Any, Lines]:
    events = _one_document(yaml.parse(text, Loader=yaml.CSafeLoader))
    first = next(events, None)
    if first is None:
        raise yaml.YAMLError("the file holds nothing")
    built = _part(first, events, depth=0)
    for surplus in events:
        raise _Refused(surplus, "something follows the end of the data")
    return built


def _one_document(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused(event, "a second document (---); a file holds one")
        elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event


def _part(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> tuple[Any, Lines]:
    """The data that begins with ``event``; takes the events it needs from ``events``."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _Refused(event, "aliases (&name, *name) are not allowed; write the part out")
    if tag := getattr(event, "tag", None):
        raise _Refused(event, f'the tag "{tag}" is not allowed; write a plain value')
    if depth > DEEPEST_NESTING:
        raise _Refused(event, f"nested more than {DEEPEST_NESTING} levels deep")
    lines = Lines(_line(event))
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event), lines
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, lines, depth), lines
    return _mapping(events, lines, depth), lines


def _sequence(events: Iterator[yaml.Event], lines: Lines, depth: int) -> list[Any]:
    built: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        item, lines.parts[len(built)] = _part(event, events, depth + 1)
        built.append(item)
    return built


def _mapping(events: Iterator[yaml.Event], lines: Lines, depth: int) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            break
        if not isinstance(key, yaml.ScalarEvent):
            raise _Refused(key, "a key must be a plain word")
        if key.value == "<<":
            raise _Refused(key, "merge keys (<<) are not allowed; write the part out")
        if key.value in built:
            raise _Refused(key, f'the key "{key.value}" stands here twice; keep one')
        built[key.value], part = _part(next(events), events, depth + 1)
        part.line = _line(key)
        lines.parts[key.value] = part
    return built


def _scalar(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if len(text) > LONGEST_SCALAR:
        raise _Refused(event, f"{len(text):,} characters in one value; at most {LONGEST_SCALAR:,}")
    return plain_word(text) if event.implicit[0] else text


@lru_cache(maxsize=50_000)
def plain_word(text: str) -> Any:
    """What an unquoted word means."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _in_words(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None)
    return f"not valid YAML: {problem}" if problem else str(error)
