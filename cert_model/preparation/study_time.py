"""How long it takes to prepare for an exam, according to others."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema.preparation import StudyTime

ASSUMED_HOURS = 120
"""The hours that a plan assumes where no source gives any: a guess, which the user can change."""


@dataclass(frozen=True, slots=True)
class StudyHours:
    """The hours to prepare: the range that sources give, and the number that a plan starts from."""

    low: float | None
    high: float | None
    usual: int
    """The middle of the range, or ``ASSUMED_HOURS`` where there is none."""

    @property
    def assumed(self) -> bool:
        """Whether no source gives any hours."""
        return self.low is None


def study_times(catalog: Catalog, key: str) -> tuple[StudyTime, ...]:
    """The statements on a credential, and on the one whose exam it shares."""
    same_exam = {key, catalog.credentials[key].same_exam_as}
    return tuple(time for time in catalog.preparation.times.times if time.credential in same_exam)


def credentials_with_study_times(catalog: Catalog) -> list[str]:
    """The ids of the credentials of which a study time is known, without those sharing an exam."""
    keys = dict.fromkeys(time.credential for time in catalog.preparation.times.times)
    return [key for key in keys if catalog.credentials[key].same_exam_as is None]


def study_hours(catalog: Catalog, key: str) -> StudyHours:
    """The lowest and the highest number of hours that any source gives for an exam."""
    stated = [time.hours for time in study_times(catalog, key) if time.hours and time.hours.known]
    lows = [hours.bottom for hours in stated if hours.bottom is not None]
    highs = [hours.top for hours in stated if hours.top is not None]
    if not lows or not highs:
        return StudyHours(None, None, ASSUMED_HOURS)
    return StudyHours(min(lows), max(highs), round((min(lows) + max(highs)) / 2))
