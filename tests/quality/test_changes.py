"""The differences between two catalogs, and their sentences."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog, load_catalog
from cert_model.quality import Change, ChangeKind, as_at, diff_catalogs
from tests import handmade_catalog
from tests.catalogs import TODAY
from tests.effort import percent_of_examples

DAYS = st.dates(date(2005, 1, 1), TODAY)
Edited = Callable[..., Catalog]

PRICE = "value: 200\n      as_of: 2024-02"


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """Loads the catalog made by hand with one text of a sheet replaced by another."""

    def load_edited(old: str, new: str) -> Catalog:
        folder = handmade_catalog.write_folder(tmp_path)
        sheet = folder / "credentials" / "demo" / "abc.yaml"
        assert old in handmade_catalog.ABC
        sheet.write_text(handmade_catalog.ABC.replace(old, new), encoding="utf-8")
        return load_catalog(folder, today=TODAY)

    return load_edited


def changes_between(old: Catalog, new: Catalog) -> list[tuple[str, str]]:
    return [(change.kind.value, change.sentence) for change in diff_catalogs(old, new)]


def test_a_catalog_does_not_differ_from_itself(catalog: Catalog) -> None:
    assert diff_catalogs(catalog, catalog) == []


@percent_of_examples(4)
@given(day=DAYS)
def test_exchanging_the_two_exchanges_the_sides(catalog: Catalog, day: date) -> None:
    then = as_at(catalog, day)
    exchanged = {mirrored(change) for change in diff_catalogs(then, catalog)}
    assert exchanged == set(diff_catalogs(catalog, then))


def mirrored(change: Change) -> Change:
    kinds = {
        ChangeKind.ADDED: ChangeKind.REMOVED,
        ChangeKind.REMOVED: ChangeKind.ADDED,
        ChangeKind.CREDENTIAL_ADDED: ChangeKind.CREDENTIAL_REMOVED,
        ChangeKind.CREDENTIAL_REMOVED: ChangeKind.CREDENTIAL_ADDED,
    }
    return Change(
        kinds.get(change.kind, change.kind),
        change.subject,
        change.name,
        change.label,
        change.weight,
        change.after,
        change.before,
    )


def test_a_price_that_changed_has_both_dates(handmade: Catalog, edited: Edited) -> None:
    new = edited(PRICE, "value: 250\n      as_of: 2026-02")
    assert changes_between(handmade, new) == [
        ("changed", "Exam: from $200 (February 2024) to $250 (February 2026)")
    ]


def test_the_same_value_with_a_newer_date_is_other_evidence(
    handmade: Catalog, edited: Edited
) -> None:
    new = edited(PRICE, "value: 200\n      as_of: 2026-02")
    assert changes_between(handmade, new) == [
        ("evidence", "Exam: $200 still, as of February 2026 in place of February 2024")
    ]


def test_facts_removed_and_added_are_named(handmade: Catalog, edited: Edited) -> None:
    new = edited(
        "minutes: {value: 120, as_of: 2020-06,", "scored_questions: {value: 90, as_of: 2026,"
    )
    assert changes_between(handmade, new) == [
        ("removed", "Time, minutes: no longer stated, was 120 (June 2020)"),
        ("added", "Scored questions: newly known, 90 (2026)"),
    ]


def test_a_changed_status_is_reported(handmade: Catalog, edited: Edited) -> None:
    new = edited("status: {value: active", "status: {value: retired")
    assert changes_between(handmade, new) == [
        ("changed", "Status: from Active (2026) to Retired (2026)")
    ]


def test_a_changed_rule_is_reported_as_a_whole(handmade: Catalog, edited: Edited) -> None:
    new = edited("A diploma", "A diploma of any school")
    assert changes_between(handmade, new) == [
        (
            "changed",
            "Required for the exam: from A diploma; and an age of 18 (2020) "
            "to A diploma of any school; and an age of 18 (2020)",
        )
    ]


def test_a_change_of_our_own_sorting_is_reported(handmade: Catalog, edited: Edited) -> None:
    new = edited("level: entry", "level: core")
    assert changes_between(handmade, new) == [
        ("changed", "Level: from Entry (undated) to Core (undated)")
    ]


def test_a_fee_is_recognized_at_any_position(handmade: Catalog, edited: Edited) -> None:
    line = "fees:\n  - {kind: late, amount: {value: 10, as_of: 2026, src: [a-guide]}}\n"
    new = edited("\nfees:\n", f"\n{line}")
    assert changes_between(handmade, new) == [("added", "Late fee: newly known, $10 (2026)")]


def test_a_removed_credential_comes_first(handmade: Catalog, tmp_path: Path) -> None:
    folder = handmade_catalog.write_folder(tmp_path)
    (folder / "credentials" / "demo" / "old.yaml").unlink()
    new = load_catalog(folder, today=TODAY)
    assert changes_between(handmade, new) == [
        (
            "credential-removed",
            "Credential: no longer in the catalog, was A Retired Credential (undated)",
        )
    ]


def test_what_misleads_most_comes_first(catalog: Catalog) -> None:
    changes = diff_catalogs(as_at(catalog, date(2024, 1, 1)), catalog)
    order = [(list(ChangeKind).index(change.kind), -change.weight) for change in changes]
    assert order == sorted(order)
