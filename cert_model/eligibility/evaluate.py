"""Whether a person meets a rule, why, and which of its tests still matter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cert_model.eligibility import conditions
from cert_model.eligibility.person import Person
from cert_model.eligibility.truth import Truth
from cert_model.schema.rules import AllOf, AnyOf, Condition, ExperienceTest, Rule

ConditionEvaluator = Callable[[Condition, Person], Truth]


def evaluate_rule(
    rule: Rule, person: Person, read: ConditionEvaluator = conditions.evaluate_condition
) -> Truth:
    """NO, UNKNOWN or YES; ``read`` says how a single condition is read."""
    if isinstance(rule, AllOf):
        return min(evaluate_rule(part, person, read) for part in rule.all_of)
    if isinstance(rule, AnyOf):
        return max(evaluate_rule(part, person, read) for part in rule.any_of)
    return read(rule, person)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule with the truth of each of its parts: a group has parts, a test has a condition."""

    truth: Truth
    group: str | None = None
    """``all_of`` or ``any_of``."""
    parts: tuple["Explanation", ...] = ()
    condition: Condition | None = None


def explain(rule: Rule, person: Person) -> Explanation:
    """The tree of reasons behind ``evaluate_rule``."""
    if isinstance(rule, AllOf):
        parts = tuple(explain(part, person) for part in rule.all_of)
        return Explanation(min(part.truth for part in parts), "all_of", parts)
    if isinstance(rule, AnyOf):
        parts = tuple(explain(part, person) for part in rule.any_of)
        return Explanation(max(part.truth for part in parts), "any_of", parts)
    return Explanation(conditions.evaluate_condition(rule, person), condition=rule)


def work_relied_on(explained: Explanation) -> tuple[ExperienceTest, ...]:
    """The tests of work without which a rule that is met would not be met.

    That the work was of the very kind, and as recent as the rule wants, is not asked.
    """
    if explained.truth is not Truth.YES:
        return ()
    if isinstance(explained.condition, ExperienceTest):
        return (explained.condition,)
    met = [work_relied_on(part) for part in explained.parts if part.truth is Truth.YES]
    if explained.group == "any_of":
        return min(met, key=len)
    return tuple(dict.fromkeys(test for part in met for test in part))


def could_be_met(rule: Rule, person: Person) -> bool:
    """Whether answers still to come could make it YES."""
    return evaluate_rule(rule, person, conditions.best_truth) is Truth.YES


def could_be_failed(rule: Rule, person: Person) -> bool:
    """Whether answers still to come could make it NO."""
    return evaluate_rule(rule, person, conditions.worst_truth) is Truth.NO


def open_conditions(rule: Rule, person: Person, to_yes: bool, to_no: bool) -> Iterator[Condition]:
    """The tests whose answer could still turn an UNKNOWN rule into YES, or into NO."""
    to_yes = to_yes and could_be_met(rule, person)
    to_no = to_no and could_be_failed(rule, person)
    yield from _mattering(rule, person, to_yes, to_no)


def _mattering(rule: Rule, person: Person, to_yes: bool, to_no: bool) -> Iterator[Condition]:
    """Tests that help the rule to YES, or to NO, where that is within reach at all.

    All of several reach YES only together, and NO by any one; any of several the other way.
    """
    if evaluate_rule(rule, person) is not Truth.UNKNOWN or not (to_yes or to_no):
        return
    if isinstance(rule, AllOf):
        for part in rule.all_of:
            yield from _mattering(part, person, to_yes, to_no and could_be_failed(part, person))
    elif isinstance(rule, AnyOf):
        for part in rule.any_of:
            yield from _mattering(part, person, to_yes and could_be_met(part, person), to_no)
    else:
        yield rule
