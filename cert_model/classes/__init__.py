"""A class of people: read from a table not made for us, judged, summed up, written as sheets."""

from cert_model.classes.headings import FIRST_NAME, LAST_NAME, ColumnUse
from cert_model.classes.reading import CellNote, ClassReading, Student, read_class, read_table
from cert_model.classes.results import ClassChunk, Judged, StudentResult, judge_class
from cert_model.classes.sheets import (
    SheetLine,
    StudentSheet,
    people_rows,
    step_rows,
    student_rows,
    student_sheet,
    verdict_words,
    wall_rows,
    write_class_csv,
    write_class_workbook,
)
from cert_model.classes.steps import Step
from cert_model.classes.summary import (
    ClassPayer,
    ClassStep,
    ClassSummary,
    ExamSummary,
    StepGroup,
    listed_exams,
    sum_up,
)
from cert_model.classes.tables import (
    LARGEST_UPLOAD,
    MOST_PEOPLE,
    BadClass,
    RawRow,
    read_pasted,
    read_upload,
)
from cert_model.classes.uses import ClassTable, ColumnChoice, find_header

__all__ = [
    "FIRST_NAME",
    "LARGEST_UPLOAD",
    "LAST_NAME",
    "MOST_PEOPLE",
    "BadClass",
    "CellNote",
    "ClassChunk",
    "ClassPayer",
    "ClassReading",
    "ClassStep",
    "ClassSummary",
    "ClassTable",
    "ColumnChoice",
    "ColumnUse",
    "ExamSummary",
    "Judged",
    "RawRow",
    "SheetLine",
    "Step",
    "StepGroup",
    "Student",
    "StudentResult",
    "StudentSheet",
    "find_header",
    "judge_class",
    "listed_exams",
    "people_rows",
    "read_class",
    "read_pasted",
    "read_table",
    "read_upload",
    "step_rows",
    "student_rows",
    "student_sheet",
    "sum_up",
    "verdict_words",
    "wall_rows",
    "write_class_csv",
    "write_class_workbook",
]
