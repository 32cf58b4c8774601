"""The data as a whole: enough of it, and nothing that only looks like a source."""

from collections import Counter

from cert_model.catalog import Catalog
from cert_model.schema import Source


def test_there_are_credentials_of_many_issuers(catalog: Catalog) -> None:
    assert len(catalog.credentials) >= 90
    assert len({sheet.issuer for sheet in catalog.credentials.values()}) >= 20


def test_retired_and_unknown_ones_are_in_it_and_marked(catalog: Catalog) -> None:
    statuses = Counter(str(sheet.status.value) for sheet in catalog.credentials.values())
    assert {"active", "retired", "unknown"} <= set(statuses)


def test_every_issuer_awards_something(catalog: Catalog) -> None:
    assert {sheet.issuer for sheet in catalog.credentials.values()} == set(catalog.issuers)


def test_no_two_summaries_are_alike(catalog: Catalog) -> None:
    summaries = Counter(sheet.summary for sheet in catalog.credentials.values())
    assert [text for text, count in summaries.items() if count > 1] == []


def test_no_page_is_listed_as_two_sources(catalog: Catalog) -> None:
    def same_page(source: Source) -> tuple[str | None, ...]:
        return (source.url, source.title, source.date, source.seen)

    pages = Counter(same_page(source) for source in catalog.sources.values() if source.url)
    assert [page for page, count in pages.items() if count > 1] == []


def test_where_the_rule_to_sit_is_not_known_the_sheet_says_whom_to_ask(catalog: Catalog) -> None:
    silent = [
        key
        for key, sheet in catalog.credentials.items()
        if sheet.eligibility.required is None and not sheet.unknown
    ]
    assert silent == []
