"""Measures how many people a second are screened, beside other rule engines.

``python -m benchmarks.screen`` judges made-up people on the whole catalog: in memory, from file to
file at growing sizes, in one process and in two; and gives the same rules and people to
zen-engine, json-logic and OpenFisca-Core, whose answers have to agree. A second of a core is one
of the processor, so that whoever else uses the machine counts for less.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from benchmarks.flat_rules import NotExpressible, Test, flat_answers, test_of
from benchmarks.rivals import RIVALS, Met, Ready
from benchmarks.screen_files import SIZES, print_file_runs
from benchmarks.synthetic_people import draw, random_profiles
from cert_model.catalog import Catalog, load_catalog
from cert_model.schema.rules import Rule
from cert_model.screening import People, code_profiles, judge_of
from cert_model.screening.codes import IS_MET
from cert_model.screening.judge import PEOPLE_AT_ONCE
from cert_model.screening.rules import CompiledRules

ROUNDS = 5
"""The best of so many rounds counts."""
COMPARED = 100_000
"""People whom CertLens answers for in the comparison; the others get fewer."""


def main() -> None:
    """Measure what the options ask for, and print it as tables of Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="people in a file at most")
    parser.add_argument("--people", type=int, default=1_000_000, help="people judged in memory")
    parser.add_argument("--no-rivals", action="store_true", help="leave out the other engines")
    options = parser.parse_args()
    catalog = load_catalog()
    _print_judging(catalog, options.people)
    if not options.no_rivals:
        _print_rivals(catalog)
    print_file_runs([size for size in SIZES if size <= options.largest])


def _print_judging(catalog: Catalog, count: int) -> None:
    """Print how fast coded people are judged on every credential."""
    judge = judge_of(catalog)
    people = draw(random_profiles(catalog, complete=False), count, complete=False)
    seconds = min(_processor_seconds(lambda: judge.judge(people)) for _ in range(ROUNDS))
    verdicts = count * len(judge.ids)
    print(
        f"\n{count:,} people x {len(judge.ids)} credentials, in a second of one core: "
        f"{verdicts / seconds / 1e6:,.0f} million verdicts, {count / seconds / 1e6:.1f} million "
        "people\n"
    )


def _processor_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _print_rivals(catalog: Catalog) -> None:
    """Print how fast each engine answers whether rules are met, and whether all agree."""
    profiles = random_profiles(catalog, complete=True)
    drawn = np.random.default_rng(1).integers(0, len(profiles), COMPARED)
    rules = dict(_expressible_rules(catalog))
    flat = [flat_answers(catalog, profile) for profile in profiles]
    people = code_profiles(profiles, complete=True).chosen(drawn)
    mine = _Ours(catalog, [rule for rule, _ in rules.values()])
    seconds = min(_processor_seconds(lambda: mine.work_out(people)) for _ in range(ROUNDS))
    expected = mine.work_out(people)
    ours = len(rules) * COMPARED / seconds
    print("| engine | people | answers a second | how many times as fast CertLens is | agrees |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| CertLens | {COMPARED:,} | {ours / 1e6:,.1f} million | | |")
    tests = [test for _, test in rules.values()]
    for name, (prepare, count) in RIVALS.items():
        ready = prepare(tests, [flat[place] for place in drawn[:count]])
        rounds = [_timed_answers(ready) for _ in range(ROUNDS)]
        rate = len(rules) * count / min(seconds for seconds, _ in rounds)
        agrees = "yes" if np.array_equal(rounds[0][1], expected[:, :count]) else "NO"
        print(f"| {name} | {count:,} | {rate / 1e6:,.2f} million | {ours / rate:,.1f} | {agrees} |")
    print(f"\n{len(rules)} rules: of each credential whose rule was found; complete people.\n")


def _timed_answers(ready: Ready) -> tuple[float, Met]:
    began = time.process_time()
    answers = ready()
    return time.process_time() - began, answers


def _expressible_rules(catalog: Catalog) -> Iterator[tuple[str, tuple[Rule, Test]]]:
    """By id, the rule of each credential that other engines have words for."""
    for key, sheet in catalog.credentials.items():
        rule = sheet.eligibility.required
        if rule is not None:
            try:
                yield key, (rule, test_of(rule, catalog))
            except NotExpressible:
                print(f"left out, no other engine has words for it: {key}")


class _Ours:
    """The compiled rules, asked what the other engines are asked."""

    def __init__(self, catalog: Catalog, rules: Sequence[Rule]) -> None:
        self._compiled = CompiledRules()
        self._places = [self._compiled.add(rule) for rule in rules]
        self._traits = judge_of(catalog).traits

    def work_out(self, people: People) -> Met:
        """Whether each rule is met, for each person."""
        of_lists = self._compiled.evaluate_lists(people, self._traits)
        met = np.empty((len(self._places), people.count), np.bool_)
        for start in range(0, people.count, PEOPLE_AT_ONCE):
            part = slice(start, start + PEOPLE_AT_ONCE)
            values = self._compiled.evaluate(people.chosen(part), of_lists)
            is_met = {place: (values[place] & IS_MET) > 0 for place in set(self._places)}
            for row, place in enumerate(self._places):
                met[row, part] = is_met[place]
        return met


if __name__ == "__main__":
    main()
