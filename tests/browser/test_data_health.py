"""What a keeper of the data does: see the gaps, take the next one, ask, compare, correct."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.actions import PHONE, OpenPage, settle


def view(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()
    settle(page)


def said(page: Page, words: str) -> None:
    expect(page.get_by_text(re.compile(words)).first).to_be_visible()


def test_the_map_carries_a_mark_in_each_cell_and_a_sentence(open_page: OpenPage) -> None:
    page = open_page("data_health?issuer=nha")
    said(page, "Over 2 credentials, “Status” is known best")
    drawing = page.get_by_test_id("stVegaLiteChart").locator("svg").first
    for text in ("CBCS", "CEHRS", "Exam price", "◐", "–"):
        expect(drawing.get_by_text(text, exact=True).first).to_be_visible()


def test_the_map_can_be_read_as_a_table_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("data_health?issuer=nha")
    page.locator("summary").filter(has_text="Coverage as a table").focus()
    page.keyboard.press("Enter")
    row = page.get_by_test_id("stTable").get_by_role("row").filter(has_text="CBCS")
    expect(row).to_contain_text("Renewal fee")


def test_a_view_has_an_address_that_can_be_shared(open_page: OpenPage) -> None:
    page = open_page("data_health?issuer=nha")
    view(page, "Worklist")
    expect(page).to_have_url(re.compile("view=worklist&issuer=nha"))
    view(page, "What is missing")
    expect(page).to_have_url(re.compile("list=missing"))
    other = open_page(page.url.partition(f"{page.url.split('/')[2]}/")[2])
    said(other, "not found. The most harmful come first")


def test_the_worklist_leads_to_the_page_to_open(open_page: OpenPage) -> None:
    page = open_page("data_health?view=worklist")
    said(page, "statements rest on old evidence. The most harmful come first, then the oldest")
    first = page.get_by_test_id("stTable").get_by_role("row").nth(1)
    expect(first.get_by_role("link").last).to_have_attribute("href", re.compile("^https?://"))


def test_a_dispute_shows_both_sides_with_their_sources(open_page: OpenPage) -> None:
    page = open_page("data_health?view=disputes&issuer=aapc")
    row = page.get_by_test_id("stTable").get_by_role("row").filter(has_text="$425").first
    expect(row).to_contain_text("$399")
    expect(row).to_contain_text("older price models")


def test_the_questions_to_an_issuer_are_copied_or_downloaded(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("data_health?view=ask&issuer=nha")
    expect(page.get_by_test_id("stCode")).to_contain_text("Questions to National Healthcareer")
    with page.expect_download() as begun:
        page.get_by_role("button", name="Download the questions (.txt)").click()
    begun.value.save_as(tmp_path / "questions.txt")
    assert "CBCS" in (tmp_path / "questions.txt").read_text(encoding="utf-8")


def test_a_day_is_chosen_and_shared(open_page: OpenPage) -> None:
    page = open_page("data_health?view=changes&since=2026-06-01")
    said(page, "differences since 1 June 2026:")
    row = page.get_by_test_id("stTable").get_by_role("row").filter(has_text="$425").first
    expect(row).to_contain_text("from $399 (2023) to $425 (September 2026)")
    page.get_by_role("button", name="Clear").first.click()
    expect(page).not_to_have_url(re.compile("since="))
    settle(page)
    expect(page.get_by_text("since 1 June 2026")).to_have_count(0)


def test_a_bad_day_is_said_and_the_rest_kept(open_page: OpenPage) -> None:
    page = open_page("data_health?view=changes&since=2026-13-01")
    said(page, "The address asked for since =")
    said(page, "differences since")


def test_a_correction_begins_at_the_credential_and_holds_the_fact(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("credential?id=ahima/cca")
    page.get_by_role("button", name="Report a correction").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How good is the data?")
    settle(page)
    page.get_by_role("combobox", name="Figure").click()
    page.get_by_role("option", name=re.compile("^Questions: 105")).click()
    expect(page.get_by_test_id("stCode")).to_contain_text("Shown on")
    expect(page).to_have_url(re.compile("fact=exam.questions"))
    with page.expect_download() as begun:
        page.get_by_role("button", name="Download the correction (.md)").click()
    begun.value.save_as(tmp_path / "correction.md")
    text = (tmp_path / "correction.md").read_text(encoding="utf-8")
    assert "# Correction: CCA, Questions" in text
    assert "data/credentials/ahima/cca.yaml" in text


def test_a_credential_is_seen_as_it_stood_and_left_again(open_page: OpenPage) -> None:
    page = open_page("credential?id=aapc/cpc&at=2021-06-01")
    said(page, "As at 1 June 2021")
    expect(page.get_by_test_id("stMetric").filter(has_text="Time")).to_contain_text("5 h 40 min")
    page.get_by_role("button", name="Back to today").click()
    expect(page).not_to_have_url(re.compile("at="))
    settle(page)
    expect(page.get_by_text("As at 1 June 2021")).to_have_count(0)
    expect(page.get_by_test_id("stMetric").filter(has_text="Time")).to_contain_text("4 h")


def test_on_a_phone_the_map_is_bars_and_the_lists_are_cards(open_page: OpenPage) -> None:
    page = open_page("data_health?issuer=ahima", viewport=PHONE)
    drawing = page.get_by_test_id("stVegaLiteChart").locator("svg").first
    expect(drawing.get_by_text("Credentials", exact=True)).to_be_visible()
    page = open_page("data_health?view=worklist&issuer=ahima", viewport=PHONE)
    expect(page.get_by_role("listitem").filter(has_text="Page to open:").first).to_be_visible()


def test_on_a_phone_a_bad_address_stays_said(open_page: OpenPage) -> None:
    page = open_page("data_health?issuer=nobody", viewport=PHONE)
    drawing = page.get_by_test_id("stVegaLiteChart").locator("svg").first
    expect(drawing.get_by_text("Credentials", exact=True)).to_be_visible()
    said(page, "The address asked for issuer =")
