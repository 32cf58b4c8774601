"""Files arrive where somebody asks for them, and read back as what the page shows."""

import csv
import json
from pathlib import Path

import openpyxl
from playwright.sync_api import Page

from tests.browser.actions import OpenPage
from tests.browser.views import looking_at


def download(page: Page, link: str, folder: Path) -> Path:
    """The file that a link hands out, under the name that it suggests."""
    with page.expect_download() as pending:
        page.get_by_role("link", name=link).click()
    path = folder / pending.value.suggested_filename
    pending.value.save_as(path)
    return path


@looking_at("compare")
def test_a_comparison_arrives_in_every_format(view: Page, tmp_path: Path) -> None:
    text = download(view, "Download CSV", tmp_path).read_text(encoding="utf-8-sig")
    lines = list(csv.reader(text.splitlines()))
    assert lines[0][:6] == ["Group", "Field", "CPC", "CCS", "CCA", "Differs"]
    sheet = openpyxl.load_workbook(download(view, "Download XLSX", tmp_path)).active
    assert sheet is not None
    assert [[cell.value or "" for cell in line] for line in sheet.iter_rows()] == lines
    path = download(view, "Download JSON", tmp_path)
    assert path.name == "comparison.json"
    assert "aapc/cpc" in json.dumps(json.loads(path.read_text(encoding="utf-8")))


def test_a_list_is_taken_away_out_of_its_popover(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("explore?issuer=ahima")
    page.get_by_role("button", name="Download this list").click()
    path = download(page, "Download JSON", tmp_path)
    assert path.name == "credentials.json"
    assert "ahima/cca" in path.read_text(encoding="utf-8")
