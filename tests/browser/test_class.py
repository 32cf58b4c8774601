"""A counselor's class, from a spreadsheet that was not made for us to the sheet for the wall."""

import re
from pathlib import Path

from playwright.sync_api import Page, Position, expect

from tests.browser.actions import PHONE, OpenPage, expect_nothing_too_wide, settle

EDUCATION = ("HS diploma", "GED", "Bachelor's", "some college", "AAS")
PEOPLE = (
    f"Student {number}\t{EDUCATION[number % 5]}\t{number % 4}\t{'CPC' if number % 6 else 'none'}"
    for number in range(2, 31)
)
CLASS = "\n".join(
    ["Evening group", "Student\tEd. level\tAt work\tCerts", "Student 1\tlots\t2\tnone", *PEOPLE]
)
"""Thirty people; of one, the schooling is not understood."""
FIRST_SCHOOLING = Position(x=330, y=52)
"""Where the cell stands in the table, which draws all its cells into one picture."""


def mend(page: Page, text: str) -> None:
    """Write into the first cell on schooling."""
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.dblclick(position=FIRST_SCHOOLING)
    box = page.locator("textarea.gdg-input")
    expect(box).to_be_focused()
    box.fill(text)
    box.press("Enter")
    settle(page)


def choose(page: Page, heading: str, meaning: str) -> None:
    """Say what a column is."""
    page.get_by_role("combobox", name=heading).fill(meaning)
    page.get_by_role("option", name=meaning, exact=True).click()
    settle(page)


def test_a_class_is_pasted_mapped_mended_and_printed(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("class")
    page.get_by_label("Paste from a spreadsheet").fill(CLASS)
    page.get_by_role("button", name="Read what I pasted").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("of 30 may sit for the CPC")
    settle(page)
    expect(page.get_by_text("1 cell not understood")).to_be_visible()
    expect(page.get_by_text("row 1 “lots” (Student 1)")).to_be_visible()

    mend(page, "associate")
    expect(page.get_by_text("not understood")).to_have_count(0)
    choose(page, "At work", "Years of billing")
    expect(page.get_by_text("4 of 4 columns used.")).to_be_visible()
    expect(page.get_by_text("not understood")).to_have_count(0)

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Student 1", exact=True).first.click()
    settle(opened.value)
    expect(opened.value.get_by_text("with an associate degree")).to_be_visible()
    opened.value.close()

    with page.expect_download() as download:
        page.get_by_role("button", name="Print a sheet for the wall").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    sheet = page.context.new_page()
    sheet.goto(path.as_uri())
    expect(sheet.get_by_role("heading", level=1)).to_have_text(heading.inner_text())
    assert "Student" not in sheet.locator("body").inner_text()
    assert len(re.findall(rb"/Type\s*/Page[^s]", sheet.pdf(prefer_css_page_size=True))) == 1
    sheet.close()

    page.set_viewport_size(PHONE)
    settle(page)
    expect_nothing_too_wide(page)
