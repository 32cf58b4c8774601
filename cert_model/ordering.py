"""The order of a list, and how to say it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Order:
    """A column to order by, with its words for both directions."""

    column: str
    label: str
    upward: str
    downward: str


ORDERS: Mapping[str, Order] = {
    "price": Order("exam_fee_low", "exam price", "lowest first", "highest first"),
    "name": Order("code", "letters", "A to Z", "Z to A"),
    "issuer": Order("issuer", "issuer", "A to Z", "Z to A"),
    "level": Order("level_rank", "level", "entry first", "management first"),
    "questions": Order("questions", "number of questions", "fewest first", "most first"),
    "length": Order("minutes", "length of the exam", "shortest first", "longest first"),
    "pass_rate": Order("pass_rate", "pass rate", "lowest first", "highest first"),
    "ceus": Order("ceus", "continuing education", "least first", "most first"),
}
DEFAULT = "price"
DOWNWARD = "-"
"""Stands before the name of an order that runs downward, as in ``-pass_rate``."""


def parse(order: str) -> tuple[Order, bool] | None:
    """The order behind ``price`` or ``-price``, and whether it runs downward."""
    found = ORDERS.get(order.removeprefix(DOWNWARD))
    return None if found is None else (found, order.startswith(DOWNWARD))


def in_order(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows in that order: unknown values last, equal ones by their letters."""
    found = parse(order) or (ORDERS[DEFAULT], False)
    column, downward = found[0].column, found[1]
    return rows.sort_values(
        [column, "code", "id"], ascending=[not downward, True, True], na_position="last"
    )


def in_words(order: str) -> str:
    """The order as a person says it: "ordered by exam price, lowest first"."""
    found, downward = parse(order) or (ORDERS[DEFAULT], False)
    return f"ordered by {found.label}, {found.downward if downward else found.upward}"
