"""Finds the parts of a file's model, such as every statement that rests on sources."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from cert_model.schema.facts import Evidence, Model

FieldPath = tuple[str | int, ...]
"""Where a part stands in a file, step by step: ``("fees", 2, "amount")``."""
M = TypeVar("M", bound=Model)


def find_models(model: Model, kind: type[M], path: FieldPath = ()) -> Iterator[tuple[FieldPath, M]]:
    """Every ``kind`` in ``model``, itself included, with its path; outer ones come first.

    ``path`` is that of ``model`` itself.
    """
    if isinstance(model, kind):
        yield path, model
    for name in _fields_with_models(type(model)):
        value: object = getattr(model, name)
        if isinstance(value, Model):
            yield from find_models(value, kind, (*path, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Model):
                    yield from find_models(item, kind, (*path, name, position))


def find_statements(model: Model) -> Iterator[tuple[FieldPath, Evidence]]:
    """Every statement in ``model`` that names sources, with its path."""
    return find_models(model, Evidence)


@cache
def _fields_with_models(kind: type[Model]) -> tuple[str, ...]:
    """The fields of such a model that may hold other models."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if _may_be_model(field.annotation))


def _may_be_model(annotation: Any) -> bool:
    """Whether a model is among the types of an annotation; a name in quotes may stand for one."""
    if isinstance(annotation, type):
        return issubclass(annotation, Model)
    return isinstance(annotation, str) or any(map(_may_be_model, get_args(annotation)))
