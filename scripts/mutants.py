"""Lists how many mutants of each module the tests have killed, after ``mutmut run``."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

MUTANTS = Path(__file__).parent.parent / "mutants"
TARGET = 90
"""The least percentage of mutants that the tests of costs and prices are to kill."""
_SURVIVED, _UNTESTED = 0, 33
"""What mutmut notes of a mutant that no test failed for, and of one that no test runs."""


def read_results(folder: Path) -> dict[str, dict[str, int]]:
    """What mutmut noted of each mutant that was tried, by module and mutant."""
    results: dict[str, dict[str, int]] = {}
    for path in sorted(folder.rglob("*.py.meta")):
        noted = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        tried = {mutant: code for mutant, code in noted.items() if code is not None}
        if tried:
            results[str(path.relative_to(folder)).removesuffix(".meta")] = tried
    return results


def describe(results: dict[str, dict[str, int]]) -> Iterator[str]:
    """A line for each module, one for all of them, and one for each mutant that lives."""
    killed_in_all = tried_in_all = 0
    for module, noted in results.items():
        killed = len(noted) - len(living(noted))
        killed_in_all, tried_in_all = killed_in_all + killed, tried_in_all + len(noted)
        yield f"{module}: {killed} of {len(noted)} killed, {killed / len(noted):.0%}"
    if tried_in_all:
        share = killed_in_all / tried_in_all
        yield f"All: {killed_in_all} of {tried_in_all} killed, {share:.1%}"
    for noted in results.values():
        yield from (f"lives: {mutant}" for mutant in living(noted))


def living(noted: dict[str, int]) -> list[str]:
    """The mutants that no test noticed."""
    return [mutant for mutant, code in noted.items() if code in (_SURVIVED, _UNTESTED)]


def misses_target(results: dict[str, dict[str, int]]) -> bool:
    """Whether more mutants live than the target allows."""
    tried = sum(map(len, results.values()))
    lives = sum(len(living(noted)) for noted in results.values())
    return lives * 100 > (100 - TARGET) * tried


if __name__ == "__main__":
    found = read_results(MUTANTS)
    print("\n".join(describe(found)))
    sys.exit(int(misses_target(found)))
