"""What a class takes away."""

import csv
import io

import openpyxl

from cert_model.catalog import Catalog
from cert_model.classes import (
    people_rows,
    step_rows,
    student_rows,
    student_sheet,
    sum_up,
    wall_rows,
    write_class_csv,
    write_class_workbook,
)
from tests.classes.examples import COUNSELORS, read, results_of

FORMULA = "Name\tEducation\n=HYPERLINK(1)\tHS\nBen\tBA\n"


def test_the_sheet_for_the_wall_names_nobody(catalog: Catalog) -> None:
    results = results_of(catalog, read(catalog, COUNSELORS).students)
    summary = sum_up(catalog, results)
    words = " ".join(
        cell for row in wall_rows(catalog, summary) + step_rows(catalog, summary) for cell in row
    )
    for name in ("Lopez", "Maria", "Ng ", "Øre"):
        assert name not in words


def test_the_cost_of_a_class_is_that_of_each_times_those_who_may_sit(catalog: Catalog) -> None:
    results = results_of(catalog, read(catalog, "Name\tEducation\nAda\tHS\nBen\tBA").students)
    exams = {exam.id: exam for exam in sum_up(catalog, results).exams}
    cca = exams["ahima/cca"]
    assert cca.cost_each is not None
    assert cca.cost_text() == f"${2 * round(cca.cost_each.typical):,}"
    unpriced = next(exam for exam in exams.values() if exam.cost_each is None)
    assert unpriced.cost_text() == "not found"


def test_a_persons_page_says_mark_word_and_next_step(catalog: Catalog) -> None:
    text = "Name\tEducation\tCerts\nAda\tno high school\tnone"
    (result,) = results_of(catalog, read(catalog, text, True).students)
    sheet = student_sheet(catalog, result)
    lines = {line.id: line for line in sheet.lines}
    cca = lines["ahima/cca"]
    assert (cca.mark, cca.verdict) == ("▽", "Not yet")
    assert cca.next_step == "A high school diploma or its equivalent."
    assert lines["aapc/cpc"].next_step.endswith(".")
    assert student_rows([sheet])[1][0] == "Ada"


def test_the_holder_of_an_apprentice_holds_it_with_its_mark(catalog: Catalog) -> None:
    text = "Name\tCerts\nAda\tCPC-A\nBen\tCPC"
    ada, ben = results_of(catalog, read(catalog, text).students)
    header, *rows = people_rows(catalog, [ada, ben])
    place = header.index("CPC")
    assert [row[place] for row in rows] == ["✓ Held as CPC-A", "✓ Held"]
    (line,) = (line for line in student_sheet(catalog, ada).lines if line.id == "aapc/cpc")
    assert (line.mark, line.verdict) == ("✓", "Held as CPC-A")


def test_files_have_no_cell_that_runs_as_a_formula(catalog: Catalog) -> None:
    results = results_of(catalog, read(catalog, FORMULA).students)
    table = list(csv.reader(io.StringIO(write_class_csv(catalog, results).decode("utf-8-sig"))))
    assert [row[0] for row in table] == ["Person", "'=HYPERLINK(1)", "Ben"]
    raw = write_class_workbook(catalog, sum_up(catalog, results), results)
    book = openpyxl.load_workbook(io.BytesIO(raw))
    assert book.sheetnames == ["Class", "Steps", "People"]
    cell = book["People"]["A2"]
    assert (cell.value, cell.data_type) == ("'=HYPERLINK(1)", "s")


def test_the_same_class_gives_the_same_bytes(catalog: Catalog) -> None:
    results = results_of(catalog, read(catalog, COUNSELORS).students)
    summary = sum_up(catalog, results)
    files = [write_class_workbook(catalog, summary, results) for _ in range(2)]
    assert files[0] == files[1]
    assert people_rows(catalog, results)[1][0] == "Maria Lopez (1)"
