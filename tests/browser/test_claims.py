"""What a person does with a claim: search it, filter, read the evidence, send its address."""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.actions import DESKTOP, PHONE, OpenPage, filter_count, press_filter, settle

ONE = "claims?claim=the-cpc-has-150-questions"


def evidence(page: Page) -> Locator:
    """The buttons of the cards and lines, one a claim."""
    return page.get_by_role("button", name=re.compile("^Evidence, "))


def title(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def test_a_search_finds_a_claim_by_its_figure(open_page: OpenPage) -> None:
    page = open_page("claims")
    page.get_by_label("Search claims, answers and letters").fill("42,630")
    expect(page.get_by_text("1 claim: 1 is wrong.")).to_be_visible()
    expect(evidence(page)).to_have_count(1)
    expect(page).to_have_url(re.compile("q=42"))


def test_a_filter_leaves_as_many_as_it_promised(open_page: OpenPage) -> None:
    page = open_page("claims")
    count = filter_count(page, "Cannot be told")
    press_filter(page, "Cannot be told")
    expect(evidence(page)).to_have_count(count)
    expect(page).to_have_url(re.compile("verdict=cannot-be-told"))


def test_a_claim_is_read_and_the_list_is_as_before(open_page: OpenPage) -> None:
    page = open_page("claims?topic=pay&verdict=confirmed")
    expect(evidence(page)).to_have_count(2)
    evidence(page).last.click()
    title(page, "The median pay of medical records specialists")
    expect(page.get_by_role("link", name="BLS OEWS national file, May 2025")).to_be_visible()
    expect(page).to_have_url(re.compile("claim=median-pay-51140"))
    settle(page)
    page.get_by_role("button", name="All claims").click()
    expect(evidence(page)).to_have_count(2)


def test_the_back_button_leads_from_a_claim_to_its_list(open_page: OpenPage) -> None:
    page = open_page("claims?topic=outlook")
    evidence(page).first.click()
    expect(page).to_have_url(re.compile("claim="))
    settle(page)
    page.go_back()
    title(page, "Claim checker")
    expect(page).to_have_url(re.compile("topic=outlook$"))


def test_a_claim_opens_by_its_address_and_names_its_own_link(open_page: OpenPage) -> None:
    page = open_page(ONE)
    title(page, "“The CPC exam has 150 questions.”")
    expect(page.get_by_text("Outdated since 1 January 2022")).to_be_visible()
    source = page.get_by_role("link", name="CPC exam FAQs")
    expect(source).to_have_attribute("href", "https://www.aapc.com/resources/cpc-exam-faqs")
    page.get_by_role("button", name="Link to this claim").click()
    expect(page.get_by_test_id("stPopoverBody").locator("code")).to_contain_text(f"/{ONE}")


def test_a_claim_leads_to_its_credential_and_the_credential_to_it(open_page: OpenPage) -> None:
    page = open_page("claims?claim=the-ccds-counts-for-magnet")
    page.get_by_role("link", name="CCDS (ACDIS)").click()
    title(page, "CCDS · Certified Clinical Documentation Specialist")
    settle(page)
    page.get_by_role("button", name=re.compile("^Evidence, 1 source")).first.click()
    expect(page).to_have_url(re.compile(r"/claims\?claim="))


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_mistaken_address_is_said_with_the_nearest_claims(
    open_page: OpenPage, viewport: ViewportSize
) -> None:
    page = open_page("claims?claim=the-cpc-has-160-questions", viewport=viewport)
    expect(page.get_by_text("The address asked for claim =")).to_be_visible()
    expect(page.get_by_text("Did you mean one of these?")).to_be_visible()
    evidence(page).first.click()
    title(page, "“The CPC exam has 150 questions.”")


def test_an_empty_list_offers_to_drop_what_empties_it(open_page: OpenPage) -> None:
    page = open_page("claims?q=ccds&topic=pay")
    page.get_by_role("button", name=re.compile("^Drop “Search: ccds”")).click()
    expect(evidence(page)).not_to_have_count(0)


def test_a_claim_is_reached_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("claims?topic=standing")
    evidence(page).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What the verdict rests on")).to_be_visible()


def test_on_a_phone_the_filters_fold_into_one_button(open_page: OpenPage) -> None:
    page = open_page("claims?topic=pay", viewport=PHONE)
    expect(page.get_by_role("button", name="Filters · 1 in force")).to_be_visible()
    expect(page.get_by_text("BLS says what medical coders earn.")).to_be_visible()
