"""The search knows letters, names, former letters and synonyms."""

import pytest

from cert_model.catalog import Catalog
from cert_model.explore.search import credential_search
from cert_model.search import WordIndex, split_words


@pytest.fixture(scope="module")
def search(catalog: Catalog) -> WordIndex:
    return credential_search(catalog)


def ids_for(catalog: Catalog, search: WordIndex, query: str) -> list[str]:
    return [key for key, hit in zip(catalog.credentials, search.mask(query), strict=True) if hit]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("cpc", "aapc/cpc"),
        ("CPC-H", "aapc/coc"),
        ("inpatient", "ahima/ccs"),
        ("hospital coding", "ahima/ccs"),
        ("certified coding spec", "ahima/ccs"),
        ("biller", "aapc/cpb"),
        ("asc", "aapc/cpc"),
        ("ahima entry", "ahima/cca"),
        ("ICD-10-PCS", "ahima/ccs"),
        ("hcpcs", "aapc/cpc"),
        ("him", "ahima/rhit"),
    ],
)
def test_a_query_finds_its_credential(
    catalog: Catalog, search: WordIndex, query: str, expected: str
) -> None:
    assert expected in ids_for(catalog, search, query)


def test_every_word_must_fit(catalog: Catalog, search: WordIndex) -> None:
    assert set(ids_for(catalog, search, "aapc inpatient")) < set(
        ids_for(catalog, search, "inpatient")
    )


def test_an_empty_query_finds_all(catalog: Catalog, search: WordIndex) -> None:
    assert search.mask("  ?! ").all()


def test_nonsense_finds_nothing(catalog: Catalog, search: WordIndex) -> None:
    assert not search.mask("zzzz").any()


def test_a_query_without_end_is_cut(search: WordIndex) -> None:
    assert len(split_words("ab " * 10_000)) < 100


def test_a_synonym_and_a_slip_find_what_the_word_finds(catalog: Catalog, search: WordIndex) -> None:
    assert ids_for(catalog, search, "inpatiant") == ids_for(catalog, search, "inpatient")
    assert "aapc/crc" in ids_for(catalog, search, "HCC")
    assert "aapc/crc" in ids_for(catalog, search, "medicare advantage")


def test_words_of_a_question_narrow_nothing(catalog: Catalog, search: WordIndex) -> None:
    assert ids_for(catalog, search, "which of them is inpatient") == ids_for(
        catalog, search, "inpatient"
    )
