"""Logs that tests share, made up and random."""

from datetime import date

from hypothesis import strategies as st

from cert_model.renewal.log import EARLIEST_DAY, LogEntry
from tests.catalogs import TODAY, project_catalog

AUDITING = LogEntry(
    day=date(2026, 3, 31),
    title="Auditing E/M services",
    ceus=1.5,
    issuers=("aapc", "ahima"),
    subject="Auditing",
    provider="AHIMA",
    note="Certificate in the blue folder",
)
CHAPTER = LogEntry(date(2026, 5, 2), "Chapter meeting", 1)

_SIGNS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffd")


def one_line(longest: int, shortest: int = 0) -> st.SearchStrategy[str]:
    """Texts as an entry has them, formulas, quotation marks and separators among them."""
    return (
        st.text(st.one_of(st.sampled_from("=+-@'\";,:#%a1 "), _SIGNS), max_size=longest)
        .map(lambda text: " ".join(text.split()))
        .filter(lambda text: len(text) >= shortest)
    )


def entries() -> st.SearchStrategy[LogEntry]:
    """Any entry."""
    return st.builds(
        LogEntry,
        day=st.dates(EARLIEST_DAY, TODAY),
        title=one_line(20, shortest=1),
        ceus=st.integers(1, 15_000).map(lambda hundredths: hundredths / 100),
        issuers=st.sets(st.sampled_from(sorted(project_catalog().issuers)), max_size=3).map(
            lambda ids: tuple(sorted(ids))
        ),
        subject=one_line(10),
        provider=one_line(10),
        note=one_line(30),
    )


def similar_entries() -> st.SearchStrategy[LogEntry]:
    """Entries of which many are the same, with other spellings and statements."""
    return st.builds(
        LogEntry,
        day=st.sampled_from([AUDITING.day, CHAPTER.day]),
        title=st.sampled_from(["Auditing", "AUDITING!", "Chapter meeting", "chapter  Meeting"]),
        ceus=st.sampled_from([1.0, 1.5]),
        issuers=st.sampled_from([(), ("aapc",), ("ahima",), ("aapc", "ahima")]),
        subject=st.sampled_from(["", "Auditing", "auditing", "Compliance", "a; b"]),
        provider=st.sampled_from(["", "AHIMA", "Ahima"]),
        note=st.sampled_from(["", "blue folder", "b; a", "a"]),
    )
