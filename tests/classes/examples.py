"""Classes that were pasted, and their results."""

from cert_model.catalog import Catalog
from cert_model.classes import (
    ClassReading,
    Student,
    StudentResult,
    judge_class,
    read_class,
    read_pasted,
)

COUNSELORS = (
    "Spring class\n"
    "Last Name\tFirst Name\tHighest Education\tYears coding\tCerts\tRN license\tNotes\n"
    "Lopez\tMaria\tHS diploma\t2\tCPC, CCS\tno\tlate\n"
    "Lopez\tMaria\tBachelor's\t1.5\tnone\tyes\t\n"
    "Ng\tBo\tGED\t18 mo\t?\tno\t\n"
    "Øre\tÅse\tin progress AAS\tlots\tRN; CPC\tmaybe\t\n"
)
"""A table with a title, names in two columns and twice, words, and cells that mean nothing."""


def read(catalog: Catalog, text: str, complete: bool = False) -> ClassReading:
    return read_class(catalog, read_pasted(text), complete=complete)


def cells_of(catalog: Catalog, heading: str, cell: str) -> dict[str, str]:
    """What is understood of one cell below a heading."""
    (student,) = read(catalog, f"Name\t{heading}\nAda\t{cell}").students
    return dict(student.cells)


def results_of(
    catalog: Catalog, students: tuple[Student, ...], at_once: int = 250
) -> list[StudentResult]:
    chunks = judge_class(catalog, students, at_once)
    return [result for chunk in chunks for result in chunk.results]
