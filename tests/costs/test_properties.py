"""What holds for every plan, on random price lists and on the project's own catalog."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.costs import CostPlan, Phase, Total, add_up, cost_plan
from cert_model.costs.plan import total_cost
from cert_model.eligibility import Profile, build_person
from cert_model.eligibility.verdicts import decide_verdicts
from cert_model.prices import estimate_exam_price, estimates
from tests.catalogs import project_catalog
from tests.costs.price_lists import Plain, PriceLists, cases, make_plan
from tests.costs.random_plans import (
    even_lists,
    random_lists,
    random_requests,
    request_of,
)
from tests.effort import percent_of_examples
from tests.profiles import profiles

CATALOG = project_catalog()
CENT = 0.011
some = st.lists(st.sampled_from(sorted(CATALOG.credentials)), min_size=1, max_size=4, unique=True)


@st.composite
def any_plans(draw: st.DrawFn) -> CostPlan:
    """A plan for any request on any price lists."""
    lists = draw(random_lists())
    return cost_plan(lists.catalog, request_of(draw(random_requests(lists))))


def is_no_less(larger: Total, smaller: Total) -> bool:
    return all(
        more >= less - CENT for more, less in zip(cases(larger), cases(smaller), strict=True)
    )


@percent_of_examples(40)
@given(any_plans())
def test_low_is_at_most_typical_and_typical_at_most_high(plan: CostPlan) -> None:
    for total in (plan.total, plan.to_earn, plan.each_year_after):
        assert total.low <= total.typical + CENT
        assert total.typical <= total.high + CENT


@percent_of_examples(40)
@given(any_plans())
def test_rows_add_up_to_the_totals(plan: CostPlan) -> None:
    assert add_up(plan.rows).money == plan.total.money
    years = range(1, plan.request.years + 1)
    for case, amount in enumerate(cases(plan.total)):
        assert sum(cases(plan.of_year(year))[case] for year in years) == pytest.approx(
            amount, abs=len(years) * CENT
        )
    earned = add_up(row for row in plan.rows if row.phase is Phase.EARN)
    kept = add_up(row for row in plan.rows if row.phase is Phase.KEEP)
    assert cases(plan.to_earn) == cases(earned)
    assert earned.typical + kept.typical == pytest.approx(plan.total.typical, abs=2 * CENT)


@percent_of_examples(40)
@given(any_plans())
def test_a_sum_is_complete_where_nothing_of_it_is_missing(plan: CostPlan) -> None:
    assert plan.complete == plan.total.complete == (plan.missing == ())
    assert not plan.complete or plan.to_earn.complete


@percent_of_examples(50)
@given(st.data())
def test_the_order_of_a_request_never_matters(data: st.DataObject) -> None:
    lists = data.draw(random_lists())
    request = request_of(data.draw(random_requests(lists)))
    turned = replace(request, credentials=request.credentials[::-1], held=request.held[::-1])
    plan, other = (cost_plan(lists.catalog, order) for order in (request, turned))
    assert plan.rows == other.rows
    assert plan.later_rows == other.later_rows
    assert set(plan.missing) == set(other.missing)
    assert set(plan.later_missing) == set(other.later_missing)


@percent_of_examples(5)
@given(some)
def test_the_order_of_real_credentials_never_matters(ids: list[str]) -> None:
    totals = {cases(make_plan(CATALOG, order).total) for order in permutations(ids)}
    assert len(totals) == 1


@percent_of_examples(40)
@given(st.data())
def test_one_more_credential_never_lowers_a_total(data: st.DataObject) -> None:
    lists = data.draw(even_lists())
    request = data.draw(random_requests(lists))
    assume(len(request["added"]) > 1)
    further = data.draw(st.sampled_from(sorted(request["added"])))
    fewer = {key: year for key, year in request["added"].items() if key != further}
    more_total = total_cost(lists.catalog, request_of(request))
    fewer_total = total_cost(lists.catalog, request_of({**request, "added": fewer}))
    if more_total.complete:
        assert fewer_total.complete
        assert is_no_less(more_total, fewer_total)


@percent_of_examples(40)
@given(some, st.sampled_from(sorted(CATALOG.credentials)), st.integers(1, 10))
def test_one_more_real_credential_never_lowers_a_total(
    ids: list[str], further: str, years: int
) -> None:
    without = [key for key in ids if key != further]
    assume(without)
    more = make_plan(CATALOG, [*without, further], years=years).total
    fewer = make_plan(CATALOG, without, years=years).total
    assert more.typical >= fewer.typical - CENT


@percent_of_examples(40)
@given(st.data())
def test_a_longer_plan_never_costs_less(data: st.DataObject) -> None:
    lists = data.draw(random_lists())
    request = {**data.draw(random_requests(lists)), "held": {}}
    assume(request["years"] < 10)
    assume(request["membership"] != "cheaper")
    longer = {**request, "years": request["years"] + 1}
    totals = [total_cost(lists.catalog, request_of(each)) for each in (longer, request)]
    assert is_no_less(*totals)


@percent_of_examples(40)
@given(some, st.integers(1, 9))
def test_a_longer_plan_of_real_credentials_never_costs_less(ids: list[str], years: int) -> None:
    shorter, longer = (make_plan(CATALOG, ids, years=years + more).total for more in (0, 1))
    assert longer.typical >= shorter.typical - CENT


@percent_of_examples(40)
@given(st.data())
def test_holding_more_never_raises_the_cost_of_adding(data: st.DataObject) -> None:
    """Of what is added in the first year: who holds nothing joins an issuer only with the exam."""
    lists = data.draw(even_lists())
    usual = {"training": None, "funding": None, "student": False}
    request = {**data.draw(random_requests(lists)), **usual}
    request["added"] = dict.fromkeys(request["added"], 1)
    assume(request["held"])
    without = dict(list(request["held"].items())[1:])
    holding_more, holding_less = (
        cost_plan(lists.catalog, request_of({**request, "held": held}))
        for held in (request["held"], without)
    )
    if holding_less.complete:
        assert holding_more.complete
        assert is_no_less(holding_less.total, holding_more.total)


@percent_of_examples(40)
@given(some, st.sampled_from(sorted(CATALOG.credentials)))
def test_holding_another_of_the_issuer_never_raises_the_cost_to_earn(
    ids: list[str], held: str
) -> None:
    assume(held not in ids)
    alone, holding = make_plan(CATALOG, ids), make_plan(CATALOG, ids, held=[held])
    assert holding.to_earn.typical <= alone.to_earn.typical + CENT


@percent_of_examples(40)
@given(st.data())
def test_a_complete_total_never_contains_an_unpriced_item(data: st.DataObject) -> None:
    """Every exam to be earned has a price in it, every open book, all required dues."""
    lists = data.draw(random_lists())
    request = {**data.draw(random_requests(lists)), "training": None}
    plan = cost_plan(lists.catalog, request_of(request))
    if not plan.complete:
        return
    paid = {(row.category.value, row.credential or row.issuer) for row in plan.rows}
    for key, exam in exams_to_earn(lists, request).items():
        stands = {key, exam}
        assert {("exam", name) for name in stands} & paid
        sheet, letters = lists.sheets[exam], lists.sheets[key]
        if request["books"] and asks_for_books(sheet):
            assert any(category == "books" for category, _ in paid)
        need = letters.get("membership", {}).get("to_sit", {}).get("value")
        if need == "required" and not request["held"]:
            assert ("membership", letters["issuer"]) in paid


def exams_to_earn(lists: PriceLists, request: Plain) -> dict[str, str]:
    """The letters to be earned and their exams, except exams that the person has passed."""
    exam_of = {key: sheet.get("same_exam_as", key) for key, sheet in lists.sheets.items()}
    passed = {exam_of[key] for key in request["held"]}
    return {key: exam_of[key] for key in request["added"] if exam_of[key] not in passed}


def asks_for_books(sheet: Plain) -> bool:
    form: dict[str, Any] = sheet.get("exam", {})
    listed = form.get("books", {}).get("value") != []
    return bool(form.get("open_book", {}).get("value")) and listed


@pytest.fixture
def without_estimates(monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """The project's catalog, in which no rule of estimates applies."""
    monkeypatch.setattr(estimates, "FEWEST_SISTERS", len(CATALOG.credentials))
    silent = {"exam_groups": (), "dues_in_general": None}
    bodies = {key: body.model_copy(update=silent) for key, body in CATALOG.issuers.items()}
    return replace(CATALOG, issuers=bodies)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profile=profiles)
def test_an_estimate_never_changes_a_verdict(without_estimates: Catalog, profile: Profile) -> None:
    sheets = CATALOG.credentials.values()
    assert any(estimate_exam_price(CATALOG, sheet) for sheet in sheets)
    assert not any(estimate_exam_price(without_estimates, sheet) for sheet in sheets)
    verdicts = [
        decide_verdicts(catalog, build_person(catalog, profile))
        for catalog in (CATALOG, without_estimates)
    ]
    assert verdicts[0] == verdicts[1]
