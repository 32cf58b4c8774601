"""The smallest sets of changes after which a person would meet a rule.

The order of the sets, easiest first, is explained in ``docs/eligibility.md``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from cert_model.eligibility.conditions import Truth, evaluate_condition, open_fields
from cert_model.eligibility.person import Person
from cert_model.eligibility.schooling import EDUCATION_RANK
from cert_model.eligibility.verdicts import MAY_SIT, decide_verdict
from cert_model.formatting import format_count
from cert_model.schema.rules import (
    AgeTest,
    AllOf,
    AnyOf,
    Condition,
    CredentialTest,
    EducationTest,
    ExperienceTest,
    IssuerDecides,
    Rule,
    TrainingTest,
)

MOST_SETS = 12
"""How many sets of changes are listed; nobody chooses among a hundred."""


@dataclass(frozen=True)
class Change:
    """One condition that a person would have to meet."""

    condition: Condition
    text: str
    cost: float | None = None
    """In dollars; None where it is not known."""
    months: float | None = None
    """How long it takes at least; None where it is not known."""
    may_be_met: bool = False
    """Whether the person may meet it already and has not been asked."""

    @property
    def test(self) -> str:
        """The kind of condition, such as ``experience``."""
        return str(getattr(self.condition, "test", ""))

    @property
    def needs_issuer(self) -> bool:
        """Whether only the issuer can confirm that the condition is met."""
        condition = self.condition
        if isinstance(condition, TrainingTest) and condition.least_hours is not None:
            return False
        return isinstance(condition, IssuerDecides) or condition.unasked is not None


Changes = tuple[Change, ...]
Conditions = frozenset[Condition]


def missing_changes(
    rule: Rule, person: Person, costs_to_earn: Mapping[str, float], most: int | None = MOST_SETS
) -> list[Changes]:
    """The smallest sets of changes that would turn a rule to YES, in the order of ``effort``.

    A rule that is YES has one empty set. No set includes another one. ``costs_to_earn`` gives
    the dollars of earning a credential, by id; a credential whose own exam is not open to the
    person yet has no price here, because it would take more than that. At most ``most`` sets are
    returned; with None, all.
    """
    sets_of_changes = [
        _sorted_changes(make_change(condition, person, costs_to_earn) for condition in conditions)
        for conditions in _without_supersets(_unmet_sets(rule, person))
    ]
    return sorted(sets_of_changes, key=effort)[:most]


def _unmet_sets(rule: Rule, person: Person) -> list[Conditions]:
    """Every set of unmet conditions that together would turn the rule to YES."""
    if isinstance(rule, AnyOf):
        return [unmet for part in rule.any_of for unmet in _unmet_sets(part, person)]
    if isinstance(rule, AllOf):
        sets_by_part = [_without_supersets(_unmet_sets(part, person)) for part in rule.all_of]
        return [_without_covered(frozenset().union(*choice)) for choice in product(*sets_by_part)]
    met = evaluate_condition(rule, person) is Truth.YES
    return [frozenset() if met else frozenset([rule])]


def _without_supersets(sets: Iterable[Conditions]) -> list[Conditions]:
    """The distinct sets, without those that ask for all that another one asks for."""
    distinct = list(dict.fromkeys(sets))
    return [
        conditions
        for conditions in distinct
        if not any(other != conditions and _is_included(other, conditions) for other in distinct)
    ]


def _is_included(smaller: Conditions, larger: Conditions) -> bool:
    """Whether every condition of ``smaller`` is in ``larger`` or covered by one that is."""
    return all(
        condition in larger or any(_covers(other, condition) for other in larger)
        for condition in smaller
    )


def _without_covered(conditions: Conditions) -> Conditions:
    """The conditions that no other condition of the set covers."""
    return frozenset(
        condition
        for condition in conditions
        if not any(other is not condition and _covers(other, condition) for other in conditions)
    )


def _covers(stronger: Condition, weaker: Condition) -> bool:
    """Whether meeting one condition always means meeting the other, too."""
    if isinstance(stronger, EducationTest) and isinstance(weaker, EducationTest):
        higher = EDUCATION_RANK[stronger.at_least] > EDUCATION_RANK[weaker.at_least]
        return higher and weaker.unasked in (None, stronger.unasked)
    if isinstance(stronger, ExperienceTest) and isinstance(weaker, ExperienceTest):
        longer = set(stronger.kind) <= set(weaker.kind) and stronger.months > weaker.months
        return longer and weaker.unasked in (None, stronger.unasked)
    return False


def _sorted_changes(changes: Iterable[Change]) -> Changes:
    return tuple(sorted(changes, key=lambda change: (*effort((change,)), change.text)))


def effort(changes: Changes) -> tuple[Any, ...]:
    """A sort key for sets of changes, the easiest set first.

    Sets that need the issuer's word come last, then those without a known price; among the rest
    the cheaper set comes first, then the one with the lower degree, the quicker and the smaller.
    """
    costs = [change.cost for change in changes]
    months = [change.months for change in changes]
    degrees = [
        EDUCATION_RANK[change.condition.at_least]
        for change in changes
        if isinstance(change.condition, EducationTest)
    ]
    return (
        any(change.needs_issuer for change in changes),
        None in costs,
        sum(cost or 0 for cost in costs),
        max(degrees, default=0),
        None in months,
        sum(duration or 0 for duration in months),
        len(changes),
    )


def make_change(condition: Condition, person: Person, costs: Mapping[str, float]) -> Change:
    """What a person would have to do to meet a condition, its price and time as far as known."""
    change = _describe_change(condition, person, costs)
    return replace(change, may_be_met=bool(open_fields(condition, person)))


def _describe_change(condition: Condition, person: Person, costs: Mapping[str, float]) -> Change:
    if isinstance(condition, ExperienceTest):
        done = person.months_of(condition.kind).low
        needed = max(0.0, condition.months - done)
        return Change(condition, _describe_work(condition, needed, done), 0, needed)
    if isinstance(condition, CredentialTest):
        return Change(condition, condition.text, _cost_of_credentials(condition, person, costs))
    if isinstance(condition, AgeTest):
        years = condition.at_least - (person.age or 0)
        return Change(condition, condition.text, 0, None if person.age is None else 12 * years)
    if isinstance(condition, IssuerDecides):
        return Change(condition, f"{condition.text} (the issuer has to confirm it)")
    return Change(condition, condition.text)


def _cost_of_credentials(
    test: CredentialTest, person: Person, costs: Mapping[str, float]
) -> float | None:
    """The dollars for the cheapest credentials that the test still lacks and that are open.

    None where too few of them have a known price.
    """
    lacking = test.at_least - len(set(test.any) & (person.credentials or frozenset()))
    open_now = [key for key in test.any if decide_verdict(person.sheets[key], person) in MAY_SIT]
    prices = sorted(costs[key] for key in open_now if key in costs)
    return sum(prices[:lacking]) if len(prices) >= lacking else None


def _describe_work(test: ExperienceTest, needed: float, done: float) -> str:
    if not needed and test.specialty:
        return f"{test.text} (the work has to have been {test.specialty})"
    if not done or test.specialty:
        return test.text
    return f"{test.text} ({format_count(round(needed), 'more month', 'more months')})"
