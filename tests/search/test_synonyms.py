"""Synonyms: who finds whom, and how phrases are known."""

from cert_model.catalog import Catalog
from cert_model.search import Synonyms, synonyms_of

SYNONYMS = Synonyms([["AI", "artificial intelligence"], ["lapse", "expired"]])


def test_each_word_of_a_group_has_all_others() -> None:
    assert SYNONYMS.of(("ai",)) == (("artifici", "intellig"),)
    assert SYNONYMS.of(("artifici", "intellig")) == (("ai",),)


def test_the_longest_phrase_is_read() -> None:
    stems = ["ai", "artifici", "intellig"]
    assert SYNONYMS.phrase_at(stems, 0) == ("ai",)
    assert SYNONYMS.phrase_at(stems, 1) == ("artifici", "intellig")
    assert SYNONYMS.phrase_at(stems, 2) is None


def test_a_text_is_known_by_its_words_and_by_the_phrases_in_it() -> None:
    assert SYNONYMS.tokens("Artificial intelligence codes") == [
        *("artifici", "intellig", "code"),
        "artifici intellig",
    ]
    assert "artifici intellig" not in SYNONYMS.tokens("intelligence, artificial")


def test_the_forms_of_a_term_in_the_glossary_are_synonyms(catalog: Catalog) -> None:
    assert ("ceu",) in synonyms_of(catalog).of(("continu", "educ", "unit"))
