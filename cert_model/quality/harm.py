"""How much harm a wrong or missing figure does, by its place in a fact sheet.

The weights order the worklists of the people who maintain the data; they say nothing about the
credentials themselves. They measure what a reader would decide wrongly, 5 being the most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.schema.facts import FieldPath

LEAST_HARM = 1
"""The weight of everything that ``HARM_WEIGHTS`` does not name."""


@dataclass(frozen=True, slots=True)
class HarmWeight:
    """A place in a fact sheet, the weight of a fault there, and the reason for it."""

    schema_path: str
    """As ``schema_path`` writes it."""
    weight: int
    why: str


_DECIDES = "It decides whether a person is eligible at all."
_TOTAL = "It is part of every total, and totals drive the choice."
_UPKEEP = "It sets what each year of keeping the credential takes."
_COMPARED = "It is compared in every list, and an error leads to bad plans."
_PREPARES = "People plan their study and their day by it."
_CHOSEN = "It matters once a credential is chosen."

HARM_WEIGHTS: tuple[HarmWeight, ...] = (
    HarmWeight("status", 5, _DECIDES),
    HarmWeight("eligibility.required", 5, _DECIDES),
    HarmWeight("fees.exam", 5, _TOTAL),
    HarmWeight("eligibility.consequences", 4, "It decides which credential a new holder may use."),
    HarmWeight("membership", 4, _TOTAL),
    HarmWeight("fees.retake", 4, _TOTAL),
    HarmWeight("fees.application", 4, _TOTAL),
    HarmWeight("fees.membership", 4, _TOTAL),
    HarmWeight("fees.recertification", 4, _UPKEEP),
    HarmWeight("dues.membership", 4, _TOTAL),
    HarmWeight("renewal.cycle_months", 4, _UPKEEP),
    HarmWeight("renewal.ceus", 4, _UPKEEP),
    HarmWeight("exam.questions", 4, _COMPARED),
    HarmWeight("exam.minutes", 4, _COMPARED),
    HarmWeight("exam_groups", 4, "Estimates of many exams rest on it."),
    HarmWeight("dues_in_general", 3, "It stands in for dues where none were found."),
    HarmWeight("general_rule", 3, "It suggests who may sit where an exam's own rule is missing."),
    HarmWeight("exam.delivery", 3, _PREPARES),
    HarmWeight("exam.open_book", 3, _PREPARES),
    HarmWeight("exam.books", 3, _PREPARES),
    HarmWeight("exam.pass_mark", 3, _PREPARES),
    HarmWeight("exam.content", 3, _PREPARES),
    HarmWeight("exam.pass_rates", 3, _COMPARED),
    HarmWeight("eligibility.recommended", 3, "It is advice that people mistake for a requirement."),
    HarmWeight("code_sets", 3, _PREPARES),
    HarmWeight("settings", 2, "It sorts the lists in which a credential is found."),
    HarmWeight("eligibility.formalities", 2, _CHOSEN),
    HarmWeight("exam.retake", 2, _CHOSEN),
    HarmWeight("renewal", 2, _CHOSEN),
    HarmWeight("apprentice", 2, _CHOSEN),
    HarmWeight("fees", 2, _CHOSEN),
)
"""Of two entries that apply to a place, the longer one counts."""


def harm_weight(schema_path: str) -> int:
    """The weight of a fault at a place, from ``LEAST_HARM`` to 5."""
    applying = [
        entry for entry in HARM_WEIGHTS if f"{schema_path}.".startswith(f"{entry.schema_path}.")
    ]
    if not applying:
        return LEAST_HARM
    return max(applying, key=lambda entry: len(entry.schema_path)).weight


def schema_path(path: FieldPath, fee_kinds: Sequence[str] = ()) -> str:
    """A path without positions, so that it names a place in every sheet: ``fees.exam.amount``.

    The kind of a fee, if any, comes after the first step.
    """
    first, *rest = (step for step in path if isinstance(step, str))
    return ".".join((first, *fee_kinds, *rest))
