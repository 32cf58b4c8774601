"""Prices of the naive evaluator: the line that is paid, estimates, books and schools.

Written from ``docs/cost-rules.md`` alone, slow and obvious, on the plain data of files.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Plain = Mapping[str, Any]
Amount = tuple[float, float, float]
"""Low, typical and high."""
NOTHING: Amount = (0, 0, 0)


def plus(*amounts: Amount) -> Amount:
    return (
        sum(low for low, _, _ in amounts),
        sum(typical for _, typical, _ in amounts),
        sum(high for _, _, high in amounts),
    )


def times(amount: Amount, factor: float) -> Amount:
    low, typical, high = amount
    return low * factor, typical * factor, high * factor


def dearest(amounts: Iterable[Amount]) -> Amount:
    """Case by case."""
    lows, typicals, highs = zip(*amounts, strict=True)
    return max(lows), max(typicals), max(highs)


def value_of(fact: Plain | None) -> Any:
    return None if fact is None else fact.get("value")


def amount_of(line: Plain) -> Amount | None:
    """What a price line says in U.S. dollars."""
    if line.get("currency", "USD") != "USD" or "amount" not in line:
        return None
    stated = line["amount"]
    if "value" in stated:
        return stated["value"], stated["value"], stated["value"]
    if "low" in stated and "high" in stated:
        return stated["low"], (stated["low"] + stated["high"]) / 2, stated["high"]
    return None


def known_amount(line: Plain) -> Amount:
    """What a price line says, where it is known to say something."""
    amount = amount_of(line)
    assert amount is not None
    return amount


def priced(lines: Iterable[Plain], kind: str) -> list[Plain]:
    return [line for line in lines if line["kind"] == kind and amount_of(line) is not None]


def pick(
    lines: Iterable[Plain], kind: str, *, member: bool, student: bool = False, attempts: int = 1
) -> Plain | None:
    """The line that is paid."""
    audiences = ["member", "all"] if member else ["nonmember", "all"]
    if student:
        audiences = ["student-member", "member", "all"]
    candidates = priced(lines, kind)
    wanted = [line for line in candidates if line.get("attempts", 1) == attempts]
    others = [line for line in candidates if line.get("attempts", 1) != attempts]
    for group in (wanted, others):
        for audience in audiences:
            for line in group:
                if line.get("audience", "all") == audience:
                    return line
    return None


def middle(amounts: Iterable[float]) -> float:
    """The median; of two in the middle the lower."""
    ordered = sorted(amounts)
    return ordered[(len(ordered) - 1) // 2]


def usual(ways: list[Amount]) -> Amount:
    """The cheapest way, the median of the ways, the dearest way."""
    return (
        min(low for low, _, _ in ways),
        middle(typical for _, typical, _ in ways),
        max(high for _, _, high in ways),
    )


def _anybody(lines: Iterable[Plain]) -> list[Amount]:
    """The list prices at which anybody can buy one attempt."""
    open_to = ("all", "member", "nonmember")
    return [
        known_amount(line)
        for line in priced(lines, "exam")
        if line.get("attempts") == 1
        and not line.get("sale", False)
        and line.get("audience", "all") in open_to
    ]


def _span(amounts: list[Amount]) -> Amount:
    low, high = min(amount[0] for amount in amounts), max(amount[2] for amount in amounts)
    return low, (low + high) / 2, high


def estimated_exam(lists: Any, sheet: Plain) -> Amount | None:
    """The price of one attempt by a general statement of the issuer, or by sister exams."""
    exam = lists.sheets[sheet.get("same_exam_as") or key_of(sheet)]
    if value_of(sheet["status"]) != "active" or priced(exam["fees"], "exam"):
        return None
    if value_of(exam.get("priced_apart")):
        return None
    for group in lists.bodies[exam["issuer"]].get("exam_groups", []):
        if exam["level"] in group["levels"] and _anybody(group["fees"]):
            return _span(_anybody(group["fees"]))
    ranges: dict[str, list[Amount]] = {}
    for other in lists.sheets.values():
        usable = other["issuer"] == exam["issuer"] and "same_exam_as" not in other
        if usable and other is not exam and not value_of(other.get("priced_apart")):
            amounts = _anybody(other["fees"])
            if amounts:
                ranges.setdefault(other["level"], []).append(_span(amounts))
    alike = len(ranges) > 1 and len({_span(amounts) for amounts in ranges.values()}) == 1
    sisters = (
        [span for spans in ranges.values() for span in spans]
        if alike
        else ranges.get(exam["level"], [])
    )
    return _span(sisters) if len(sisters) >= 3 else None


def estimated_dues(body: Plain) -> Amount | None:
    """A year's dues by what is said of all kinds of membership together."""
    general = body.get("dues_in_general")
    return None if general is None else amount_of({"amount": general})


def key_of(sheet: Plain) -> str:
    return f"{sheet['issuer']}/{sheet['code'].lower()}"


def serves(thing: Plain, field: str, exam: Plain, sheet: Plain) -> bool:
    """Whether a book or program names the exam, or the letters that are earned by it."""
    return bool({key_of(exam), key_of(sheet)} & set(thing.get(field, [])))


Exam = tuple[Plain, Plain, int]
"""The sheet of an exam, that of the letters it is taken for, and the year."""
Need = tuple[str, int, set[tuple[str, int | None]], Amount | None]
"""Who needs books and when, the printed sets that serve, and what the ways to have them cost."""


