"""The upkeep of the naive evaluator: CEUs, recertification fees, late payments and lapses."""

from tests.costs.naive_prices import Plain, known_amount, pick, times, value_of
from tests.costs.naive_rows import Bill, Letters, name, when


def add_upkeep(
    request: Plain, body: Plain, own: list[Letters], member: bool, years: int, bill: Bill
) -> None:
    """What an issuer's credentials cost after the years in which they are earned."""
    for year in range(1, years + 1):
        _add_ceus(request, body, own, year, bill)
        _add_renewals(body, own, member, year, bill)
    _add_mishaps(request, body, own, member, years, bill)


def _kept(own: list[Letters], year: int) -> list[Letters]:
    """The letters to be kept up in a year, first earned first; a successor goes on in the cycle."""
    earned = sorted((entry for entry in own if entry["year"] < year), key=when)
    kept = []
    for entry in earned:
        if not any(name(entry) in _replaced_by(other) for other in earned):
            before = [other for other in own if name(other) in _replaced_by(entry)]
            first = min([entry, *before], key=when)
            kept.append({**entry, "cycle_from": first["month"]})
    return kept


def _replaced_by(entry: Plain) -> list[str]:
    return [gone["credential"] for gone in entry["sheet"].get("replaces", [])]


def _cycle(entry: Plain, body: Plain) -> int | None:
    own = entry["sheet"].get("renewal", {}).get("cycle_months")
    cycle: int | None = value_of(own or body.get("renewal", {}).get("cycle_months"))
    return cycle


def _add_ceus(request: Plain, body: Plain, own: list[Letters], year: int, bill: Bill) -> None:
    kept = _kept(own, year)
    cycles = [_cycle(entry, body) for entry in kept]
    due = _by_table(len(kept), body)
    if due is None:
        numbers = [_ceus_of(entry, body) for entry in kept]
        bill.missing |= {
            (name(entry), "ceus", "number")
            for entry, number in zip(kept, numbers, strict=True)
            if number is None
        }
        due = _together([number for number in numbers if number is not None], body)
    bill.missing |= {
        (name(entry), "ceus", "cycle")
        for entry, cycle in zip(kept, cycles, strict=True)
        if cycle is None and (name(entry), "ceus", "number") not in bill.missing
    }
    shortest = min((cycle for cycle in cycles if cycle is not None), default=None)
    if shortest is not None:
        low = request["ceu_price_low"]
        typical = max(low, request["ceu_price"])
        prices = low, typical, max(typical, request["ceu_price_high"])
        bill.pay(year, body["id"], "ceus", times(prices, due * 12 / shortest))


def _by_table(number: int, body: Plain) -> float | None:
    for row in body.get("renewal", {}).get("ceus_by_number", []):
        if row["credentials"] == number or (row["or_more"] and row["credentials"] < number):
            return float(value_of(row["ceus"]))
    return None


def _ceus_of(entry: Plain, body: Plain) -> float | None:
    own = entry["sheet"].get("renewal", {}).get("ceus")
    number = value_of(own or body.get("renewal", {}).get("ceus"))
    return None if number is None else float(number)


def _together(numbers: list[float], body: Plain) -> float:
    rules = body.get("renewal", {})
    if "additional_ceus" not in rules or len(numbers) < 2:
        return sum(numbers)
    due = max(numbers) + value_of(rules["additional_ceus"]) * (len(numbers) - 1)
    return float(min(due, value_of(rules["ceus_cap"])) if "ceus_cap" in rules else due)


def _add_renewals(body: Plain, own: list[Letters], member: bool, year: int, bill: Bill) -> None:
    for position, entry in enumerate(_kept(own, year)):
        line = _renewal_line(entry, body, member, further=position > 0)
        required = value_of(entry["sheet"].get("membership", {}).get("to_hold")) == "required"
        if line is None:
            if not required:
                bill.lack(name(entry), "renewal", "fee")
            continue
        period = line.get("every_months") or _cycle(entry, body)
        if period is None:
            bill.lack(name(entry), "renewal", "period")
        elif _ends_in(year, entry["cycle_from"], period):
            bill.pay(year, name(entry), "renewal", known_amount(line))


def _renewal_line(entry: Plain, body: Plain, member: bool, *, further: bool) -> Plain | None:
    own = pick(entry["exam"]["fees"], "recertification", member=member)
    if not further:
        return own or pick(body["fees"], "recertification", member=member)
    return pick(body["fees"], "recertification-additional", member=member) or own


def _ends_in(year: int, start: int, period: int) -> bool:
    """Whether a period that began at the end of the month ``start`` ends in a year of the plan."""
    return any(
        12 * (year - 1) < end <= 12 * year for end in range(start + period, 12 * year + 1, period)
    )


def _add_mishaps(
    request: Plain, body: Plain, own: list[Letters], member: bool, years: int, bill: Bill
) -> None:
    """Late payments and lapses, in the year after the first of the letters is earned."""
    year = min(entry["year"] for entry in own) + 1
    late = pick(body["fees"], "late", member=member)
    restored = body.get("renewal", {}).get("reinstatement", {}).get("fee")
    for mishap, line in (
        ("late_payments", late),
        ("lapses", {"amount": restored} if restored else None),
    ):
        number = request[mishap]
        if number and year <= years:
            if line is None:
                bill.lack(body["id"], "renewal", mishap)
            else:
                amount = times(known_amount(line), number)
                bill.pay(year, body["id"], "renewal", amount)
