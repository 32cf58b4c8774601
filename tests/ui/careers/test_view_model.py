"""What Work and pay says, made from the catalog without a screen."""

import pytest

from cert_model import careers
from cert_model.catalog import Catalog
from cert_model.formatting import format_money
from cert_model.vocabulary import State
from tests.careers.career_tables import cells, dollars
from tests.ui.conftest import state_at
from ui.careers import view_model
from ui.careers.payback_view import PaybackView
from ui.careers.state import CareersState
from ui.careers.view_model import CareersView
from ui.shell.address_fields import Options


def view_of(catalog: Catalog, **query: str) -> CareersView:
    return view_model.build(catalog, state_at(CareersState, Options(catalog), **query))


def payback_of(catalog: Catalog, **query: str) -> PaybackView:
    payback = view_of(catalog, **query).payback
    assert payback is not None
    return payback


def test_the_nation_is_shown_where_no_state_is_chosen(catalog: Catalog) -> None:
    view = view_of(catalog)
    assert "in the United States earn a median of $51,140 a year" in view.headline
    assert [text for text, _ in view.headline_figures] == ["United States: median $51,140 a year"]
    assert view.not_found == ""


def test_a_state_is_compared_with_the_nation(catalog: Catalog) -> None:
    view = view_of(catalog, state="AL")
    assert "in Alabama earn a median of $43,810 a year" in view.headline
    assert "below the national median of $51,140" in view.headline
    assert [evidence.area for _, evidence in view.headline_figures] == [  # type: ignore[attr-defined]
        "Alabama",
        "United States",
    ]


def test_a_state_without_a_median_is_said_to_have_none(catalog: Catalog) -> None:
    view = view_of(catalog, work="29-9021", state="AL")
    assert view.not_found == "No median of Alabama was found for this work."
    assert "in the United States" in view.headline


def test_pay_by_year_keeps_every_release_with_its_code(catalog: Catalog) -> None:
    view = view_of(catalog)
    releases = view.pay_table["Release"]
    assert releases[-1] == "May 2025"
    assert dict(zip(releases, view.pay_table["Counted as"], strict=True)).items() >= {
        ("May 2025", "29-2072"),
        ("May 2020", "29-2098"),
        ("May 2018", "29-2071"),
    }
    assert [(gap.before, gap.after) for gap in view.pay_breaks] == [(2018, 2019), (2020, 2021)]


def test_the_states_are_listed_highest_median_first(catalog: Catalog) -> None:
    states = view_of(catalog).states
    assert states is not None
    names = states.table["State"]
    assert (len(names), names[0], names[-1]) == (51, "District of Columbia", "Mississippi")


def test_the_states_are_compared_in_dollars_of_equal_buying_power_on_demand(
    catalog: Catalog,
) -> None:
    paid, equal = view_of(catalog).states, view_of(catalog, dollars="equal").states
    assert paid is not None
    assert equal is not None
    assert "As paid" not in paid.table
    assert equal.table["As paid"][0] != equal.table["Median"][0]
    assert equal.takeaway.startswith("In dollars of equal buying power: ")
    assert {tile.state: tile.text for tile in paid.tiles} != {
        tile.state: tile.text for tile in equal.tiles
    }


def test_a_state_says_by_what_its_pay_is_divided(catalog: Catalog) -> None:
    parity = careers.price_parities(catalog)[State.AL]
    view = view_of(catalog, state="AL", dollars="equal")
    assert f"divided by {parity.index / 100:.3f}" in view.buying_power
    assert set(parity.src) < set(view.headline_figures[0].evidence.src)


def test_pay_as_paid_says_nothing_of_buying_power(catalog: Catalog) -> None:
    assert view_of(catalog, state="AL").buying_power == ""


def test_the_areas_of_the_chosen_state_are_listed_as_paid(catalog: Catalog) -> None:
    paid = view_of(catalog, state="AL").states
    equal = view_of(catalog, state="AL", dollars="equal").states
    assert paid is not None
    assert equal is not None
    assert paid.areas_table == equal.areas_table
    assert "Birmingham" in " ".join(paid.areas_table["Area"])
    assert "as paid" in equal.areas_remark
    assert "as paid" not in paid.areas_remark


def test_further_figures_are_those_of_the_chosen_state(catalog: Catalog) -> None:
    nowhere, alabama = view_of(catalog).states, view_of(catalog, state="AL").states
    assert nowhere is not None
    assert alabama is not None
    assert nowhere.other_title == ""
    assert alabama.other_title == "More on Alabama: other releases and agencies"
    assert alabama.other_table["Where"]


def test_an_occupation_without_figures_by_industry_has_no_takeaway(demo: Catalog) -> None:
    view = CareersView(demo, CareersState.model_construct(work="99-0000", place=None))
    assert view.industries.takeaway == ""
    assert view.industries.bars is None


