"""The main tasks by keyboard alone, each stop of the Tab key seen and in its order."""

import re

from playwright.sync_api import expect

from tests.browser.actions import OpenPage, settle
from tests.browser.keyboard import Walk


def test_a_credential_is_found_on_explore_and_opened(open_page: OpenPage) -> None:
    page = open_page("explore")
    walk = Walk(page)
    box = page.get_by_role("searchbox", name=re.compile("^Search names"))
    walk.to(box)
    walk.type("risk adjustment")
    expect(page).to_have_url(re.compile("q=risk"))
    settle(page)
    expect(box).to_be_focused()
    walk.to(page.locator(".results").get_by_role("link", name="CRC", exact=True))
    walk.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^CRC · "))


def test_three_questions_on_home_lead_to_a_plan(open_page: OpenPage) -> None:
    page = open_page()
    walk = Walk(page)
    walk.choose("Where are you now?", "New to the field")
    walk.choose("What work draws you?", "Hospital")
    walk.choose("What matters most?", "Low cost")
    walk.to(page.get_by_role("button", name="See my plan"))
    walk.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("CCA")


def test_three_credentials_are_compared_over_other_years(open_page: OpenPage) -> None:
    page = open_page("compare?ids=cpc")
    walk = Walk(page)
    box = page.get_by_role("combobox", name="Add a credential")
    walk.to(box)
    for letters in ("CCS", "CCA"):
        walk.type(letters)
        expect(page.get_by_role("button", name=f"{letters} ✕")).to_be_visible()
        settle(page)
        expect(box).to_be_focused()
    years = page.get_by_role("slider", name="Years to add up")
    walk.to(years)
    for _ in range(2):
        walk.press("ArrowRight")
    expect(page.get_by_text(re.compile(r"^Over 8 years, CCA costs least"))).to_be_visible()
    settle(page)
    expect(years).to_be_focused()


def test_the_first_questions_are_answered_and_the_outcome_read(open_page: OpenPage) -> None:
    page = open_page("eligibility")
    walk = Walk(page)
    outcome = page.get_by_text(re.compile(r"^You may sit for \d+ of \d+ exams now"))
    before = outcome.inner_text()
    for question, answer in {
        "Which training programs have you finished": "Medical coding",
        "Which of these have you been paid to do": "Code patient records",
    }.items():
        expect(page.get_by_role("heading", level=2, name=re.compile(question))).to_be_visible()
        settle(page)
        walk.to(page.get_by_role("button", name=answer, exact=True))
        walk.press("Space")
        walk.to(page.get_by_role("button", name="Answer", exact=True))
        walk.press("Enter")
        expect(page.get_by_role("heading", level=2, name=re.compile(question))).to_have_count(0)
        expect(page.get_by_role("heading", level=2).first).to_be_focused()
    settle(page)
    assert outcome.inner_text() != before


def test_an_assumption_about_costs_is_changed_and_the_total_read(open_page: OpenPage) -> None:
    page = open_page("costs?ids=cpc")
    walk = Walk(page)
    total = page.get_by_text(re.compile("^Over 6 years, the total is"))
    before = total.inner_text()
    box = page.get_by_role("spinbutton", name="Your employer pays, %")
    walk.to(box)
    walk.type("40")
    expect(total).not_to_have_text(before)
    settle(page)
    expect(box).to_be_focused()
