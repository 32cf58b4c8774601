"""Finds the parts of a file's model, such as every statement that rests on sources."""

from collections.abc import Iterator
from typing import TypeVar

from cert_model.schema import Evidence, Model

FieldPath = tuple[str | int, ...]
"""Where a part stands in a file, step by step: ``("fees", 2, "amount")``."""
M = TypeVar("M", bound=Model)


def find_models(model: Model, kind: type[M], path: FieldPath = ()) -> Iterator[tuple[FieldPath, M]]:
    """Every ``kind`` in ``model``, itself included, with its path; outer ones come first.

    ``path`` is that of ``model`` itself.
    """
    if isinstance(model, kind):
        yield path, model
    for name in type(model).model_fields:
        value: object = getattr(model, name)
        if isinstance(value, Model):
            yield from find_models(value, kind, (*path, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
                if isinstance(item, Model):
                    yield from find_models(item, kind, (*path, name, position))


def find_statements(model: Model) -> Iterator[tuple[FieldPath, Evidence]]:
    """Every statement in ``model`` that names sources, with its path."""
    return find_models(model, Evidence)
