"""No serious or critical finding of axe, on any page, in either theme, at either width."""

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
    "prepare, chooser": "prepare",
    "careers": "careers?state=AL&plan=cpc",
    "careers, no states": "careers?work=29-9021",
    "guide": "guide?chapter=exam",
    "guide, questions": "guide?chapter=questions",
    "guide, an answer": "guide?question=online-exam",
    "guide, a term": "guide?term=ceu",
    "claims": "claims?topic=pay",
    "claims, one": "claims?claim=the-cpc-has-150-questions",
    "claims, mistaken": "claims?claim=the-cpc-has-160-questions",
    "credential": "credential?id=ahima/cca",
    "chooser": "credential?id=nobody",
}


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
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
    assert serious == []
