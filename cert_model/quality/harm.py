"""How much harm a wrong or missing figure does, by its place in a fact sheet.

The weights order the worklists of the people who keep the data; they say nothing about the
credentials themselves. They count what a reader would decide wrongly, 5 being the most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.schema.walk import FieldPath

LEAST_HARM = 1
"""The weight of what stands on a credential's own page and decides nothing by itself."""


@dataclass(frozen=True, slots=True)
class HarmWeight:
    """A place, how much a fault there weighs, and why.

    ``place`` is written without positions; after ``fees`` and ``dues`` comes the kind of fee.
    """

    place: str
    weight: int
    why: str


_DECIDES = "It decides whether a person may or can sit at all."
_TOTAL = "It is part of every total, and totals make people choose."
_UPKEEP = "It sets what each year of keeping the credential takes."
_COMPARED = "It is compared in every list, and bad planning follows from it."
_PREPARES = "People plan their study and their day by it."
_CHOSEN = "It matters once a credential is chosen."

HARM_WEIGHTS: tuple[HarmWeight, ...] = (
    HarmWeight("status", 5, _DECIDES),
    HarmWeight("eligibility.required", 5, _DECIDES),
    HarmWeight("fees.exam", 5, _TOTAL),
    HarmWeight("eligibility.consequences", 4, "It decides which letters a new holder may use."),
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
    HarmWeight("exam.delivery", 3, _PREPARES),
    HarmWeight("exam.open_book", 3, _PREPARES),
    HarmWeight("exam.books", 3, _PREPARES),
    HarmWeight("exam.pass_mark", 3, _PREPARES),
    HarmWeight("exam.content", 3, _PREPARES),
    HarmWeight("exam.pass_rates", 3, _COMPARED),
    HarmWeight("eligibility.recommended", 3, "It is advice that people take for a condition."),
    HarmWeight("code_sets", 3, _PREPARES),
    HarmWeight("settings", 2, "It sorts the lists in which a credential is found."),
    HarmWeight("eligibility.formalities", 2, _CHOSEN),
    HarmWeight("exam.retake", 2, _CHOSEN),
    HarmWeight("renewal", 2, _CHOSEN),
    HarmWeight("apprentice", 2, _CHOSEN),
    HarmWeight("fees", 2, _CHOSEN),
)
"""The more exact place counts where two fit; what fits none has the weight ``LEAST``."""


def harm_weight(spot: str) -> int:
    """How much a fault at ``spot`` weighs; written as ``Harm.place`` is."""
    fitting = [each for each in HARM_WEIGHTS if f"{spot}.".startswith(f"{each.place}.")]
    return max(fitting, key=lambda each: len(each.place)).weight if fitting else LEAST_HARM


def schema_path(place: FieldPath, kinds: Sequence[str] = ()) -> str:
    """A place without positions; ``kinds`` (of a fee) come after its first step."""
    first, *rest = (step for step in place if isinstance(step, str))
    return ".".join((first, *kinds, *rest))