def test_the_outlook_begins_with_the_newest_edition(catalog: Catalog) -> None:
    outlook = view_of(catalog).outlook
    newest, with_jobs = outlook.headlines
    assert newest.text.startswith("From 2025 to 2035, BLS expects ")
    assert with_jobs.text.startswith("From 2024 to 2034")
    assert outlook.takeaway == f"{newest.text} {with_jobs.text}"
    assert outlook.table["Edition"][0] == "2025–35"


def test_a_survey_stands_with_its_caveat_and_its_respondents(catalog: Catalog) -> None:
    survey = view_of(catalog).surveys.by_credential
    assert survey.caveats["AAPC"].startswith("A voluntary survey")
    assert "Not published for 2025" in survey.respondents


def test_older_surveys_stand_in_the_table(catalog: Catalog) -> None:
    table = view_of(catalog).surveys.by_credential.table
    rows = set(
        zip(
            table["Survey"],
            table["Group"],
            table["Amount a year"],
            strict=True,
        )
    )
    assert ("AAPC 2012", "CPC\\-P", "\\$55\\,255") in rows
    assert ("AAPC 2018", "CIC", "\\$56\\,045") in rows


def test_pay_gaps_are_computed_both_ways(catalog: Catalog) -> None:
    surveys = view_of(catalog).surveys
    assert "of what the others earn, or" in surveys.gaps_takeaway
    assert len(surveys.gap_table["Survey"]) == len(surveys.gaps)


def test_without_pay_gaps_there_is_nothing_to_say(demo: Catalog) -> None:
    view = CareersView(demo, CareersState.model_construct())
    assert view.surveys.gaps_takeaway == ""
    assert view.usual_raises == []


def test_findings_stand_newest_first(catalog: Catalog) -> None:
    years = [finding.year for finding in view_of(catalog).surveys.findings]
    assert years == sorted(years, reverse=True)


def test_without_credentials_nothing_can_pay(catalog: Catalog) -> None:
    assert view_of(catalog).payback is None


def test_without_any_pay_to_start_from_nothing_is_computed(demo: Catalog) -> None:
    ids = tuple(demo.credentials)[:1]
    state = CareersState.model_construct(ids=ids, work="99-0000", place=None, pay=None)
    assert CareersView(demo, state).payback is None


def test_pay_that_stands_in_is_named(catalog: Catalog) -> None:
    payback = payback_of(catalog, plan="cpc", state="AL")
    start = careers.starting_pay(catalog, careers.CODER_SOC, State.AL)
    assert start is not None
    assert payback.pay == start.amount
    assert payback.assumed_pay is not None
    assert f"{format_money(start.amount)} is used" in payback.assumed_pay.text
    assert "25th percentile of Alabama" in payback.assumed_pay.text


def test_own_pay_changes_the_raise_that_recovers_the_cost(catalog: Catalog) -> None:
    stand_in, own = payback_of(catalog, plan="cpc"), payback_of(catalog, plan="cpc", pay="30000")
    assert own.assumed_pay is None
    assert "at a pay of $30,000 a year" in own.basis
    assert own.headline != stand_in.headline


def test_training_makes_earning_it_dearer(catalog: Catalog) -> None:
    without, with_training = (
        payback_of(catalog, plan="cpc", training=training).outlay.first.typical
        for training in ("0", "500")
    )
    assert with_training == without + 500


def test_a_plan_of_several_names_them_all(catalog: Catalog) -> None:
    assert (
        "the cost of the CPC and CCS within 4 years"
        in payback_of(catalog, plan="cpc,ccs", over="4").headline
    )


def test_a_raise_of_nothing_never_recovers_the_cost(catalog: Catalog) -> None:
    table = payback_of(catalog, plan="cpc", low="0").payback_table
    assert table["Case"] == ["Low raise", "Middle raise", "High raise"]
    assert table["Time to recover the cost"][0] == "never within 6 years"


def test_prices_that_are_missing_are_named(catalog: Catalog) -> None:
    incomplete = [
        payback.missing_prices
        for key in catalog.credentials
        if (payback := payback_of(catalog, plan=key)).plan.missing
    ]
    assert incomplete
    assert all(text.startswith("The cost is a minimum. Not found: ") for text in incomplete)
    assert payback_of(catalog, plan="cpc").missing_prices == ""


@pytest.mark.parametrize("key", ["aapc/crc", "aapc/cpc"])
def test_the_headline_on_surveys_is_made_from_their_rows(catalog: Catalog, key: str) -> None:
    amount = dollars(cells("surveys", credential=key, year="2025")["amount"])
    assert amount in view_of(catalog).surveys.by_credential.takeaway
