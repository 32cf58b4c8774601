"""A second evaluator of cycles and CEUs, slow and obvious, on the plain data of the files.

It was written from ``docs/renewal.md`` and shares no code with ``cert_model``. A request is a
plain dict: ``held`` by id with the day of the exam (a day, a month or None), ``renews`` by issuer
(a day or a month) and ``today``; days are text.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Plain = dict[str, Any]
Day = tuple[int, int, int]
LONG_MONTHS = (1, 3, 5, 7, 8, 10, 12)


@cache
def read_folder(folder: Path) -> tuple[dict[str, Plain], dict[str, Plain]]:
    """The credentials and the issuers of a folder of data by id, as they stand in the files."""
    loader = yaml.CSafeLoader
    sheets = [
        yaml.load(path.read_bytes(), loader) for path in sorted(folder.glob("credentials/*/*.yaml"))
    ]
    bodies = [
        yaml.load(path.read_bytes(), loader) for path in sorted(folder.glob("issuers/*.yaml"))
    ]
    return (
        {f"{sheet['issuer']}/{sheet['code'].lower()}": sheet for sheet in sheets},
        {body["id"]: body for body in bodies},
    )


def evaluate(folder: Path, request: Plain) -> dict[str, Plain]:
    """By issuer: the end of each credential's cycle, and the CEUs in full and of this cycle."""
    sheets, bodies = read_folder(folder)
    held: dict[str, str | None] = request["held"]
    kept = [key for key in held if not _has_something_in_its_place(sheets, key, held)]
    answer = {}
    for issuer in {sheets[key]["issuer"] for key in kept}:
        own = [key for key in kept if sheets[key]["issuer"] == issuer]
        answer[issuer] = _of_issuer(sheets, bodies[issuer], own, request)
    return answer


def _has_something_in_its_place(sheets: Mapping[str, Plain], key: str, held: Plain) -> bool:
    replaced = {gone["credential"] for other in held for gone in sheets[other].get("replaces", [])}
    return key in replaced or sheets[key].get("same_exam_as") in held


def _of_issuer(sheets: Mapping[str, Plain], body: Plain, own: list[str], request: Plain) -> Plain:
    general = body.get("renewal", {})
    rules = {key: {**general, **sheets[key].get("renewal", {})} for key in own}
    is_joint = "ceus_by_number" in general or "additional_ceus" in general
    groups = [own] if is_joint else [[key] for key in own]
    cycles = [_cycle(sheets, rules, general, group, request) for group in groups]
    known_ends = sorted(cycle["end"] for cycle in cycles if cycle["end"])
    this_cycle = None
    if known_ends:
        # What ends on one day is one cycle: a number that was not found is left out of its sum.
        first = [cycle for cycle in cycles if cycle["end"] == known_ends[0]]
        lengths = {cycle["months"] for cycle in first}
        sums = [_sum_of_one_length([c for c in first if c["months"] == n]) for n in lengths]
        this_cycle = None if None in sums else _sum(sums)
    return {
        "ends": {key: cycle["text"] for cycle in cycles for key in cycle["ids"]},
        "due": _sum([cycle["due"] for cycle in cycles]),
        "due_this_cycle": this_cycle,
    }


def _sum_of_one_length(cycles: list[Plain]) -> float | None:
    with_number = [cycle for cycle in cycles if cycle["due"] is not None]
    if not with_number or any(not cycle["can_be_told"] for cycle in cycles):
        return None
    return _sum([cycle["this"] for cycle in with_number])


