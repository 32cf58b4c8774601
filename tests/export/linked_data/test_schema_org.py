"""Credentials in the terms of schema.org: valid terms, the catalog's figures and their sources."""

import json
from dataclasses import replace
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.export.linked_data import schema_org_document
from cert_model.schema import PriceFact
from tests.export.linked_data.vocabulary import nodes_in, schema_org_faults


@pytest.fixture(scope="module")
def documents(catalog: Catalog) -> dict[str, dict[str, Any]]:
    return {key: schema_org_document(catalog, key) for key in catalog.credentials}


def test_every_term_is_one_that_its_type_has(documents: dict[str, dict[str, Any]]) -> None:
    faults = {key: list(schema_org_faults(document)) for key, document in documents.items()}
    assert {key: found for key, found in faults.items() if found} == {}
    assert list(schema_org_faults({"@type": "Offer", "prize": 3})) == ["Offer has no prize"]


def test_a_credential_has_name_letters_issuer_and_validity(
    documents: dict[str, dict[str, Any]],
) -> None:
    cpc = documents["aapc/cpc"]
    assert cpc["@type"] == "EducationalOccupationalCredential"
    assert cpc["name"] == "Certified Professional Coder"
    assert cpc["alternateName"][0] == "CPC"
    assert cpc["recognizedBy"]["alternateName"] == "AAPC"
    assert cpc["validFor"] == "P24M"


def test_offers_are_the_prices_of_the_catalog_each_with_its_sources(
    catalog: Catalog, documents: dict[str, dict[str, Any]]
) -> None:
    for key, sheet in catalog.credentials.items():
        offers = documents[key].get("offers", [])
        assert all(offer["subjectOf"] for offer in offers)
        written = {offer.get("price") for offer in offers} - {None}
        paid_for = ("exam", "retake", "application")
        fees = [fee for fee in sheet.fees if fee.kind in paid_for and fee.amount]
        assert written == {fee.amount.value for fee in fees if fee.amount}, key


def test_a_price_that_is_a_range_has_both_ends(demo: Catalog) -> None:
    sheet = demo.credentials["demo/abc"]
    (fee,) = sheet.fees
    amount = PriceFact(low=90, high=120, src=("issuer-page",))
    unsure = sheet.model_copy(update={"fees": (fee.model_copy(update={"amount": amount}),)})
    document = schema_org_document(replace(demo, credentials={sheet.id: unsure}), sheet.id)
    (offer,) = document["offers"]
    assert offer["priceSpecification"] == {
        "@type": "PriceSpecification",
        "minPrice": 90,
        "maxPrice": 120,
        "priceCurrency": "USD",
    }
    assert "price" not in offer


def test_no_estimate_and_nothing_unknown_is_exported(
    documents: dict[str, dict[str, Any]], demo: Catalog
) -> None:
    canpc = documents["aapc/canpc"]
    assert not any(offer["name"].startswith("Exam") for offer in canpc.get("offers", ()))
    assert "validFor" not in schema_org_document(demo, "demo/abc")
    for document in documents.values():
        for node in nodes_in(document):
            assert all(value not in (None, "", [], {}) for value in node.values())


def test_a_document_is_plain_json(documents: dict[str, dict[str, Any]]) -> None:
    for document in documents.values():
        assert json.loads(json.dumps(document)) == document
