"""The model and the naive evaluator work out the same plan from the same price lists."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cert_model.costs import Category, CostPlan, MissingPrice, Total, cost_plan
from tests.costs.naive_costs import evaluate
from tests.costs.price_lists import Plain, PriceLists
from tests.costs.random_plans import random_lists, random_requests, request_of
from tests.effort import number_of_examples

CENT = 0.011
"""Two sums of the same amounts in another order may be rounded to different cents."""
SUMS = ("total", "to_earn", "each_year_after")
Amounts = Sequence[float]
"""Low, typical and high."""


@st.composite
def lists_and_requests(draw: st.DrawFn) -> tuple[PriceLists, Plain]:
    lists = draw(random_lists())
    return lists, draw(random_requests(lists))


@number_of_examples(100, long=5_000)
@given(lists_and_requests())
def test_both_evaluators_agree_on_any_plan(drawn: tuple[PriceLists, Plain]) -> None:
    lists, request = drawn
    plan = cost_plan(lists.catalog, request_of(request))
    assert differences(answer_of(plan), evaluate(lists, request)) == []


def answer_of(plan: CostPlan) -> dict[str, Any]:
    """A plan of the model in the form of the naive evaluator's answer."""
    rows: dict[tuple[int, str], list[float]] = defaultdict(lambda: [0, 0, 0])
    for row in plan.rows:
        sums = rows[row.year, row.category.value]
        for case, amount in enumerate((row.money.low, row.money.typical, row.money.high)):
            sums[case] += amount
    return {**{name: _sum(getattr(plan, name)) for name in SUMS}, "rows": dict(rows)}


def _sum(total: Total) -> dict[str, Any]:
    return {
        "amounts": [total.low, total.typical, total.high],
        "missing": {(_whose(gap), gap.category.value) for gap in total.missing},
        "complete": total.complete,
        "estimated": total.estimated,
    }


def _whose(gap: MissingPrice) -> str | None:
    """The credential; the issuer of dues and of what follows a lapse; nobody for a program."""
    if gap.category is Category.TRAINING:
        return gap.credential
    return gap.credential or gap.issuer


def differences(left: Mapping[str, Any], right: Mapping[str, Any]) -> list[str]:
    """Where two answers differ, in words; amounts that differ by a cent are the same."""
    found = []
    for name in SUMS:
        for part in ("missing", "complete", "estimated"):
            if left[name][part] != right[name][part]:
                found.append(f"{name} {part}: {left[name][part]} or {right[name][part]}")
        if not _same(left[name]["amounts"], right[name]["amounts"]):
            found.append(f"{name}: {left[name]['amounts']} or {right[name]['amounts']}")
    for place in sorted({*left["rows"], *right["rows"]}):
        first, second = (answer["rows"].get(place, (0, 0, 0)) for answer in (left, right))
        if not _same(first, second):
            found.append(f"{place}: {first} or {second}")
    return found


def _same(left: Amounts, right: Amounts) -> bool:
    return all(abs(first - second) <= CENT for first, second in zip(left, right, strict=True))
