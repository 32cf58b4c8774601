"""What is wrong with a part of a request, in plain words that repeat nothing of what was sent."""

from collections.abc import Mapping, Sequence
from typing import Any

_WHOLE_NUMBER, _NUMBER, _TEXT = "expected a whole number", "expected a number", "expected text"
_LIST, _FIELDS = "expected a list", "expected a block of fields"
_WORDS: Mapping[str, str] = {
    "missing": "required, but not given",
    **dict.fromkeys(
        ("int_type", "int_parsing", "int_parsing_size", "int_from_float"), _WHOLE_NUMBER
    ),
    **dict.fromkeys(("float_type", "float_parsing"), _NUMBER),
    **dict.fromkeys(("string_type", "string_unicode", "string_sub_type"), _TEXT),
    **dict.fromkeys(("list_type", "tuple_type"), _LIST),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), _FIELDS),
    **dict.fromkeys(("bool_type", "bool_parsing"), "expected true or false"),
    "finite_number": "expected a finite number",
    "greater_than_equal": "expected {ge:g} or more",
    "greater_than": "expected more than {gt:g}",
    "less_than_equal": "expected {le:g} or less",
    "less_than": "expected less than {lt:g}",
    "string_too_long": "at most {max_length} characters are read here",
    "string_too_short": "at least {min_length} character is expected",
    "too_long": "at most {max_length} entries are read here",
    "too_short": "expected at least {min_length} entries",
}
"""By pydantic's name of an error, what to tell whoever sent the request."""


def describe_refusal(kind: str, context: Mapping[str, Any], allowed: Sequence[str]) -> str:
    """What is wrong, and what was expected; ``allowed`` are the values that may stand there."""
    if kind in _WORDS:
        return _WORDS[kind].format(**context)
    return f"expected one of: {', '.join(allowed)}" if allowed else "this cannot be read here"
