"""The orders of a list of credentials, and how to put each into words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cert_model.overview import Overview
from cert_model.vocabulary import Level, Verdict

Verdicts = Mapping[str, Verdict]
"""Whether one person may sit for each exam, by credential id; empty where nobody asks."""

_LEVELS, _VERDICTS = list(Level), list(Verdict)


@dataclass(frozen=True)
class Order:
    """A figure to sort by, with the words for both directions."""

    figure: Callable[[Overview, Verdicts], Any]
    """The figure of a credential, for a person where it depends on one; None where not known."""
    label: str
    ascending: str
    descending: str
    is_complete: Callable[[Overview], bool] | None = None
    """Whether a total lacks no price; None where the figure is not a total."""
    by_level: bool = False
    """Whether credentials with equal figures are ordered by level and cost, not by their code."""

    @property
    def remark(self) -> str:
        """The end of the order's description: what becomes of incomplete totals, or of equals."""
        if self.by_level:
            return "; equal ones by level, entry first, then by cost to earn it"
        return "" if self.is_complete is None else "; totals that lack a price follow the others"


def _by(
    figure: Callable[[Overview], Any],
    label: str,
    ascending: str = "lowest first",
    descending: str = "highest first",
    is_complete: Callable[[Overview], bool] | None = None,
) -> Order:
    """An order by a figure that is the same for everybody."""
    return Order(lambda overview, _: figure(overview), label, ascending, descending, is_complete)


def _nearness(overview: Overview, verdicts: Verdicts) -> int | None:
    """The rank of the person's verdict, from ready to sit onward."""
    verdict = verdicts.get(overview.id)
    return None if verdict is None else _VERDICTS.index(verdict)


ORDERS: Mapping[str, Order] = {
    "price": _by(lambda overview: overview.exam_fee_low, "exam price"),
    "to_earn": _by(
        lambda overview: overview.to_earn,
        "cost to earn it",
        is_complete=lambda overview: overview.to_earn_complete,
    ),
    "upkeep": _by(
        lambda overview: overview.yearly_upkeep,
        "yearly upkeep",
        is_complete=lambda overview: overview.yearly_upkeep_complete,
    ),
    "sit": Order(_nearness, "whether I may sit", "nearest first", "farthest first", by_level=True),
    "name": _by(lambda overview: overview.code, "letters", "A to Z", "Z to A"),
    "issuer": _by(lambda overview: overview.issuer_letters, "issuer", "A to Z", "Z to A"),
    "level": _by(
        lambda overview: _LEVELS.index(overview.level), "level", "entry first", "management first"
    ),
    "questions": _by(
        lambda overview: overview.questions, "number of questions", "fewest first", "most first"
    ),
    "length": _by(
        lambda overview: overview.minutes, "length of the exam", "shortest first", "longest first"
    ),
    "pass_rate": _by(lambda overview: overview.pass_rate, "pass rate"),
    "ceus": _by(
        lambda overview: overview.ceus_a_year,
        "continuing education a year",
        "least first",
        "most first",
    ),
}
DEFAULT = "to_earn"
DESCENDING = "-"
"""The prefix of a descending order, as in ``-pass_rate``."""


def parse_order(text: str) -> tuple[Order, bool] | None:
    """The order that ``price`` or ``-price`` names, and whether it is descending; else None."""
    order = ORDERS.get(text.removeprefix(DESCENDING))
    return None if order is None else (order, text.startswith(DESCENDING))


def sort_overviews(
    overviews: Iterable[Overview], order: str, verdicts: Verdicts | None = None
) -> list[Overview]:
    """The credentials sorted in an order such as ``-price``; an unknown order means the default.

    Totals that lack a price cannot be compared with complete ones, so they follow these in both
    directions. Unknown figures come last; ties are broken by the credential's code, or by level
    where the order says so. The order ``sit`` sorts by ``verdicts``.
    """
    chosen, descending = parse_order(order) or (ORDERS[DEFAULT], False)
    listed = (
        sort_by_level_and_cost(overviews)
        if chosen.by_level
        else sorted(overviews, key=lambda overview: (overview.code, overview.id))
    )
    figures = {overview.id: chosen.figure(overview, verdicts or {}) for overview in listed}
    by_figure = sorted(
        (overview for overview in listed if figures[overview.id] is not None),
        key=lambda overview: figures[overview.id],
        reverse=descending,
    )
    unknown = [overview for overview in listed if figures[overview.id] is None]
    if chosen.is_complete is not None:
        by_figure.sort(key=chosen.is_complete, reverse=True)
    return by_figure + unknown


def sort_by_level_and_cost(overviews: Iterable[Overview]) -> list[Overview]:
    """The credentials by level, entry first, and within a level by what earning them costs."""
    by_cost = sort_overviews(overviews, DEFAULT)
    return sorted(by_cost, key=lambda overview: _LEVELS.index(overview.level))


def order_label(order: str) -> str:
    """The order as a choice in a box, such as "exam price, lowest first"."""
    chosen, descending = parse_order(order) or (ORDERS[DEFAULT], False)
    return f"{chosen.label}, {chosen.descending if descending else chosen.ascending}"


def describe_order(order: str) -> str:
    """The order in words, such as "ordered by exam price, lowest first"."""
    chosen, _ = parse_order(order) or (ORDERS[DEFAULT], False)
    return f"ordered by {order_label(order)}{chosen.remark}"
