"""Rows and gaps of the naive evaluator, and the letters that they are for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.costs.naive_prices import NOTHING, Amount, Plain, key_of, plus

Row = dict[str, Any]
"""An amount of a year: ``year``, ``who``, ``category``, ``amount`` and ``estimated``."""
Letters = dict[str, Any]
"""Letters of a bill: their ``sheet``, that of their ``exam``, ``year``, ``month``, ``held``."""
TO_KEEP = ("ceus", "renewal")


@dataclass
class Bill:
    """What is paid, and what is missing."""

    rows: list[Row] = field(default_factory=list)
    missing: set[tuple[str | None, str, str]] = field(default_factory=set)
    """Whose price is missing (a credential's, an issuer's, nobody's), its category, and which."""

    def pay(
        self, year: int, who: str, category: str, amount: Amount, *, estimated: bool = False
    ) -> None:
        self.rows.append(
            {
                "year": year,
                "who": who,
                "category": category,
                "amount": amount,
                "estimated": estimated,
            }
        )

    def lack(self, who: str | None, category: str, what: str) -> None:
        self.missing.add((who, category, what))

    def total(self) -> Amount:
        return plus(NOTHING, *(row["amount"] for row in self.rows))


def last_exams(letters: list[Letters]) -> dict[str, int]:
    """By issuer, the year in which the last of its letters are earned; 0 where all are held."""
    years: dict[str, int] = {}
    for own in letters:
        issuer = own["sheet"]["issuer"]
        years[issuer] = max(years.get(issuer, 0), own["year"])
    return years


def phase_of(row: Plain, until: Mapping[str, int]) -> str:
    """Whether a row is paid to ``earn`` or to ``keep``.

    Dues are paid to earn until the year of the issuer's last exam; ``until`` has it by issuer.
    """
    if row["category"] == "membership":
        return "earn" if row["year"] <= until[row["who"]] else "keep"
    if row["category"] == "funding":
        return str(row["phase"])
    return "keep" if row["category"] in TO_KEEP else "earn"


def name(letters: Letters) -> str:
    """The id of letters."""
    return key_of(letters["sheet"])


def when(letters: Letters) -> tuple[int, int, str]:
    """Puts what is earned first before what is earned later, and of two alike decides by id."""
    return letters["year"], letters["month"], name(letters)
