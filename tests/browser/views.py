"""Every view of every page, by a name, and how tests share the views that they only look at."""

from typing import NamedTuple

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.actions import DESKTOP, PHONE

ADDRESSES = {
    "start": "",
    "start, answered": "?now=new&draw=office&matters=soon",
    "plan": "plan?target=cpc",
    "plan, a length not found": "plan?target=rhia&by=months",
    "plan, none": "plan?target=cdip",
    "plan, chooser": "plan",
    "explore": "explore?level=entry",
    "explore, all": "explore",
    "empty": "explore?issuer=nha&setting=hospice",
    "compare": "compare?ids=cpc,ccs,cca",
    "costs": "costs?ids=cpc,ccs",
    "eligibility": "eligibility",
    "eligibility, a choice": "eligibility?work=none&question=education&education=associate",
    "eligibility, one exam": "eligibility?for=ccds-o&training=coding:aapc:1&question=training",
    "eligibility, a holder": "eligibility?for=cpc,rhit,chp,cgic,coc&credentials=cpc-a,rhia",
    "eligibility, answers": "eligibility?education=associate&work=none&view=answers",
    "eligibility, changes": "eligibility?education=associate&work=none&view=changes",
    "prepare": "prepare?id=aapc/cpc",
    "prepare, to an exam": "prepare?id=ahima/cca&from=exam&held=aapc/cpc",
    "prepare, programs": "prepare?id=aapc/cpc&price=2500",
    "prepare, payers": "prepare?id=aapc/cpc&view=payers&payer=army-cool",
    "prepare, the day": "prepare?id=aapc/cpc&view=day",
    "prepare, chooser": "prepare",
    "keep": "keep?example=yes&add=aapc/cpma&drop=aapc/crc",
    "keep, a missed date": (
        "keep?me=1VGFBfUN2LEIWXruhOAMkDwqg4mIko6yMDIyMdA1MdQ2BIVaUCnQGRCFI3AwoCDEMxDPXNTDUNQ"
        "KqSk0EFnIpMFUA"
    ),
    "keep, nothing held": "keep",
    "keep, days open": "keep?held=cpc,ccs,cbcs",
    "a shortlist": "prepare?me=1fQkGgcMtA6-eAA",
    "class": "class?example=yes",
    "class, everything said": "class?example=yes&rest=absent&exam=ahima/cca",
    "class, none yet": "class",
    "careers": "careers?state=AL",
    "careers, places": "careers?state=AL&view=places",
    "careers, equal dollars": "careers?state=AL&view=places&dollars=equal",
    "careers, by credential": "careers?view=reported",
    "careers, outlook": "careers?view=outlook",
    "careers, does it pay": "careers?plan=cpc&pay=49000&raise=2",
    "careers, before a pay is given": "careers?plan=cpc",
    "guide": "guide?chapter=what-it-is",
    "guide, an exam": "guide?chapter=exam",
    "guide, questions": "guide?chapter=questions",
    "guide, an answer": "guide?question=online-exam",
    "guide, a term": "guide?term=ceu",
    "claims": "claims?topic=pay",
    "claims, one": "claims?claim=the-cpc-has-150-questions",
    "claims, mistaken": "claims?claim=the-cpc-has-160-questions",
    "credential": "credential?id=ahima/cca",
    "credential, long": "credential?id=cpc",
    "credential, estimated": "credential?id=aapc/canpc",
    "credential, earlier": "credential?id=ahima/cca&at=2022-01-01",
    "health": "data_health?issuer=ahima",
    "health, worklist": "data_health?view=worklist",
    "health, disputes": "data_health?view=disputes",
    "health, estimates": "data_health?view=estimates",
    "health, mail": "data_health?view=ask&issuer=nha",
    "health, changes": "data_health?view=changes&since=2026-06-01",
    "health, use the data": "data_health?view=use&in=python",
    "health, correction": "data_health?view=report&id=cpc&fact=exam.questions",
    "chooser": "credential?id=nobody",
}

MAIN = [
    *(name for name in ADDRESSES if "," not in name and name not in ("explore", "credential")),
    "start, answered",
    "explore, all",
    "eligibility, answers",
    "careers, places",
    "credential, long",
    "health, worklist",
]
"""The views that together draw every kind of thing; the others draw the same with other facts."""


class Opening(NamedTuple):
    """A view, and whether it opens in the window of a phone."""

    name: str
    on_a_phone: bool = False

    @property
    def address(self) -> str:
        """Where the view is, below the address of the server."""
        return ADDRESSES[self.name]

    @property
    def size(self) -> ViewportSize:
        """How large the window is."""
        return PHONE if self.on_a_phone else DESKTOP


def looking_at(*names: str, on_a_phone: bool = False) -> pytest.MarkDecorator:
    """Have a test look at views: each opens once for all tests that leave it as it was."""
    openings = [Opening(name, on_a_phone) for name in names]
    return pytest.mark.parametrize("opened", openings, ids=names, indirect=True, scope="session")
