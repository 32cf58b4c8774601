"""Preparing for an exam: subjects, study plan, programs, funding, and the day itself."""

from cert_model.preparation.blueprint import (
    WeightBasis,
    WeightedContent,
    weigh_content,
)
from cert_model.preparation.exam_day import ExamDayFact, exam_day_facts
from cert_model.preparation.funding import FundingOffer, Payer, payer_ids, payers_of
from cert_model.preparation.overlap import (
    ExamOverlap,
    SharedSubject,
    WeightGap,
    closest_held_credential,
    exam_overlap,
    exam_overlaps,
)
from cert_model.preparation.programs import (
    ProgramCriteria,
    ProgramDirectory,
    ProgramMatches,
    ProgramOffer,
    find_programs,
    program_directories,
)
from cert_model.preparation.study_plan import (
    BadStudyPlan,
    PlanPart,
    PlanPhase,
    StudyPlan,
    StudyRequest,
    apportion,
    build_study_plan,
    weekly_hours_needed,
)
from cert_model.preparation.subjects import (
    ExamSubject,
    credentials_with_study_times,
    exam_subjects,
    study_times,
    subjects_to_learn_first,
)

__all__ = [
    "BadStudyPlan",
    "ExamDayFact",
    "ExamOverlap",
    "ExamSubject",
    "FundingOffer",
    "Payer",
    "PlanPart",
    "PlanPhase",
    "ProgramCriteria",
    "ProgramDirectory",
    "ProgramMatches",
    "ProgramOffer",
    "SharedSubject",
    "StudyPlan",
    "StudyRequest",
    "WeightBasis",
    "WeightGap",
    "WeightedContent",
    "apportion",
    "build_study_plan",
    "closest_held_credential",
    "credentials_with_study_times",
    "exam_day_facts",
    "exam_overlap",
    "exam_overlaps",
    "exam_subjects",
    "find_programs",
    "payer_ids",
    "payers_of",
    "program_directories",
    "study_times",
    "subjects_to_learn_first",
    "weekly_hours_needed",
    "weigh_content",
]
