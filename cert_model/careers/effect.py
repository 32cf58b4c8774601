"""How much more the certified earn: a difference between two groups, computed both ways."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema.careers import CertificationEffectRow
from cert_model.vocabulary import PayUnit


@dataclass(frozen=True, slots=True)
class PayGap:
    """One comparison of certified people with others.

    It says nothing of what a credential does: the certified also tend to have more
    schooling and experience.
    """

    row: CertificationEffectRow

    @property
    def of_others(self) -> float:
        """The usual way: (certified − others) ÷ others × 100."""
        return (self.row.certified - self.row.not_certified) / self.row.not_certified * 100

    @property
    def of_certified(self) -> float:
        """The smaller one: (certified − others) ÷ certified × 100."""
        return (self.row.certified - self.row.not_certified) / self.row.certified * 100


def pay_gaps(catalog: Catalog) -> list[PayGap]:
    """Every comparison of pay, newest first."""
    rows = [
        row for row in catalog.careers.certification_effect.rows if row.unit is not PayUnit.PERCENT
    ]
    return [PayGap(row) for row in sorted(rows, key=lambda row: (-row.year, -row.certified))]


def comparisons_without_pay(catalog: Catalog) -> list[CertificationEffectRow]:
    """The comparisons of anything but pay, such as unemployment."""
    rows = catalog.careers.certification_effect.rows
    return [row for row in rows if row.unit is PayUnit.PERCENT]


@dataclass(frozen=True, slots=True)
class UsualRaises:
    """Raises in percent to start from, and the comparisons they are taken from."""

    smallest: PayGap
    newest: PayGap

    @property
    def low(self) -> float:
        """The smallest difference found."""
        return self.smallest.of_others

    @property
    def high(self) -> float:
        """The newest difference found."""
        return self.newest.of_others

    @property
    def typical(self) -> float:
        """The middle of the two: a choice, like that of the middle of any range."""
        return (self.low + self.high) / 2


def usual_raises(catalog: Catalog) -> UsualRaises | None:
    """What a raise might come to, judged by the differences found; None without any.

    Nobody measured what a credential adds to one person's pay, so these are no forecast.
    """
    gaps = pay_gaps(catalog)
    if not gaps:
        return None
    return UsualRaises(min(gaps, key=lambda gap: gap.of_others), gaps[0])
