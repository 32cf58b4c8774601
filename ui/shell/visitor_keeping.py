"""What a visitor said of keeping what they hold, as parts of the code of their profile.

``.passed=aapc/cpc:2025-05-10,ahima/ccs:2024-03&.renews=aapc:2027-03&.earned=aapc:12``
"""

from collections.abc import Callable, Container, Mapping
from typing import Generic, NamedTuple, TypeVar

from cert_model.catalog import Catalog
from cert_model.renewal.request import CalendarDay, Holding, RenewalRequest, check_request
from cert_model.renewal.typed_values import check_end, parse_typed_ceus, read_iso_day
from ui.shell.visitor import Visitor

T = TypeVar("T")

PASSED, RENEWS, EARNED = ".passed", ".renews", ".earned"
_PER = ":"
"""What stands between an id and what is said of it."""


class Entries(NamedTuple, Generic[T]):
    """What is said by id of a credential or issuer, and the ids that the catalog does not know."""

    by_id: Mapping[str, T]
    unknown: tuple[str, ...]


def format_keeping(visitor: Visitor) -> dict[str, str]:
    """The parts of a code; empty ones where nothing was said."""
    return {
        PASSED: _join(visitor.passed),
        RENEWS: _join(visitor.renews),
        EARNED: _join({key: f"{ceus:g}" for key, ceus in visitor.earned.items()}),
    }


def _join(values: Mapping[str, object]) -> str:
    return ",".join(f"{key}{_PER}{value}" for key, value in values.items())


Reader = Callable[[Catalog, str, str], T]
"""Reads what is said of one id. Raises ValueError for what cannot be."""


def read_entries(catalog: Catalog, ids: Container[str], read: Reader[T], text: str) -> Entries[T]:
    """What a part says by id. Raises ValueError as ``read``, and for an id that stands twice."""
    by_id: dict[str, T] = {}
    unknown: list[str] = []
    for entry in filter(None, text.split(",")):
        key, _, value = entry.partition(_PER)
        if key in by_id:
            raise ValueError(entry)
        if key in ids:
            by_id[key] = read(catalog, key, value)
        else:
            unknown.append(key)
    return Entries(by_id, tuple(unknown))


def read_passed(catalog: Catalog, key: str, text: str) -> CalendarDay:
    """The day on which a credential was passed. Raises ValueError for one that cannot be."""
    passed = read_iso_day(text)
    check_request(catalog, RenewalRequest((Holding(key, passed),), catalog.today))
    return passed


def read_end(catalog: Catalog, _key: str, text: str) -> CalendarDay:
    """The day on which a membership or cycle ends. Raises ValueError for one that cannot be."""
    end = read_iso_day(text, month_end=True)
    check_end(end, catalog.today)
    return end


def read_ceus(_catalog: Catalog, _key: str, text: str) -> float:
    """The CEUs earned so far. Raises ValueError for a number that cannot be."""
    return parse_typed_ceus(text)
