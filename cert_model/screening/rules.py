"""The rules of a catalog, compiled once: each different condition and group is evaluated once.

Conditions that ask for the same are one, whatever their words and sources, and so are the groups
made of them. The rules of a catalog share most of their conditions.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from cert_model.schema.rules import AllOf, AnyOf, Condition, EducationTest, ExperienceTest, Rule
from cert_model.screening.codes import Codes
from cert_model.screening.conditions import (
    CONSTANTS,
    LISTS,
    HeldTraits,
    evaluate_on_lists,
    evaluate_on_people,
)
from cert_model.screening.months import MonthSpans
from cert_model.screening.people import People

_WORDS = {*Condition.model_fields, "field", "specialty", "extent", "question", "page"}
"""Fields of conditions that are words for people; that there is a detail counts, not which."""


@dataclass(frozen=True, slots=True)
class Group:
    """The AND or OR of values worked out before, by their places."""

    ufunc: np.ufunc
    parts: tuple[int, ...]


Step = Condition | Group


@dataclass
class CompiledRules:
    """Conditions and groups in the order in which they are evaluated."""

    steps: list[Step] = field(default_factory=list)
    _places: dict[Hashable, int] = field(default_factory=dict)

    def add(self, rule: Rule) -> int:
        """The place of a rule's value; its parts are added as far as they are new."""
        if not isinstance(rule, AllOf | AnyOf):
            return self._place(what_is_asked(rule), rule)
        is_all = isinstance(rule, AllOf)
        of_rule = rule.all_of if isinstance(rule, AllOf) else rule.any_of
        parts = tuple(dict.fromkeys(self.add(part) for part in of_rule))
        if len(parts) == 1:
            return parts[0]
        group = Group(np.bitwise_and if is_all else np.bitwise_or, parts)
        return self._place((is_all, frozenset(parts)), group)

    def _place(self, key: Hashable, step: Step) -> int:
        if key not in self._places:
            self._places[key] = len(self.steps)
            self.steps.append(step)
        return self._places[key]

    def evaluate_lists(self, people: People, traits: HeldTraits) -> dict[int, Codes]:
        """By place, the value of each condition on a list, for each list of the table."""
        return {
            place: evaluate_on_lists(step, people, traits)
            for place, step in enumerate(self.steps)
            if not isinstance(step, Group) and type(step) in LISTS
        }

    def evaluate(self, people: People, of_lists: Mapping[int, Codes]) -> Sequence[Codes]:
        """The values of all steps for some people, a byte each; of constants, one for all.

        ``of_lists`` is the answer of ``evaluate_lists`` for people with the same tables.
        """
        spans = MonthSpans(people)
        places_in = {name: getattr(people, name).places.astype(np.intp) for name in LISTS.values()}
        values: list[Codes] = []
        for place, step in enumerate(self.steps):
            if isinstance(step, Group):
                values.append(_combine(step, values))
            elif name := LISTS.get(type(step)):
                of_list = np.take(of_lists[place], places_in[name], mode="clip")
                if isinstance(step, EducationTest):
                    of_list |= evaluate_on_people(step, people, spans)
                values.append(of_list)
            elif constant := CONSTANTS.get(type(step)):
                values.append(np.full(1, constant, np.uint8))
            else:
                values.append(evaluate_on_people(step, people, spans))
        return values


def _combine(group: Group, values: Sequence[Codes]) -> Codes:
    first, second, *others = (values[place] for place in group.parts)
    combined: Codes = group.ufunc(first, second)
    for part in others:
        combined = group.ufunc(combined, part)
    return combined


def what_is_asked(condition: Condition) -> Hashable:
    """What a condition asks for: alike for two that have the same value for everybody."""
    return type(condition), condition.unasked is None, *_terms(condition)


def _terms(condition: Condition) -> Iterator[Hashable]:
    """The fields on which the value of a condition depends; how old work is is never asked."""
    fields = set(type(condition).model_fields) - _WORDS
    if isinstance(condition, ExperienceTest):
        fields.remove("within_years")
    for name in sorted(fields):
        yield name, getattr(condition, name)
