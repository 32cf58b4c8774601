"""The plan to print and to send says what the screen says, with full names and one link."""

from collections.abc import Callable

import pytest

from cert_model.catalog import Catalog
from cert_model.formatting import format_day
from tests.catalogs import TODAY
from tests.ui.plan.test_view_model import NEWCOMER, NOBODY, view_of
from ui.plan import paper
from ui.plan.paper import Paper, make_paper

PAGES = "https://certlens.example/"
LINK = f"{PAGES}plan?target=aapc/cpc&me=1abc"


@pytest.fixture(name="sheet")
def _sheet(catalog: Catalog) -> Paper:
    return make_paper(view_of(catalog, NEWCOMER, "cpc"), PAGES, LINK)


def test_letters_are_told_with_their_full_names(sheet: Paper) -> None:
    assert "CPC: Certified Professional Coder, of AAPC" in sheet.names
    assert "CPC-A: Certified Professional Coder - Apprentice" in sheet.names


def test_the_day_and_the_version_of_the_catalog_stand_on_it(catalog: Catalog, sheet: Paper) -> None:
    assert f"{format_day(TODAY)}, version {catalog.fingerprint}" in sheet.evidence


@pytest.mark.parametrize("write", [paper.printed, paper.for_word, paper.markdown])
def test_every_form_has_the_answer_the_steps_the_bill_and_the_link(
    catalog: Catalog, sheet: Paper, write: Callable[[Paper], bytes]
) -> None:
    text = write(sheet).decode().replace("&amp;", "&").replace("&#39;", "'")
    view = view_of(catalog, NEWCOMER, "cpc")
    for part in (view.title, view.headline, view.timeline_takeaway, view.cost, LINK):
        assert part in text
    for step in view.plan.steps:
        assert step.what in text


def test_a_word_processor_gets_no_columns(sheet: Paper) -> None:
    assert b"grid" in paper.printed(sheet)
    assert b"grid" not in paper.for_word(sheet)


def test_every_first_step_has_an_address_to_open(sheet: Paper) -> None:
    assert all(address.startswith("https://") for _, address in sheet.first_steps)


def test_what_was_not_found_is_on_the_bill(catalog: Catalog) -> None:
    sheet = make_paper(view_of(catalog, NOBODY, "rhia"), PAGES, LINK)
    assert ("not found", "") in [row[1:] for row in sheet.bill.rows]
