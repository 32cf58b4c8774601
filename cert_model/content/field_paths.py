"""Finds a fact by its path in a file, such as ``exam.content.Anesthesia.value``."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from cert_model.content.figures import BadText, suggest_name
from cert_model.schema import Model

_NAME_FIELDS = ("label", "domain", "topic", "option", "id")
"""The fields by which an entry of a list can be named."""


def find_by_path(start: Model, path: str) -> Any:
    """The value at ``path`` below ``start``; None where the data has none.

    A step into a list is a position, from 0, or the name of an entry. Raises BadText for a path
    that no such file can have.
    """
    value: Any = start
    models: Sequence[type[Model]] = [type(start)]
    for step in path.split("."):
        if isinstance(value, tuple):
            value = _entry(value, step, path)
            models = [type(value)] if isinstance(value, Model) else []
            continue
        fields = {name: field for model in models for name, field in model.model_fields.items()}
        if step not in fields:
            raise BadText(f'no such place "{path}"{suggest_name(step, fields)}')
        models = list(_models_in(fields[step].annotation))
        value = None if value is None else getattr(value, step)
    return value


def _entry(entries: tuple[Any, ...], step: str, path: str) -> Any:
    if step.isdigit() and int(step) < len(entries):
        return entries[int(step)]
    by_name = {_name(entry): entry for entry in entries}
    if step not in by_name:
        raise BadText(f'no entry "{step}" at "{path}"{suggest_name(step, by_name)}')
    return by_name[step]


def _name(entry: object) -> str:
    return next((name for field in _NAME_FIELDS if (name := getattr(entry, field, None))), "")


def _models_in(annotation: Any) -> Iterable[type[Model]]:
    """The models in the annotation of a field."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
