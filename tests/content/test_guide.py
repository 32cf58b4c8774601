"""The guide, the common questions and the glossary hold what they promise."""

from collections.abc import Iterator

import pytest

from cert_model.catalog import Catalog
from cert_model.content import Text, check_texts, write_text
from cert_model.content.texts import find_questions
from cert_model.schema.facts import find_models
from cert_model.schema.texts import CommonQuestion, PageLink, Passage, Section
from tests.reading_grade import reading_grade

HIGHEST_GRADE = 9.0


def written(catalog: Catalog, passage: Passage) -> Text:
    template: str = getattr(passage, "text")  # noqa: B009 (each passage has one)
    return write_text(catalog, template, passage.src)


def plain(text: Text) -> str:
    return text.markdown.replace("\\", "").replace("*", "")


def passages(catalog: Catalog) -> Iterator[tuple[str, Passage]]:
    for file in catalog.texts.files:
        for place, passage in find_models(file, Passage):
            yield f"{type(passage).__name__} {place}", passage


def test_every_text_of_the_project_can_be_written(catalog: Catalog) -> None:
    assert check_texts(catalog) is catalog


def test_the_guide_answers_what_a_newcomer_asks(catalog: Catalog) -> None:
    assert len(catalog.texts.guide) >= 9
    assert len(catalog.texts.faq.questions) >= 15
    assert len(catalog.texts.glossary.terms) >= 40


def test_each_chapter_names_a_source(catalog: Catalog) -> None:
    without = [
        chapter.id
        for chapter in catalog.texts.guide
        if not any(written(catalog, section).sources for section in chapter.sections)
    ]
    assert without == []


def test_each_answer_names_a_source(catalog: Catalog) -> None:
    questions = catalog.texts.faq.questions
    without = [question.id for question in questions if not written(catalog, question).sources]
    assert without == []


def test_each_section_leads_into_the_app(catalog: Catalog) -> None:
    sections = [section for chapter in catalog.texts.guide for section in chapter.sections]
    assert [section.title for section in sections if not section.doors] == []


def test_the_guide_is_read_in_ten_minutes(catalog: Catalog) -> None:
    """At 240 words a minute, about what adults read in silence."""
    words = sum(
        len(plain(written(catalog, passage)).split())
        for chapter in catalog.texts.guide
        for _, passage in find_models(chapter, Passage)
    )
    assert words <= 10 * 240


def test_each_text_is_plain(catalog: Catalog) -> None:
    read = [
        (name, plain(written(catalog, passage)))
        for name, passage in passages(catalog)
        if isinstance(passage, Section | CommonQuestion)
    ]
    grades = {name: round(reading_grade(text), 1) for name, text in read}
    assert {name: value for name, value in grades.items() if value > HIGHEST_GRADE} == {}


def test_the_guide_as_a_whole_is_plain(catalog: Catalog) -> None:
    chapters = " ".join(
        plain(written(catalog, passage))
        for chapter in catalog.texts.guide
        for _, passage in find_models(chapter, Passage)
    )
    assert reading_grade(chapters) <= 8.5


def test_the_glossary_as_a_whole_is_plain(catalog: Catalog) -> None:
    text = " ".join(plain(written(catalog, term)) for term in catalog.texts.glossary.terms)
    assert reading_grade(text) <= HIGHEST_GRADE


def doors(catalog: Catalog) -> list[PageLink]:
    return [door for file in catalog.texts.files for _, door in find_models(file, PageLink)]


def test_no_door_is_named_twice_in_one_section(catalog: Catalog) -> None:
    for file in catalog.texts.files:
        for _, passage in find_models(file, Passage):
            labels = [door.label for door in getattr(passage, "doors", ())]
            assert len(labels) == len(set(labels))


def found_ids(catalog: Catalog, query: str) -> set[str]:
    return {question.id for question in find_questions(catalog, query)}


def test_a_question_is_found_by_its_words_and_by_those_of_its_answer(catalog: Catalog) -> None:
    assert "degree" in found_ids(catalog, "need a DEGREE")
    assert len(find_questions(catalog, "Korea")) == 1


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("get it back", "lapse"),
        ("CPC CRC together", "ceus-of-several-issuers"),
        ("from AAPC to AHIMA", "aapc-to-ahima"),
        ("felony exam", "criminal-record"),
        ("exclusion list", "record-and-work"),
        ("extra time", "accommodations"),
        ("score report", "register"),
        ("promises a job", "bad-school"),
    ],
)
def test_what_people_ask_in_the_field_has_an_answer(
    catalog: Catalog, query: str, answer: str
) -> None:
    assert answer in found_ids(catalog, query)


def test_an_answer_opens_with_a_sentence_and_not_with_a_list(catalog: Catalog) -> None:
    questions = catalog.texts.faq.questions
    with_a_list = [
        item.id for item in questions if plain(written(catalog, item)).lstrip()[0] == "-"
    ]
    assert with_a_list == []


def test_a_word_of_a_search_may_be_the_beginning_of_one(catalog: Catalog) -> None:
    assert found_ids(catalog, "Kor") == found_ids(catalog, "Korea")


def test_an_empty_search_finds_every_question(catalog: Catalog) -> None:
    assert find_questions(catalog, "") == list(catalog.texts.faq.questions)
