"""Plans by trying everything: any programs, any work, any exams, in any order.

It shares no code with ``cert_model``: it knows no minimal ways, tests rules by itself, and keeps
its own calendar.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, permutations, product
from typing import Any

BOOKING = 1.0
PERIOD = 6
"""Rules and people speak of multiples of so many months."""
CHANCE_TO_FAIL = 0.35
"""Where no pass rate is published."""
Plain = dict[str, Any]


@dataclass(frozen=True)
class World:
    """A made-up catalog as plain data."""

    rules: dict[str, Plain]
    """The rule on who may sit, by credential."""
    fees: dict[str, float]
    study: dict[str, float]
    program_months: float
    tuition: float
    unless: Plain | None = None
    """What the target asks for besides, before it is held in full."""


Results = tuple[float, float]
"""The least cost and the fewest months; each may be that of another plan."""


def best(world: World, person: Plain, target: str) -> Results | None:
    """The least cost and the fewest months to hold a target in full; None if it cannot be."""
    found = list(_outcomes(world, person, target))
    if not found:
        return None
    return min(cost for cost, _ in found), min(months for _, months in found)


def _outcomes(world: World, person: Plain, target: str) -> Iterator[Results]:
    """The cost and the months of everything that leads to the target."""
    others = [key for key in world.rules if key != target and key not in person["credentials"]]
    for before in _subsets(others):
        # An exam after the target's is of no use: nothing that removes a mark asks for one.
        for exams in ((*order, target) for order in permutations(before)):
            chances = [
                (exam, subject) for exam in exams for subject in _subjects(world, exam, target)
            ]
            both_ways = chain(_subsets(chances), _subsets(chances[::-1]))
            for programs, jobs in product(both_ways, _careers(world)):
                months = _calendar(world, person, target, exams, programs, jobs)
                if months is not None:
                    fees = sum(world.fees[exam] for exam in exams) * (1 + CHANCE_TO_FAIL)
                    yield round(fees + world.tuition * len(programs), 2), round(months, 6)


def _calendar(
    world: World,
    person: Plain,
    target: str,
    exams: Sequence[str],
    programs: Sequence[tuple[str, str]],
    jobs: Sequence[str],
) -> float | None:
    """The months until the target is held in full; None where it never is."""
    events: list[tuple[float, str, str, int]] = []
    now = 0.0
    for kind in jobs:
        now += PERIOD
        events.append((now, "work", kind, PERIOD))
    now, prepared = 0.0, {}
    for exam in exams:
        schooling = now
        for _, subject in (program for program in programs if program[0] == exam):
            schooling += world.program_months
            events.append((schooling, "program", subject, 0))
        prepared[exam] = now + world.study[exam]
        now = max(schooling, prepared[exam])
    passed = {}
    for exam in exams:
        admitted = _first_time(world.rules[exam], person, events)
        if admitted is None:
            return None
        passed[exam] = max(prepared[exam], admitted) + BOOKING
        if exam != target:
            events.append((passed[exam], "exam", exam, 0))
    if world.unless is None:
        return passed[target]
    proven = _first_time(world.unless, person, events)
    return None if proven is None else max(passed[target], proven)


def _first_time(
    rule: Plain, person: Plain, events: Sequence[tuple[float, str, str, int]]
) -> float | None:
    """When a rule is first met; None for never."""
    for time in sorted({0.0, *(event[0] for event in events)}):
        months: Counter[str] = Counter(person["experience_months"])
        has = {*person["training"], *person["credentials"]}
        for at, what, name, count in events:
            if at <= time and what == "work":
                months[name] += count
            elif at <= time:
                has.add(name)
        if _is_met(rule, months, has):
            return time
    return None


def _is_met(rule: Plain, months: Counter[str], has: set[str]) -> bool:
    """Whether a rule is met by months of work, and by programs and credentials by name."""
    if "all_of" in rule:
        return all(_is_met(part, months, has) for part in rule["all_of"])
    if "any_of" in rule:
        return any(_is_met(part, months, has) for part in rule["any_of"])
    if rule["test"] == "experience":
        return bool(sum(months[kind] for kind in rule["kind"]) >= rule["months"])
    if rule["test"] == "training":
        return not has.isdisjoint(rule["subject"])
    if rule["test"] == "credential":
        return len(has & set(rule["any"])) >= int(rule["at_least"])
    return bool(rule["test"] == "anyone")


def _subjects(world: World, exam: str, target: str) -> list[str]:
    """The subjects of programs that the rules of an exam speak of."""
    rules = [world.rules[exam], *([world.unless] if world.unless and exam == target else [])]
    tests = [test for rule in rules for test in _tests(rule) if test["test"] == "training"]
    return sorted({subject for test in tests for subject in test["subject"]})


def _careers(world: World) -> Iterator[tuple[str, ...]]:
    """Kinds of work that rules speak of, one after another, each for ``PERIOD`` months."""
    rules = [*world.rules.values(), *([world.unless] if world.unless else [])]
    tests = [test for rule in rules for test in _tests(rule) if test["test"] == "experience"]
    kinds = sorted({kind for test in tests for kind in test["kind"]})
    longest = max((test["months"] for test in tests), default=0)
    for periods in range(len(kinds) * longest // PERIOD + 1):
        yield from product(kinds, repeat=periods)


def _tests(rule: Plain) -> Iterator[Plain]:
    for group in ("all_of", "any_of"):
        if group in rule:
            for part in rule[group]:
                yield from _tests(part)
            return
    yield rule


def _subsets(items: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    yield from chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))
