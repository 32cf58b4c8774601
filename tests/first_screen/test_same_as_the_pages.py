"""The first screens say what the pages say, which are drawn from the same view models."""

import re

import pytest

from cert_model.catalog import Catalog
from cert_model.formatting import as_phrase
from cert_model.prices import estimates_of
from first_screen.screens.register import SCREENS
from tests.app.sessions import fact_lists, headline, open_page
from tests.first_screen.reading import document_of, read
from ui.explore.result_rows import result_rows
from ui.shell.file_address import view_of_nobody

HARD_ONES = ("aapc/cpc", "ahima/ccs", "nha/cbcs", "aapc/cascc", "cdia/ccds")
"""Disputed, with a rule of three kinds, with a mark, with little known, and from abroad."""
QUESTION = "cpc-or-ccs"


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("page", SCREENS)
def test_the_heading_is_that_of_the_page(page: str) -> None:
    drawn = open_page(page).title[0].value
    assert document_of("" if page == "home" else page).heading == drawn


@pytest.mark.parametrize("key", HARD_ONES)
def test_a_credential_leads_with_the_answer_of_its_page(key: str) -> None:
    answer = headline(open_page("credential", id=key))
    assert answer in document_of("credential", id=key).text


@pytest.mark.parametrize("key", HARD_ONES)
def test_a_credential_has_every_list_of_facts_that_its_page_draws(key: str) -> None:
    app = open_page("credential", id=key)
    text = document_of("credential", id=key).text
    drawn = fact_lists(app)
    assert len(drawn) >= 5
    for written in drawn:
        assert read(written).text in text


@pytest.mark.parametrize("key", HARD_ONES)
def test_a_credential_names_the_pages_behind_its_facts(catalog: Catalog, key: str) -> None:
    document = document_of("credential", id=key)
    sheet = catalog.credentials[key]
    sources = {source for fee in sheet.fees if fee.amount for source in fee.amount.src}
    addresses = {catalog.sources[source].url for source in sources} - {None}
    assert {address for address in addresses if address} <= {
        link.replace("%28", "(").replace("%29", ")") for link in document.links
    }


def test_explore_has_every_figure_of_every_row(catalog: Catalog) -> None:
    text = document_of("explore").text
    for key, row in result_rows(catalog).items():
        assert row["name"] in text
        figures = [squeezed(f"{cell['text']} {cell['mark']}") for cell in row["cells"]]
        assert all(figure in text for figure in figures), key
        assert view_of_nobody(catalog).verdict_texts[key] in text


def test_figures_that_are_not_known_or_estimated_say_so(catalog: Catalog) -> None:
    for key in (*HARD_ONES, *list(catalog.credentials)[::9]):
        sheet = catalog.credentials[key]
        text = document_of("credential", id=key).text
        if not sheet.exam.pass_rates:
            assert "No pass rate was found. –" in text, key
        for estimate in estimates_of(catalog, sheet).values():
            assert f"It is estimated: {as_phrase(estimate.rule)}" in text, key


def test_a_claim_has_its_verdict_what_is_right_and_the_sources(catalog: Catalog) -> None:
    for claim in catalog.claims.claims:
        document = document_of("claims", claim=claim.id)
        assert claim.claim in document.heading
        assert claim.verdict.label in document.text
        for source in claim.src:
            assert squeezed(catalog.sources[source].title) in document.text


def test_a_question_of_the_guide_has_its_answer_and_its_sources() -> None:
    question = document_of("guide", question=QUESTION)
    assert question.data is not None
    assert question.data["@type"] == "FAQPage"
    answer = question.data["mainEntity"]["acceptedAnswer"]["text"]
    assert re.sub(r"\W", "", answer)[:80] in re.sub(r"\W", "", question.text)
    assert "Sources:" in question.text
