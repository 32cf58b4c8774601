"""The sentence that is shown of a result, and what is marked in it."""

from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.search import Query, Synonyms, read_query
from cert_model.search.lexicon import Lexicon
from cert_model.site_search.site import site_of
from cert_model.site_search.snippets import LONGEST, best_sentence, pieces

SYNONYMS = Synonyms([["felony", "criminal record"]])
SENTENCES = (
    "Nobody can say.",
    "A criminal record is looked at by itself.",
    "The record of a case, and what is criminal in it.",
    "A record.",
)


def read(query: str, sentences: tuple[str, ...] = SENTENCES) -> Query:
    tokens = (token for text in sentences for token in SYNONYMS.tokens(text))
    return read_query(query, Lexicon(sentences, tokens), SYNONYMS)


def tokens_of(sentence: str) -> frozenset[str]:
    return frozenset(SYNONYMS.tokens(sentence))


def marked(sentence: str, query: str) -> list[str]:
    return [piece.text for piece in pieces(sentence, read(query, (sentence,))) if piece.is_found]


def test_the_sentence_with_most_of_the_query_is_shown() -> None:
    assert best_sentence(SENTENCES, read("felony"), tokens_of) == SENTENCES[1]
    assert best_sentence(SENTENCES, read("record case"), tokens_of) == SENTENCES[2]


def test_where_no_sentence_has_any_the_first_is_shown() -> None:
    assert best_sentence(SENTENCES, read("zzz"), tokens_of) == SENTENCES[0]
    assert best_sentence((), read("record"), tokens_of) == ""


def test_the_words_that_were_found_are_marked_in_the_form_in_which_they_stand() -> None:
    assert marked("Two records, one RECORD.", "record") == ["records", "RECORD"]


def test_a_phrase_is_marked_as_one_and_its_words_elsewhere_are_not() -> None:
    assert marked("No criminal record here; a record is no crime.", "felony") == ["criminal record"]


def test_a_long_sentence_is_cut_between_words_around_what_was_found() -> None:
    sentence = "word " * 200 + "felony " + "word " * 200
    cut = pieces(sentence, read("felony", (sentence,)))
    text = "".join(piece.text for piece in cut)
    assert "felony" in [piece.text for piece in cut if piece.is_found]
    assert text.startswith("… word")
    assert text.endswith("word …")
    assert len(text) <= LONGEST + len("… ") + len(" …")


@given(st.data())
def test_the_pieces_of_a_sentence_make_a_part_of_it(catalog: Catalog, data: st.DataObject) -> None:
    site = site_of(catalog)
    document = data.draw(st.sampled_from(site.documents))
    sentence = data.draw(st.sampled_from(document.sentences))
    query = site.index.read(data.draw(st.sampled_from(sentence.split() or ["x"])))
    text = "".join(piece.text for piece in pieces(sentence, query))
    assert text.removeprefix("… ").removesuffix(" …") in sentence
