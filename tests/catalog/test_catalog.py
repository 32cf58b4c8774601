"""What the loaded catalog answers."""

import pytest

from cert_model.catalog import Catalog, UnknownCredential
from cert_model.frames import frames_of


@pytest.mark.parametrize("name", ["aapc/cpc", "CPC", "cpc", "  Cpc "])
def test_letters_alone_name_a_credential_where_they_are_unambiguous(
    catalog: Catalog, name: str
) -> None:
    assert catalog.resolve(name) == "aapc/cpc"


def test_letters_shared_by_two_issuers_are_refused_with_both_named(catalog: Catalog) -> None:
    with pytest.raises(UnknownCredential, match="ambiguous; write one of: acdis/ccds, cdia/ccds"):
        catalog.resolve("CCDS")


def test_an_unknown_name_is_refused_with_the_nearest(catalog: Catalog) -> None:
    with pytest.raises(UnknownCredential, match="did you mean .*ahima/ccs"):
        catalog.resolve("ahmia/ccs")


def test_a_very_long_name_is_not_repeated_in_full(catalog: Catalog) -> None:
    with pytest.raises(UnknownCredential) as caught:
        catalog.resolve("x" * 10_000)
    assert len(str(caught.value)) < 200


def test_shared_letters_are_labeled_with_their_issuer(catalog: Catalog) -> None:
    assert catalog.labels["cdia/ccds"] == "CCDS (CDIA)"


def test_an_apprentice_credential_has_the_exam_of_the_full_one(catalog: Catalog) -> None:
    full, apprentice = catalog.credentials["aapc/cpc"], catalog.credentials["aapc/cpc-a"]
    assert (apprentice.exam, apprentice.fees) == (full.exam, full.fees)


def test_borrowed_facts_are_counted_once(catalog: Catalog) -> None:
    facts = frames_of(catalog).facts
    own = facts[facts["subject"] == "aapc/cpc-a"]
    assert not own["field"].str.startswith("exam.").any()


def test_the_fingerprint_is_the_same_for_the_same_data(catalog: Catalog, demo: Catalog) -> None:
    assert len(catalog.fingerprint) == 12
    assert catalog.fingerprint != demo.fingerprint


def test_the_newest_evidence_is_not_in_the_future(catalog: Catalog) -> None:
    assert catalog.newest_evidence <= catalog.today
