"""A figure of a text: its words, what it rests on, and how its field is found by a path."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from cert_model.catalog import Catalog
from cert_model.catalog.standing import standing
from cert_model.formatting import did_you_mean
from cert_model.schema import Evidence, Model
from cert_model.vocabulary import Standing


class BadText(ValueError):
    """A text that cannot be written; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The text and evidence that replace a placeholder."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    """The statements behind it; none for a count of the catalog itself."""
    is_markdown: bool = False
    """Whether ``text`` is Markdown, such as a list, rather than plain text."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources, without repetition."""
        return tuple(
            dict.fromkeys(source for statement in self.evidence for source in statement.src)
        )

    def standing(self, catalog: Catalog) -> Standing | None:
        """The weakest standing among its statements; None where there are none."""
        return weakest(
            standing(statement, catalog.sources, catalog.today) for statement in self.evidence
        )


FigureFunction = Callable[..., Figure]
"""A function that a text may call; its first argument is the catalog."""


def weakest(standings: Iterable[Standing]) -> Standing | None:
    """The weakest of some standings; None of none."""
    return max(standings, key=list(Standing).index, default=None)


def present_evidence(*statements: Evidence | None) -> tuple[Evidence, ...]:
    """The statements that are not None."""
    return tuple(statement for statement in statements if statement is not None)


def suggest_name(name: str, allowed: Iterable[str]) -> str:
    """The end of a message on an unknown name: the closest allowed one, or else all of them."""
    names = list(allowed)
    return did_you_mean(name, names) or f"; expected one of: {', '.join(names)}"


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
