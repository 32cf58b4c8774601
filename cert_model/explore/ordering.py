"""The orders of a list of credentials, and how to put each into words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.overview import Overview, overviews
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
    sort_equals: Callable[[Iterable[Overview]], list[Overview]] | None = None
    """Sorts credentials with equal figures, or without any; None where their code decides."""
    remark: str = ""
    """The end of the order's description: what becomes of equal, unknown or incomplete figures."""


def _by(
    figure: Callable[[Overview], Any],
    label: str,
    ascending: str = "lowest first",
    descending: str = "highest first",
    is_complete: Callable[[Overview], bool] | None = None,
) -> Order:
    """An order by a figure that is the same for everybody."""
    return Order(
        lambda overview, _: figure(overview),
        label,
        ascending,
        descending,
        is_complete,
        remark="" if is_complete is None else "; totals that are missing a price come last",
    )


def _nearness(overview: Overview, verdicts: Verdicts) -> int | None:
    """The rank of the person's verdict, from ready to sit onward."""
    verdict = verdicts.get(overview.id)
    return None if verdict is None else _VERDICTS.index(verdict)


def _sort_by_cost(listed: Iterable[Overview]) -> list[Overview]:
    return sort_overviews(listed, "to_earn")


def sort_by_level_and_cost(listed: Iterable[Overview]) -> list[Overview]:
    """The credentials by level, entry first, and within a level by what earning them costs."""
    return sorted(_sort_by_cost(listed), key=lambda overview: _LEVELS.index(overview.level))


ORDERS: Mapping[str, Order] = {
    "holders": Order(
        lambda overview, _: overview.holders,
        "number of holders",
        "fewest first",
        "most first",
        sort_equals=_sort_by_cost,
        remark="; those without a published number follow, by cost to earn, lowest first",
    ),
    "price": _by(lambda overview: overview.exam_fee_low, "exam price"),
    "to_earn": _by(
        lambda overview: overview.to_earn,
        "cost to earn",
        is_complete=lambda overview: overview.to_earn_complete,
    ),
    "upkeep": _by(
        lambda overview: overview.yearly_upkeep,
        "yearly upkeep",
        is_complete=lambda overview: overview.yearly_upkeep_complete,
    ),
    "sit": Order(
        _nearness,
        "my eligibility",
        "nearest first",
        "farthest first",
        sort_equals=sort_by_level_and_cost,
        remark="; ties by level, entry first, then by cost to earn",
    ),
    "name": _by(lambda overview: overview.code, "abbreviation", "A to Z", "Z to A"),
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
        "CEUs a year",
        "fewest first",
        "most first",
    ),
}
DESCENDING = "-"
"""The prefix of a descending order, as in ``-pass_rate``."""
DEFAULT = f"{DESCENDING}holders"


def parse_order(text: str) -> tuple[Order, bool] | None:
    """The order that ``price`` or ``-price`` names, and whether it is descending; else None."""
    order = ORDERS.get(text.removeprefix(DESCENDING))
    return None if order is None else (order, text.startswith(DESCENDING))


def _order_or_default(text: str) -> tuple[Order, bool]:
    return parse_order(text) or (ORDERS[DEFAULT.removeprefix(DESCENDING)], True)


def sort_overviews(
    listed: Iterable[Overview], order: str, verdicts: Verdicts | None = None
) -> list[Overview]:
    """The credentials sorted in an order such as ``-price``; an unknown order means the default.

    Totals that lack a price cannot be compared with complete ones, so they follow these in both
    directions. Unknown figures come last; ties are broken by the credential's code, or as the
    order says. The order ``sit`` sorts by ``verdicts``.
    """
    chosen, descending = _order_or_default(order)
    listed = (chosen.sort_equals or _sort_by_code)(listed)
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


def _sort_by_code(listed: Iterable[Overview]) -> list[Overview]:
    return sorted(listed, key=lambda overview: (overview.code, overview.id))


@once_per_catalog
def _by_holders(catalog: Catalog) -> tuple[str, ...]:
    return tuple(overview.id for overview in sort_overviews(overviews(catalog).values(), DEFAULT))


def most_held(catalog: Catalog, count: int) -> tuple[str, ...]:
    """The ids of the credentials that most people hold, by the published numbers."""
    return _by_holders(catalog)[:count]


def order_label(order: str) -> str:
    """The order as a choice in a box, such as "exam price, lowest first"."""
    chosen, descending = _order_or_default(order)
    return f"{chosen.label}, {chosen.descending if descending else chosen.ascending}"


def describe_order(order: str) -> str:
    """The order in words, such as "ordered by exam price, lowest first"."""
    chosen, _ = _order_or_default(order)
    return f"ordered by {order_label(order)}{chosen.remark}"
