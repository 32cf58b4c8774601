"""The guide, the common questions and the glossary hold what they promise."""

from collections.abc import Iterator

import pytest

from cert_model.catalog import Catalog
from cert_model.content import Text, Writer, check_texts
from cert_model.schema.texts import CommonQuestion, Door, Passage, Section
from cert_model.schema.walk import find_models
from tests.eligibility.test_plain_language import grade

HIGHEST_GRADE = 9.0


@pytest.fixture(scope="module")
def writer(catalog: Catalog) -> Writer:
    return Writer(catalog)


def written(writer: Writer, passage: Passage) -> Text:
    return writer.write(getattr(passage, "text"), passage.src)  # noqa: B009 (each passage has one)


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


def test_each_chapter_names_a_source(catalog: Catalog, writer: Writer) -> None:
    without = [
        chapter.id
        for chapter in catalog.texts.guide
        if not any(written(writer, section).sources for section in chapter.sections)
    ]
    assert without == []


def test_each_answer_names_a_source(catalog: Catalog, writer: Writer) -> None:
    asked = catalog.texts.faq.questions
    assert [each.id for each in asked if not written(writer, each).sources] == []


def test_each_section_leads_into_the_app(catalog: Catalog) -> None:
    sections = [each for chapter in catalog.texts.guide for each in chapter.sections]
    assert [section.title for section in sections if not section.doors] == []


def test_the_guide_is_read_in_ten_minutes(catalog: Catalog, writer: Writer) -> None:
    """At 240 words a minute, about what adults read in silence."""
    words = sum(
        len(plain(written(writer, passage)).split())
        for chapter in catalog.texts.guide
        for _, passage in find_models(chapter, Passage)
    )
    assert words <= 10 * 240


def test_each_text_is_plain(catalog: Catalog, writer: Writer) -> None:
    read = [
        (name, plain(written(writer, passage)))
        for name, passage in passages(catalog)
        if isinstance(passage, Section | CommonQuestion)
    ]
    grades = {name: round(grade(text), 1) for name, text in read}
    assert {name: found for name, found in grades.items() if found > HIGHEST_GRADE} == {}


def test_the_guide_as_a_whole_is_plain(catalog: Catalog, writer: Writer) -> None:
    chapters = " ".join(
        plain(written(writer, passage))
        for chapter in catalog.texts.guide
        for _, passage in find_models(chapter, Passage)
    )
    assert grade(chapters) <= 8.5


def test_the_glossary_as_a_whole_is_plain(catalog: Catalog, writer: Writer) -> None:
    text = " ".join(plain(written(writer, term)) for term in catalog.texts.glossary.terms)
    assert grade(text) <= HIGHEST_GRADE


def doors(catalog: Catalog) -> list[Door]:
    return [door for file in catalog.texts.files for _, door in find_models(file, Door)]


def test_no_door_is_named_twice_in_one_section(catalog: Catalog) -> None:
    for file in catalog.texts.files:
        for _, passage in find_models(file, Passage):
            labels = [door.label for door in getattr(passage, "doors", ())]
            assert len(labels) == len(set(labels))
