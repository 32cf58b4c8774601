"""Strict YAML: libyaml parses, and whatever could mislead a reader is refused.

Plain words are read as in YAML 1.2: only ``true`` and ``false`` are booleans (``no`` is
text) and dates stay text. PyYAML itself keeps the last of two equal keys without a warning
(yaml/pyyaml#41), expands aliases, and overflows the stack on deep nesting; so the data is
built here from the parser's events.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import ReaderError

from cert_model.loading.problems import Problem
from cert_model.loading.raw_files import LARGEST_FILE, read_raw, too_large
from cert_model.schema.facts import FieldPath

LONGEST_SCALAR = 20_000
DEEPEST_NESTING = 40

_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]+")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}


class _Refused(Exception):
    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.line = _line_of_event(event)


@dataclass(slots=True)
class Lines:
    """The line on which a part of a file begins, and the lines of its own parts."""

    line: int
    parts: dict[str | int, "Lines"] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A parsed file: its plain data, and on demand the line of each of its parts."""

    file: str
    """The file as messages name it."""
    data: Any
    read_lines: Callable[[], Lines] = field(compare=False, repr=False)
    is_table: bool = False
    """Whether it is the rows of a CSV file."""

    @cached_property
    def lines(self) -> Lines:
        """The lines of the whole file. Few callers need them, so they are read when asked for."""
        return self.read_lines()

    def line_of(self, path: FieldPath) -> int:
        """The line on which the part at ``path`` begins, or that of its nearest parent."""
        lines = self.lines
        for step in self.existing_path(path):
            lines = lines.parts[step]
        return lines.line

    def existing_path(self, path: FieldPath) -> FieldPath:
        """``path`` without the steps that this file does not have, such as a validator's own."""
        lines, steps = self.lines, list[str | int]()
        for step in path:
            if step in lines.parts:
                lines = lines.parts[step]
                steps.append(step)
        return tuple(steps)


def read_yaml(path: Path, shown_as: str) -> Document | Problem:
    """The document in a YAML file, or the problem that keeps it from being read.

    ``shown_as`` is how messages name the file.
    """
    raw = read_raw(path, shown_as)
    return raw if isinstance(raw, Problem) else parse_yaml(raw, shown_as)


def parse_yaml(raw: bytes, shown_as: str) -> Document | Problem:
    """The document in the bytes of a YAML file, or the problem that keeps it from being read."""
    text = decode(raw, shown_as)
    return text if isinstance(text, Problem) else parse_yaml_text(text, shown_as)


def parse_yaml_text(text: str, shown_as: str, most_values: int | None = None) -> Document | Problem:
    """The document in a text, or the problem that keeps it from being read.

    ``most_values`` bounds the work that a text of a visitor can cause, and keeps its words out of
    what is kept in mind; lists and blocks count.
    """
    try:
        return Document(shown_as, _Builder(text, most_values).build(), partial(_read_lines, text))
    except _Refused as refused:
        return Problem(shown_as, refused.line, "", str(refused))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Problem(shown_as, line, "", "a control character, which no text needs; delete it")
    except yaml.YAMLError as error:
        return Problem(shown_as, _line_of_error(error), "", _describe(error))


def decode(raw: bytes, shown_as: str) -> str | Problem:
    """The text of a file, or the problem with its size or encoding."""
    if len(raw) > LARGEST_FILE:
        return too_large(shown_as, len(raw))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(shown_as, line, "", "not UTF-8 text; save the file as UTF-8")


class _Builder:
    """Builds plain data from the events of one file, taking each event as it is needed."""

    def __init__(self, text: str, most_values: int | None = None) -> None:
        self._next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self._most_values = most_values
        self._values = 0
        self._parse_word: Callable[[str], Any] = parse_plain_word
        if most_values is not None:
            self._parse_word = parse_plain_word.__wrapped__

    def build(self) -> Any:
        """The data of the only document. Raises _Refused and yaml.YAMLError."""
        self._next_event()  # the start of the stream
        if not isinstance(self._next_event(), yaml.DocumentStartEvent):
            raise yaml.YAMLError("the file holds nothing")
        data = self._value(self._next_event(), 0)
        self._next_event()  # the end of the document
        after = self._next_event()
        if isinstance(after, yaml.DocumentStartEvent):
            raise _Refused(after, "a second document (---); a file holds one")
        return data

    def _value(self, event: Any, depth: int) -> Any:
        """The data that begins with ``event``."""
        if event.anchor:
            raise _Refused(event, "aliases (&name, *name) are not allowed; write the part out")
        if event.tag:
            raise _Refused(event, f'the tag "{event.tag}" is not allowed; write a plain value')
        self._values += 1
        if self._most_values is not None and self._values > self._most_values:
            raise _Refused(event, f"more than {self._most_values:,} values")
        if depth > DEEPEST_NESTING:
            raise _Refused(event, f"nested more than {DEEPEST_NESTING} levels deep")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event, self._parse_word)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth)
        return self._mapping(depth)

    def _sequence(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next_event(), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(key := self._next_event(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise _Refused(key, "a key must be a plain word")
            if key.value == "<<":
                raise _Refused(key, "merge keys (<<) are not allowed; write the part out")
            if key.value in items:
                raise _Refused(key, f'the key "{key.value}" stands here twice; keep one')
            items[key.value] = self._value(self._next_event(), depth + 1)
        return items


def _scalar(event: yaml.ScalarEvent, parse_word: Callable[[str], Any]) -> Any:
    text: str = event.value
    if len(text) > LONGEST_SCALAR:
        raise _Refused(event, f"{len(text):,} characters in one value; at most {LONGEST_SCALAR:,}")
    return parse_word(text) if event.implicit[0] else text


@lru_cache(maxsize=50_000)
def parse_plain_word(text: str) -> Any:
    """The value of an unquoted word: a number, a boolean, None or the word itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _read_lines(text: str) -> Lines:
    """The lines of a text that was built before, and so holds nothing that is refused."""
    next_event = yaml.CSafeLoader(text).get_event
    next_event()  # the start of the stream
    next_event()  # the start of the document
    return _lines_from(next_event(), next_event)


def _lines_from(event: Any, next_event: Callable[[], Any]) -> Lines:
    """The lines of the part that begins with ``event``; that of a field is the line of its name."""
    lines = Lines(_line_of_event(event))
    if isinstance(event, yaml.SequenceStartEvent):
        while not isinstance(item := next_event(), yaml.SequenceEndEvent):
            lines.parts[len(lines.parts)] = _lines_from(item, next_event)
    elif isinstance(event, yaml.MappingStartEvent):
        while not isinstance(key := next_event(), yaml.MappingEndEvent):
            part = _lines_from(next_event(), next_event)
            part.line = _line_of_event(key)
            lines.parts[key.value] = part
    return lines


def _line_of_event(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _line_of_error(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _describe(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None)
    return f"not valid YAML: {problem}" if problem else str(error)
