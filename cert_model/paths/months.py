"""A length of time or a point in time as three cases, in months from now."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from cert_model.schema.cases import Cases

WEEKS_A_MONTH = 52 / 12
_DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Months(Cases):
    """The fewest, the usual and the most months that something may take."""

    digits: ClassVar[int] = 1

    def minus(self, other: "Months") -> "Months":
        """The difference case by case, never below 0."""
        return Months(
            max(0.0, self.low - other.low),
            max(0.0, self.typical - other.typical),
            max(0.0, self.high - other.high),
        )

    def or_none(self) -> "Months":
        """The months as they may be where nothing at all may have to be done."""
        return Months(0.0, self.typical, self.high)


NOW = Months()


def day_after(start: date, months: float) -> date:
    """The day so many months after ``start``, months being of equal length."""
    return start + timedelta(days=round(months * _DAYS_A_MONTH))


def latest(*points: Months) -> Months:
    """The latest of some points in time, case by case; now for none."""
    return Months.most_of([NOW, *points])
