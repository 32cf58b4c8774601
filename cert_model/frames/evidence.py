"""What every frame of statements says of a statement: its value, its state and its evidence."""

from typing import Any

from cert_model.catalog import Catalog
from cert_model.catalog.standing import standing
from cert_model.schema import Evidence
from cert_model.schema.facts import FieldPath

Row = dict[str, Any]


def evidence_columns(catalog: Catalog, statement: Evidence) -> Row:
    """The three columns that say when a statement held, how good it is and where it was read."""
    return {
        "as_of": statement.as_of,
        "standing": standing(statement, catalog.sources, catalog.today),
        "sources": statement.src,
    }


_VALUE_FIELDS = ("value", "percent", "text", "body", "program", "credential", "kind")
"""The fields in which one kind of statement or another says what it states."""


def state_of(place: FieldPath) -> str:
    """Whether what stands at a place is ``current``, ``history`` or ``disputed``."""
    return next((str(step) for step in place if step in ("history", "disputed")), "current")


def value_of(statement: Evidence) -> Any:
    """What a statement states, if it is no range."""
    values = (getattr(statement, name, None) for name in _VALUE_FIELDS)
    return next((value for value in values if value is not None), None)


def format_any(value: Any) -> str | None:
    """A number, word, list or yes-no as text."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
