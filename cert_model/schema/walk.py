"""Visits every piece of evidence in a fact sheet, with the place where it stands."""

from collections.abc import Iterator
from typing import TypeVar

from cert_model.schema import Evidence, Model

FieldPath = tuple[str | int, ...]
E = TypeVar("E", bound=Model)


def find_models(
    model: Model, kind: type[E], place: FieldPath = ()
) -> Iterator[tuple[FieldPath, E]]:
    """Every ``kind`` inside ``model``, outermost first, with its place in the file."""
    if isinstance(model, kind):
        yield place, model
    for name in type(model).model_fields:
        value: object = getattr(model, name)
        if isinstance(value, Model):
            yield from find_models(value, kind, (*place, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
                if isinstance(item, Model):
                    yield from find_models(item, kind, (*place, name, position))


def find_statements(model: Model) -> Iterator[tuple[FieldPath, Evidence]]:
    """Every statement of ``model`` that rests on sources."""
    return find_models(model, Evidence)
