"""The order of a list, and how to say it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cert_model.catalog.overview import Overview
from cert_model.vocabulary import Level, Verdict

_LEVELS, _VERDICTS = list(Level), list(Verdict)


@dataclass(frozen=True)
class Order:
    """What to order by, with its words for both directions."""

    of: Callable[[Overview], Any]
    label: str
    upward: str
    downward: str


ORDERS: Mapping[str, Order] = {
    "price": Order(lambda it: it.exam_fee_low, "exam price", "lowest first", "highest first"),
    "first_year": Order(
        lambda it: it.first_year_cost, "first-year cost", "lowest first", "highest first"
    ),
    "upkeep": Order(lambda it: it.yearly_upkeep, "yearly upkeep", "lowest first", "highest first"),
    "sit": Order(
        lambda it: None if it.verdict is None else _VERDICTS.index(it.verdict),
        "whether I may sit",
        "nearest first",
        "farthest first",
    ),
    "name": Order(lambda it: it.code, "letters", "A to Z", "Z to A"),
    "issuer": Order(lambda it: it.issuer_letters, "issuer", "A to Z", "Z to A"),
    "level": Order(lambda it: _LEVELS.index(it.level), "level", "entry first", "management first"),
    "questions": Order(
        lambda it: it.questions, "number of questions", "fewest first", "most first"
    ),
    "length": Order(lambda it: it.minutes, "length of the exam", "shortest first", "longest first"),
    "pass_rate": Order(lambda it: it.pass_rate, "pass rate", "lowest first", "highest first"),
    "ceus": Order(
        lambda it: it.ceus_a_year, "continuing education a year", "least first", "most first"
    ),
}
DEFAULT = "first_year"
DOWNWARD = "-"
"""Stands before the name of an order that runs downward, as in ``-pass_rate``."""


def parse(order: str) -> tuple[Order, bool] | None:
    """The order behind ``price`` or ``-price``, and whether it runs downward."""
    found = ORDERS.get(order.removeprefix(DOWNWARD))
    return None if found is None else (found, order.startswith(DOWNWARD))


def in_order(overviews: Iterable[Overview], order: str) -> list[Overview]:
    """The credentials in that order: unknown values last, equal ones by their letters."""
    found, downward = parse(order) or (ORDERS[DEFAULT], False)
    by_letters = sorted(overviews, key=lambda it: (it.code, it.id))
    known = [it for it in by_letters if found.of(it) is not None]
    unknown = [it for it in by_letters if found.of(it) is None]
    return sorted(known, key=found.of, reverse=downward) + unknown


def by_level_and_cost(overviews: Iterable[Overview]) -> list[Overview]:
    """The credentials by level, entry first, and within a level by first-year cost."""
    return sorted(in_order(overviews, "first_year"), key=ORDERS["level"].of)


def in_words(order: str) -> str:
    """The order as a person says it: "ordered by exam price, lowest first"."""
    found, downward = parse(order) or (ORDERS[DEFAULT], False)
    return f"ordered by {found.label}, {found.downward if downward else found.upward}"
