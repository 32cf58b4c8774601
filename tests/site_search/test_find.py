"""What comes first, what is said of it, and what is offered where nothing is found."""

from dataclasses import replace

import pytest

from cert_model.catalog import Catalog
from cert_model.site_search import find, ways_on
from cert_model.site_search.letters import Letters
from cert_model.site_search.sentences import describe
from cert_model.vocabulary import DocumentKind


def found(catalog: Catalog, query: str) -> list[str]:
    return [hit.document.id for hit in find(catalog, query).hits]


def test_letters_put_their_credential_first_whatever_is_written_about_it(catalog: Catalog) -> None:
    for sheet in catalog.credentials.values():
        (first, *_) = find(catalog, sheet.code).hits
        assert first.document.kind is DocumentKind.CREDENTIAL, sheet.code
        assert catalog.credentials[first.document.credentials[0]].code == sheet.code


def test_of_two_credentials_with_the_same_letters_the_american_comes_first(
    catalog: Catalog,
) -> None:
    assert found(catalog, "ccds")[:2] == ["credential:acdis/ccds", "credential:cdia/ccds"]


def test_which_is_the_american_follows_from_its_issuer(catalog: Catalog) -> None:
    issuers = dict(catalog.issuers)
    for key, country in (("acdis", "AU"), ("cdia", "US")):
        issuers[key] = issuers[key].model_copy(update={"country": country})
    named = Letters(replace(catalog, issuers=issuers)).named(["ccds"])
    assert named == {"ccds": ("cdia/ccds", "acdis/ccds")}


@pytest.mark.parametrize("query", ["cpc-h", "the CPC-H", "CPCH"])
def test_former_letters_find_their_credential(catalog: Catalog, query: str) -> None:
    assert found(catalog, query)[0] == "credential:aapc/coc"


def test_letters_with_a_question_ask_about_the_credential(catalog: Catalog) -> None:
    first, *_ = found(catalog, "ccs eligibility")
    assert first == "facts:ahima/ccs:eligibility"


def test_several_letters_offer_the_comparison_first(catalog: Catalog) -> None:
    (first, *_) = find(catalog, "difference between CPC, CCS and CCA").hits
    assert first.document.title == "Compare CPC, CCS and CCA"
    assert first.document.place.query == {"ids": "aapc/cpc,ahima/ccs,ahima/cca"}


def test_letters_of_an_issuer_put_its_credentials_first(catalog: Catalog) -> None:
    for issuer in catalog.issuers.values():
        assert found(catalog, issuer.letters)[0] == f"issuer:{issuer.id}"


def test_no_kind_crowds_out_the_others(catalog: Catalog) -> None:
    kinds = [hit.document.kind for hit in find(catalog, "reschedule").hits]
    assert kinds.count(DocumentKind.FACTS) == 4
    assert kinds.count(DocumentKind.CLAIM) <= 3


def test_no_sentence_is_shown_twice(catalog: Catalog) -> None:
    for query in ("reinstatement", "membership", "books", "grace period"):
        sentences = [hit.sentence for hit in find(catalog, query).hits]
        assert len(set(sentences)) == len(sentences), query


def test_a_hit_shows_the_sentence_that_answers(catalog: Catalog) -> None:
    hits = {hit.document.id: hit for hit in find(catalog, "felony").hits}
    hit = hits["question:criminal-record"]
    assert "felony convictions can bar a person" in hit.sentence
    assert [piece.text for piece in hit.pieces if piece.is_found] == ["felony", "convictions"]


def test_a_slip_is_said(catalog: Catalog) -> None:
    answer = find(catalog, "salry")
    assert describe(answer).endswith("results. Read “salry” as “salary”.")


def test_a_word_that_nothing_has_is_said_and_the_others_count(catalog: Catalog) -> None:
    answer = find(catalog, "qqzzx felony")
    assert answer.hits == find(catalog, "felony").hits
    assert describe(answer).endswith("Nothing has “qqzzx”.")


def test_where_nothing_is_found_the_nearest_letters_and_words_are_offered(
    catalog: Catalog,
) -> None:
    answer = find(catalog, "CPX")
    assert answer.hits == ()
    assert {"CPC", "CPB"} <= set(answer.suggestions)
    assert describe(answer) == "Nothing was found. These words are nearest:"
    for suggestion in answer.suggestions:
        assert find(catalog, suggestion).hits, suggestion


def test_where_nothing_is_near_pages_lead_on(catalog: Catalog) -> None:
    answer = find(catalog, "zzqqzz")
    assert (answer.hits, answer.suggestions) == ((), ())
    assert describe(answer) == "Nothing was found. These pages lead further:"
    assert [page.place.page for page in ways_on(catalog)] == ["explore", "guide", "guide"]


def test_a_query_without_a_word_finds_nothing(catalog: Catalog) -> None:
    for query in ("", "   ", "?!", "…"):
        assert find(catalog, query).hits == ()
