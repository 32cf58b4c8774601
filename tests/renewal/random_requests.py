"""Random holdings of real credentials, with days that months and years are apt to lack."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.catalogs import project_catalog

CATALOG = project_catalog()
FIRST, LAST = date(2019, 1, 1), date(2026, 11, 28)
"""No credential of the catalog is known to have come out later than the first of these days."""
TRICKY = ["2024-02-29", "2020-02-29", "2023-02-28", "2024-01-31", "2025-08-31", "2026-11-28"]
ids = st.lists(
    st.sampled_from(sorted(CATALOG.credentials)), min_size=1, max_size=6, unique=True
) | st.sampled_from(["aapc", "ahima", "pmi", "bmsc", "ccb", "acdis"]).flatmap(
    lambda issuer: st.lists(
        st.sampled_from(sorted(key for key in CATALOG.credentials if key.startswith(issuer + "/"))),
        min_size=1,
        max_size=4,
        unique=True,
    )
)


def days(first: date, last: date) -> st.SearchStrategy[str]:
    """A day as text, or a month."""
    some = st.dates(first, last).map(date.isoformat)
    tricky = [day for day in TRICKY if first <= date.fromisoformat(day) <= last]
    return some | some.map(lambda day: day[:7]) | st.sampled_from(tricky or [first.isoformat()])


exams = st.none() | days(FIRST, LAST)


@st.composite
def requests(draw: st.DrawFn) -> dict[str, Any]:
    """What somebody holds, when the membership or cycle renews, and which day it is."""
    held = {key: draw(exams) for key in draw(ids)}
    issuers = sorted({key.partition("/")[0] for key in held})
    named = draw(st.lists(st.sampled_from(issuers), unique=True))
    return {
        "held": held,
        "renews": {issuer: draw(days(date(2026, 1, 1), date(2030, 12, 31))) for issuer in named},
        "today": draw(st.dates(LAST, date(2032, 12, 31)) | st.just(LAST)).isoformat(),
    }
