"""How much more the certified earn than others: a difference between two groups of people."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema.careers import CertificationEffectRow
from cert_model.vocabulary import PayUnit


@dataclass(frozen=True, slots=True)
class PayGap:
    """One comparison of the pay of certified people with that of others.

    It does not measure the effect of a credential: the certified also tend to have more
    schooling and experience.
    """

    row: CertificationEffectRow

    @property
    def percent_of_others(self) -> float:
        """The usual calculation: (certified − others) ÷ others × 100."""
        return (self.row.certified - self.row.not_certified) / self.row.not_certified * 100

    @property
    def percent_of_certified(self) -> float:
        """The calculation with the smaller result: (certified − others) ÷ certified × 100."""
        return (self.row.certified - self.row.not_certified) / self.row.certified * 100


def pay_gaps(catalog: Catalog) -> list[PayGap]:
    """Every comparison of pay, newest first."""
    rows = [
        row for row in catalog.careers.certification_effect.rows if row.unit is not PayUnit.PERCENT
    ]
    return [PayGap(row) for row in sorted(rows, key=lambda row: (-row.year, -row.certified))]


def other_comparisons(catalog: Catalog) -> list[CertificationEffectRow]:
    """The comparisons of anything but pay, such as unemployment."""
    rows = catalog.careers.certification_effect.rows
    return [row for row in rows if row.unit is PayUnit.PERCENT]


@dataclass(frozen=True, slots=True)
class UsualRaises:
    """Raises in percent to start a calculation from, and the comparisons behind them."""

    smallest: PayGap
    newest: PayGap

    @property
    def low(self) -> float:
        """The smallest difference in any comparison."""
        return self.smallest.percent_of_others

    @property
    def high(self) -> float:
        """The difference in the newest comparison."""
        return self.newest.percent_of_others

    @property
    def typical(self) -> float:
        """The middle of the two: a choice, like that of the middle of any range."""
        return (self.low + self.high) / 2


def usual_raises(catalog: Catalog) -> UsualRaises | None:
    """What a raise may come to, judged by the pay gaps; None where there are none.

    Nobody has measured what a credential adds to one person's pay, so these are no forecast.
    """
    gaps = pay_gaps(catalog)
    if not gaps:
        return None
    return UsualRaises(min(gaps, key=lambda gap: gap.percent_of_others), gaps[0])
