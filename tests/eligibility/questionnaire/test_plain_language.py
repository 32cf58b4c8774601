"""The questionnaire is written for everybody: its reading grade is 8 or below."""

from cert_model.catalog import Catalog
from tests.reading_grade import reading_grade

HIGHEST_GRADE = 8.0


def test_the_formula_tells_plain_from_hard_language() -> None:
    assert reading_grade("The cat sat on the mat.") < 2
    assert (
        reading_grade("Institutional accreditation necessitates comprehensive documentation.") > 12
    )


def test_the_questions_as_a_whole_are_plain(catalog: Catalog) -> None:
    text = " ".join(
        f"{question.ask} {question.help or ''}" for question in catalog.questions.questions
    )
    assert reading_grade(text) <= HIGHEST_GRADE


def test_each_question_is_plain(catalog: Catalog) -> None:
    grades = {
        question.id: round(reading_grade(f"{question.ask} {question.help or ''}"), 1)
        for question in catalog.questions.questions
    }
    assert {name: value for name, value in grades.items() if value > HIGHEST_GRADE} == {}


def test_the_starting_points_as_a_whole_are_plain(catalog: Catalog) -> None:
    starts = catalog.questions.starting_points
    assert (
        reading_grade(" ".join(f"{start.label}. {start.text}" for start in starts)) <= HIGHEST_GRADE
    )
