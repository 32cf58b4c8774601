"""The guide: what its address opens, and what the address of an open part is."""

import pytest

from cert_model.catalog import Catalog
from ui.guide.view_model import GLOSSARY, QUESTIONS, GuideState, part_titles
from ui.shell.address_fields import Options
from ui.shell.page_state import Refused, format_query, parse


def test_without_an_address_the_first_chapter_is_open(options: Options) -> None:
    state, refused = parse(GuideState, {}, options)
    assert state.part == options.catalog.texts.guide[0].id
    assert (state.question, state.term, state.words, refused) == (None, None, "", [])
    assert format_query(state, options) == {}


def test_the_parts_are_the_chapters_then_the_questions_and_the_glossary(catalog: Catalog) -> None:
    assert list(part_titles(catalog)) == [
        *(chapter.id for chapter in catalog.texts.guide),
        QUESTIONS,
        GLOSSARY,
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"chapter": "exam"},
        {"chapter": "questions"},
        {"chapter": "questions", "q": "Korea"},
        {"chapter": "glossary"},
        {"question": "degree"},
        {"term": "ceu"},
    ],
    ids=str,
)
def test_an_address_comes_back_from_what_it_opens(query: dict[str, str], options: Options) -> None:
    state, refused = parse(GuideState, query, options)
    assert refused == []
    assert format_query(state, options) == query


@pytest.mark.parametrize(
    ("query", "part", "shown"),
    [
        ({"chapter": "exam"}, "exam", "exam"),
        ({"question": "degree"}, QUESTIONS, "degree"),
        ({"term": "ceu"}, GLOSSARY, "ceu"),
        ({"chapter": "exam", "question": "degree"}, QUESTIONS, "degree"),
        ({"chapter": "exam", "term": "ceu"}, GLOSSARY, "ceu"),
        ({"question": "degree", "term": "ceu"}, QUESTIONS, "degree"),
    ],
    ids=str,
)
def test_a_question_or_a_term_opens_the_part_in_which_it_stands(
    query: dict[str, str], part: str, shown: str, options: Options
) -> None:
    state = parse(GuideState, query, options).state
    assert (state.part, state.shown) == (part, shown)


def test_the_first_chapter_needs_no_word_in_the_address(options: Options) -> None:
    state = parse(GuideState, {"chapter": options.catalog.texts.guide[0].id}, options).state
    assert format_query(state, options) == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("chapter", "nothing"),
        ("chapter", "Glossary"),
        ("question", "nobody"),
        ("term", "CEU"),
        ("q", "x" * 101),
        ("shoe", "42"),
    ],
)
def test_what_means_nothing_is_refused_and_the_guide_begins(
    name: str, text: str, options: Options
) -> None:
    state, refused = parse(GuideState, {name: text}, options)
    assert refused == [Refused(name, text)]
    assert state == parse(GuideState, {}, options).state
