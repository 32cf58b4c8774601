"""The question of each kind of visitor, answered in a few clicks at a desk and on a phone.

The story of somebody who is new to the field stands in ``test_start``.
"""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.actions import DESKTOP, PHONE, OpenPage, expect_nothing_too_wide, settle

at_both_widths = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])


def press(page: Page, words: str) -> None:
    """Press a button once the page rests."""
    settle(page)
    page.get_by_role("button", name=words, exact=True).first.click()


def choose(page: Page, words: str) -> None:
    """Choose an answer of which one alone may be chosen."""
    settle(page)
    page.get_by_role("radio", name=words, exact=True).first.click()


def expect_answer(page: Page, words: str) -> None:
    """Wait for the sentence that somebody came for; it fits the window."""
    expect(page.get_by_text(re.compile(words)).filter(visible=True).first).to_be_visible()
    settle(page)
    expect_nothing_too_wide(page)


@at_both_widths
def test_an_apprentice_learns_how_the_a_goes(open_page: OpenPage, size: ViewportSize) -> None:
    page = open_page("claims?topic=outlook", viewport=size)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("how do I remove the A")
    page.get_by_role("dialog").get_by_role("link", name="How do I get rid of the A?").click()
    expect_answer(page, "^These ways are known:")


@at_both_widths
def test_a_nurse_learns_that_the_ccds_is_open(open_page: OpenPage, size: ViewportSize) -> None:
    page = open_page("credential?id=acdis/ccds", viewport=size)
    press(page, "Am I eligible?")
    expect(page.get_by_role("heading", level=1)).to_have_text("Am I eligible?")
    settle(page)
    page.get_by_role("button", name="Start as someone like me").click()
    page.get_by_role("button", name="Nurse in CDI").click()
    expect_answer(page, "^You may sit for this exam now")


@at_both_widths
def test_a_holder_of_the_rhit_learns_what_keeping_it_takes(
    open_page: OpenPage, size: ViewportSize
) -> None:
    page = open_page(viewport=size)
    choose(page, "I hold a credential")
    page.get_by_role("link", name=re.compile("^What it takes to keep it")).click()
    box = page.get_by_role("combobox", name="Add what you hold")
    box.fill("RHIT")
    box.press("Enter")
    expect_answer(page, r"^\d+ CEUs at AHIMA every 2 years\.")


@at_both_widths
def test_a_biller_learns_which_exam_costs_least(open_page: OpenPage, size: ViewportSize) -> None:
    page = open_page(viewport=size)
    for answer in ("Already coding or billing", "Billing", "Low cost"):
        choose(page, answer)
    expect_answer(page, "^Ordered by cost")
    expect(page.locator(".st-key-first-card")).to_contain_text("You may take the exam now")


@at_both_widths
def test_a_veteran_learns_who_may_pay_for_the_cpc(open_page: OpenPage, size: ViewportSize) -> None:
    page = open_page("prepare?id=aapc/cpc&view=day", viewport=size)
    choose(page, "Who may pay")
    expect_answer(page, "are known to name the CPC: .*US Army")


@at_both_widths
def test_a_coder_abroad_learns_where_exams_are_given(
    open_page: OpenPage, size: ViewportSize
) -> None:
    page = open_page("guide?chapter=questions", viewport=size)
    page.get_by_role("button", name="Can I do this from abroad?").press("Enter")
    expect_answer(page, "test centers in the United States and abroad")


@at_both_widths
def test_a_counselor_learns_how_many_of_a_class_may_sit(
    open_page: OpenPage, size: ViewportSize
) -> None:
    page = open_page("class", viewport=size)
    press(page, "Show an example class")
    expect_answer(page, r"^\d+ of 30 may sit for the CPC")
