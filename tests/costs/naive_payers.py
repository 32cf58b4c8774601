"""What else the naive evaluator counts: marks, the program that is chosen, and who else pays."""

from collections.abc import Mapping
from typing import Any

from tests.costs.naive_prices import (
    NOTHING,
    Amount,
    Plain,
    amount_of,
    plus,
    times,
    tuition,
    usual,
    value_of,
)
from tests.costs.naive_rows import Bill, Row, phase_of


def with_marks_lost(lists: Any, request: Plain, bill: Bill) -> Bill:
    """What it takes to hold the added credentials in full: only a course is paid for."""
    whole = Bill([*bill.rows], {*bill.missing})
    for key in sorted(request["added"]):
        removal = lists.sheets[key].get("apprentice", {}).get("removal", [])
        routes = [route["option"] for route in removal]
        if request["apprentice"] != "course" or "course" not in routes:
            continue
        whole.lack(key, "apprentice-removal", "course")
        marked = [
            other for other, sheet in lists.sheets.items() if sheet.get("same_exam_as") == key
        ]
        year = min(year for other, year in request["added"].items() if other in [key, *marked])
        for material in lists.materials:
            if material["kind"] == "practice" and set(marked) & set(material["needed_for"]):
                lines = [{"kind": "materials", **line} for line in material["prices"]]
                amounts = [amount for amount in map(amount_of, lines) if amount is not None]
                if amounts:
                    whole.pay(year, key, "apprentice-removal", usual(amounts))
    return whole


def with_training(lists: Any, request: Plain, bill: Bill) -> Bill:
    """The program that is chosen, less what its price includes."""
    if request["training"] is None:
        return bill
    program = next(entry for entry in lists.programs if entry["id"] == request["training"])
    amounts = tuition(program)
    if not amounts:
        return Bill(bill.rows, bill.missing | {(None, "training", "program")})
    included = value_of(program.get("includes")) or []
    attempts = (value_of(program.get("exam_attempts")) or 1) if "exam" in included else 0
    prepared = {
        key
        for key in request["added"]
        if {key, lists.sheets[key].get("same_exam_as")} & set(program["prepares_for"])
    }
    issuers = {key.partition("/")[0] for key in prepared}

    def is_free(row: Row) -> bool:
        first = row["year"] == 1
        if row["category"] == "membership":
            return "membership" in included and first and row["who"] in issuers
        by_category = {
            "exam": attempts >= 1,
            "retake": attempts >= 2,
            "materials": "practice-exams" in included,
            "books": "code-books" in included and first,
        }
        return row["who"] in prepared and by_category.get(row["category"], False)

    whole = Bill([row for row in bill.rows if not is_free(row)], {*bill.missing})
    if attempts >= 2:
        whole.missing -= {(key, "exam", "price") for key in prepared}
    whole.pay(1, program["id"], "training", usual(amounts))
    return whole


def paid_by_others(
    lists: Any, request: Plain, rows: list[Row], until: Mapping[str, int]
) -> list[Row]:
    """What a funding source pays, and an employer of what that leaves."""
    paid: list[Row] = []
    if request["funding"] is not None:
        source = next(entry for entry in lists.funding if entry["id"] == request["funding"])
        paid = _paid_by(source, rows, until)
    share = request["employer_share"] / 100
    by_employer = []
    for year, phase in sorted({(row["year"], phase_of(row, until)) for row in rows}):
        spent, by_source = (
            Bill(
                [row for row in own if (row["year"], phase_of(row, until)) == (year, phase)]
            ).total()
            for own in (rows, paid)
        )
        low, typical, high = times(plus(spent, by_source), -share)
        by_employer.append(_payment(year, "employer", phase, (low, typical, high)))
    return paid + by_employer if share else paid


def _payment(year: int, payer: str, phase: str, amount: Amount) -> Row:
    return {
        "year": year,
        "who": payer,
        "category": "funding",
        "amount": amount,
        "estimated": False,
        "phase": phase,
    }


def _paid_by(source: Plain, rows: list[Row], until: Mapping[str, int]) -> list[Row]:
    """Year by year, and in a year what is paid to earn before what is paid to keep."""
    pays = value_of(source.get("pays")) or []
    unlimited = float("inf")
    per_test, per_year, in_all = (
        unlimited if value_of(source.get(cap)) is None else value_of(source[cap])
        for cap in ("cap_per_test", "cap_per_year", "cap_total")
    )
    paid = []
    total = [0.0, 0.0, 0.0]
    for year in sorted({row["year"] for row in rows}):
        this_year = [0.0, 0.0, 0.0]
        for phase in ("earn", "keep"):
            bills: dict[tuple[str, str], Amount] = {}
            for row in rows:
                if (
                    row["year"] == year
                    and phase_of(row, until) == phase
                    and row["category"] in pays
                ):
                    bill = row["who"], row["category"]
                    bills[bill] = plus(bills.get(bill, NOTHING), row["amount"])
            grant = []
            for case in range(3):
                wanted = sum(
                    min(amount[case], per_test if category in ("exam", "retake") else unlimited)
                    for (_, category), amount in bills.items()
                )
                granted = min(wanted, per_year - this_year[case], in_all - total[case])
                this_year[case] += granted
                total[case] += granted
                grant.append(-granted)
            paid.append(_payment(year, source["id"], phase, (grant[0], grant[1], grant[2])))
    return paid
