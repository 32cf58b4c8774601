"""Logs are merged without doubles, and nothing is lost."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cert_model.renewal.log import LogEntry, merge_logs
from cert_model.renewal.log.entries import LONGEST_NOTE, entry_key, fold_text, split_cell
from tests.renewal.log.examples import AUDITING, CHAPTER, entries, similar_entries

LOGS = st.lists(st.one_of(entries(), similar_entries()), max_size=6)


def test_what_is_in_both_logs_stands_once_in_the_merged_one() -> None:
    assert merge_logs([CHAPTER, AUDITING], [AUDITING]) == (AUDITING, CHAPTER)


def test_entries_are_the_same_whatever_the_spelling_of_their_title() -> None:
    shouted = replace(AUDITING, title="AUDITING: E/M Services!")
    assert merge_logs([shouted], [AUDITING]) == (AUDITING,)


def test_another_day_title_or_number_makes_another_entry() -> None:
    others = [
        replace(AUDITING, day=date(2026, 4, 1)),
        replace(AUDITING, title="Auditing E/M services, part 2"),
        replace(AUDITING, ceus=2),
    ]
    assert len(merge_logs([AUDITING], others)) == 4


def test_statements_of_both_are_kept() -> None:
    first = replace(AUDITING, issuers=("aapc",), subject="", note="blue folder")
    second = replace(AUDITING, issuers=("nha",), provider="ahima", note="Blue folder; paid")
    assert merge_logs([first], [second]) == (
        replace(AUDITING, issuers=("aapc", "nha"), note="Blue folder; paid"),
    )


def test_subjects_that_differ_are_both_kept() -> None:
    (merged,) = merge_logs([AUDITING], [replace(AUDITING, subject="Compliance")])
    assert merged.subjects == ("Auditing", "Compliance")


def test_entries_stay_apart_where_their_notes_would_be_too_long_together() -> None:
    log = [replace(CHAPTER, note=sign * LONGEST_NOTE) for sign in "ab"]
    assert merge_logs(log[:1], log[1:]) == tuple(log)


@given(LOGS, LOGS)
def test_the_order_of_the_logs_does_not_matter(log: list[LogEntry], other: list[LogEntry]) -> None:
    assert merge_logs(log, other) == merge_logs(other, log)


@given(LOGS, LOGS)
def test_merging_again_changes_nothing(log: list[LogEntry], other: list[LogEntry]) -> None:
    merged = merge_logs(log, other)
    assert merge_logs(merged) == merge_logs(merged, log) == merge_logs(other, merged) == merged


@given(LOGS, LOGS, LOGS)
def test_logs_may_be_merged_in_any_grouping(
    first: list[LogEntry], second: list[LogEntry], third: list[LogEntry]
) -> None:
    assert merge_logs(merge_logs(first, second), third) == merge_logs(first, second, third)


@given(LOGS, LOGS)
def test_no_entry_and_no_statement_is_lost(log: list[LogEntry], other: list[LogEntry]) -> None:
    merged = {entry_key(entry): entry for entry in merge_logs(log, other)}
    for entry in [*log, *other]:
        kept = merged[entry_key(entry)]
        assert set(entry.issuers) <= set(kept.issuers)
        for before, after in (
            (entry.subject, kept.subject),
            (entry.provider, kept.provider),
            (entry.note, kept.note),
        ):
            parts = set(map(fold_text, split_cell(before)))
            assert parts <= set(map(fold_text, split_cell(after)))


@given(LOGS, LOGS)
def test_entries_are_in_the_order_of_their_days(log: list[LogEntry], other: list[LogEntry]) -> None:
    days = [entry.day for entry in merge_logs(log, other)]
    assert days == sorted(days)
    assert len(merge_logs(log, other)) == len({entry_key(entry) for entry in [*log, *other]})
