"""The JSON of the commands is what the contract says."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cert_model.catalog import Catalog
from cert_model.export.answers import LIST_COLUMNS, list_row_as_json
from cert_model.export.fact_sheets import sheet_as_json
from cert_model.overview import overviews
from cert_model.vocabulary import Standing


def blocks(part: Any) -> Iterator[dict[str, Any]]:
    """Every block of a JSON answer, outermost first."""
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from blocks(value)
    elif isinstance(part, list):
        for item in part:
            yield from blocks(item)


def test_a_row_has_the_columns_of_the_contract(catalog: Catalog) -> None:
    row = list_row_as_json(overviews(catalog)["aapc/cpc"])
    assert tuple(row) == LIST_COLUMNS


def test_a_row_survives_json(catalog: Catalog) -> None:
    row = list_row_as_json(overviews(catalog)["aapc/cpc"])
    assert json.loads(json.dumps(row)) == row


def test_unknown_is_null(demo: Catalog) -> None:
    row = list_row_as_json(overviews(demo)["demo/abc"])
    assert row["pass_rate"] is None
    assert row["online"] is None


def test_every_sheet_survives_json(catalog: Catalog) -> None:
    for key in catalog.credentials:
        sheet = sheet_as_json(catalog, key)
        assert json.loads(json.dumps(sheet)) == json.loads(json.dumps(sheet, ensure_ascii=False))


def test_every_fact_shows_its_sources_and_standing(catalog: Catalog) -> None:
    for key in catalog.credentials:
        for block in blocks(sheet_as_json(catalog, key)):
            if "sources" in block:
                assert block["sources"]
                assert block["standing"] in set(Standing)


def test_no_block_with_a_value_goes_without_sources(catalog: Catalog) -> None:
    for key in catalog.credentials:
        for block in blocks(sheet_as_json(catalog, key)):
            if "value" in block or "low" in block:
                assert block.get("sources") or block["standing"] == Standing.ESTIMATED, (key, block)


def test_an_estimate_stands_apart_from_the_facts_of_its_sheet(catalog: Catalog) -> None:
    sheet = sheet_as_json(catalog, "aapc/cic")
    price = sheet.pop("estimates")["exam_price"]
    assert (price["low"], price["high"], price["standing"]) == (425, 425, "estimated")
    assert price["facts"] == ["aapc:exam_groups.0.fees.0.amount"]
    assert price["rule"] == "AAPC's core exams in general cost $425 for one attempt (as of 2026)"
    assert sheet["fees"] == []
    assert all(block.get("standing") != "estimated" for block in blocks(sheet))


def test_a_row_of_a_list_says_that_a_figure_is_estimated(catalog: Catalog) -> None:
    row = list_row_as_json(overviews(catalog)["aapc/canpc"])
    assert (row["exam_fee_low"], row["exam_fee_high"]) == (425, 425)
    assert row["exam_fee_standing"] == "estimated"
    assert (row["minutes"], row["minutes_standing"]) == (240, "estimated")
    assert (row["questions"], row["questions_standing"]) == (100, "estimated")
    assert list_row_as_json(overviews(catalog)["aapc/cpc"])["exam_fee_standing"] != "estimated"


def test_a_fact_has_the_parts_of_the_contract(catalog: Catalog) -> None:
    minutes = sheet_as_json(catalog, "aapc/cpc")["exam"]["minutes"]
    assert minutes["value"] == 240
    assert set(minutes) == {
        "value", "as_of", "sources", "standing", "history", "disputed", "why", "note"
    }  # fmt: skip
    assert set(minutes["sources"][0]) == {
        "id",
        "title",
        "url",
        "publisher",
        "copy_of",
        "kind",
        "date",
    }


def test_a_range_has_low_and_high_in_place_of_value(catalog: Catalog) -> None:
    domain = sheet_as_json(catalog, "ahima/cca")["exam"]["content"][0]
    assert (domain["low"], domain["high"]) == (30, 34)
    assert "value" not in domain


def test_an_unknown_id_raises(catalog: Catalog) -> None:
    with pytest.raises(KeyError):
        sheet_as_json(catalog, "nobody/none")
