"""Getting ready: what to learn, in which weeks, with whom, at whose expense, and the day itself."""

from cert_model.preparation.exam_day import Line, exam_day
from cert_model.preparation.funding import Offering, Payer, payer_ids, payers_of
from cert_model.preparation.programs import Found, Offer, Wanted, find
from cert_model.preparation.study_time import (
    ASSUMED_HOURS,
    Hours,
    hours_to_prepare,
    study_times,
    with_known_times,
)
from cert_model.preparation.studyplan import (
    BadStudyPlan,
    Part,
    Phase,
    StudyPlan,
    StudyRequest,
    hours_a_week_from,
    split,
    study_plan,
)
from cert_model.preparation.subjects import Groundwork, first_to_learn, groundwork
from cert_model.preparation.weighing import Basis, Weighing, counts_most, weigh

__all__ = [
    "ASSUMED_HOURS",
    "BadStudyPlan",
    "Basis",
    "Found",
    "Groundwork",
    "Hours",
    "Line",
    "Offer",
    "Offering",
    "Part",
    "Payer",
    "Phase",
    "StudyPlan",
    "StudyRequest",
    "Wanted",
    "Weighing",
    "counts_most",
    "exam_day",
    "find",
    "first_to_learn",
    "groundwork",
    "hours_a_week_from",
    "hours_to_prepare",
    "payer_ids",
    "payers_of",
    "split",
    "study_plan",
    "study_times",
    "weigh",
    "with_known_times",
]
