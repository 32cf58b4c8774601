"""The lines of a cost plan: what is paid, and what is missing because no price was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import FactRef
from cert_model.prices import Money
from cert_model.schema import Credential


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


@dataclass(frozen=True, slots=True)
class CostRow:
    """One amount in one year, for a credential or for all of an issuer's credentials."""

    year: int
    """The year of the plan, from 1."""
    credential: str | None
    """The id of the credential; None where the amount is paid for several."""
    issuer: str
    category: Category
    money: Money
    label: str
    """What is paid for, in words."""
    facts: tuple[FactRef, ...] = ()
    """The facts behind the amount."""
    assumptions: tuple[str, ...] = ()
    """The names of the assumptions behind the amount."""


@dataclass(frozen=True, slots=True)
class MissingPrice:
    """A price that belongs in the total and was not found; it makes the total "at least"."""

    credential: str | None
    issuer: str
    category: Category
    what: str
    """The missing price in words, such as "the membership dues"."""


CostItem = CostRow | MissingPrice


def rows_of(items: Iterable[CostItem]) -> list[CostRow]:
    """The amounts among the lines of a plan."""
    return [item for item in items if isinstance(item, CostRow)]


def missing_of(items: Iterable[CostItem]) -> list[MissingPrice]:
    """The missing prices among the lines of a plan."""
    return [item for item in items if isinstance(item, MissingPrice)]


@dataclass(frozen=True, slots=True)
class EarnedCredential:
    """A credential of a plan, and the year of the plan in which it is earned, from 1."""

    sheet: Credential
    year: int

    def row(
        self,
        category: Category,
        money: Money,
        label: str,
        facts: tuple[FactRef, ...] = (),
        assumptions: tuple[str, ...] = (),
        year: int | None = None,
    ) -> CostRow:
        """A row for this credential, in the year it is earned unless ``year`` says otherwise."""
        key, issuer = self.sheet.id, self.sheet.issuer
        paid_in = self.year if year is None else year
        return CostRow(paid_in, key, issuer, category, money, label, facts, assumptions)

    def missing(self, category: Category, what: str) -> MissingPrice:
        """A missing price of this credential."""
        return MissingPrice(self.sheet.id, self.sheet.issuer, category, what)
