"""How much harm a wrong or missing figure does, by its place in a fact sheet.

The weights order the worklists of the people who keep the data; they say nothing about the
credentials themselves. They count what a reader would decide wrongly, 5 being the most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.schema.walk import FieldPath

LEAST = 1
"""The weight of what stands on a credential's own page and decides nothing by itself."""


@dataclass(frozen=True, slots=True)
class Harm:
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

HARMS: tuple[Harm, ...] = (
    Harm("status", 5, _DECIDES),
    Harm("eligibility.required", 5, _DECIDES),
    Harm("fees.exam", 5, _TOTAL),
    Harm("eligibility.consequences", 4, "It decides which letters a new holder may use."),
    Harm("membership", 4, _TOTAL),
    Harm("fees.retake", 4, _TOTAL),
    Harm("fees.application", 4, _TOTAL),
    Harm("fees.membership", 4, _TOTAL),
    Harm("fees.recertification", 4, _UPKEEP),
    Harm("dues.membership", 4, _TOTAL),
    Harm("renewal.cycle_months", 4, _UPKEEP),
    Harm("renewal.ceus", 4, _UPKEEP),
    Harm("exam.questions", 4, _COMPARED),
    Harm("exam.minutes", 4, _COMPARED),
    Harm("exam.delivery", 3, _PREPARES),
    Harm("exam.open_book", 3, _PREPARES),
    Harm("exam.books", 3, _PREPARES),
    Harm("exam.pass_mark", 3, _PREPARES),
    Harm("exam.content", 3, _PREPARES),
    Harm("exam.pass_rates", 3, _COMPARED),
    Harm("eligibility.recommended", 3, "It is advice that people take for a condition."),
    Harm("code_sets", 3, _PREPARES),
    Harm("settings", 2, "It sorts the lists in which a credential is found."),
    Harm("eligibility.formalities", 2, _CHOSEN),
    Harm("exam.retake", 2, _CHOSEN),
    Harm("renewal", 2, _CHOSEN),
    Harm("apprentice", 2, _CHOSEN),
    Harm("fees", 2, _CHOSEN),
)
"""The more exact place counts where two fit; what fits none has the weight ``LEAST``."""


def weight(spot: str) -> int:
    """How much a fault at ``spot`` weighs; written as ``Harm.place`` is."""
    fitting = [each for each in HARMS if f"{spot}.".startswith(f"{each.place}.")]
    return max(fitting, key=lambda each: len(each.place)).weight if fitting else LEAST


def spot(place: FieldPath, kinds: Sequence[str] = ()) -> str:
    """A place without positions; ``kinds`` (of a fee) come after its first step."""
    first, *rest = (step for step in place if isinstance(step, str))
    return ".".join((first, *kinds, *rest))
