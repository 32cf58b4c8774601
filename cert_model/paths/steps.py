"""The steps of a path: what is done, from when, how long, and what the person has after it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from cert_model.catalog import Catalog, FactRef
from cert_model.costs import CostRow
from cert_model.eligibility import Person, Profile, Truth, build_person
from cert_model.eligibility.rules import evaluate_rule
from cert_model.paths.months import Months
from cert_model.prices import Money
from cert_model.schema.rules import Rule


class Action(StrEnum):
    """What a step is."""

    WORK = "work"
    PROGRAM = "program"
    DEGREE = "degree"
    EXAM = "exam"
    APPRENTICE_REMOVAL = "apprentice-removal"
    FORMALITY = "formality"


Effect = Callable[[Profile], Profile]
"""What a step does to a profile."""


def unchanged(profile: Profile) -> Profile:
    """The profile after a step that adds nothing to it, such as an application."""
    return profile


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its place in time."""

    action: Action
    what: str
    """The step by itself, such as "Work in coding: 2 years"."""
    starts: Months
    ends: Months
    """In months from now; where ``length_is_known`` is False, as if it took no time."""
    effect: Effect = unchanged
    credential: str | None = None
    """The id of the credential on whose way the step is."""
    cost: Money | None = None
    """None where it has no price of its own, or where none was found."""
    missing: tuple[str, ...] = ()
    """The prices that belong to the step and were not found, in words."""
    is_estimated: bool = False
    """Whether an estimate is in the cost."""
    length_is_known: bool = True
    facts: tuple[FactRef, ...] = ()
    assumptions: tuple[str, ...] = ()
    brief: str = ""
    """The step inside a sentence, such as "2 years of work in coding"; empty for a formality."""
    length_facts: tuple[FactRef, ...] = ()
    """Those of the facts that its length rests on."""
    may_be_met: bool = False
    """Whether the person may have it already: the profile does not tell."""
    gives: str | None = None
    """The id of the credential that is held after it; None where it gives none."""
    rows: tuple[CostRow, ...] = ()
    """The lines of the bill behind the cost; none where it is the price of schooling."""

    @property
    def months(self) -> Months | None:
        """How long it takes; None where that was not found."""
        return self.ends.minus(self.starts) if self.length_is_known else None


def in_order(steps: Iterable[Step]) -> list[Step]:
    """The steps in the order in which they are finished, the usual case deciding."""
    return sorted(steps, key=lambda step: step.ends.typical)


def steps_until(steps: Iterable[Step], months: Months) -> list[Step]:
    """The steps that are finished after so many months, the usual case deciding."""
    return [step for step in steps if step.ends.typical <= months.typical]


def time_of_meeting(
    catalog: Catalog, profile: Profile, steps: Iterable[Step], rule: Rule
) -> Months:
    """When a rule is met by somebody who takes the steps; they do meet it in the end.

    Worked out case by case: the steps are taken in the order in which they end in that case.
    """
    steps = list(steps)
    return Months(*(_time(catalog, profile, steps, rule, case) for case in range(3)))


def _time(catalog: Catalog, profile: Profile, steps: list[Step], rule: Rule, case: int) -> float:
    now = 0.0
    ordered = sorted(steps, key=lambda step: step.ends.cases[case])
    for step in ordered:
        if _is_met(rule, build_person(catalog, profile)):
            return now
        profile, now = step.effect(profile), step.ends.cases[case]
    return now


def _is_met(rule: Rule, person: Person) -> bool:
    """Whether a person meets a rule for certain."""
    return evaluate_rule(rule, person) is Truth.YES
