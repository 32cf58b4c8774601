"""A second evaluator of cost plans, slow and obvious, on the plain data of files.

Written from ``docs/cost-rules.md`` alone; it shares no code with ``cert_model.costs`` and
``cert_model.prices``. A bill is a list of rows, each a plain dict, and a set of what is missing.
"""

from collections.abc import Mapping
from typing import Any

from tests.costs.naive_bill import bill_of, memberships
from tests.costs.naive_payers import paid_by_others, with_marks_lost, with_training
from tests.costs.naive_prices import NOTHING, Amount, Plain, key_of, plus, times
from tests.costs.naive_rows import TO_KEEP, Bill, Letters, Row, last_exams, name, phase_of

LATER_YEARS = 6


def evaluate(lists: Any, request: Plain) -> dict[str, Any]:
    """The three sums and the rows by year and category, for a request as a plain dict.

    ``request`` has ``added`` (the year by id), ``held`` (the months since by id), ``years`` and
    every assumption by its name.
    """
    last = max(request["added"].values())
    until = last_exams(_letters(lists, request, with_added=True))
    bill = _beyond_what_is_held(lists, request, request["years"])
    later = _beyond_what_is_held(lists, request, last + LATER_YEARS)
    interest = 1 + request["discount_rate"] / 100
    rows = [_weighed(row, interest ** (1 - row["year"])) for row in bill.rows]
    after = [_weighed(row, 1 / LATER_YEARS) for row in later.rows if row["year"] > last]
    return {
        "rows": _by_year_and_category(rows),
        "total": _sum(rows, bill.missing),
        "to_earn": _sum(
            [row for row in rows if phase_of(row, until) == "earn"],
            {gap for gap in bill.missing if gap[1] not in TO_KEEP},
        ),
        "each_year_after": _sum(
            after, {gap for gap in later.missing if gap[1] in (*TO_KEEP, "membership")}
        ),
    }


def _weighed(row: Row, weight: float) -> Row:
    return {**row, "amount": times(row["amount"], weight)}


def _sum(rows: list[Letters], missing: set[Any]) -> dict[str, Any]:
    return {
        "amounts": list(Bill(rows).total()),
        "missing": {(who, category) for who, category, _ in missing},
        "complete": not missing,
        "estimated": any(row["estimated"] for row in rows),
    }


def _by_year_and_category(rows: list[Letters]) -> dict[tuple[int, str], Amount]:
    sums: dict[tuple[int, str], Amount] = {}
    for row in rows:
        place = row["year"], row["category"]
        sums[place] = plus(sums.get(place, NOTHING), row["amount"])
    return sums


def _letters(lists: Any, request: Plain, with_added: bool) -> list[Letters]:
    """The letters of a bill, one for each exam, with the month in which they are earned.

    Months count from the start of the plan: those of what is held are not above 0, and what is
    added is earned at the end of its year.
    """
    all_letters = [
        {"sheet": lists.sheets[key], "held": True, "year": 0, "month": -(months or 0)}
        for key, months in request["held"].items()
    ]
    if with_added:
        all_letters += [
            {"sheet": lists.sheets[key], "held": False, "year": year, "month": 12 * year}
            for key, year in request["added"].items()
        ]
    by_exam: dict[str, list[Letters]] = {}
    for letters in all_letters:
        exam = letters["sheet"].get("same_exam_as") or key_of(letters["sheet"])
        by_exam.setdefault(exam, []).append(letters)
    united = []
    for exam, same in by_exam.items():
        full = [letters for letters in same if key_of(letters["sheet"]) == exam] or same
        first = min(same, key=lambda letters: (letters["year"], letters["month"]))
        united.append({**first, "sheet": full[0]["sheet"], "exam": lists.sheets[exam]})
    return united


def _beyond_what_is_held(lists: Any, request: Plain, years: int) -> Bill:
    letters, held = (_letters(lists, request, added) for added in (True, False))
    bills = [
        bill_of(lists, request, own, memberships(lists, request, own), years)
        for own in (letters, held)
    ]
    stands_for = _stands_for(lists, letters)
    kept_by = stands_for | _successors(letters)

    def place_of(row: Row) -> tuple[int, str, str]:
        return _place(row, kept_by if row["category"] in ("ceus", "renewal") else stands_for)

    bill = Bill()
    for place in sorted({place_of(row) for each in bills for row in each.rows}):
        joint, before = ([row for row in each.rows if place_of(row) == place] for each in bills)
        difference = plus(Bill(joint).total(), times(Bill(before).total(), -1))
        low, typical, high = sorted(difference) if before else difference
        amount = low, typical, high
        if not before or any(abs(part) > 1e-9 for part in amount):
            estimated = any(row["estimated"] for row in joint or before)
            bill.pay(*place, amount, estimated=estimated)
    bill.missing = bills[0].missing - {
        (stands_for.get(who or "", who), category, what) for who, category, what in bills[1].missing
    }
    bill = with_marks_lost(lists, request, bill)
    bill = with_training(lists, request, bill)
    bill.rows += paid_by_others(lists, request, bill.rows, last_exams(letters))
    return bill


def _stands_for(lists: Any, letters: list[Letters]) -> dict[str, str]:
    """By id of letters with a mark, who stands for their exam."""
    return {
        key: name(entry)
        for key, sheet in lists.sheets.items()
        for entry in letters
        if sheet.get("same_exam_as") == key_of(entry["exam"])
    }


def _successors(letters: list[Letters]) -> dict[str, str]:
    """By id of a credential that another one replaces, that other one."""
    return {
        replaced["credential"]: key_of(entry["sheet"])
        for entry in letters
        for replaced in entry["sheet"].get("replaces", ())
    }


def _place(row: Row, stands_for: Mapping[str, str]) -> tuple[int, str, str]:
    return row["year"], stands_for.get(row["who"], row["who"]), row["category"]
