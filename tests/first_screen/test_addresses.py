"""Nothing of a person gets into a document, and no address breaks one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from first_screen.places import every_address, find_place
from first_screen.screens.register import SCREENS
from tests.catalogs import project_catalog
from tests.effort import percent_of_examples
from tests.first_screen.reading import document_of, read, write

ANSWERS = {
    "eligibility": {"education": "associate", "credentials": "aapc/cpc", "months-coding": "24"},
    "costs": {"ids": "aapc/cpc", "held": "ahima/cca", "employer": "50"},
    "careers": {"state": "TX", "pay": "51000"},
    "explore": {"pick": "aapc/cpc", "q": "secretword"},
    "keep": {"held": "aapc/cpc,ahima/ccs"},
    "plan": {"target": "aapc/cpc"},
    "compare": {"ids": "aapc/cpc,ahima/ccs"},
    "": {"now": "new", "matters": "cheap"},
}
KNOWN = frozenset(every_address(project_catalog()))
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "../../etc/passwd",
    "x" * 100_000,
    "aapc/cpc\x00",
    "CPC)[](javascript:alert(1))",
    "\u202ecpc",
)


@pytest.mark.parametrize("page", ANSWERS)
def test_answers_in_an_address_leave_the_general_facts(catalog: Catalog, page: str) -> None:
    place = find_place(catalog, page, ANSWERS[page])
    general = find_place(catalog, page, {})
    assert place.address == general.address
    assert not place.tells_of_nobody
    assert general.tells_of_nobody
    assert document_of(page, **ANSWERS[page]) == document_of(page)


def test_a_profile_beside_a_credential_is_in_no_address_of_the_document(catalog: Catalog) -> None:
    query = {"id": "CPC", "me": "secretcode", "at": "2024-01-01"}
    place = find_place(catalog, "credential", query)
    assert place.address == "credential?id=aapc/cpc"
    assert not place.tells_of_nobody
    assert b"secretcode" not in write(catalog, "credential", **query)


def test_no_public_choice_stands_for_a_part_of_the_profile_but_a_credential() -> None:
    public = {(page, name) for page, screens in SCREENS.items() for name in screens.public}
    assert public == {
        ("credential", "id"),
        ("prepare", "id"),
        ("guide", "chapter"),
        ("guide", "question"),
        ("guide", "term"),
        ("claims", "claim"),
    }


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(("page", "name"), [("credential", "id"), ("claims", "claim")])
def test_a_hostile_name_is_not_repeated(catalog: Catalog, page: str, name: str, text: str) -> None:
    place = find_place(catalog, page, {name: text})
    screen = place.write(catalog)
    content = write(catalog, page, **{name: text})
    assert (place.address, screen.status) == ("", 404)
    assert len(content) < 40_000
    assert text.encode() not in content
    assert b"alert(1)" not in content
    assert read(content.decode()).metas["robots"] == "noindex"


@percent_of_examples(30)
@given(page=st.sampled_from([*SCREENS, "", "x"]), query=st.dictionaries(st.text(), st.text()))
def test_every_address_has_a_document(page: str, query: dict[str, str]) -> None:
    place = find_place(project_catalog(), page, query)
    if place.address:
        assert place.address in KNOWN
    else:
        assert place.write(project_catalog()).status == 404


def test_a_name_that_is_nearly_one_leads_to_the_credential() -> None:
    document = document_of("credential", id="cpcc")
    assert "There is no such credential here" in document.heading
    assert "credential?id=aapc/cpc" in document.links


def test_letters_that_two_share_lead_to_both() -> None:
    document = document_of("credential", id="ccds")
    assert {"credential?id=acdis/ccds", "credential?id=cdia/ccds"} <= set(document.links)


def test_a_page_that_does_not_exist_names_those_that_do() -> None:
    document = document_of("no-such-page")
    assert {"./", "explore", "guide"} <= set(document.links)
    assert document.canonical is None
    assert document.data is None
