"""The JSON Schema of an exported fact sheet fits every sheet, and nothing that is not one."""

import copy
import json
from typing import Any

import jsonschema
import pytest

from cert_model.catalog import Catalog
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.export.sheet_schema import sheet_schema


@pytest.fixture(scope="module")
def checker() -> jsonschema.Draft202012Validator:
    schema = sheet_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def cpc(catalog: Catalog) -> dict[str, Any]:
    sheet: dict[str, Any] = json.loads(json.dumps(sheet_as_json(catalog, "aapc/cpc")))
    return copy.deepcopy(sheet)


def test_every_exported_fact_sheet_fits(
    catalog: Catalog, checker: jsonschema.Draft202012Validator
) -> None:
    for key in catalog.credentials:
        sheet = json.loads(json.dumps(sheet_as_json(catalog, key)))
        assert not [error.message for error in checker.iter_errors(sheet)], key


def test_a_fact_without_sources_does_not_fit(
    checker: jsonschema.Draft202012Validator, cpc: dict[str, Any]
) -> None:
    cpc["exam"]["questions"]["sources"] = []
    assert not checker.is_valid(cpc)
    del cpc["exam"]["questions"]["sources"]
    assert not checker.is_valid(cpc)


def test_an_estimate_does_not_fit_where_a_fact_belongs(
    checker: jsonschema.Draft202012Validator, cpc: dict[str, Any]
) -> None:
    cpc["exam"]["questions"]["standing"] = "estimated"
    assert not checker.is_valid(cpc)


@pytest.mark.parametrize("name", ["id", "estimates", "name", "status"])
def test_a_sheet_without_one_of_its_fields_does_not_fit(
    checker: jsonschema.Draft202012Validator, cpc: dict[str, Any], name: str
) -> None:
    del cpc[name]
    assert not checker.is_valid(cpc)


def test_a_field_that_is_not_of_the_contract_does_not_fit(
    checker: jsonschema.Draft202012Validator, cpc: dict[str, Any]
) -> None:
    cpc["score"] = 5
    assert not checker.is_valid(cpc)
