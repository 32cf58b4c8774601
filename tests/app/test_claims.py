"""Claims, run without a browser."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.sessions import (
    filter_counts,
    open_on_phone,
    open_page,
    page_text,
    plain,
    plain_text,
    popover_labels,
    run,
)


def test_it_begins_with_every_claim_counted_by_verdict() -> None:
    app = open_page("claims")
    assert app.title[0].value == "Claims"
    assert re.search(r"Of \d+ claims\\, \d+ are wrong", page_text(app))
    assert "Ordered by verdict, wrong first and confirmed last, then by topic." in page_text(app)


def test_a_claim_opens_by_its_address_with_its_evidence() -> None:
    app = open_page("claims", claim="the-cpc-has-150-questions")
    assert app.title[0].value == "“The CPC exam has 150 questions\\.”"
    assert "since January 1, 2022" in plain_text(app)
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
    assert "The address asked for `claim`" in app.warning[0].value
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
    assert app.title[0].value == "Claims"
    assert f"The address asked for `{name}`" in app.warning[0].value
    assert not list(app.query_params)


def test_an_empty_list_names_the_filter_to_blame_and_drops_it() -> None:
    app = open_page("claims", q="ccds", topic="pay", verdict="confirmed")
    assert "No claim matches all of these filters" in page_text(app)
    blamed = next(button for button in app.button if "Remove “Search" in button.label)
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


def folds_of_claims(app: AppTest) -> list[str]:
    """The titles of the folds that hold the claims about a credential."""
    return [fold.label for fold in app.expander if fold.label.startswith("Claims about it")]


def test_a_credential_shows_the_claims_about_it_and_leads_to_them() -> None:
    app = open_page("credential", id="acdis/ccds")
    assert len(folds_of_claims(app)) == 1
    app.session_state["claims:acdis/ccds"] = True
    run(app).button(key="line:the-ccds-counts-for-magnet").click()
    app.run()
    assert app.title[0].value.startswith("“The CCDS counts")


def test_a_credential_that_no_claim_names_has_no_such_part() -> None:
    assert folds_of_claims(open_page("credential", id="aao/ocs")) == []


def evidence_buttons(app: AppTest) -> int:
    """How many claims the page lists, each with a button to its evidence."""
    return len([button for button in app.button if button.label.startswith("Evidence, ")])


def test_a_search_finds_a_claim_by_its_figure() -> None:
    app = open_page("claims")
    app.text_input(key="claims:q").set_value("42,630")
    assert "1 claim: 1 is wrong." in plain_text(run(app))
    assert evidence_buttons(app) == 1
    assert app.query_params["q"] == "42,630"


def test_the_number_beside_a_verdict_is_what_it_leaves() -> None:
    app = open_page("claims")
    promised = filter_counts(app, "claims:verdict")["Unclear"]
    app.button_group(key="claims:verdict").set_value(["cannot-be-told"])
    assert evidence_buttons(run(app)) == promised
    assert dict(app.query_params) == {"verdict": "cannot-be-told"}


def test_a_claim_names_its_own_link() -> None:
    app = open_page("claims", claim="the-cpc-has-150-questions")
    app.context = {"url": "https://certlens.example/claims"}
    link = "https://certlens.example/claims?claim=the-cpc-has-150-questions"
    assert link in {code.value for code in run(app).code}


def test_a_claim_leads_to_its_credential() -> None:
    app = open_page("claims", claim="the-ccds-counts-for-magnet")
    links = [(plain(link.label), link.page, link.query_string) for link in app.page_link]
    ccds = ("CCDS (ACDIS), Certified Clinical Documentation Specialist", "credential")
    assert (*ccds, "id=acdis%2Fccds") in links


def test_on_a_phone_a_mistaken_address_is_said_with_the_nearest_claims() -> None:
    app = open_on_phone("claims", claim="the-cpc-has-160-questions")
    assert "The address asked for `claim` =" in run(app).warning[0].value
    assert "Did you mean one of these?" in plain_text(app)
    assert evidence_buttons(app) > 0


def test_on_a_phone_the_filters_fold_into_one_button() -> None:
    app = open_on_phone("claims", topic="pay")
    assert "Filters (1 active)" in popover_labels(app)
    assert "BLS says what medical coders earn." in plain_text(app)
