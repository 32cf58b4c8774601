"""Keeping a credential, from adding it to a log of CEUs that is taken away and brought back."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.actions import (
    PHONE,
    OpenPage,
    bring_into_view,
    expect_nothing_too_wide,
    open_fold,
    settle,
)
from ui.keep.log_sections import CHANGE_THE_LOG


def fill(page: Page, label: str, text: str) -> None:
    """Type into a box and leave it."""
    box = page.get_by_label(label, exact=True)
    box.fill(text)
    box.press("Enter")
    settle(page)


def test_a_credential_is_kept_and_its_log_taken_away_and_brought_back(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("keep")
    heading = page.get_by_role("heading", level=1)
    page.get_by_label("Add what you hold").fill("CPC")
    page.get_by_role("option", name=re.compile("^CPC · ")).click()
    fill(page, "CPC passed on", "May 10, 2025")
    fill(page, "My membership renews", "3/2027")
    expect(heading).to_contain_text("CEUs at AAPC by March 2027")
    due = heading.inner_text()

    open_fold(page, CHANGE_THE_LOG)
    fill(page, "Day", "3/31/2026")
    fill(page, "Activity", "Chapter meeting")
    fill(page, "CEUs", "1.5")
    page.get_by_role("button", name="Add to my log").click()
    expect(page.get_by_text("1 entry: 1.5 at AAPC this cycle.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the log (CSV)").click()
    log = tmp_path / download.value.suggested_filename
    download.value.save_as(log)

    page.reload()
    settle(page)
    expect(heading).to_contain_text("CEUs at AAPC by March 2027")
    expect(page.get_by_text("Your log is empty.")).to_be_visible()
    open_fold(page, CHANGE_THE_LOG)
    settle(page)
    log.write_text(f"{log.read_text(encoding='utf-8')}someday,Nothing,1,,,,\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(log)
    expect(page.get_by_text("1 row read, 1 of them new.")).to_be_visible()
    expect(page.get_by_text("1 row set aside")).to_be_visible()
    expect(page.get_by_text("Line 3, day: expected a day such as")).to_be_visible()
    expect(page.get_by_text("1 entry: 1.5 at AAPC this cycle.")).to_be_visible()
    expect(heading).not_to_have_text(due)


def test_the_example_is_read_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("keep", viewport=PHONE)
    page.get_by_role("button", name=re.compile("^Show an example")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("AAPC by March 2027")
    settle(page)
    expect_nothing_too_wide(page)


def test_a_choice_counts_after_a_fold_was_opened(open_page: OpenPage) -> None:
    page = open_page("keep?held=cpc,ccs")
    open_fold(page, "What AAPC does, step by step")
    settle(page)
    box = page.get_by_role("combobox", name="What if I add …")
    bring_into_view(box)
    box.fill("CPMA")
    expect(page.get_by_role("option").first).to_contain_text("CPMA · ")
    box.press("Enter")
    expect(page.get_by_text("Adding the CPMA:")).to_be_visible()
