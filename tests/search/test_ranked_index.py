"""Which text comes before which."""

import pytest

from cert_model.search import Synonyms
from cert_model.search.ranked_index import RankedIndex, Searchable

SYNONYMS = Synonyms([["felony", "criminal record"]])
TEXTS = [
    Searchable("Fees", "The exam costs money, and the retake of the exam costs money again."),
    Searchable("Retake", "Sitting an exam again."),
    Searchable("Criminal record", "Some issuers ask."),
    Searchable("Records", "A record of a criminal case."),
    Searchable("Books", "Bring books to the exam."),
]


@pytest.fixture(scope="module")
def index() -> RankedIndex:
    return RankedIndex(TEXTS, SYNONYMS)


def order(index: RankedIndex, query: str) -> list[str]:
    """The titles of the texts that fit, the best first."""
    scores = index.scores(index.read(query))
    fitting = [position for position in scores.argsort()[::-1].tolist() if scores[position] > 0]
    return [TEXTS[position].title for position in fitting]


def test_a_word_in_a_title_counts_more(index: RankedIndex) -> None:
    assert order(index, "retake")[:2] == ["Retake", "Fees"]


def test_a_text_with_more_of_the_query_comes_before_one_with_less_of_it(
    index: RankedIndex,
) -> None:
    assert order(index, "books exam")[0] == "Books"
    assert order(index, "retake money")[0] == "Fees"


def test_a_phrase_is_found_by_its_synonym_and_only_where_it_stands_together(
    index: RankedIndex,
) -> None:
    assert order(index, "felony") == ["Criminal record"]


def test_the_words_of_a_phrase_are_found_apart_as_well_but_later(index: RankedIndex) -> None:
    assert order(index, "criminal record") == ["Criminal record", "Records"]


def test_nothing_fits_an_empty_query_or_an_unknown_word(index: RankedIndex) -> None:
    assert order(index, "") == []
    assert order(index, "zzz") == []
