"""How good and how fresh the evidence of a fact is."""

from datetime import date
from typing import Any

import pytest

from cert_model.catalog.standing import months_between, sources_best_first, standing
from cert_model.schema import Evidence, Fact, PriceFact, Reading, Source
from cert_model.vocabulary import Standing

TODAY = date(2026, 11, 23)


def source(key: str, kind: str, **parts: Any) -> Source:
    fields = {"id": key, "title": "T", "publisher": "P", "url": "https://x.example", "kind": kind}
    return Source.model_validate(fields | parts)


SOURCES = {
    page.id: page
    for page in (
        source("issuer-new", "issuer", date="2026"),
        source("issuer-aged", "issuer", seen="2020/2021"),
        source("issuer-undated", "issuer"),
        source("guide-new", "third-party", date="2026-05"),
        source("guide-aged", "third-party", date="2019"),
        source("government-new", "government", date="2026"),
        source("government-aged", "government", date="2015"),
        source("government-copied", "government", date="2026", copy_of="The original"),
        source("government-copied-long-ago", "government", date="2015", copy_of="The original"),
        source("guide-copied", "third-party", date="2026", copy_of="The original"),
        source("issuer-weak", "issuer", date="2026", quality="low"),
        source("issuer-lost", "issuer", date="2026", url=None),
        source("issuer-unnamed", "issuer", date="2026", publisher=None),
    )
}


def standing_of(
    *names: str, as_of: str | None = None, kind: type[Evidence] = Reading[int]
) -> Standing:
    fact = kind.model_validate({"value": 1, "as_of": as_of, "src": names})
    return standing(fact, SOURCES, TODAY)


def test_a_recent_issuer_page_is_the_best() -> None:
    assert standing_of("issuer-new") is Standing.ISSUER_CURRENT


def test_an_undated_page_counts_as_old() -> None:
    assert standing_of("issuer-undated") is Standing.ISSUER_OLD


def test_the_best_source_decides() -> None:
    assert standing_of("guide-aged", "issuer-aged", "guide-new") is Standing.ISSUER_OLD


def test_a_government_page_is_neither_the_issuers_nor_a_third_partys() -> None:
    assert standing_of("government-new") is Standing.GOVERNMENT_CURRENT
    assert standing_of("government-aged") is Standing.GOVERNMENT_OLD


def test_a_government_figure_read_in_a_copy_says_so() -> None:
    assert standing_of("government-copied") is Standing.COPY_CURRENT
    assert standing_of("government-copied-long-ago") is Standing.COPY_OLD


def test_a_copy_of_anybody_elses_page_is_that_of_a_third_party() -> None:
    assert standing_of("guide-copied") is Standing.THIRD_PARTY_CURRENT


def test_an_old_government_page_is_no_better_than_a_recent_guide() -> None:
    assert standing_of("government-aged", "guide-new") is Standing.THIRD_PARTY_CURRENT


def test_a_new_page_about_an_old_year_is_evidence_of_that_year() -> None:
    assert standing_of("issuer-new", as_of="2014") is Standing.ISSUER_OLD


def test_an_old_page_does_not_become_new_by_the_date_of_the_fact() -> None:
    assert standing_of("guide-aged", as_of="2026") is Standing.THIRD_PARTY_OLD


@pytest.mark.parametrize("weak", ["issuer-weak", "issuer-lost", "issuer-unnamed"])
def test_a_source_that_cannot_stand_alone_lends_no_standing(weak: str) -> None:
    assert standing_of(weak, "guide-new") is Standing.THIRD_PARTY_CURRENT


@pytest.mark.parametrize(
    ("as_of", "kind", "expected"),
    [
        ("2025-05-23", PriceFact, Standing.ISSUER_CURRENT),
        ("2025-04-23", PriceFact, Standing.ISSUER_OLD),
        ("2023-11-23", Fact[int], Standing.ISSUER_CURRENT),
        ("2023-10-23", Fact[int], Standing.ISSUER_OLD),
    ],
)
def test_a_price_ages_in_18_months_and_the_rest_in_36(
    as_of: str, kind: type[Evidence], expected: Standing
) -> None:
    assert standing_of("issuer-new", as_of=as_of, kind=kind) is expected


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 15), date(2026, 2, 15), 1),
        (date(2025, 12, 1), date(2026, 12, 1), 12),
        (date(2026, 3, 1), date(2026, 2, 1), -1),
    ],
)
def test_only_whole_months_count(earlier: date, later: date, months: int) -> None:
    assert months_between(earlier, later) == months


def test_the_sources_that_give_a_fact_its_standing_come_first() -> None:
    names = ("guide-aged", "issuer-weak", "issuer-aged", "guide-new", "issuer-new")
    fact = Reading[int].model_validate({"value": 1, "src": names})
    ranked = [page.id for page in sources_best_first(fact, SOURCES, TODAY)]
    assert ranked == ["issuer-new", "issuer-aged", "guide-new", "guide-aged"]
    assert standing_of(ranked[0]) is standing_of(*names)
