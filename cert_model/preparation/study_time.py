"""How long others say it takes to get ready for an exam."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema.preparation import StudyTime

ASSUMED_HOURS = 120
"""What a plan takes for granted where no source gives hours: a guess, to be changed."""


@dataclass(frozen=True, slots=True)
class StudyHours:
    """Hours to prepare: the ends that sources give, and what a plan begins with."""

    low: float | None
    high: float | None
    usual: int
    """The middle of the two ends; a guess where there are none."""

    @property
    def assumed(self) -> bool:
        """Whether no source gives any hours."""
        return self.low is None


def study_times(catalog: Catalog, key: str) -> tuple[StudyTime, ...]:
    """What is said of a credential, and of the one whose exam it shares."""
    sits = {key, catalog.credentials[key].same_exam_as}
    return tuple(each for each in catalog.preparation.times.times if each.credential in sits)


def credentials_with_study_times(catalog: Catalog) -> list[str]:
    """The exams of which somebody says how long it takes to get ready, each once."""
    told = dict.fromkeys(each.credential for each in catalog.preparation.times.times)
    return [key for key in told if catalog.credentials[key].same_exam_as is None]


def study_hours(catalog: Catalog, key: str) -> StudyHours:
    """From the lowest to the highest number of hours that any source gives."""
    told = [each.hours for each in study_times(catalog, key) if each.hours and each.hours.known]
    lows = [hours.bottom for hours in told if hours.bottom is not None]
    highs = [hours.top for hours in told if hours.top is not None]
    if not lows or not highs:
        return StudyHours(None, None, ASSUMED_HOURS)
    return StudyHours(min(lows), max(highs), round((min(lows) + max(highs)) / 2))
