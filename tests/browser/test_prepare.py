"""What a person does to get ready: choose, set the hours, share the plan, take it along."""

import re
from datetime import timedelta
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from cert_model.formatting import format_day
from tests.browser.actions import OpenPage, settle
from tests.catalogs import TODAY

SOON = TODAY + timedelta(30)
CCA = f"prepare?id=ahima/cca&day={SOON.isoformat()}"


def headline(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=2, name=re.compile(words)).first).to_be_visible()
    settle(page)


def show(page: Page, view: str) -> None:
    page.get_by_role("radio", name=view).click()
    settle(page)


def plan_rows(page: Page) -> Locator:
    """The rows of the plan's table, whose fold is opened for it."""
    page.get_by_text("The plan as a table").click()
    shown = page.get_by_test_id("stTable").first
    expect(shown).to_be_visible()
    settle(page)
    return shown.get_by_role("row")


def test_a_credential_is_chosen_and_hours_are_changed(open_page: OpenPage) -> None:
    page = open_page("prepare")
    page.get_by_role("button", name="CCA", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prepare for the CCA")
    settle(page)
    headline(page, "take 12 weeks: from")
    page.get_by_role("spinbutton", name="Hours a week").fill("20")
    page.keyboard.press("Enter")
    headline(page, "take 6 weeks: from")
    expect(page).to_have_url(re.compile("week=20"))


def test_a_shared_and_a_reloaded_address_show_the_same_plan(open_page: OpenPage) -> None:
    page = open_page(f"{CCA}&week=20")
    headline(page, f"take 6 weeks: from {format_day(SOON)}")
    page.reload()
    settle(page)
    headline(page, f"take 6 weeks: from {format_day(SOON)}")
    other = open_page(page.url.partition(f"{page.url.split('/')[2]}/")[2])
    headline(other, f"take 6 weeks: from {format_day(SOON)}")


def test_the_calendar_is_downloaded_and_reads_back(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(CCA)
    with page.expect_download() as begun:
        page.get_by_role("button", name="Calendar of this plan (.ics)").click()
    assert begun.value.suggested_filename == "cca-study-plan.ics"
    begun.value.save_as(tmp_path / "plan.ics")
    read = Calendar.from_ical((tmp_path / "plan.ics").read_bytes())
    assert isinstance(read, Calendar)
    assert read.events[0].start == SOON
    assert read.events[-1].end == SOON + timedelta(12 * 7)


def test_the_plan_can_be_read_as_a_table(open_page: OpenPage) -> None:
    rows = plan_rows(open_page(CCA))
    expect(rows.nth(1)).to_contain_text("Medical terminology")
    expect(rows.nth(1)).to_contain_text(format_day(SOON))
    expect(rows.last).to_contain_text("Review and practice exams")


def test_a_subject_that_is_known_leaves_the_plan(open_page: OpenPage) -> None:
    page = open_page(CCA)
    page.get_by_role("button", name="Medical terminology", exact=True).click()
    expect(page).to_have_url(re.compile("known=medical-terminology"))
    settle(page)
    expect(plan_rows(page).nth(1)).to_contain_text("Anatomy and physiology")


def test_programs_within_a_price_leave_the_unpriced_apart(open_page: OpenPage) -> None:
    page = open_page("prepare?id=aapc/cpc&price=2500")
    headline(page, "^3 programs fit, ordered by lowest")
    page.get_by_text(re.compile("that may fit; too little is known to say")).click()
    expect(page.get_by_text("Not known: price").first).to_be_visible()


def test_a_price_opens_to_its_source(open_page: OpenPage) -> None:
    page = open_page("prepare?id=aapc/cpc&view=programs")
    page.get_by_role("button", name=re.compile(r"^\$1,760, list price")).click()
    source = page.get_by_test_id("stPopoverBody").get_by_role("link").first
    expect(source).to_have_attribute("href", re.compile("^https?://"))


def test_a_credential_and_an_outcome_lead_here(open_page: OpenPage) -> None:
    page = open_page("credential?id=ahima/cca")
    page.get_by_role("button", name="Prepare for it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prepare for the CCA")
    page = open_page("eligibility?education=high-school&interest=billing")
    page.get_by_text("Why, with sources").first.click()
    settle(page)
    page.get_by_role("button", name="Prepare for it").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Prepare for the")


def test_each_question_is_answered_apart_and_the_plan_is_kept(open_page: OpenPage) -> None:
    page = open_page(f"{CCA}&week=20")
    show(page, "Programs")
    headline(page, "program fits")
    expect(page.get_by_role("spinbutton", name="Hours a week")).to_have_count(0)
    show(page, "Books and exam day")
    headline(page, "Facts were found on")
    expect(page).to_have_url(re.compile("week=20&.*view=day$"))
    show(page, "Plan")
    headline(page, "take 6 weeks: from")


def test_the_rules_of_a_payer_are_read_on_demand(open_page: OpenPage) -> None:
    page = open_page("prepare?id=ahima/ccs&view=payers")
    headline(page, "2 of 9 payers are known to name the CCS")
    payers = page.get_by_test_id("stTable").get_by_role("row")
    expect(payers.filter(has_text="US Army")).to_have_count(1)
    page.get_by_role("combobox", name="Read the rules of").focus()
    page.keyboard.type("US Army")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Army COOL listing of credentials", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("payer=army-cool"))
    expect(page.get_by_text("Occupation", exact=True)).to_have_count(1)


def test_a_bad_address_is_said_and_the_rest_kept(open_page: OpenPage) -> None:
    page = open_page("prepare?id=ahima/cca&day=2026-13-01&hours=0&week=20")
    for name in ("day", "hours"):
        expect(page.get_by_text(f"The address asked for {name} =")).to_be_visible()
    headline(page, "take 6 weeks: from")
