"""What can be found: everything that is shown, each thing once, as a reader would say."""

from collections import Counter

import pytest

from cert_model.catalog import Catalog
from cert_model.search import Synonyms
from cert_model.site_search import Document, find, with_id
from cert_model.site_search.documents import sentences_of
from cert_model.site_search.site import site_of
from cert_model.vocabulary import DocumentKind

WORDS_ALONE = Synonyms(())


@pytest.fixture(scope="module")
def documents(catalog: Catalog) -> tuple[Document, ...]:
    return site_of(catalog).documents


def ids(documents: tuple[Document, ...], kind: DocumentKind) -> set[str]:
    return {document.id.partition(":")[2] for document in documents if document.kind is kind}


def test_every_text_every_claim_and_every_credential_is_among_them(
    catalog: Catalog, documents: tuple[Document, ...]
) -> None:
    texts = catalog.texts
    assert ids(documents, DocumentKind.QUESTION) == {entry.id for entry in texts.faq.questions}
    assert ids(documents, DocumentKind.TERM) == {term.id for term in texts.glossary.terms}
    assert ids(documents, DocumentKind.CLAIM) == {claim.id for claim in catalog.claims.claims}
    assert ids(documents, DocumentKind.CREDENTIAL) == set(catalog.credentials)
    sections = sum(len(chapter.sections) for chapter in texts.guide)
    assert len(ids(documents, DocumentKind.GUIDE)) == len(texts.guide) + sections


def test_each_has_a_name_of_its_own(documents: tuple[Document, ...]) -> None:
    assert max(Counter(document.id for document in documents).values()) == 1


def test_each_has_a_title_a_place_and_a_sentence(documents: tuple[Document, ...]) -> None:
    assert all(entry.title and entry.trail and entry.place.page for entry in documents)
    assert [entry.id for entry in documents if not "".join(entry.sentences)] == []


def test_no_sentence_shows_the_signs_of_its_markdown(documents: tuple[Document, ...]) -> None:
    sentences = [sentence for entry in documents for sentence in entry.sentences]
    assert [text for text in sentences if "**" in text or "](" in text or "\\" in text] == []


def test_no_sentence_holds_a_placeholder(documents: tuple[Document, ...]) -> None:
    assert not [text for entry in documents for text in entry.sentences if "{{" in text]


def test_every_document_is_found_again_by_its_id(catalog: Catalog) -> None:
    for document in site_of(catalog).documents:
        assert with_id(catalog, document.id) == document


def test_every_hit_is_found_again_by_its_id(catalog: Catalog) -> None:
    for query in ("cpc vs ccs", "crc reinstatement", "cpc-a dues", "felony"):
        for hit in find(catalog, query).hits:
            assert with_id(catalog, hit.document.id) == hit.document


@pytest.mark.parametrize(
    "key",
    [
        *("", "nothing", "question:", "question:nobody", "compare:", "compare:aapc/cpc"),
        *("compare:aapc/cpc,nobody/x", "facts:aapc:renewal@ahima/ccs", "question:lapse@aapc/cpc"),
        "facts:aapc:renewal@../../etc",
    ],
)
def test_an_id_that_nothing_has_is_none(catalog: Catalog, key: str) -> None:
    assert with_id(catalog, key) is None


def test_facts_of_an_issuer_stand_on_the_page_of_the_credential_that_is_named(
    catalog: Catalog,
) -> None:
    hits = find(catalog, "crc reinstatement fee").hits
    (rules,) = [hit for hit in hits if hit.document.id.startswith("facts:aapc:renewal")]
    assert rules.document.place.query == {"id": "aapc/crc"}
    assert rules.document.place.anchor == "keeping-it"
    assert "CRC" in rules.document.trail
    assert rules.sentence == "Reinstatement fee, dollars: 200"


def test_every_group_of_synonyms_has_a_word_that_something_of_the_catalog_has(
    catalog: Catalog,
) -> None:
    lexicon = site_of(catalog).index.lexicon
    dead = [
        group.words
        for group in catalog.search.synonyms
        if not any(all(map(lexicon.has, WORDS_ALONE.tokens(word))) for word in group.words)
    ]
    assert dead == []


def test_data_without_texts_can_be_searched(demo: Catalog) -> None:
    (hit, *_) = find(demo, "abc").hits
    assert hit.document.id == "credential:demo/abc"
    assert find(demo, "felony").hits == ()


@pytest.mark.parametrize(
    ("markdown", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It costs \\$425.50 now. Ask.", ["It costs $425.50 now.", "Ask."]),
        ("A **bold** [link](https://x.example) here.", ["A bold link here."]),
        ("Ways:\n\n- **One**: this\n  goes on\n- Two", ["Ways:", "One: this goes on", "Two"]),
        ("Wrapped\nin the file.", ["Wrapped in the file."]),
        ("U.S. figures", ["U.S. figures"]),
        ("", []),
    ],
)
def test_a_text_is_read_as_its_sentences(markdown: str, sentences: list[str]) -> None:
    assert list(sentences_of(markdown)) == sentences
