"""Whether a person meets a whole rule, why, and which of its conditions can still change that.

A rule is ``all_of``, ``any_of`` or a single condition (``cert_model.schema.rules``). How its parts
combine is explained in ``docs/eligibility.md``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cert_model.eligibility.conditions import (
    Truth,
    best_truth,
    evaluate_condition,
    shown_by_holding,
    worst_truth,
)
from cert_model.eligibility.person import Person
from cert_model.eligibility.schooling import ShownSchooling
from cert_model.schema.rules import AllOf, AnyOf, Condition, ExperienceTest, Rule

ConditionEvaluator = Callable[[Condition, Person], Truth]


def evaluate_rule(
    rule: Rule, person: Person, evaluate: ConditionEvaluator = evaluate_condition
) -> Truth:
    """NO, UNKNOWN or YES: ``all_of`` is the minimum of its parts, ``any_of`` the maximum.

    ``evaluate`` gives the truth value of a single condition; with ``best_truth`` or
    ``worst_truth`` the result is the best or worst that the rule can still become.
    """
    if isinstance(rule, AllOf):
        lowest = Truth.YES
        for part in rule.all_of:
            lowest = min(lowest, evaluate_rule(part, person, evaluate))
            if lowest is Truth.NO:
                break
        return lowest
    if isinstance(rule, AnyOf):
        highest = Truth.NO
        for part in rule.any_of:
            highest = max(highest, evaluate_rule(part, person, evaluate))
            if highest is Truth.YES:
                break
        return highest
    return evaluate(rule, person)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule with the truth value of each of its parts.

    A group has ``parts``; a single condition has ``condition``.
    """

    truth: Truth
    group: str | None = None
    """``all_of`` or ``any_of``."""
    parts: tuple["Explanation", ...] = ()
    condition: Condition | None = None
    shown_by: ShownSchooling | None = None
    """The credential held that meets a condition on schooling, where the person's word does not."""


def explain(rule: Rule, person: Person) -> Explanation:
    """The tree of reasons behind the value of ``evaluate_rule``."""
    if isinstance(rule, AllOf):
        parts = tuple(explain(part, person) for part in rule.all_of)
        return Explanation(min(part.truth for part in parts), "all_of", parts)
    if isinstance(rule, AnyOf):
        parts = tuple(explain(part, person) for part in rule.any_of)
        return Explanation(max(part.truth for part in parts), "any_of", parts)
    truth, shown_by = evaluate_condition(rule, person), shown_by_holding(rule, person)
    return Explanation(truth, condition=rule, shown_by=shown_by)


def work_relied_on(explanation: Explanation) -> tuple[ExperienceTest, ...]:
    """The work conditions without which a rule that is met would not be met.

    They are worth naming, because how recent the work was and whether it was exactly of the kind
    that the issuer means is not asked.
    """
    if explanation.truth is not Truth.YES:
        return ()
    if isinstance(explanation.condition, ExperienceTest):
        return (explanation.condition,)
    met = [work_relied_on(part) for part in explanation.parts if part.truth is Truth.YES]
    if explanation.group == "any_of":
        return min(met, key=len)
    return tuple(dict.fromkeys(test for part in met for test in part))


def schooling_relied_on(explanation: Explanation) -> ShownSchooling | None:
    """The credential held whose own rule shows the schooling that a met rule asks for."""
    if explanation.truth is not Truth.YES:
        return None
    if explanation.shown_by is not None:
        return explanation.shown_by
    return next(filter(None, map(schooling_relied_on, explanation.parts)), None)


def conditions_of(rule: Rule) -> Iterator[Condition]:
    """Every condition of a rule, in its order."""
    if isinstance(rule, AllOf):
        for part in rule.all_of:
            yield from conditions_of(part)
    elif isinstance(rule, AnyOf):
        for part in rule.any_of:
            yield from conditions_of(part)
    else:
        yield rule


def could_be_met(rule: Rule, person: Person) -> bool:
    """Whether answers still to come could turn the rule to YES."""
    return evaluate_rule(rule, person, best_truth) is Truth.YES


def could_be_failed(rule: Rule, person: Person) -> bool:
    """Whether answers still to come could turn the rule to NO."""
    return evaluate_rule(rule, person, worst_truth) is Truth.NO


def could_be_settled(rule: Rule, person: Person) -> bool:
    """Whether answers still to come could turn the rule to YES or to NO."""
    return could_be_met(rule, person) or could_be_failed(rule, person)


def open_conditions(rule: Rule, person: Person, to_yes: bool, to_no: bool) -> Iterator[Condition]:
    """The conditions whose answers could still turn an UNKNOWN rule to YES, or to NO.

    ``to_yes`` and ``to_no`` say which of the two would make a difference.
    """
    to_yes = to_yes and could_be_met(rule, person)
    to_no = to_no and could_be_failed(rule, person)
    yield from _relevant_conditions(rule, person, to_yes, to_no)


def _relevant_conditions(
    rule: Rule, person: Person, to_yes: bool, to_no: bool
) -> Iterator[Condition]:
    """The open conditions of a rule for which YES, or NO, is within reach.

    ``all_of`` reaches YES only with all of its parts, and NO with any one that can still fail;
    ``any_of`` the other way around.
    """
    if evaluate_rule(rule, person) is not Truth.UNKNOWN or not (to_yes or to_no):
        return
    if isinstance(rule, AllOf):
        for part in rule.all_of:
            part_to_no = to_no and could_be_failed(part, person)
            yield from _relevant_conditions(part, person, to_yes, part_to_no)
    elif isinstance(rule, AnyOf):
        for part in rule.any_of:
            part_to_yes = to_yes and could_be_met(part, person)
            yield from _relevant_conditions(part, person, part_to_yes, to_no)
    else:
        yield rule
