"""Files are functions of their address: no session, no state, and a clear word where it is bad."""

import csv
import io
import json
import re
from urllib.parse import urlencode

import openpyxl
import pytest

from benchmarks.files import fetch_files
from cert_model.catalog import Catalog
from cert_model.export.files import write_catalog_csv
from scripts.serving import Server
from service.file_makers import MAKERS
from tests.docs.pages import PAGES
from tests.event_loops import run_async
from tests.service.http import request
from tests.service.visitors import visit

ADDRESSES = {
    "certlens.csv": "certlens.csv",
    "certlens.json": "certlens.json",
    "credentials.csv?issuer=ahima&order=-price": "credentials.csv",
    "credentials.json?q=entry": "credentials.json",
    "comparison.csv?ids=cpc,ccs": "comparison.csv",
    "comparison.xlsx?ids=cpc,ccs": "comparison.xlsx",
    "comparison.json?ids=cpc,ccs": "comparison.json",
    "comparison.html?ids=cpc,ccs&years=3": "comparison.html",
    "sheet.csv?id=ahima/ccs-p": "ahima-ccs-p.csv",
    "sheet.json?id=ahima/ccs-p&at=2025-01-01": "ahima-ccs-p.json",
    "eligibility.html?education=associate": "eligibility.html",
    "study-plan.ics?id=ahima/cca": "cca-study-plan.ics",
    "plan.html?target=cpc": "plan.html",
    "plan-word.html?target=cpc&by=months&way=2": "plan-word.html",
    "plan.md?target=ahima/rhia": "plan.md",
    "plan.ics?target=cpc": "plan.ics",
    "keep.ics?held=cpc,ccs": "what-i-hold.ics",
    "policy.html?ids=cpc,ccs": "policy.html",
    "policy.md?ids=cpc,ccs": "policy.md",
}


@pytest.mark.parametrize(("address", "name"), ADDRESSES.items(), ids=list(ADDRESSES))
def test_a_file_arrives_under_its_name(server: Server, address: str, name: str) -> None:
    answer = request(server, f"files/{address}")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["cache-control"] == "no-store"
    assert answer.body


def test_every_file_is_fetched_here() -> None:
    assert {address.partition("?")[0] for address in ADDRESSES} == set(MAKERS)


BAD = {
    "nothing.csv": (404, "There is no such file"),
    "certlens.csv?x=1": (400, "no parameters"),
    "credentials.csv?issuer=nobody": (400, "'issuer' = 'nobody'"),
    "credentials.csv?color=red": (400, "'color' = 'red'"),
    "credentials.csv?answer.education=none-such": (400, "'answer.education'"),
    "credentials.csv?answer.color=red": (400, "'answer.color' = 'red'"),
    "comparison.csv?ids=cpc": (400, "two to five"),
    "comparison.xlsx?ids=cpc,ccs&years=99": (400, "'years' = '99'"),
    "sheet.json": (400, "Name a credential"),
    "sheet.json?id=%3Cscript%3E%0Ax": (400, r"'<script>\nx'"),
    "sheet.csv?id=cpc&at=2999-01-01": (400, "'at' = '2999-01-01'"),
    "eligibility.html?education=dragon": (400, "'education' = 'dragon'"),
    "study-plan.ics": (400, "Name a credential"),
    "plan.html": (400, "Name the credential to plan for"),
    "plan.md?target=cdip": (
        400,
        "There is no plan. The eligibility rule of the CDIP exam was not found",
    ),
    "plan.ics?target=cpc&me=1junk": (400, "'me' = '1junk'"),
    "keep.ics": (400, "Say what is held"),
    "keep.ics?held=cpc&me=1junk": (400, "'me' = '1junk'"),
    "policy.md?ids=cpc": (400, "two to five"),
    "study-plan.ics?id=cpc&held=aapc/cpc-a&first=0&review=0": (400, "nothing is left"),
}


@pytest.mark.parametrize(("address", "expected"), BAD.items(), ids=list(BAD))
def test_a_bad_address_is_refused_in_one_line_of_text(
    server: Server, address: str, expected: tuple[int, str]
) -> None:
    answer = request(server, f"files/{address}")
    status, words = expected
    assert (answer.status, answer.text.count("\n")) == (status, 1)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert words in answer.text
    assert "Traceback" not in server.printed()


def test_the_whole_catalog_is_that_of_the_model(server: Server, catalog: Catalog) -> None:
    assert request(server, "files/certlens.csv").body == write_catalog_csv(catalog)


def test_a_comparison_says_the_same_in_every_format(server: Server) -> None:
    text = request(server, "files/comparison.csv?ids=cpc,ccs").body.decode("utf-8-sig")
    lines = list(csv.reader(text.splitlines()))
    assert lines[0][:5] == ["Group", "Field", "CPC", "CCS", "Differs"]
    book = request(server, "files/comparison.xlsx?ids=cpc,ccs").body
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    assert [[cell.value or "" for cell in line] for line in sheet.iter_rows()] == lines


def ids_of_list(server: Server, **query: str) -> list[str]:
    body = request(server, f"files/credentials.json?{urlencode(query)}").body
    return [row["id"] for row in json.loads(body)]


def test_a_list_is_filtered_and_ordered_as_its_address_says(server: Server) -> None:
    ids = ids_of_list(server, issuer="ahima", order="name")
    assert ids == ids_of_list(server, issuer="ahima", order="-name")[::-1]
    assert "ahima/cca" in ids
    assert all(key.startswith("ahima/") for key in ids)


def test_a_list_goes_by_the_answers_in_its_address(server: Server) -> None:
    held = {"answer.credentials": "ahima/rhit", "sit": "held"}
    assert ids_of_list(server, **held) == ["ahima/rhit"]


def test_a_receipt_leads_back_to_its_answers_on_the_host_that_was_asked(server: Server) -> None:
    page = request(server, "files/eligibility.html?education=associate&for=cca").text
    assert f'href="{server.url}/eligibility?education=associate&amp;for=ahima/cca&amp;was=' in page


def test_files_arrive_while_others_use_the_app(server: Server) -> None:
    assert run_async(fetch_files(server.url, others=4, tries=8, think=0)) == {200: 8}


def test_the_documentation_names_every_file() -> None:
    named = re.findall(r"`/files/([a-z.-]+)`", PAGES["docs/files.md"])
    assert sorted(named) == sorted(MAKERS)


def test_a_file_that_a_button_makes_waits_while_others_use_the_app(server: Server) -> None:
    with visit(server, "class", "example=yes") as visitor, visit(server, "explore") as other:
        path = visitor.file_of("Download XLSX")
        for _ in range(3):  # each run ends with a look for files to which no page refers
            other.move_to("explore")
        assert request(server, path).status == 200
