"""Every address that search engines are told of has a whole, small and honest document."""

import gzip
import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

import pytest

from cert_model.catalog import Catalog
from cert_model.export.edition import stamp
from first_screen.places import every_address, find_place
from tests.effort import is_long
from tests.first_screen.reading import SITE, Document, document_of, written

MOST_COMPRESSED = 60_000
EACH = 9
"""Of the documents about a credential every ninth is looked at in an everyday run."""
_PART = re.compile(r"(?<!\w):[a-z]+\[|\\[^\w\s]|\*\*|\]\(|\bNone\.|\bnan\b|<NA>")
"""What only Markdown, or a value that was forgotten, would leave behind."""


def parts_of(address: str) -> tuple[str, dict[str, str]]:
    """The page and the query of a relative address."""
    split = urlsplit(address)
    return split.path.removeprefix("./"), dict(parse_qsl(split.query))


@pytest.fixture(scope="module")
def documents(catalog: Catalog, pytestconfig: pytest.Config) -> dict[str, bytes]:
    """The documents; of those about a credential a few, and all in a long run."""
    about_one = [address for address in every_address(catalog) if "?id=" in address]
    left_out = set() if is_long(pytestconfig) else set(about_one) - set(about_one[::EACH])
    by_address = {}
    for address in every_address(catalog):
        if address in left_out:
            continue
        page, query = parts_of(address)
        place = find_place(catalog, page, query)
        assert (place.address, place.tells_of_nobody) == (address, True)
        by_address[address] = written(page, **query)
    return by_address


@pytest.fixture(scope="module")
def read_documents(documents: dict[str, bytes]) -> dict[str, Document]:
    parts = {address: parts_of(address) for address in documents}
    return {address: document_of(page, **query) for address, (page, query) in parts.items()}


def test_every_page_credential_question_and_claim_has_an_address(catalog: Catalog) -> None:
    addresses = set(every_address(catalog))
    pages = {page.page for page in catalog.search.pages} - {"home"}
    assert {"./", *pages} <= addresses
    assert {f"credential?id={key}" for key in catalog.credentials} <= addresses
    assert {f"prepare?id={key}" for key in catalog.credentials} <= addresses
    assert {f"claims?claim={claim.id}" for claim in catalog.claims.claims} <= addresses
    questions = catalog.texts.faq.questions
    assert {f"guide?question={question.id}" for question in questions} <= addresses


def test_each_stays_small(documents: dict[str, bytes]) -> None:
    sizes = {address: len(gzip.compress(content, 6)) for address, content in documents.items()}
    assert {address: size for address, size in sizes.items() if size > MOST_COMPRESSED} == {}


def test_each_has_its_own_title_description_and_address(
    read_documents: dict[str, Document],
) -> None:
    for address, document in read_documents.items():
        assert document.title.endswith(" – CertLens"), address
        assert document.heading, address
        assert document.canonical == SITE.start + address.removeprefix("./"), address
        assert document.metas["og:url"] == document.canonical
        assert 20 < len(document.metas["description"]) <= 302, address
    titles = Counter(document.title for document in read_documents.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_nothing_of_markdown_is_left_over(read_documents: dict[str, Document]) -> None:
    left_over = {
        address: found[0]
        for address, document in read_documents.items()
        if (found := _PART.search(document.text))
    }
    assert left_over == {}


def test_the_linked_data_name_the_page_and_the_date_of_the_catalog(
    catalog: Catalog, read_documents: dict[str, Document]
) -> None:
    for address, document in read_documents.items():
        data = document.data
        assert data is not None, address
        assert data["url"] == document.canonical
        assert data["dateModified"] == stamp(catalog)["date"]
        assert f"{data['name']} – CertLens" == document.title


def test_every_link_within_the_app_leads_somewhere(
    catalog: Catalog, read_documents: dict[str, Document]
) -> None:
    inner = {
        link.partition("#")[0]
        for document in read_documents.values()
        for link in document.links
        if not urlsplit(link).scheme and not link.startswith(("api/", "./api/", "llms.txt"))
    }
    for link in sorted(inner):
        page, query = parts_of(link)
        assert find_place(catalog, page, query).address, link


def test_headings_and_buttons_within_a_document_have_names_of_their_own(
    read_documents: dict[str, Document],
) -> None:
    for address, document in read_documents.items():
        names = Counter(given["id"] for _, given in document.tags if "id" in given)
        assert [name for name, count in names.items() if count > 1] == [], address


def test_a_credentials_document_says_what_it_is_in_the_terms_of_schema_org() -> None:
    data = document_of("credential", id="aapc/cpc").data
    assert data is not None
    assert data["mainEntity"]["@type"] == "EducationalOccupationalCredential"
    assert data["mainEntity"]["identifier"] == "aapc/cpc"
