"""How good the data is, what to look at next, and how it changed.

Nothing here judges a credential: it judges what is known of each.
"""

from cert_model.quality import sentences
from cert_model.quality.changes import Change, Kind, Version, diff
from cert_model.quality.correction import WHAT_TO_DO, Correctable, UnknownPlace, correctable, report
from cert_model.quality.coverage import Coverage, State, coverage
from cert_model.quality.fields import FIELDS, Field
from cert_model.quality.harm import HARMS, Harm
from cert_model.quality.past import as_at
from cert_model.quality.worklist import (
    Disputed,
    Missing,
    Side,
    Stale,
    ask_issuer,
    disputed,
    issuer_of,
    missing,
    stale,
    subject_label,
)

__all__ = [
    "FIELDS",
    "HARMS",
    "WHAT_TO_DO",
    "Change",
    "Correctable",
    "Coverage",
    "Disputed",
    "Field",
    "Harm",
    "Kind",
    "Missing",
    "Side",
    "Stale",
    "State",
    "UnknownPlace",
    "Version",
    "as_at",
    "ask_issuer",
    "correctable",
    "coverage",
    "diff",
    "disputed",
    "issuer_of",
    "missing",
    "report",
    "sentences",
    "stale",
    "subject_label",
]
