"""The controlled terms of the catalog, each with a label and synonyms.

A term's value is its name in YAML, addresses and JSON, and never changes. Its label is for the
screen, its synonyms are for the search box.
"""

from cert_model.vocabulary.careers import AreaKind, GroupKind, Measure, PayProgram, PayUnit, State
from cert_model.vocabulary.credentials import (
    FIRST_LEVELS,
    CodeSet,
    Cohort,
    ContentUnit,
    Delivery,
    ExamDay,
    Level,
    Need,
    PassScale,
    RemovalRoute,
    Role,
    Setting,
    Status,
)
from cert_model.vocabulary.estimates import EstimateRule, Quantity
from cert_model.vocabulary.money import Audience, Currency, Pays, PriceKind
from cert_model.vocabulary.people import (
    Approver,
    Course,
    EducationLevel,
    ExperienceKind,
    FormalityKind,
    HimProgram,
    License,
    ProgramStage,
    TrainingSubject,
    Verdict,
)
from cert_model.vocabulary.preparation import (
    Approves,
    Inclusion,
    MaterialKind,
    ProgramDelivery,
    ProgramKind,
    TimeSpent,
)
from cert_model.vocabulary.renewal import CeuPart, CeuProviders, CycleKind, LapseState, TimeUnit
from cert_model.vocabulary.terms import (
    ClaimTopic,
    ClaimVerdict,
    Quality,
    SourceKind,
    Standing,
    Term,
)

__all__ = [
    "FIRST_LEVELS",
    "Approver",
    "Approves",
    "AreaKind",
    "Audience",
    "CeuPart",
    "CeuProviders",
    "ClaimTopic",
    "ClaimVerdict",
    "CodeSet",
    "Cohort",
    "ContentUnit",
    "Course",
    "Currency",
    "CycleKind",
    "Delivery",
    "EducationLevel",
    "EstimateRule",
    "ExamDay",
    "ExperienceKind",
    "FormalityKind",
    "GroupKind",
    "HimProgram",
    "Inclusion",
    "LapseState",
    "Level",
    "License",
    "MaterialKind",
    "Measure",
    "Need",
    "PassScale",
    "PayProgram",
    "PayUnit",
    "Pays",
    "PriceKind",
    "ProgramDelivery",
    "ProgramKind",
    "ProgramStage",
    "Quality",
    "Quantity",
    "RemovalRoute",
    "Role",
    "Setting",
    "SourceKind",
    "Standing",
    "State",
    "Status",
    "Term",
    "TimeSpent",
    "TimeUnit",
    "TrainingSubject",
    "Verdict",
]
