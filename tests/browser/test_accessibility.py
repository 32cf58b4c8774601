"""No serious finding of axe nor a heading out of order, on any page, theme and width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ViewportSize, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage

ADDRESSES = {
    "start": "",
    "explore": "explore?level=entry",
    "empty": "explore?issuer=nha&setting=hospice",
    "compare": "compare?ids=cpc,ccs,cca",
    "costs": "costs?plan=cpc,ccs",
    "eligibility": "eligibility",
    "eligibility, a choice": "eligibility?work=none&question=education&education=associate",
    "eligibility, answers": "eligibility?education=associate&work=none&view=answers",
    "eligibility, changes": "eligibility?education=associate&work=none&view=changes",
    "prepare": "prepare?id=aapc/cpc",
    "prepare, to an exam": "prepare?id=ahima/cca&from=exam&held=aapc/cpc",
    "prepare, programs": "prepare?id=aapc/cpc&price=2500",
    "prepare, payers": "prepare?id=aapc/cpc&view=payers&payer=army-cool",
    "prepare, the day": "prepare?id=aapc/cpc&view=day",
    "prepare, chooser": "prepare",
    "careers": "careers?state=AL",
    "careers, places": "careers?state=AL&view=places",
    "careers, no states": "careers?work=29-9021&view=places",
    "careers, by credential": "careers?view=reported",
    "careers, outlook": "careers?view=outlook",
    "careers, does it pay": "careers?state=AL&plan=cpc",
    "guide": "guide?chapter=exam",
    "guide, questions": "guide?chapter=questions",
    "guide, an answer": "guide?question=online-exam",
    "guide, a term": "guide?term=ceu",
    "claims": "claims?topic=pay",
    "claims, one": "claims?claim=the-cpc-has-150-questions",
    "claims, mistaken": "claims?claim=the-cpc-has-160-questions",
    "credential": "credential?id=ahima/cca",
    "credential, earlier": "credential?id=ahima/cca&at=2022-01-01",
    "health": "data_health?issuer=ahima",
    "health, worklist": "data_health?view=worklist",
    "health, disputes": "data_health?view=disputes",
    "health, mail": "data_health?view=ask&issuer=nha",
    "health, changes": "data_health?view=changes&since=2026-06-01",
    "health, correction": "data_health?view=report&id=cpc&fact=exam.questions",
    "chooser": "credential?id=nobody",
}

NEVER = {"heading-order"}
"""Moderate findings that are refused as well: who reads by headings loses their way."""


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_axe_finds_nothing_serious(
    open_page: OpenPage, address: str, scheme: str, viewport: ViewportSize
) -> None:
    page = open_page(address, viewport=viewport, scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    found = Axe().run(page).response["violations"]
    serious = [
        f"{each['id']}: {node['html'][:160]} | {node.get('failureSummary', '')[:200]}"
        for each in found
        if each["impact"] in ("serious", "critical") or each["id"] in NEVER
        for node in each["nodes"]
    ]
    assert serious == []
