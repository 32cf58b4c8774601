"""Cells of a table of people, read as the answers of a profile."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cert_model.catalog import Catalog, UnknownCredential, once_per_catalog, resolve_name
from cert_model.eligibility import Profile, Training
from cert_model.eligibility.profile import STAGE_WITHOUT_PROGRAM, Months
from cert_model.formatting import did_you_mean
from cert_model.loading.messages import describe_error
from cert_model.screening.columns import (
    LIST_SEPARATOR,
    MONTHS_COLUMN,
    NONE,
    PART_SEPARATOR,
    PERSON,
)

LONGEST_CELL = 20_000
"""Characters of a cell; no list of answers is longer."""
_MOST_ANSWERS_KEPT = 50_000
_WHOLE = re.compile(r"(-?[0-9]{1,9})(\.0+)?")
_PARTS_OF_TRAINING = ("subject", "approved_by", "years_since", "hours")
_LISTS = ("licenses", "credentials", "memberships", "courses", "training")


def describe_length(cell: str) -> str:
    """What is wrong with a cell that is too long."""
    return f"{len(cell):,} characters; a cell holds at most {LONGEST_CELL:,}"


class BadCell(ValueError):
    """A cell that cannot be read; ``column`` names it, the message says what was expected."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


class CellReader:
    """Reads cells by the limits and terms of a profile. It can be sent to another process."""

    def __init__(self, credentials: tuple[str, ...], issuers: tuple[str, ...]) -> None:
        self._credentials = credentials
        self._issuers = issuers
        self._answers: dict[tuple[str, str], Any] = {}

    def read(self, column: str, cell: str) -> Any:
        """The answer in a cell, as a profile has it; None for an empty cell.

        Raises BadCell for what a profile would refuse as well.
        """
        if (column, cell) not in self._answers:
            answer = self._read(column, cell.strip())
            if len(self._answers) >= _MOST_ANSWERS_KEPT:
                self._answers.clear()
            self._answers[column, cell] = answer
        return self._answers[column, cell]

    def _read(self, column: str, text: str) -> Any:
        if len(text) > LONGEST_CELL:
            raise BadCell(column, describe_length(text))
        if not text:
            return None
        plain = self._read_list(column, text) if column in _LISTS else _read_single(column, text)
        try:
            return _ADAPTERS[column].validate_python(plain)
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            parts = [f"{step}: " for step in detail["loc"] if isinstance(step, str)]
            raise BadCell(column, "".join(parts) + describe_error(detail)) from error

    def read_profile(self, cells: Mapping[str, str], complete: bool) -> Profile:
        """The profile in a row, by the names of its columns. Raises BadCell as ``read`` does."""
        answers = {name: self.read(name, cell) for name, cell in cells.items() if name != PERSON}
        months = {
            kind: answers.pop(name)
            for name, kind in MONTHS_COLUMN.items()
            if answers.get(name) is not None
        }
        fields = {name: value for name, value in answers.items() if name not in MONTHS_COLUMN}
        try:
            return Profile(complete=complete, experience_months=months, **fields)
        except ValidationError as error:
            raise BadCell("him_program_stage", STAGE_WITHOUT_PROGRAM) from error

    def _read_list(self, column: str, text: str) -> list[Any]:
        """The entries of a list, each once."""
        if text.lower() == NONE:
            return []
        entries = [entry.strip() for entry in text.split(LIST_SEPARATOR) if entry.strip()]
        if column == "training":
            return [_read_training(entry) for entry in entries]
        read = {"credentials": self._read_credential, "memberships": self._read_issuer}
        return list(dict.fromkeys(map(read.get(column, _read_term), entries)))

    def _read_credential(self, entry: str) -> str:
        try:
            return resolve_name(entry, self._credentials)
        except UnknownCredential as error:
            raise BadCell("credentials", str(error)) from error

    def _read_issuer(self, entry: str) -> str:
        issuer = entry.lower()
        if issuer not in self._issuers:
            hint, expected = did_you_mean(issuer, self._issuers), ", ".join(self._issuers)
            message = f'unknown issuer "{entry[:40]}"{hint}; expected one of: {expected}'
            raise BadCell("memberships", message)
        return issuer


def _read_single(column: str, text: str) -> Any:
    is_number = column == "age" or column in MONTHS_COLUMN
    return _read_whole_number(text) if is_number else _read_term(text)


def _read_whole_number(text: str) -> int | str:
    """A whole number, also as ``24.0``, as spreadsheets write some; any other text as it is."""
    number = _WHOLE.fullmatch(text)
    return int(number[1]) if number else text


def _read_number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _read_term(text: str) -> str:
    """A term as profiles write it, however it is spelled: ``High school``, ``high_school``."""
    return text.lower().replace(" ", "-").replace("_", "-")


def _read_training(entry: str) -> dict[str, Any]:
    parts = [part.strip() for part in entry.split(PART_SEPARATOR)]
    if len(parts) > len(_PARTS_OF_TRAINING):
        form = PART_SEPARATOR.join(_PARTS_OF_TRAINING)
        raise BadCell("training", f'"{entry[:40]}" has too many parts; expected {form}')
    read: tuple[Callable[[str], Any], ...] = (_read_term, _read_term, _read_number, _read_number)
    named = zip(_PARTS_OF_TRAINING, read, parts, strict=False)
    return {name: read_part(part) for name, read_part, part in named if part}


_ADAPTERS: Mapping[str, TypeAdapter[Any]] = {
    **{
        name: TypeAdapter[Any](field.rebuild_annotation())
        for name, field in Profile.model_fields.items()
        if name not in ("complete", "experience_months")
    },
    **dict.fromkeys(MONTHS_COLUMN, TypeAdapter[Any](Months)),
}
"""What a profile accepts, by the name of the column."""


@once_per_catalog
def cell_reader_of(catalog: Catalog) -> CellReader:
    """The reader that knows the credentials and issuers of a catalog."""
    return CellReader(tuple(catalog.credentials), tuple(catalog.issuers))


def write_cells(profile: Profile) -> dict[str, str]:
    """The cells of a profile by the names of their columns, without those that are empty."""
    cells = {
        name: str(value)
        for name in ("age", "education", "him_program", "him_program_stage")
        if (value := getattr(profile, name)) is not None
    }
    for name in _LISTS:
        entries = getattr(profile, name)
        if entries is not None:
            written = map(_write_training if name == "training" else str, entries)
            cells[name] = LIST_SEPARATOR.join(written) or NONE
    months = profile.experience_months
    return cells | {
        name: str(months[kind]) for name, kind in MONTHS_COLUMN.items() if kind in months
    }


def _write_training(training: Training) -> str:
    parts = [getattr(training, name) for name in _PARTS_OF_TRAINING]
    written = ["" if part is None else str(part) for part in parts]
    return PART_SEPARATOR.join(written).rstrip(PART_SEPARATOR)
