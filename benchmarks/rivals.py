"""Other rule engines, given the same rules and people: zen-engine, json-logic, OpenFisca-Core.

Each is used as its documentation does for many people: one expression for each rule and person, or
with OpenFisca a variable for each condition and rule, worked out once for everybody.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.flat_rules import (
    Always,
    AtLeast,
    AtMost,
    Contains,
    Every,
    IsOneOf,
    Single,
    Some,
    Test,
)

Answers = Sequence[Mapping[str, Any]]
"""The flat answers of each person."""
Met = NDArray[np.bool_]
"""A row for each rule and a column for each person: whether it is met."""
Ready = Callable[[], Met]
"""Works out the answers; what can be done once, before there are people, was done already."""
PERIOD = "2026-11"


def zen_engine(tests: Sequence[Test], people: Answers) -> Ready:
    """zen-engine: one compiled expression with all rules, so that a person is handed over once."""
    import zen

    rules = zen.compile_expression("[" + ", ".join(map(_as_zen, tests)) + "]")
    contexts = [dict(person) for person in people]
    return lambda: np.array([rules.evaluate(context) for context in contexts], np.bool_).T


def _as_zen(test: Test) -> str:
    match test:
        case Every(parts):
            return "(" + " and ".join(map(_as_zen, parts)) + ")"
        case Some(parts):
            return "(" + " or ".join(map(_as_zen, parts)) + ")"
        case Always(answer):
            return str(answer).lower()
        case AtLeast(groups, least):
            highest = (f"max([{', '.join(group)}])" for group in groups)
            return f"{' + '.join(highest)} >= {least}"
        case AtMost(number, most, is_below):
            return f"{number} {'<' if is_below else '<='} {most}"
        case IsOneOf(word, words):
            return f"{word} in {list(words)}"
        case Contains(list_name, word):
            return f"'{word}' in {list_name}"


def json_logic(tests: Sequence[Test], people: Answers) -> Ready:
    """json-logic, in the package json-logic-qubit, which runs on Python 3."""
    from json_logic import jsonLogic

    rules = [_as_json_logic(test) for test in tests]
    return lambda: np.array(
        [[bool(jsonLogic(rule, person)) for person in people] for rule in rules], np.bool_
    )


def _as_json_logic(test: Test) -> Any:
    match test:
        case Every(parts):
            return {"and": [_as_json_logic(part) for part in parts]}
        case Some(parts):
            return {"or": [_as_json_logic(part) for part in parts]}
        case Always(answer):
            return {"==": [1, int(answer)]}
        case AtLeast(groups, least):
            highest = [{"max": [{"var": number} for number in group]} for group in groups]
            return {">=": [{"+": highest}, least]}
        case AtMost(number, most, is_below):
            return {"<" if is_below else "<=": [{"var": number}, most]}
        case IsOneOf(word, words):
            return {"in": [{"var": word}, list(words)]}
        case Contains(list_name, word):
            return {"in": [word, {"var": list_name}]}


def openfisca(tests: Sequence[Test], people: Answers) -> Ready:
    """OpenFisca-Core: the rules are variables, and so is each different condition."""
    from openfisca_core.entities import build_entity
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem

    entity = build_entity("person", "persons", "A person", is_person=True)
    system = TaxBenefitSystem([entity])
    singles = list(dict.fromkeys(single for test in tests for single in _singles(test)))
    names = {single: f"condition_{number}" for number, single in enumerate(singles)}
    inputs = {
        name: values for single in singles for name, values in _inputs(single, people).items()
    }
    for name in inputs:
        system.add_variable(_variable(entity, name, None, float))
    groups = {group for single in names if isinstance(single, AtLeast) for group in single.groups}
    for group in groups:
        if len(group) > 1:
            system.add_variable(_variable(entity, _name_of(group), _highest(group), float))
    for single, name in names.items():
        system.add_variable(_variable(entity, name, _formula_of_single(single), bool))
    for number, test in enumerate(tests):
        system.add_variable(_variable(entity, f"rule_{number}", _formula(test, names), bool))

    def work_out() -> Met:
        simulation = SimulationBuilder().build_default_simulation(system, len(people))
        for name, values in inputs.items():
            simulation.set_input(name, PERIOD, values)
        return np.array([simulation.calculate(f"rule_{n}", PERIOD) for n in range(len(tests))])

    return work_out


def _variable(entity: Any, name: str, formula: Any, value_type: type) -> Any:
    from openfisca_core.periods import DateUnit
    from openfisca_core.variables import Variable

    fields = {"value_type": value_type, "entity": entity, "definition_period": DateUnit.MONTH}
    return type(name, (Variable,), fields | ({} if formula is None else {"formula": formula}))


def _singles(test: Test) -> list[Single]:
    if isinstance(test, Every | Some):
        return [single for part in test.parts for single in _singles(part)]
    return [test]


def _inputs(single: Single, people: Answers) -> Mapping[str, NDArray[np.float32]]:
    """The columns that a condition needs: numbers, and 0 or 1 for a word."""
    match single:
        case AtLeast(groups):
            names = {name for group in groups for name in group}
            return {name: _column([person[name] for person in people]) for name in names}
        case AtMost(number):
            return {number: _column([person[number] for person in people])}
        case IsOneOf(answer, words):
            return {
                _word(answer, word): _column([person[answer] == word for person in people])
                for word in words
            }
        case Contains(list_name, word):
            held = [word in person[list_name] for person in people]
            return {_word(list_name, word): _column(held)}
        case Always():
            return {}


def _name_of(group: tuple[str, ...]) -> str:
    """The variable with the highest number of a group."""
    return group[0] if len(group) == 1 else f"highest_{group[0]}"


def _highest(group: tuple[str, ...]) -> Any:
    return lambda person, period: np.maximum.reduce([person(name, period) for name in group])


def _column(answers: Sequence[Any]) -> NDArray[np.float32]:
    return np.array(answers, np.float32)


def _word(answer: str, word: str) -> str:
    return f"{answer}_{word}".replace("-", "_").replace("/", "_")


def _formula_of_single(single: Single) -> Any:
    match single:
        case AtLeast(groups, least):
            names = [_name_of(group) for group in groups]
            return lambda person, period: sum(person(name, period) for name in names) >= least
        case AtMost(number, most, True):
            return lambda person, period: person(number, period) < most
        case AtMost(number, most):
            return lambda person, period: person(number, period) <= most
        case IsOneOf(answer, words):
            names = [_word(answer, word) for word in words]
            return lambda person, period: sum(person(name, period) for name in names) > 0
        case Contains(list_name, word):
            return lambda person, period: person(_word(list_name, word), period) > 0
        case Always(answer):
            return lambda person, _: np.full(person.count, answer)


def _formula(test: Test, names: Mapping[Single, str]) -> Any:
    def value(part: Test, person: Any, period: Any) -> Any:
        if not isinstance(part, Every | Some):
            return person(names[part], period)
        combine = np.logical_and if isinstance(part, Every) else np.logical_or
        return combine.reduce([value(inner, person, period) for inner in part.parts])

    return lambda person, period: value(test, person, period)


RIVALS: Mapping[str, tuple[Callable[[Sequence[Test], Answers], Ready], int]] = {
    "OpenFisca-Core": (openfisca, 100_000),
    "zen-engine": (zen_engine, 5_000),
    "json-logic": (json_logic, 1_000),
}
"""Each rival, and how many people it is given: fewer, the longer it takes."""
