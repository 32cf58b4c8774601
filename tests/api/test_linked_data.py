"""A credential as linked data over HTTP: the documents of the export, called what they are."""

import pytest
from starlette.testclient import TestClient

from cert_model.catalog import Catalog
from cert_model.export.linked_data import ctdl_document, schema_org_document

WRITERS = {"schema-org": schema_org_document, "ctdl": ctdl_document}
CPC = "/v1/credentials/aapc/cpc"


@pytest.mark.parametrize("name", WRITERS)
def test_the_document_is_that_of_the_export(api: TestClient, catalog: Catalog, name: str) -> None:
    answer = api.get(f"{CPC}?format={name}")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json() == WRITERS[name](catalog, "aapc/cpc")


def test_a_client_that_takes_json_alone_gets_it_so_called(api: TestClient) -> None:
    answer = api.get(f"{CPC}?format=schema-org", headers={"Accept": "application/json"})
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["@type"] == "EducationalOccupationalCredential"


def test_linked_data_are_no_table(api: TestClient) -> None:
    answer = api.get(f"{CPC}?format=ctdl", headers={"Accept": "text/csv"})
    assert (answer.status_code, answer.json()["code"]) == (406, "not-acceptable")


def test_another_format_is_refused_with_those_that_there_are(api: TestClient) -> None:
    answer = api.get(f"{CPC}?format=rdf")
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["field"]) == (422, "format")
    assert error["allowed"] == ["schema-org", "ctdl"]


def test_it_is_of_the_day_that_is_asked_for(api: TestClient) -> None:
    then = api.get(f"{CPC}?format=schema-org&as_at=2022-01-01").json()
    assert then["offers"] != api.get(f"{CPC}?format=schema-org").json()["offers"]


def test_a_client_learns_that_nothing_has_changed(api: TestClient) -> None:
    tag = api.get(f"{CPC}?format=schema-org").headers["etag"]
    again = api.get(f"{CPC}?format=schema-org", headers={"If-None-Match": tag})
    assert again.status_code == 304
