"""Merges logs without doubles, so that a log can be brought back as often as one likes."""

from collections.abc import Iterable
from dataclasses import astuple
from itertools import chain

from cert_model.renewal.log.entries import (
    LONGEST_NAME,
    LONGEST_NOTE,
    SEPARATOR,
    EntryKey,
    LogEntry,
    entry_key,
    fold_text,
    split_cell,
)


def merge_logs(*logs: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """Every entry of the logs once, by day, then title, then CEUs.

    Entries are the same if they share day, title (without regard to case and punctuation) and
    CEUs, within one log too. The one that stays has the issuers of all, and of subject, provider
    and note every statement that any has, joined by semicolons. So nothing is lost, merging
    again changes nothing, and the order of the logs does not matter. Where a joined text would
    be longer than its column takes, the entries stay as they are.
    """
    by_key: dict[EntryKey, list[LogEntry]] = {}
    for entry in dict.fromkeys(chain.from_iterable(logs)):
        by_key.setdefault(entry_key(entry), []).append(entry)
    return tuple(entry for key in sorted(by_key) for entry in _merge(by_key[key]))


def _merge(entries: list[LogEntry]) -> list[LogEntry]:
    """One entry in place of several that are the same."""
    if len(entries) == 1:
        return entries
    merged = LogEntry(
        day=entries[0].day,
        title=min((entry.title for entry in entries), key=_plainness),
        ceus=entries[0].ceus,
        issuers=tuple(sorted({issuer for entry in entries for issuer in entry.issuers})),
        subject=_join(entry.subject for entry in entries),
        provider=_join(entry.provider for entry in entries),
        note=_join(entry.note for entry in entries),
    )
    longest = max(len(merged.subject), len(merged.provider))
    if longest > LONGEST_NAME or len(merged.note) > LONGEST_NOTE:
        return sorted(entries, key=astuple)
    return [merged]


def _join(texts: Iterable[str]) -> str:
    """The text that all share, or every part of the texts, each once."""
    stated = {text for text in texts if text}
    if len(stated) < 2:
        return "".join(stated)
    spellings: dict[str, list[str]] = {}
    for part in chain.from_iterable(map(split_cell, stated)):
        spellings.setdefault(fold_text(part), []).append(part)
    parts = (min(written, key=_plainness) for _, written in sorted(spellings.items()))
    return f"{SEPARATOR} ".join(parts)


def _plainness(text: str) -> tuple[bool, int, str]:
    """The order among spellings: those without any capitals are last, then by their number."""
    return text.islower(), sum(map(str.isupper, text)), text
