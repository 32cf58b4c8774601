"""What people type, and what has to stand among the first three results."""

import re

import pytest

from cert_model.catalog import Catalog
from cert_model.site_search import find

FIRST_PLACES = 3
EXPECTED: dict[str, tuple[str, ...]] = {
    # Words that found nothing before there was a search over everything.
    "AI": ("question:ai", "claim:artificial-intelligence-replaces-coders"),
    "expired": ("question:lapse", "term:lapse"),
    "lapse": ("term:lapse", "question:lapse", "term:reinstatement"),
    "reinstate": ("term:reinstatement", "question:lapse"),
    "felony": ("question:criminal-record",),
    "e-book": ("question:books",),
    # Questions as they are asked.
    "will ai replace medical coders": ("question:ai",),
    "how do I reinstate my CPC": ("question:lapse", "facts:aapc:renewal@aapc/cpc"),
    "my certification expired what now": ("question:lapse",),
    "can a felon become a medical coder": ("question:criminal-record",),
    "how to get rid of the A in CPC-A": ("question:remove-a", "question:cpc-a"),
    "what happens if I fail": ("question:fail",),
    "how many ceus do I need": ("question:ceus",),
    "do I need a degree": ("question:degree",),
    "can I study on my own": ("question:study-alone",),
    "is my school accredited": ("question:accredited", "term:accredited-program"),
    "who pays for it": ("question:who-pays",),
    "am I too old": ("question:age",),
    "is the cpc exam hard": ("question:harder",),
    "how long does it take": ("question:program-length",),
    "which certification should I get first": ("question:which-first",),
    "is certification required by law": ("question:required-by-law",),
    "what does ceu mean": ("term:ceu", "question:ceus"),
    "what is a drg": ("term:drg",),
    "definition of hcc": ("term:hcc",),
    "how do i become a medical coder": ("page:home",),
    "is CCA a waste of money": ("page:does-it-pay",),
    "which one should I get": ("page:home",),
    "what to bring on exam day": ("page:books-and-exam-day", "question:books"),
    # Letters, and what is asked about them.
    "ccs": ("credential:ahima/ccs",),
    "CCDS": ("credential:acdis/ccds", "credential:cdia/ccds"),
    "cpc vs ccs": ("compare:aapc/cpc,ahima/ccs", "question:cpc-or-ccs"),
    "rhit vs rhia": ("compare:ahima/rhit,ahima/rhia",),
    "cpc pass rate": ("facts:aapc/cpc:pass-rates", "claim:the-cpc-pass-rate"),
    "how many questions on the cpc exam": ("facts:aapc/cpc:exam",),
    "cpc requirements": ("facts:aapc/cpc:eligibility",),
    "rhit exam cost": ("facts:ahima/rhit:fees",),
    "AAPC": ("issuer:aapc",),
    "AAPC membership cost": ("facts:aapc:fees",),
    # Subjects.
    "work from home": ("question:from-home",),
    "remote coding jobs": ("question:from-home",),
    "salary in texas": ("place:TX",),
    "medical coder salary california": ("place:CA", "question:earnings"),
    "highest paying coding certification": ("page:pay-by-credential",),
    "no experience": ("question:without-experience",),
    "bad school": ("question:bad-school",),
    "gi bill": ("payer:gi-bill-tests", "term:gi-bill"),
    "military spouse": ("payer:mycaa",),
    "dyslexia": ("question:accommodations",),
    "from the philippines": ("question:abroad",),
    "inpatient coding": ("credential:ahima/ccs", "credential:aapc/cic"),
    "risk adjustment": ("term:risk-adjustment", "credential:aapc/crc"),
    "background check": ("question:criminal-record",),
    "free ceus": ("guide:keeping:where-ceus-come-from",),
    "cbcs expires": ("facts:nha/cbcs:renewal",),
    "cbcs renewal": ("facts:nha/cbcs:renewal",),
    "when does my cca expire": ("facts:ahima/cca:renewal",),
    "report an error": ("page:report-a-mistake",),
    "compare credentials": ("page:compare",),
    "am I eligible": ("page:am-i-eligible",),
    "when is my renewal due": ("page:what-i-hold",),
    "pay raise": ("page:does-it-pay",),
    # Slips.
    "reinstatment": ("term:reinstatement", "question:lapse"),
    "recertifcation": ("term:recertification", "question:renewal"),
    "salry": ("question:earnings",),
    "inpatiant": ("term:inpatient", "credential:aapc/cic"),
    "certifed coding specalist": ("credential:ahima/ccs",),
}


@pytest.mark.parametrize("query", EXPECTED)
def test_it_is_among_the_first_three(catalog: Catalog, query: str) -> None:
    first = [hit.document.id for hit in find(catalog, query).hits[:FIRST_PLACES]]
    assert set(EXPECTED[query]) <= set(first), first


def test_what_a_credential_costs_is_answered_by_its_sum(catalog: Catalog) -> None:
    first = find(catalog, "how much does the cpc cost").hits[0]
    assert first.document.id == "facts:aapc/cpc:fees"
    sum_in_words = r"CPC: it costs \$[\d,]+ to earn and \$[\d,]+ a year to keep\."
    assert re.fullmatch(sum_in_words, first.whole)


def test_the_table_is_long_enough_to_tell() -> None:
    assert len(EXPECTED) >= 40
