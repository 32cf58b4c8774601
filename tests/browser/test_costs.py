"""What a person does with costs: compare, plan, change an assumption, take it away."""

import csv
import re
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.browser.actions import OpenPage


def total(page: Page) -> int:
    """The usual total that the cost page shows, in dollars."""
    heading = page.get_by_role("heading", level=2, name=re.compile("over .* years?, between"))
    found = re.search(r"\$([\d,]+)", heading.text_content() or "")
    assert found
    return int(found[1].replace(",", ""))


def test_picked_credentials_are_compared(open_page: OpenPage) -> None:
    page = open_page("explore?issuer=ahima&pick=ahima/cca,ahima/ccs")
    page.get_by_role("button", name="Compare these 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compare credentials")
    expect(page.get_by_text(re.compile("^Over 6 years, CCA costs least"))).to_be_visible()


def test_a_comparison_shows_unknown_as_unknown(open_page: OpenPage) -> None:
    page = open_page("compare?ids=cpc,ccs")
    row = page.get_by_test_id("stTable").first.get_by_role("row").filter(has_text="Pass rate")
    expect(row).to_contain_text("not found")
    expect(row).to_contain_text("84 % (2025)")


def test_credentials_are_added_and_dropped_without_losing_the_rest(open_page: OpenPage) -> None:
    page = open_page("compare?ids=cpc,ccs")
    page.get_by_label("Add a credential").click()
    page.keyboard.type("CCA")
    page.get_by_role("option", name=re.compile("^CCA")).click()
    expect(page).to_have_url(re.compile("ids=aapc/cpc,ahima/ccs,ahima/cca|ids=aapc%2Fcpc%2Cahima"))
    page.get_by_role("button", name="CPC ✕").click()
    expect(page.get_by_text(re.compile("^Over 6 years, CCA costs least"))).to_be_visible()
    expect(page.get_by_role("button", name="CCS ✕")).to_be_visible()


def test_equal_rows_can_be_folded_away(open_page: OpenPage) -> None:
    page = open_page("compare?ids=cpc,ccs")
    table = page.get_by_test_id("stTable").first
    expect(table.get_by_role("row").filter(has_text="Status")).to_have_count(1)
    page.get_by_role("radio", name="only where they differ").click()
    expect(table.get_by_role("row").filter(has_text="Status")).to_have_count(0)
    expect(page).to_have_url(re.compile("rows=different"))


def test_a_comparison_is_downloaded_and_reads_back(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("compare?ids=cpc,ccs")
    for name in ("csv", "xlsx"):
        with page.expect_download() as begun:
            page.get_by_role("button", name=f"Download {name.upper()}").click()
        begun.value.save_as(tmp_path / f"comparison.{name}")
    text = (tmp_path / "comparison.csv").read_text(encoding="utf-8-sig")
    lines = list(csv.reader(text.splitlines()))
    sheet = openpyxl.load_workbook(tmp_path / "comparison.xlsx").active
    assert sheet is not None
    assert lines[0][:5] == ["Group", "Field", "CPC", "CCS", "Differs"]
    assert [[cell.value or "" for cell in line] for line in sheet.iter_rows()] == lines


def test_too_many_and_unknown_names_are_left_out_with_a_word(open_page: OpenPage) -> None:
    page = open_page("compare?ids=cpc,ccs,nonsense,cpc")
    expect(page.get_by_text("The address asked for ids = “nonsense”")).to_be_visible()
    expect(page.get_by_text(re.compile("^Over 6 years"))).to_be_visible()


def test_the_total_of_a_plan_follows_its_assumptions(open_page: OpenPage) -> None:
    page = open_page("costs?plan=cpc")
    before = total(page)
    page.get_by_role("spinbutton", name="Your employer pays, %").fill("50")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("employer=50"))
    expect(page.get_by_text("An employer pays 50 percent").first).to_be_visible()
    assert abs(total(page) - before / 2) <= 1


def test_a_line_of_the_arithmetic_opens_to_its_source(open_page: OpenPage) -> None:
    page = open_page("costs?plan=cpc")
    page.get_by_role("button", name="Exam, one attempt").click()
    sources = page.get_by_test_id("stPopoverBody").get_by_role("link")
    expect(sources.first).to_have_attribute("href", re.compile("^https?://"))


def test_a_plan_may_spread_over_the_years(open_page: OpenPage) -> None:
    page = open_page("costs?plan=cpc,crc&aapc/crc=3")
    expect(page.get_by_label("Year in which CRC is earned")).to_have_value("3")
    page.get_by_text(re.compile(r"^Year 3: ")).click()
    expect(page.get_by_text("CRC, exam")).to_be_visible()


def test_a_year_outside_the_plan_is_said_and_nothing_lost(open_page: OpenPage) -> None:
    page = open_page("costs?plan=cpc,crc&aapc/crc=8&over=6")
    expect(page.get_by_text("year 8 lies outside the plan")).to_be_visible()
    expect(page.get_by_label("Year in which CRC is earned")).to_have_value("8")
