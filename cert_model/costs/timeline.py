"""The credentials of a plan over its years: when each is earned, and which are kept up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cert_model.catalog import FactRef
from cert_model.costs.rows import Category, CostRow, MissingPrice, Phase
from cert_model.prices import Money
from cert_model.schema import Credential

HELD = 0
"""The year of a credential that is held when the plan begins."""


@dataclass(frozen=True, slots=True)
class DatedCredential:
    """A credential and the year of the plan, from 1, in which it is earned; ``HELD`` before."""

    sheet: Credential
    year: int
    months_held: int = 0
    """How long it has been held when the plan begins, in months; 0 where that is not known."""

    @property
    def exam(self) -> str:
        """The id of the credential whose exam it is earned by: the CPC's for the CPC-A."""
        return self.sheet.exam_id

    def due_years(self, period: int, last_year: int) -> Iterator[int]:
        """The years, to ``last_year``, in which something is due that is due every ``period``.

        The period is in months and starts at the end of the year in which the credential is
        earned. Of a credential held already, the months that it has been held count.
        """
        first = period - self.months_held % period
        for month in range(first, (last_year - self.year) * 12 + 1, period):
            yield self.year + -(-month // 12)

    def row(
        self,
        category: Category,
        money: Money,
        label: str,
        facts: tuple[FactRef, ...] = (),
        assumptions: tuple[str, ...] = (),
        estimate: str | None = None,
    ) -> CostRow:
        """A row that is paid to earn this credential, in the year in which it is earned."""
        return CostRow(
            self.year,
            self.sheet.id,
            self.sheet.issuer,
            category,
            Phase.EARN,
            money,
            label,
            facts,
            assumptions,
            estimate,
        )

    def missing(self, category: Category, what: str) -> MissingPrice:
        """A missing price of this credential."""
        return MissingPrice(self.sheet.id, self.sheet.issuer, category, what)


def kept_up(credentials: Iterable[DatedCredential], year: int) -> list[DatedCredential]:
    """The credentials that have to be kept up in a year: those earned before, in order.

    One that another of them replaces is left out: who holds the RHIA keeps up no RHIT
    (``replaces`` in the fact sheet).
    """
    earned = [credential for credential in credentials if credential.year < year]
    replaced = {
        replacement.credential for credential in earned for replacement in credential.sheet.replaces
    }
    kept = [credential for credential in earned if credential.sheet.id not in replaced]
    return sorted(kept, key=_when_earned)


def _when_earned(credential: DatedCredential) -> tuple[int, int, str]:
    """Puts what is earned first before what is earned later, and of two alike decides by id."""
    return credential.year, -credential.months_held, credential.sheet.id


def cycle_start(
    credentials: Iterable[DatedCredential], credential: DatedCredential
) -> DatedCredential:
    """The first earned of a credential and those that it replaces: its cycle goes on."""
    replaced = {replacement.credential for replacement in credential.sheet.replaces}
    before = [other for other in credentials if other.sheet.id in replaced]
    return min([credential, *before], key=_when_earned)


def last_years(earned: Iterable[tuple[str, int]]) -> dict[str, int]:
    """By issuer, the year in which the last of its credentials is earned.

    ``earned`` are issuer and year of each credential.
    """
    years: dict[str, int] = {}
    for issuer, year in earned:
        years[issuer] = max(years.get(issuer, HELD), year)
    return years


def one_per_exam(credentials: Iterable[DatedCredential]) -> list[DatedCredential]:
    """One credential for each exam, from the year in which the first that it leads to is earned.

    They come in the order in which they are earned, whatever the order in which they are named.
    Passing the CPC exam leads to the CPC or the CPC-A: of the two, the full one stands for both.
    """
    chosen: dict[str, DatedCredential] = {}
    for credential in sorted(credentials, key=_when_earned):
        first = chosen.setdefault(credential.exam, credential)
        if credential.sheet.id == credential.exam:
            chosen[credential.exam] = replace(first, sheet=credential.sheet)
    return list(chosen.values())
