"""Queries that nobody types by hand do no harm: an answer, and nothing of theirs in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.search import LONGEST_QUERY
from cert_model.site_search import find
from cert_model.site_search.finder import MOST_HITS
from cert_model.site_search.sentences import describe

HOSTILE = [
    "",
    " \t\r\n",
    "<script>alert(1)</script>",
    "'; DROP TABLE credentials; --",
    "{{ fact('aapc/cpc') }}",
    "../../etc/passwd",
    "\x00\x01\x1b[2J",
    "\u202egnidoc\u200b",
    "a" * 1_000_000,
    "cpc " * 100_000,
    "-" * 10_000,
    "-a-" * 5_000,
    "\ud800",
    "🙂" * 500,
    "(((((((((((((((((((((((((((((",
    "%00%0a%0d",
    "日本語の質問",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_it_is_answered(catalog: Catalog, query: str) -> None:
    answer = find(catalog, query)
    assert len(answer.hits) <= MOST_HITS
    assert describe(answer)


@given(st.text(max_size=300))
@example("ﬁnd")
@example("İstanbul")
@example("ß-ſ-K")
def test_any_text_is_answered_from_the_catalog_alone(catalog: Catalog, query: str) -> None:
    answer = find(catalog, query)
    assert len({hit.document.id for hit in answer.hits}) == len(answer.hits)
    assert "<" not in describe(answer)


@given(st.text(max_size=LONGEST_QUERY), st.text(alphabet="\x00\x07\u200b\u202e\ufeff", max_size=5))
def test_what_cannot_be_seen_changes_nothing(catalog: Catalog, query: str, unseen: str) -> None:
    short = query[: LONGEST_QUERY - len(unseen)].rstrip()
    assert find(catalog, unseen + short) == find(catalog, " " * len(unseen) + short)


@given(st.text(alphabet="abcdefghij -", max_size=LONGEST_QUERY))
def test_capitals_change_nothing(catalog: Catalog, query: str) -> None:
    assert find(catalog, query.upper()) == find(catalog, query)


def test_what_stands_behind_the_longest_query_is_not_read(catalog: Catalog) -> None:
    assert find(catalog, "felony".ljust(LONGEST_QUERY) + " salary") == find(catalog, "felony")
