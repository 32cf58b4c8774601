"""One line of a cost plan, and one price that nobody knows."""

from dataclasses import dataclass
from enum import StrEnum

from cert_model.prices.money import Money
from cert_model.prices.price_lists import FactRef


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
    """So much in a year, for a credential or for all of an issuer's, and why."""

    year: int
    credential: str | None
    issuer: str
    category: Category
    money: Money
    label: str
    """The arithmetic in words."""
    facts: tuple[FactRef, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingPrice:
    """A price that belongs into the total and was not found."""

    credential: str | None
    issuer: str
    category: Category
    what: str
