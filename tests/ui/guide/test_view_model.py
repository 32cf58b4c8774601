"""What the guide shows, made from the catalog without a screen."""

from cert_model.catalog import Catalog
from tests.ui.conftest import state_at
from ui.guide import view_model
from ui.guide.view_model import GuideState, GuideView, Part
from ui.shell.address_fields import Options


def view_of(catalog: Catalog, **query: str) -> GuideView:
    return view_model.build(catalog, state_at(GuideState, Options(catalog), **query))


def test_a_chapter_is_its_summary_and_its_sections_in_order(catalog: Catalog) -> None:
    for chapter in catalog.texts.guide:
        view = view_of(catalog, chapter=chapter.id)
        assert view.title == view.summary.title == chapter.title
        assert view.summary.text.plain
        assert [section.title for section in view.sections] == [
            section.title for section in chapter.sections
        ]
        assert [section.links for section in view.sections] == [
            section.doors for section in chapter.sections
        ]


def test_the_figures_of_a_section_are_filled_in_with_their_sources(catalog: Catalog) -> None:
    length = view_of(catalog, chapter="exam").sections[0].text
    assert "The **CPC** asks 100 questions in 4 hours" in length.plain
    assert length.sources


def test_the_parts_are_read_one_after_another(catalog: Catalog) -> None:
    parts = [Part(name, title) for name, title in view_of(catalog).titles.items()]
    opened = [view_of(catalog, chapter=part.name) for part in parts]
    assert [view.previous for view in opened] == [None, *parts[:-1]]
    assert [view.next for view in opened] == [*parts[1:], None]


def test_without_a_search_every_question_is_listed(catalog: Catalog) -> None:
    view = view_of(catalog, chapter="questions")
    assert view.matching_questions == list(catalog.texts.faq.questions)
    assert view.search_result == ""
    assert view.answer is None


def test_the_search_looks_into_answers(catalog: Catalog) -> None:
    view = view_of(catalog, chapter="questions", q=" Korea ")
    assert [question.question for question in view.matching_questions] == [
        "Can I do this from abroad?"
    ]
    assert view.search_result == "1 question with `Korea`."


def test_a_search_that_nothing_matches_says_so(catalog: Catalog) -> None:
    view = view_of(catalog, chapter="questions", q="zebra")
    assert view.matching_questions == []
    assert view.search_result == "0 questions with `zebra`."


def test_a_question_is_shown_with_its_answer(catalog: Catalog) -> None:
    for question in catalog.texts.faq.questions:
        answer = view_of(catalog, question=question.id).answer
        assert answer is not None
        assert answer.title == question.question
        assert answer.text.plain
        assert answer.links == question.doors


def test_a_term_is_shown_with_its_meaning(catalog: Catalog) -> None:
    term = view_of(catalog, term="ceu").chosen_term
    assert term is not None
    assert term.title == "Continuing education unit (CEU)"
    assert "later learning" in term.text.plain


def test_the_glossary_lists_every_term_by_alphabet(catalog: Catalog) -> None:
    view = view_of(catalog, chapter="glossary")
    assert view.chosen_term is None
    titles = [explained.term.title.casefold() for explained in view.terms.values()]
    assert titles == sorted(titles)
    assert len(titles) == len(catalog.texts.glossary.terms)
