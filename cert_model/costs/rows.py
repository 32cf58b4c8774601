"""One line of a cost plan, and one price that nobody knows."""

from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import Catalog
from cert_model.costs.money import Money
from cert_model.schema import Evidence


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
class FactRef:
    """Where a fact stands: ``aapc/cpc:fees.0.amount``."""

    subject: str
    """An id of a credential or issuer, or ``preparation``."""
    place: tuple[str | int, ...]

    def __str__(self) -> str:
        return f"{self.subject}:{'.'.join(str(step) for step in self.place)}"

    def find(self, catalog: Catalog) -> Evidence:
        """The fact itself. Raises LookupError where there is none."""
        part: object = (
            catalog.credentials.get(self.subject)
            or catalog.issuers.get(self.subject)
            or catalog.preparation
        )
        for step in self.place:
            part = part[step] if isinstance(step, int) else getattr(part, step)  # type: ignore[index]
        if not isinstance(part, Evidence):
            raise LookupError(f"{self} is no fact")
        return part


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
class Missing:
    """A price that belongs into the total and was not found."""

    credential: str | None
    issuer: str
    category: Category
    what: str
