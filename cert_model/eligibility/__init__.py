"""Who may sit for an exam, why, and what would change it."""

from cert_model.eligibility.changes import Change, Changes, missing_changes
from cert_model.eligibility.conditions import Truth
from cert_model.eligibility.contradictions import contradictions
from cert_model.eligibility.formalities import PRICED_STEPS, RegistrationStep, registration_steps
from cert_model.eligibility.holdings import Holding
from cert_model.eligibility.likely import Likelihood, likely_verdict
from cert_model.eligibility.outcome import Outcome, PossibleConsequence, assess
from cert_model.eligibility.person import Person, build_person
from cert_model.eligibility.profile import (
    BadProfile,
    Profile,
    Training,
    parse_profile,
    read_profile,
)
from cert_model.eligibility.rules import Explanation, explain
from cert_model.eligibility.schooling import ShownSchooling
from cert_model.eligibility.unlocks import Unlock, apply_changes, find_unlocks
from cert_model.eligibility.verdicts import (
    MAY_SIT,
    SETTLED_FOR_GOOD,
    IdsByVerdict,
    decide_verdict,
    exam_ids,
    ids_by_verdict,
    is_retired,
    possible_consequences,
)

__all__ = [
    "MAY_SIT",
    "PRICED_STEPS",
    "SETTLED_FOR_GOOD",
    "BadProfile",
    "Change",
    "Changes",
    "Explanation",
    "Holding",
    "IdsByVerdict",
    "Likelihood",
    "Outcome",
    "Person",
    "PossibleConsequence",
    "Profile",
    "RegistrationStep",
    "ShownSchooling",
    "Training",
    "Truth",
    "Unlock",
    "apply_changes",
    "assess",
    "build_person",
    "contradictions",
    "decide_verdict",
    "exam_ids",
    "explain",
    "find_unlocks",
    "ids_by_verdict",
    "is_retired",
    "likely_verdict",
    "missing_changes",
    "parse_profile",
    "possible_consequences",
    "read_profile",
    "registration_steps",
]
