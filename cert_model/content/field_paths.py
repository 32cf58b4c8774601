"""Finds a fact by its place in a file: ``exam.questions``, ``exam.content.Anesthesia.value``."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from cert_model.content.figures import BadText
from cert_model.schema import Model

_NAMES = ("label", "domain", "topic", "option", "id")
"""The fields by which an entry of a list may be named."""


def find_by_path(start: Model, place: str) -> Any:
    """What stands at ``place``; None where it was not found.

    A list is entered by position, from 0, or by the name of an entry. Raises BadText for a
    place that no such file could have.
    """
    part: Any = start
    kinds: Sequence[type[Model]] = [type(start)]
    for step in place.split("."):
        if isinstance(part, tuple):
            part = _entry(part, step, place)
            kinds = [type(part)] if isinstance(part, Model) else []
            continue
        fields = {name: field for kind in kinds for name, field in kind.model_fields.items()}
        if step not in fields:
            raise BadText(f'no such place "{place}"{did_you_mean(step, fields)}')
        kinds = list(_models(fields[step].annotation))
        part = None if part is None else getattr(part, step)
    return part


def _entry(entries: tuple[Any, ...], step: str, place: str) -> Any:
    if step.isdigit() and int(step) < len(entries):
        return entries[int(step)]
    named = {_name(entry): entry for entry in entries}
    if step not in named:
        raise BadText(f'no entry "{step}" at "{place}"{did_you_mean(step, named)}')
    return named[step]


def _name(entry: object) -> str:
    return next((text for name in _NAMES if (text := getattr(entry, name, None))), "")


def _models(annotation: Any) -> Iterable[type[Model]]:
    """The models inside a field's type."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """The nearest known name in words, or all of a few."""
    names = list(known)
    close = get_close_matches(given, names, n=1)
    if close:
        return f' (did you mean "{close[0]}"?)'
    return f"; expected one of: {', '.join(names)}"
