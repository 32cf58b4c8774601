"""What a person may say that a column of their table is."""

from collections.abc import Mapping

from cert_model.catalog import Catalog
from cert_model.classes import FIRST_NAME, LAST_NAME, ColumnChoice, ColumnUse
from cert_model.formatting import format_months, with_capital
from cert_model.screening.columns import LIST_SEPARATOR, MONTHS_COLUMN, PERSON
from cert_model.vocabulary import Course, EducationLevel, HimProgram, License, Term

AS_READ = "as read"
"""Leaves it to the heading."""
NOT_USED = "not used"
_NAMES = {
    PERSON: "Name",
    FIRST_NAME: "First name",
    LAST_NAME: "Last name",
    "age": "Age",
    "education": "Highest education",
    "credentials": "Credentials held",
    "licenses": "Licenses",
    "memberships": "Memberships",
    "training": "Training finished",
    "courses": "Courses taken",
    "him_program": "Health information program",
    "him_program_stage": "Stage of that program",
}
_TERMS: Mapping[str, type[Term]] = {
    "education": EducationLevel,
    "licenses": License,
    "courses": Course,
    "him_program": HimProgram,
}
"""The vocabulary of a column's entries."""
_UNITS = {"months": False, "years": True}


def _choices() -> Mapping[str, tuple[str, ColumnChoice]]:
    names = {name: (label, ColumnChoice(name)) for name, label in _NAMES.items()}
    work = {
        f"{name} {unit}": (f"{with_capital(unit)} of {kind.label}", ColumnChoice(name, in_years))
        for name, kind in MONTHS_COLUMN.items()
        for unit, in_years in _UNITS.items()
    }
    return {NOT_USED: ("Not used", ColumnChoice("")), **names, **work}


CHOICES = _choices()
"""The label and the choice, by a name for it."""


def use_label(use: ColumnUse) -> str:
    """What a column was taken for: "Highest education, a guess", "Yes or no: CPC", "Not used"."""
    if not use.column:
        return CHOICES[NOT_USED][0]
    label = column_label(use.column)
    if use.flag:
        label = f"{label}: yes or no"
    return f"{label}, a guess" if use.is_guess else label


def column_label(column: str) -> str:
    """What a column of a profile holds."""
    return _NAMES.get(column) or f"Time in {MONTHS_COLUMN[column].label}"


def cell_in_words(catalog: Catalog, column: str, cell: str) -> str:
    """A cell of a profile's table as people say it: "associate degree", "18 months", "CPC"."""
    if column in MONTHS_COLUMN:
        return format_months(int(cell)) if int(cell) else "none"
    terms = _TERMS.get(column)
    if terms is not None:
        labels = {str(term): term.label for term in terms}
    else:
        labels = catalog.labels if column == "credentials" else {}
    return ", ".join(labels.get(entry, entry) for entry in cell.split(LIST_SEPARATOR))
