"""The claim checker, run without a browser."""

import re

import pytest

from tests.app.sessions import open_page, page_text


def test_it_begins_with_every_claim_counted_by_verdict() -> None:
    app = open_page("claims")
    assert app.title[0].value == "Claim checker"
    assert re.search(r"Of \d+ claims\\, \d+ are wrong", page_text(app))
    assert "Ordered by verdict, wrong first and confirmed last, then by topic." in page_text(app)


def test_a_claim_opens_by_its_address_with_its_evidence() -> None:
    app = open_page("claims", claim="the-cpc-has-150-questions")
    assert app.title[0].value == "“The CPC exam has 150 questions\\.”"
    assert "since 1 January 2022" in page_text(app)
    assert "https://www.aapc.com/resources/cpc-exam-faqs" in page_text(app)
    assert "practicetestgeeks" in page_text(app)


def test_the_list_keeps_its_choices_while_a_claim_is_read() -> None:
    app = open_page("claims", topic="pay", verdict="confirmed")
    app.button(key="card:median-pay-51140").click()
    app.run()
    assert app.query_params["claim"] == "median-pay-51140"
    next(button for button in app.button if button.label == "All claims").click()
    app.run()
    assert "claim" not in app.query_params
    assert app.query_params["topic"] == "pay"


def test_a_mistaken_address_says_so_and_names_the_nearest() -> None:
    app = open_page("claims", claim="the-cpc-has-160-questions")
    assert "The address asked for claim" in app.warning[0].value
    assert "Did you mean one of these?" in page_text(app)
    app.button(key="line:the-cpc-has-150-questions").click()
    app.run()
    assert app.query_params["claim"] == "the-cpc-has-150-questions"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claim", "<script>alert(1)</script>"),
        ("claim", "x" * 10_000),
        ("verdict", "pants-on-fire"),
        ("topic", "gossip"),
        ("q", "x" * 10_000),
        ("every", "perhaps"),
    ],
)
def test_a_bad_address_gives_the_whole_list_and_a_word_about_it(name: str, text: str) -> None:
    app = open_page("claims", **{name: text})
    assert app.title[0].value == "Claim checker"
    assert f"The address asked for {name}" in app.warning[0].value
    assert "<script>" not in app.warning[0].value
    assert not list(app.query_params)


def test_an_empty_list_names_the_filter_to_blame_and_drops_it() -> None:
    app = open_page("claims", q="ccds", topic="pay", verdict="confirmed")
    assert "No claim matches all of these filters" in page_text(app)
    blamed = next(button for button in app.button if "Drop “Search" in button.label)
    blamed.click()
    app.run()
    assert app.query_params["topic"] == "pay"
    assert "q" not in app.query_params


def test_the_rest_of_a_long_list_is_one_press_away() -> None:
    app = open_page("claims")
    assert len([button for button in app.button if button.label.startswith("Evidence")]) == 12
    next(button for button in app.button if button.label.startswith("Show all")).click()
    app.run()
    assert app.query_params["every"] == "yes"
    assert len([button for button in app.button if button.label.startswith("Evidence")]) >= 30


def test_a_credential_shows_the_claims_about_it_and_leads_to_them() -> None:
    app = open_page("credential", id="acdis/ccds")
    assert "Claims about it" in {heading.value for heading in app.header}
    app.button(key="line:the-ccds-counts-for-magnet").click()
    app.run()
    assert app.title[0].value.startswith("“The CCDS counts")


def test_a_credential_that_no_claim_names_has_no_such_part() -> None:
    app = open_page("credential", id="aao/ocs")
    assert "Claims about it" not in {heading.value for heading in app.header}
