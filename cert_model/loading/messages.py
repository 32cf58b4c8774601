"""Turns pydantic's errors into sentences for the person who edits the file."""

import re
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from cert_model.formatting import did_you_mean
from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document
from cert_model.schema import Careers, Credential, Issuer, Preparation, SourceFile
from cert_model.schema.facts import FieldPath

M = TypeVar("M", bound=BaseModel)

_EXPECTED = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "string_type": "text (in quotes, if it looks like a number)",
    "tuple_type": "a list",
    "dict_type": "names with their values, such as {coding: 12}",
    "mapping_type": "names with their values, such as {coding: 12}",
    "model_type": "a block of fields, such as {value: …, src: [source-id]}",
    "model_attributes_type": "a block of fields, such as {value: …, src: [source-id]}",
}
_SENTENCES = {
    "missing": "required, but not given",
    "union_tag_invalid": "{tag} is not a kind of test; expected one of: {expected_tags}",
    "union_tag_not_found": "a rule is all_of, any_of, or a test; name its kind with test: …",
    "too_short": "expected at least one entry, found none",
    "string_too_short": "expected text, found none",
    "string_too_long": "longer than {max_length} characters",
    "greater_than_equal": "expected {ge:g} or more, found {given}",
    "less_than_equal": "expected {le:g} or less, found {given}",
    "string_pattern_mismatch": "{given} is not written as expected ({pattern})",
}
LISTED = ("literal_error", "enum")
"""Pydantic's errors that list what is expected."""
_QUOTED = re.compile(r"'([^']*)'")
_LONGEST_QUOTE = 40


def validate(model: type[M], document: Document) -> M | list[Problem]:
    """The file as a ``model``, or every problem that keeps it from being one."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        problems: dict[tuple[int, str], Problem] = {}
        for detail in error.errors(include_url=False):
            if detail["type"] == "too_short" and detail["input"]:
                continue  # the list has entries, and each of them has a problem of its own
            problem = _problem(document, detail["loc"], detail)
            problems.setdefault((problem.line, problem.field), problem)
        return list(problems.values())


def _problem(document: Document, path: FieldPath, detail: Any) -> Problem:
    return Problem(
        document.file,
        document.line_of(path),
        format_field_path(document, path, add_missing=detail["type"] == "missing"),
        describe_error(detail),
        terms_expected(detail),
    )


def problem_at(document: Document, path: FieldPath, message: str) -> Problem:
    """The problem with the part of a file at ``path``."""
    field = format_field_path(document, path)
    return Problem(document.file, document.line_of(path), field, message)


def format_field_path(document: Document, path: FieldPath, *, add_missing: bool = False) -> str:
    """``path`` as people write it: ``fees[2].amount.value``, or the column of a table.

    Steps that the document lacks are left out; with ``add_missing`` the last one stays.
    """
    steps = document.existing_path(path)
    if document.is_table:
        steps = steps[len(("rows", 0)) :]
    elif add_missing:
        steps = (*steps, path[-1])
    name = ""
    for step in steps:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".")


def describe_error(detail: Any) -> str:
    """One of pydantic's errors as a sentence."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {quote(given)}"
    if kind in _SENTENCES:
        return _SENTENCES[kind].format(given=quote(given), **context).replace("'", "")
    if kind == "extra_forbidden":
        return f"unknown field{did_you_mean(str(detail['loc'][-1]), _field_names())}"
    if kind in LISTED:
        terms = terms_expected(detail)
        meant = did_you_mean(str(given), terms)
        return f"{quote(given)} is not a known term{meant}; expected one of: {', '.join(terms)}"
    return str(context.get("error", detail["msg"]))


def terms_expected(detail: Any) -> tuple[str, ...]:
    """The terms that may stand where pydantic refused a value, if it lists them."""
    listed = detail["ctx"]["expected"] if detail["type"] in LISTED else ""
    return tuple(_QUOTED.findall(listed))


def quote(given: object) -> str:
    """A value as messages quote it, cut off where it is long."""
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "a block of fields"
    if isinstance(given, list):
        return "a list"
    text = str(given).lower() if isinstance(given, bool) else str(given)
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return f'"{short}"' if isinstance(given, str) else short


@cache
def _field_names() -> list[str]:
    """The name of every field that some file of the data may have."""
    names: set[str] = set()
    models: set[type[BaseModel]] = set()
    waiting: list[Any] = [Careers, Credential, Issuer, Preparation, SourceFile]
    while waiting:
        annotation = waiting.pop()
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            waiting.extend(get_args(annotation))
        elif annotation not in models:
            models.add(annotation)
            names.update(annotation.model_fields)
            waiting.extend(field.annotation for field in annotation.model_fields.values())
    return sorted(names)
