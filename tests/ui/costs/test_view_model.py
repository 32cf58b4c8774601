"""What Costs shows, and the plan that its address asks for."""

from datetime import date

import pytest

from cert_model.catalog import Catalog
from cert_model.costs import Assumptions, BadPlan, HeldCredential
from cert_model.renewal.request import CalendarDay
from tests.ui.conftest import state_at
from ui.costs import view_model
from ui.costs.view_model import CostsState
from ui.shell.address_fields import Options
from ui.shell.page_state import Refused, format_query, parse


def test_an_empty_address_assumes_the_defaults(options: Options) -> None:
    assert state_at(CostsState, options).assumptions == Assumptions()


def test_every_assumption_of_the_address_reaches_the_plan(options: Options) -> None:
    query = {
        "ids": "aapc/cpc",
        "over": "4",
        "membership": "never",
        "attempts": "two",
        "books": "no",
        "pass": "80",
        "ceu": "15",
        "study": "200",
        "employer": "50",
        "student": "yes",
        "apprentice": "course",
        "lapses": "1",
        "late": "2",
        "interest": "3",
    }
    request = state_at(CostsState, options, **query).request()
    assert request.years == 4
    assert request.assumptions == Assumptions(
        membership="never",
        attempts="two",
        books=False,
        pass_rate=80,
        ceu_price=15,
        study_material=200,
        employer_share=50,
        student=True,
        apprentice="course",
        lapses=1,
        late_payments=2,
        discount_rate=3,
    )


def test_an_earlier_address_opens_under_the_name_that_compare_has_too(options: Options) -> None:
    state, refused = parse(CostsState, {"plan": "cpc"}, options)
    assert format_query(state, options) == {"ids": "aapc/cpc"}
    assert refused == []


def test_an_address_with_both_names_goes_by_the_present_one(options: Options) -> None:
    state, refused = parse(CostsState, {"plan": "cpc", "ids": "ccs"}, options)
    assert state.ids == ("ahima/ccs",)
    assert refused == [Refused("plan", "cpc")]


def test_without_a_choice_the_bill_is_that_of_the_credential_most_people_hold(
    options: Options,
) -> None:
    state = state_at(CostsState, options)
    assert view_model.with_example(options.catalog, state).ids == ("aapc/cpc",)
    assert format_query(state, options) == {}


def test_the_address_comes_back_from_its_state(options: Options) -> None:
    query = {"ids": "aapc/cpc,ahima/ccs", "over": "8", "books": "no", "ahima/ccs": "2"}
    assert format_query(state_at(CostsState, options, **query), options) == query


def test_a_program_and_a_payer_are_named_by_id(options: Options) -> None:
    state, refused = parse(CostsState, {"training": "nobody", "funding": "nobody"}, options)
    assert (state.assumptions.training, state.assumptions.funding) == (None, None)
    assert {part.name for part in refused} == {"training", "funding"}


def test_each_of_several_credentials_is_earned_in_its_own_year(options: Options) -> None:
    query = {"ids": "aapc/cpc,ahima/ccs", "ahima/ccs": "3"}
    planned = state_at(CostsState, options, **query).request().credentials
    assert {entry.id: entry.year for entry in planned} == {"aapc/cpc": 1, "ahima/ccs": 3}


def test_a_credential_by_itself_is_earned_in_the_first_year(options: Options) -> None:
    state = state_at(CostsState, options, plan="ahima/ccs", **{"ahima/ccs": "3"})
    assert [entry.year for entry in state.request().credentials] == [1]
    assert "ahima/ccs" not in format_query(state, options)


def test_a_year_after_the_last_one_cannot_be_planned(catalog: Catalog, options: Options) -> None:
    query = {"ids": "aapc/cpc,ahima/ccs", "over": "2", "ahima/ccs": "5"}
    with pytest.raises(BadPlan, match="year 5 lies outside"):
        view_model.build(catalog, state_at(CostsState, options, **query))


def test_the_arithmetic_holds_every_line_of_the_plan_once(
    catalog: Catalog, options: Options
) -> None:
    view = view_model.build(catalog, state_at(CostsState, options, plan="cpc,crc"))
    lines = [row for rows in view.lines_by_year.values() for row in rows]
    assert lines == list(view.plan.rows)
    assert list(view.lines_by_year) == [1, 2, 3, 4, 5, 6]


def test_the_picture_of_the_years_adds_up_to_the_total(catalog: Catalog, options: Options) -> None:
    view = view_model.build(catalog, state_at(CostsState, options, plan="cpc"))
    assert sum(view.by_year["dollars"].to_pylist()) == pytest.approx(view.plan.total.typical)


def test_what_moves_the_total_most_comes_first(catalog: Catalog, options: Options) -> None:
    view = view_model.build(catalog, state_at(CostsState, options, plan="cpc"))
    reach = [abs(swing.high - swing.low) for swing in view.swings]
    assert reach == sorted(reach, reverse=True)
    assert len(view.swing_table["Assumption"]) == len(view.swings)


def test_prices_of_one_year_alone_have_no_history(catalog: Catalog, options: Options) -> None:
    unpriced = next(key for key, sheet in catalog.credentials.items() if not sheet.fees)
    view = view_model.build(catalog, state_at(CostsState, options, plan=f"cpc,{unpriced}"))
    assert list(view.price_histories) == ["aapc/cpc"]


def test_no_year_of_a_plan_that_lacks_a_price_looks_complete(
    catalog: Catalog, options: Options
) -> None:
    view = view_model.build(catalog, state_at(CostsState, options, plan="rhit"))
    assert not view.plan.complete
    assert all("at least $" in view.year_title(year) for year in (1, 2))


def test_what_is_held_counts_from_the_day_that_the_visitor_named(
    catalog: Catalog, options: Options
) -> None:
    passed = {"aapc/cpc": CalendarDay(date(2025, 5, 10))}
    state = state_at(CostsState, options, plan="ccs", held="cpc")
    view = view_model.build(catalog, state, passed)
    assert view.plan.request.held == (HeldCredential("aapc/cpc", date(2025, 5, 10)),)
    assert view_model.build(catalog, state).plan.request.held == (HeldCredential("aapc/cpc"),)
