"""Who may sit for an exam, why, and what would change it."""

from cert_model.eligibility.changes import Change, Changes, applied, missing
from cert_model.eligibility.evaluate import Explained, explain
from cert_model.eligibility.formalities import PRICED, Step, steps
from cert_model.eligibility.outcome import Follows, Outcome, outcome
from cert_model.eligibility.person import Person, person
from cert_model.eligibility.profile import (
    BadProfile,
    Profile,
    Training,
    parse_profile,
    read_profile,
)
from cert_model.eligibility.truth import Truth
from cert_model.eligibility.unlocks import Unlock, unlocks
from cert_model.eligibility.verdicts import (
    MAY_SIT,
    consequences,
    exams,
    is_held,
    is_passed,
    is_retired,
    verdict,
)

__all__ = [
    "MAY_SIT",
    "PRICED",
    "BadProfile",
    "Change",
    "Changes",
    "Explained",
    "Follows",
    "Outcome",
    "Person",
    "Profile",
    "Step",
    "Training",
    "Truth",
    "Unlock",
    "applied",
    "consequences",
    "exams",
    "explain",
    "is_held",
    "is_passed",
    "is_retired",
    "missing",
    "outcome",
    "parse_profile",
    "person",
    "read_profile",
    "steps",
    "unlocks",
    "verdict",
]