def _sum(numbers: list[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _cycle(
    sheets: Mapping[str, Plain],
    rules: Mapping[str, Plain],
    general: Plain,
    group: list[str],
    request: Plain,
) -> Plain:
    """One cycle of some credentials, each with the day on which its exam was passed."""
    held = request["held"]
    passed = {key: _exam_day(sheets, key, held) for key in group}
    gone = [r["credential"] for key in group for r in sheets[key].get("replaces", [])]
    before = {key: _first_day(held[key]) for key in gone if key in held}
    known = sorted(day for day in [*passed.values(), *before.values()] if day)
    leader = min(group, key=lambda key: (passed[key] is None, passed[key] or (0, 0, 0), key))
    lengths = [n for key in group if (n := _value(rules[key].get("cycle_months")))]
    months = min(lengths, default=None)
    rule = rules[leader].get("cycle", {})
    end = text = None
    stated = request["renews"].get(sheets[leader]["issuer"])
    if stated:
        end, text = _stated_end(stated, rule, months)
    elif rule and known and months:
        only_alone = rule.get("of_one_alone") and len(group) + len(before) > 1
        if rule["kind"] != "membership-month" and not only_alone:
            is_month = any(
                len(day) == 7 and _first_day(day) == known[0]
                for key, day in held.items()
                if day and (key in gone or _one_exam(sheets, key, group))
            )
            end, text = _next_end(rule, months, known[0], is_month, request["today"])
    due = _full_number(rules, general, group)
    begin = _begin(end, months, rule, known, stated)
    this = _this_cycle(end, begin, passed, known, due, general)
    return {
        "ids": group,
        "months": months,
        "end": end,
        "text": text,
        "due": due,
        "this": this,
        "can_be_told": _this_cycle(end, begin, passed, known, due or 0, general) is not None,
    }


def _one_exam(sheets: Mapping[str, Plain], key: str, group: list[str]) -> bool:
    exam = sheets[key].get("same_exam_as", key)
    return any(sheets[other].get("same_exam_as", other) == exam for other in group)


def _exam_day(sheets: Mapping[str, Plain], key: str, held: Plain) -> Day | None:
    """The day of the exam: with a mark and without, it is one exam."""
    days = [
        _first_day(day) for other, day in held.items() if day and _one_exam(sheets, other, [key])
    ]
    return min((day for day in days if day), default=None)


def _stated_end(stated: str, rule: Plain, months: int | None) -> tuple[Day, str]:
    year, month, *day = (int(part) for part in stated.split("-"))
    if rule.get("year_follows_month") and months and year % 2 != month % 2:
        year += 1
    end = _clip(year, month, day[0] if day else 31)
    return end, _text(end) if day else _text(end)[:7]


def _next_end(rule: Plain, months: int, passed: Day, is_month: bool, today: str) -> tuple[Day, str]:
    """The first end since the exam that does not lie before today."""
    cycles = 1
    while True:
        year, month, day = _later(passed, cycles * months)
        end = {
            "passing-day": (year, month, day),
            "passing-month": _clip(year, month, 31),
            "calendar-year": (year - 1, 12, 31),
            "fixed-day": _clip(year, rule.get("month", 1), rule.get("day", 31)),
        }[rule["kind"]]
        if _text(end) >= today:
            by_month = is_month if rule["kind"] == "passing-day" else False
            by_month = by_month or (rule["kind"] == "fixed-day" and "day" not in rule)
            return end, _text(end)[:7] if by_month else _text(end)
        cycles += 1


def _begin(
    end: Day | None, months: int | None, rule: Plain, known: list[Day], stated: str | None
) -> Day | None:
    """The day a full length before the end."""
    if not end or not months:
        return None
    if stated:
        day = int(stated[8:] or 31)
    elif rule["kind"] == "passing-day":
        day = known[0][2]
    else:
        day = rule.get("day", 31)
    return _later((end[0], end[1], day), -months)


def _this_cycle(
    end: Day | None,
    begin: Day | None,
    passed: Mapping[str, Day | None],
    known: list[Day],
    due: float | None,
    general: Plain,
) -> float | None:
    """The CEUs of the current cycle; None where nobody says."""
    if not end or not begin or due is None or None in passed.values():
        return None
    days = [day for day in passed.values() if day]
    is_first = known[0] >= begin
    start = known[0] if is_first else begin
    if any(day > start for day in days):
        return None
    first = min(days)
    if not is_first or first == begin:
        return due
    rate = _value(general.get("first_cycle", {}).get("ceus_a_month"))
    if rate is None or len(days) > 1 or first > end:
        return None
    return float(min(due, rate * ((end[0] - first[0]) * 12 + end[1] - first[1])))


def _full_number(rules: Mapping[str, Plain], general: Plain, group: list[str]) -> float | None:
    """The CEUs of a full cycle: by the table, by the largest and what each adds, or the sum."""
    for line in general.get("ceus_by_number", []):
        if line["credentials"] == len(group):
            return float(_value(line["ceus"]))
        if line.get("or_more") and line["credentials"] < len(group):
            return float(_value(line["ceus"]))
    numbers = [n for key in group if (n := _value(rules[key].get("ceus"))) is not None]
    if not numbers:
        return None
    if "additional_ceus" in general:
        added = max(numbers) + _value(general["additional_ceus"]) * (len(numbers) - 1)
        cap = _value(general.get("ceus_cap"))
        return float(min(added, cap) if cap and len(numbers) > 1 else added)
    return float(sum(numbers))


def _value(fact: Plain | None) -> Any:
    return None if fact is None else fact.get("value", fact.get("high", fact.get("low")))


def _first_day(text: str | None) -> Day | None:
    if text is None:
        return None
    year, month, *day = (int(part) for part in text.split("-"))
    return year, month, day[0] if day else 1


def _later(day: Day, months: int) -> Day:
    year, month = divmod(day[0] * 12 + day[1] - 1 + months, 12)
    return _clip(year, month + 1, day[2])


def _clip(year: int, month: int, day: int) -> Day:
    """The day, or the last one of a month that lacks it."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    february = 29 if is_leap else 28
    longest = february if month == 2 else 31 if month in LONG_MONTHS else 30
    return year, month, min(day, longest)


def _text(day: Day) -> str:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
