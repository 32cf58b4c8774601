"""The questionnaire is written for everybody: grade 8 or below, as Flesch and Kincaid count.

Grade = 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid and others, 1975).
"""

import re

from cert_model.catalog import Catalog

HIGHEST_GRADE = 8.0
_SENTENCE = re.compile(r"[.?!:]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z']+")
_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """The groups of vowels in a word, less a silent e at its end."""
    word = word.lower()
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def grade(text: str) -> float:
    words = _WORD.findall(text)
    sentences = max(1, len(_SENTENCE.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_formula_tells_plain_from_hard_language() -> None:
    assert grade("The cat sat on the mat.") < 2
    assert grade("Institutional accreditation necessitates comprehensive documentation.") > 12


def test_the_questions_as_a_whole_are_plain(catalog: Catalog) -> None:
    text = " ".join(
        f"{question.ask} {question.help or ''}" for question in catalog.questions.questions
    )
    assert grade(text) <= HIGHEST_GRADE


def test_each_question_is_plain(catalog: Catalog) -> None:
    grades = {
        question.id: round(grade(f"{question.ask} {question.help or ''}"), 1)
        for question in catalog.questions.questions
    }
    assert {name: value for name, value in grades.items() if value > HIGHEST_GRADE} == {}


def test_the_starting_points_as_a_whole_are_plain(catalog: Catalog) -> None:
    starts = catalog.questions.starting_points
    assert grade(" ".join(f"{start.label}. {start.text}" for start in starts)) <= HIGHEST_GRADE
