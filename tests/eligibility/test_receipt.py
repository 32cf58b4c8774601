"""A receipt comes back from its address, and says what has changed since."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, build_person, receipt
from cert_model.eligibility.receipt import BadReceipt, Receipt
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.vocabulary import Verdict


def test_the_verdicts_of_a_receipt_come_back(catalog: Catalog) -> None:
    verdicts = decide_verdicts(catalog, build_person(catalog, Profile()))
    again = receipt.parse_receipt(receipt.issue_receipt(catalog, verdicts).format())
    kept = {key: verdict for key, verdict in verdicts.items() if verdict is not Verdict.ASK_ISSUER}
    assert dict(again.verdicts) == kept
    assert again.fingerprint == catalog.fingerprint


def test_an_unchanged_catalog_changes_nothing(catalog: Catalog) -> None:
    verdicts = decide_verdicts(catalog, build_person(catalog, Profile()))
    assert receipt.changes_since(catalog, receipt.issue_receipt(catalog, verdicts), verdicts) == []


def test_a_changed_verdict_and_a_credential_gone_are_said(catalog: Catalog) -> None:
    before = Receipt(
        date(2026, 1, 1),
        "0" * 12,
        {"aapc/cpc": Verdict.NOT_YET, "nobody/none": Verdict.READY},
    )
    assert receipt.changes_since(catalog, before, {"aapc/cpc": Verdict.CAN_SIT}) == [
        "CPC: was “Not yet”, is now “Eligible”.",
        "nobody/none is no longer in the catalog.",
    ]


@pytest.mark.parametrize(
    "text", ["", "x", "2026-13-01.000000000000", "2026-01-01.0.r:a", "a" * 999]
)
def test_what_is_no_receipt_is_refused(text: str) -> None:
    with pytest.raises(BadReceipt):
        receipt.parse_receipt(text)
