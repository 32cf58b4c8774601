"""How good the data is, what to look at next, and how it changed.

This judges what is known about the credentials, never the credentials.
"""

from cert_model.quality import sentences
from cert_model.quality.changes import (
    Change,
    ChangeKind,
    Version,
    changes_behind,
    diff_catalogs,
)
from cert_model.quality.compared_fields import COMPARED_FIELDS, ComparedField
from cert_model.quality.correspondence import (
    HOW_TO_CORRECT,
    CorrectableFigure,
    UnknownPlace,
    correctable_figures,
    write_correction,
    write_inquiry,
)
from cert_model.quality.coverage import Coverage, CoverageState, measure_coverage
from cert_model.quality.earlier import catalog_on, changes_since
from cert_model.quality.harm import HARM_WEIGHTS, HarmWeight
from cert_model.quality.past import as_at
from cert_model.quality.statements import name_fact
from cert_model.quality.worklist import (
    DisputedFigure,
    DisputeSide,
    MissingFigure,
    StaleStatement,
    find_disputed,
    find_missing,
    find_stale,
    issuer_of,
)

__all__ = [
    "COMPARED_FIELDS",
    "HARM_WEIGHTS",
    "HOW_TO_CORRECT",
    "Change",
    "ChangeKind",
    "ComparedField",
    "CorrectableFigure",
    "Coverage",
    "CoverageState",
    "DisputeSide",
    "DisputedFigure",
    "HarmWeight",
    "MissingFigure",
    "StaleStatement",
    "UnknownPlace",
    "Version",
    "as_at",
    "catalog_on",
    "changes_behind",
    "changes_since",
    "correctable_figures",
    "diff_catalogs",
    "find_disputed",
    "find_missing",
    "find_stale",
    "issuer_of",
    "measure_coverage",
    "name_fact",
    "sentences",
    "write_correction",
    "write_inquiry",
]
