"""The list of mutants that no test noticed."""

import json
from pathlib import Path

from scripts.mutants import describe, misses_target, read_results


def noted(folder: Path, module: str, codes: dict[str, int | None]) -> None:
    """Write what mutmut notes of a module."""
    path = folder / f"{module}.meta"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"exit_code_by_key": codes}), encoding="utf-8")


def test_each_module_has_its_share_and_each_mutant_that_lives_its_name(tmp_path: Path) -> None:
    noted(tmp_path, "costs/a.py", {"a1": 1, "a2": 0, "a3": 33, "a4": None})
    noted(tmp_path, "costs/b.py", {"b1": 1, "b2": 36})
    assert list(describe(read_results(tmp_path))) == [
        "costs/a.py: 1 of 3 killed, 33%",
        "costs/b.py: 2 of 2 killed, 100%",
        "All: 3 of 5 killed, 60.0%",
        "lives: a2",
        "lives: a3",
    ]


def test_a_module_without_a_mutant_that_was_tried_is_not_listed(tmp_path: Path) -> None:
    noted(tmp_path, "costs/a.py", {"a1": None})
    assert list(describe(read_results(tmp_path))) == []


def test_one_in_ten_may_live(tmp_path: Path) -> None:
    noted(tmp_path, "a.py", {str(number): int(number > 0) for number in range(10)})
    assert not misses_target(read_results(tmp_path))
    noted(tmp_path, "a.py", {str(number): int(number > 0) for number in range(9)})
    assert misses_target(read_results(tmp_path))
