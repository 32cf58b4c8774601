"""The person that candidates are made for, as far as they said who they are."""

from dataclasses import dataclass, field, replace

from cert_model.candidates.answers import with_starting_answers
from cert_model.candidates.wishes import Wishes
from cert_model.catalog import Catalog
from cert_model.eligibility import Profile
from cert_model.eligibility.questionnaire import Answers, parse_answers
from cert_model.paths import PathAssumptions
from cert_model.paths.answer import works_already
from cert_model.vocabulary import EducationLevel, State

_DIPLOMA = EducationLevel.HIGH_SCHOOL


@dataclass(frozen=True, slots=True)
class Asker:
    """The person that candidates are made for."""

    profile: Profile
    """What they said and what follows from it."""
    home_state: State | None = None
    assumptions: PathAssumptions = field(default_factory=PathAssumptions)

    @property
    def planned_for(self) -> Profile:
        """The profile that ways are planned from: with a high school diploma where none is known.

        What it decides is worded as a condition, "with a high school diploma".
        """
        if self.profile.education is not None or self.profile.complete:
            return self.profile
        return self.profile.model_copy(update={"education": _DIPLOMA})


def make_asker(
    catalog: Catalog,
    wishes: Wishes,
    answers: Answers,
    home_state: State | None = None,
    hours_a_week: float | None = None,
    is_student: bool = False,
) -> Asker:
    """The person behind wishes and answers; an answer that cannot be used is left out.

    Whoever ``is_student`` pays a student's prices.
    Raises BadPathAssumption for impossible hours of study a week.
    """
    given = with_starting_answers(wishes.situation, answers)
    profile = parse_answers(catalog, given).profile
    assumed = PathAssumptions(is_student=is_student, works_already=works_already(profile))
    if hours_a_week is not None:
        assumed = replace(assumed, hours_a_week=hours_a_week)
    return Asker(profile, home_state, assumed)
