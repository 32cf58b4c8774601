"""The bill of the naive evaluator: what letters cost over the years, before anybody else pays."""

from collections.abc import Mapping
from typing import Any

from tests.costs.naive_prices import (
    Amount,
    Plain,
    book_bills,
    estimated_dues,
    estimated_exam,
    known_amount,
    pick,
    schooling,
    value_of,
)
from tests.costs.naive_rows import Bill, Letters, name, when
from tests.costs.naive_upkeep import add_upkeep


def memberships(lists: Any, request: Plain, letters: list[Letters]) -> dict[str, bool]:
    members: dict[str, bool] = {}
    for body in lists.issuers:
        own = [entry for entry in letters if entry["sheet"]["issuer"] == body["id"]]
        members[body["id"]] = bool(own) and _is_member(lists, request, body, own)
    return members


def _is_member(lists: Any, request: Plain, body: Plain, own: list[Letters]) -> bool:
    needs = set()
    for entry in own:
        fields = entry["sheet"].get("membership", {})
        needs.add(value_of(fields.get("to_hold")))
        if not entry["held"]:
            needs.add(value_of(fields.get("to_sit")))
    if "required" in needs:
        return True
    if not needs - {None} or _dues(body, request, first=False) is None:
        return False
    if request["membership"] != "cheaper":
        return bool(request["membership"] == "always")
    ways = {}
    for member in (False, True):
        bill = bill_of(lists, request, own, {body["id"]: member}, request["years"])
        ways[member] = len(bill.missing), bill.total()[1]
    (more, member_total), (fewer, other_total) = ways[True], ways[False]
    return (more, round(member_total - other_total, 2)) < (fewer, 0)


def _dues(body: Plain, request: Plain, *, first: bool) -> tuple[Amount, bool] | None:
    """A year's dues, and whether they are estimated."""
    line = pick(
        body.get("dues", []), "membership", member=True, student=request["student"] and first
    )
    if line is not None:
        return known_amount(line), False
    estimate = estimated_dues(body)
    return None if estimate is None else (estimate, True)


def bill_of(
    lists: Any,
    request: Plain,
    letters: list[Letters],
    members: Mapping[str, bool],
    years: int,
) -> Bill:
    bill = Bill()
    to_earn = [entry for entry in letters if not entry["held"]]
    for entry in to_earn:
        member = members[entry["sheet"]["issuer"]]
        _add_exam(lists, request, entry, member, bill)
        if request["study_material"]:
            bill.pay(entry["year"], name(entry), "materials", (request["study_material"],) * 3)
    _add_schooling(lists, request, to_earn, bill)
    if request["books"]:
        exams = [(entry["exam"], entry["sheet"], entry["year"]) for entry in to_earn]
        for buyer, year, amount in book_bills(lists, exams):
            if amount is None:
                bill.lack(buyer, "books", "print")
            else:
                bill.pay(year, buyer, "books", amount)
    for body in lists.issuers:
        own = [entry for entry in letters if entry["sheet"]["issuer"] == body["id"]]
        if own:
            if members[body["id"]]:
                _add_dues(request, body, own, years, bill)
            add_upkeep(request, body, own, members[body["id"]], years, bill)
    return bill


def _add_exam(lists: Any, request: Plain, entry: Letters, member: bool, bill: Bill) -> None:
    exam, year, who = entry["exam"], entry["year"], name(entry)
    buyer = {"member": member, "student": request["student"] and member}
    wanted = 2 if request["attempts"] == "two" else 1
    line = pick(exam["fees"], "exam", attempts=wanted, **buyer)
    estimate = None if line is not None else estimated_exam(lists, entry["sheet"])
    amount = known_amount(line) if line is not None else estimate
    if amount is None:
        bill.lack(who, "exam", "price")
    else:
        bill.pay(year, who, "exam", amount, estimated=estimate is not None)
    application = pick(exam["fees"], "application", **buyer)
    if application is not None:
        bill.pay(year, who, "exam", known_amount(application))
    if line is not None and line.get("attempts", 1) >= 2:
        return
    if amount is not None:
        retake = pick(exam["fees"], "retake", **buyer)
        price = known_amount(retake) if retake is not None else amount
        expected = 0, price[1] * (1 - _chance_to_pass(request, exam)), price[2]
        bill.pay(year, who, "retake", expected, estimated=retake is None and estimate is not None)


def _chance_to_pass(request: Plain, exam: Plain) -> float:
    if request["pass_rate"] is not None:
        return float(request["pass_rate"]) / 100
    published = [
        rate
        for rate in exam.get("exam", {}).get("pass_rates", [])
        if not rate.get("estimate") and not rate.get("superseded")
    ]
    if not published:
        return float(request["unpublished_pass_rate"]) / 100
    newest = max(published, key=lambda rate: (rate["year"], rate["cohort"] == "first-time"))
    return float(newest["percent"]) / 100


def _add_schooling(lists: Any, request: Plain, to_earn: list[Letters], bill: Bill) -> None:
    """What several require alike is bought once, for the first of them."""
    bought = set()
    for entry in sorted(to_earn, key=when):
        alike, amount = schooling(lists, request, entry["exam"], entry["sheet"])
        if amount is not None and alike not in bought:
            bought.add(alike)
            if amount == "missing":
                bill.lack(name(entry), "training", "required")
            else:
                bill.pay(entry["year"], name(entry), "training", amount)


def _add_dues(request: Plain, body: Plain, own: list[Letters], years: int, bill: Bill) -> None:
    start = max(1, min(entry["year"] for entry in own))
    holds_any = any(entry["held"] for entry in own)
    for year in range(start, years + 1):
        found = _dues(body, request, first=year == start and not holds_any)
        if found is None:
            bill.lack(body["id"], "membership", "dues")
        else:
            amount, estimated = found
            bill.pay(year, body["id"], "membership", amount, estimated=estimated)