def book_bills(lists: Any, exams: list[Exam]) -> list[tuple[str, int, Amount | None]]:
    """Who buys books, when, and for how much; None where no printed set has a price."""
    in_order = sorted(exams, key=lambda entry: (entry[2], key_of(entry[1])))
    all_needs = [(exam, *_need(lists, exam, sheet, year)) for exam, sheet, year in in_order]
    needs = [(*need, amount) for exam, *need, amount, has_any in all_needs if _asks(exam, has_any)]
    missing = [(who, year, None) for who, year, _, amount in needs if amount is None]
    return [*missing, *(_bill_of(group) for group in _shared(needs))]


def _asks(exam: Plain, has_any: bool) -> bool:
    """Whether an exam asks for books; ``has_any`` says whether any with a price serve it."""
    form = exam.get("exam", {})
    if value_of(form.get("books")) == []:
        return False
    open_book = value_of(form.get("open_book"))
    return has_any if open_book is None else bool(open_book)


def _need(lists: Any, exam: Plain, sheet: Plain, year: int) -> tuple[Any, ...]:
    editions: set[tuple[str, int | None]] = set()
    printed: list[Amount] = []
    electronic: list[Amount] = []
    for material in lists.materials:
        if not _serves_exam(material, exam, sheet):
            continue
        lines = [{"kind": "materials", **line} for line in material["prices"]]
        amounts = [amount for amount in map(amount_of, lines) if amount is not None]
        if material["kind"] == "exam-ebooks":
            electronic += amounts
        elif material["kind"] == "code-book" and amounts:
            printed += amounts
            editions.add((material["id"], year if value_of(material.get("yearly")) else None))
    if not printed:
        return key_of(sheet), year, editions, None, bool(electronic)
    low, typical, high = usual(printed)
    cheapest = min([low, *(amount[0] for amount in electronic)])
    return key_of(sheet), year, editions, (cheapest, typical, high), True


def _serves_exam(material: Plain, exam: Plain, sheet: Plain) -> bool:
    excepted = serves(material, "except_for", exam, sheet)
    of_issuer = material.get("needed_for_issuer") == exam["issuer"] and not excepted
    return of_issuer or serves(material, "needed_for", exam, sheet)


def _shared(needs: list[Need]) -> list[list[Need]]:
    """The needs by what is bought: each joins one that is served by some of its sets alone."""
    groups: list[list[Need]] = []
    for fewest in range(1, len({edition for need in needs for edition in need[2]}) + 1):
        for need in needs:
            if len(need[2]) == fewest:
                fitting = [group for group in groups if group[0][2] <= need[2]]
                if fitting:
                    fitting[0].append(need)
                else:
                    groups.append([need])
    return groups


def _bill_of(group: list[Need]) -> tuple[str, int, Amount | None]:
    amounts = [amount for _, _, _, amount in group if amount is not None]
    return group[0][0], min(year for _, year, _, _ in group), dearest(amounts)


Thing = tuple[str, ...]
"""Something to buy: the kinds of programs that give it, after what it is."""
Way = tuple[bool, frozenset[Thing]]
"""Whether experience is needed, and the things to buy."""
NOT_DEGREES = ["issuer-course", "online-school", "bootcamp", "college-certificate"]


def ways_in(rule: Plain) -> set[Way]:
    """Every way to meet a rule on who may sit."""
    if "any_of" in rule:
        return {way for part in rule["any_of"] for way in ways_in(part)}
    if "all_of" in rule:
        ways: set[Way] = {(False, frozenset())}
        for part in rule["all_of"]:
            ways = {
                (worked or also_worked, bought | also_bought)
                for worked, bought in ways
                for also_worked, also_bought in ways_in(part)
            }
        return ways
    return {(rule["test"] == "experience", _bought(rule))}


def _bought(rule: Plain) -> frozenset[Thing]:
    if rule["test"] == "education" and rule["at_least"] not in ("none", "high-school"):
        return frozenset({("degree", rule["at_least"])})
    if rule["test"] == "him-program":
        return frozenset({("program", *(kind.removeprefix("cahiim-") for kind in rule["any"]))})
    if rule["test"] == "training":
        return frozenset({("training", *NOT_DEGREES)})
    return frozenset({("courses",)}) if rule["test"] == "course" else frozenset()


def schooling(lists: Any, request: Plain, exam: Plain, sheet: Plain) -> tuple[Any, Any]:
    """What is required alike, and its price: an amount, None for nothing, or ``missing``."""
    rule = exam.get("eligibility", {}).get("required")
    if rule is None:
        return None, None
    programs = [entry for entry in lists.programs if serves(entry, "prepares_for", exam, sheet)]
    ways = ways_in(rule)
    if not request["experienced"]:
        ways = {way for way in ways if not way[0]} or ways
    things = {bought for _, bought in ways}
    for program in programs:
        if program["id"] == request["training"]:
            things = {
                frozenset(thing for thing in bought if program["kind"] not in thing)
                for bought in things
            }
    if frozenset() in things:
        return None, None
    alike = frozenset(things), tuple(program["id"] for program in programs) or key_of(sheet)
    amounts = []
    for bought in things:
        parts = [
            [
                amount
                for program in programs
                if program["kind"] in thing
                for amount in tuition(program)
            ]
            for thing in bought
        ]
        if all(parts):
            amounts.append(plus(*(usual(part) for part in parts)))
    return alike, usual(amounts) if amounts else "missing"


def tuition(program: Plain) -> list[Amount]:
    amounts = [amount_of({"kind": "training", **line}) for line in program["tuition"]]
    return [amount for amount in amounts if amount is not None]
