"""The lines of a cost plan: what is paid, and what is missing because no price was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import FactRef
from cert_model.prices import Money, sum_money


class Category(StrEnum):
    """What a line pays for; funding lines are negative."""

    MEMBERSHIP = "membership"
    EXAM = "exam"
    RETAKE = "retake"
    TRAINING = "training"
    BOOKS = "books"
    MATERIALS = "materials"
    CEUS = "ceus"
    RENEWAL = "renewal"
    APPRENTICE_REMOVAL = "apprentice-removal"
    FUNDING = "funding"


class Phase(StrEnum):
    """Whether a line is paid to earn the credentials of a plan or to keep them."""

    EARN = "earn"
    KEEP = "keep"


_KEEPING = (Category.CEUS, Category.RENEWAL)


@dataclass(frozen=True, slots=True)
class CostRow:
    """One amount in one year, for a credential or for all of an issuer's credentials."""

    year: int
    """The year of the plan, from 1."""
    credential: str | None
    """The id of the credential; None where the amount is paid for several."""
    issuer: str
    category: Category
    phase: Phase
    money: Money
    label: str
    """What is paid for, in words."""
    facts: tuple[FactRef, ...] = ()
    """The facts behind the amount."""
    assumptions: tuple[str, ...] = ()
    """The names of the assumptions behind the amount."""
    estimate: str | None = None
    """The rule by which the amount was estimated; None where it was read."""
    how: str = ""
    """How the amount follows from its facts, where the label leaves that open."""


@dataclass(frozen=True, slots=True)
class MissingPrice:
    """A price that belongs in the total and was not found; it makes the total "at least"."""

    credential: str | None
    issuer: str
    category: Category
    what: str
    """The missing price in words, such as "the membership dues"."""

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases whose sums lack it; dues are paid in both."""
        if self.category is Category.MEMBERSHIP:
            return tuple(Phase)
        return (Phase.KEEP if self.category in _KEEPING else Phase.EARN,)


CostItem = CostRow | MissingPrice


def rows_of(items: Iterable[CostItem]) -> list[CostRow]:
    """The amounts among the lines of a plan."""
    return [item for item in items if isinstance(item, CostRow)]


def missing_of(items: Iterable[CostItem]) -> list[MissingPrice]:
    """The missing prices among the lines of a plan."""
    return [item for item in items if isinstance(item, MissingPrice)]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of lines, with what it lacks and whether an estimate is in it."""

    money: Money
    missing: tuple[MissingPrice, ...] = ()
    estimated: bool = False

    @property
    def complete(self) -> bool:
        """Whether no price is missing; otherwise the sum is "at least" what it says."""
        return not self.missing

    @property
    def low(self) -> float:
        """The cheapest complete way, in dollars."""
        return self.money.low

    @property
    def typical(self) -> float:
        """The usual way, in dollars."""
        return self.money.typical

    @property
    def high(self) -> float:
        """The dearest way, in dollars."""
        return self.money.high


def add_up(
    rows: Iterable[CostRow], missing: Iterable[MissingPrice] = (), *, years: int = 1
) -> Total:
    """The sum of some lines, or its average over some years, rounded to the cent."""
    lines = list(rows)
    money = sum_money(row.money for row in lines).times(1 / years).rounded()
    return Total(money, tuple(missing), any(row.estimate is not None for row in lines))
