"""What Work and pay says, made from the catalog without a screen."""

from dataclasses import replace

import pytest

from cert_model import careers
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.vocabulary import Measure, State
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
    assert view.not_found == "No median for Alabama was found for this work."
    assert "in the United States" in view.headline


def test_work_without_figures_of_states_has_no_view_of_them(demo: Catalog) -> None:
    view = CareersView(demo, CareersState.model_construct(work="99-0000", place=None))
    assert view.states is None


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
    assert equal.takeaway.startswith("In dollars of equal buying power, ")
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
    assert with_jobs.text.startswith("An earlier edition, 2024 to 2034, expected ")
    assert outlook.takeaway == f"{newest.text} {with_jobs.text}"
    assert outlook.table["Edition"][0] == "2025–35"


def test_an_edition_read_in_quotes_alone_says_so(catalog: Catalog) -> None:
    newest, with_jobs = view_of(catalog).outlook.headlines
    assert newest.text.endswith("This edition was read in pages that quote BLS.")
    assert "quote BLS" not in with_jobs.text


def test_studies_of_coding_stand_with_the_outlook_of_coders_alone(catalog: Catalog) -> None:
    studies = catalog.careers.findings.studies
    assert [text.evidence for text in view_of(catalog).outlook.studies] == list(studies)
    assert view_of(catalog, work="43-3021").outlook.studies == []


def test_a_survey_stands_with_its_caveat_and_its_respondents(catalog: Catalog) -> None:
    survey = view_of(catalog).surveys.by_credential
    assert survey.caveats["AAPC"].startswith("A voluntary survey")
    assert "Not published for 2025" in survey.respondents


def test_only_figures_of_one_survey_and_measure_are_drawn_beside_one_another(
    catalog: Catalog,
) -> None:
    survey = view_of(catalog).surveys.by_credential
    newest = survey.drawn[0]
    older = newest.model_copy(update={"year": newest.year - 1})
    alone = newest.model_copy(update={"measure": Measure.MEDIAN, "group": "CCS", "year": 1999})
    made_up = replace(survey, drawn=[newest, newest, older, alone, older])
    assert made_up.comparable == [[newest, newest], [older, older]]
    assert made_up.left_out == "In the table only: CCS (1999)."


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
    assert view.pay_gaps == ("", [])


def test_findings_stand_newest_first(catalog: Catalog) -> None:
    years = [finding.year for finding in view_of(catalog).surveys.findings]
    assert years == sorted(years, reverse=True)


def test_without_credentials_nothing_can_pay(catalog: Catalog) -> None:
    assert view_of(catalog, pay="49000").payback is None


def test_before_a_pay_is_entered_one_sentence_asks_for_it(catalog: Catalog) -> None:
    view = view_of(catalog, plan="cpc,crc")
    assert view.payback is None
    assert view.request_for_pay == (
        "Enter your yearly pay to see how much more you would have to earn for the CPC and the "
        "CRC to break even. If you do not work now, enter what you would earn in a year without "
        "the credential."
    )


@pytest.mark.parametrize("pay", ["-5", "0", "24.50", "a lot", "10000000"])
def test_a_pay_that_cannot_be_is_kept_and_named_in_one_line(catalog: Catalog, pay: str) -> None:
    view = view_of(catalog, plan="cpc", pay=pay)
    assert view.payback is None
    assert view.state.typed_pay == pay
    assert view.request_for_pay.startswith(f"`{pay}` is not a yearly pay. Enter dollars")
    assert "If you do not work now" in view.request_for_pay


def test_the_answer_leads_with_what_would_have_to_be_true(catalog: Catalog) -> None:
    payback = payback_of(catalog, plan="cpc,ccs", pay="$49,000", over="4")
    percent = 100 * payback.outlay.total.typical / 4 / 49_000
    assert payback.headline.startswith(f"Without training, you need {percent:.1f} percent ")
    assert payback.headline.endswith("for the CPC and the CCS to break even in 4 years.")


def test_a_lower_pay_needs_a_higher_raise(catalog: Catalog) -> None:
    lower, higher = (payback_of(catalog, plan="cpc", pay=pay) for pay in ("30k", "60k"))
    assert lower.needed.typical == pytest.approx(2 * higher.needed.typical)


def test_no_raise_is_expected_until_the_reader_says_so(catalog: Catalog) -> None:
    payback = payback_of(catalog, plan="cpc", pay="49000")
    assert payback.payback.raise_percent == 0
    assert payback.remarks[-1].startswith("Without a raise it does not break even")
    expecting = payback_of(catalog, plan="cpc", pay="49000", **{"raise": "5"})
    assert expecting.remarks[-1].startswith(
        "With 5 percent more pay ($2,450 a year), it breaks even"
    )


def test_the_lines_are_the_raise_expected_and_the_one_needed(catalog: Catalog) -> None:
    payback = payback_of(catalog, plan="cpc", pay="49000", **{"raise": "5"})
    lines = ["5% more", f"{payback.needed.typical:.1f}% more, just enough"]
    assert set(payback.balance_lines.column("raise").to_pylist()) == set(lines)
    assert list(payback.balance_table)[1:] == [escape(name) for name in lines]


def test_without_training_the_programs_are_given_as_a_range(catalog: Catalog) -> None:
    payback = payback_of(catalog, plan="cpc", pay="49000")
    assert "without training" in payback.remarks[0]
    assert any(remark.startswith("Training is not counted. One of") for remark in payback.remarks)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"program": "aapc-cpc-course"}, "with training (AAPC CPC online course)"),
        ({"training": "500"}, "with training ($500)"),
        (
            {"program": "aapc-cpc-course", "training": "500"},
            "with training (AAPC CPC online course, $500)",
        ),
    ],
)
def test_training_that_is_counted_makes_earning_it_dearer(
    catalog: Catalog, query: dict[str, str], words: str
) -> None:
    without = payback_of(catalog, plan="cpc", pay="49000")
    payback = payback_of(catalog, plan="cpc", pay="49000", **query)
    assert payback.outlay.first.typical >= without.outlay.first.typical + 500
    assert words in payback.remarks[0]
    assert not any("Training is not counted" in remark for remark in payback.remarks)


def test_the_price_of_a_program_comes_first_among_the_choices(catalog: Catalog) -> None:
    titles = view_of(catalog, plan="cpc").program_titles
    assert titles["aapc-cpc-course"].startswith("$")
    assert titles["aapc-cpc-course"].endswith(": AAPC CPC online course, AAPC")
    assert titles["sanjac-mb"].startswith("Price not found: ")


def test_a_cost_that_lacks_prices_is_at_least_and_names_them(catalog: Catalog) -> None:
    paybacks = [payback_of(catalog, plan=key, pay="49000") for key in catalog.credentials]
    incomplete = [payback for payback in paybacks if payback.plan.missing]
    assert incomplete
    for payback in incomplete:
        assert "at least" in payback.headline or "No price" in payback.headline
        assert any("The cost is a minimum. Not found: " in text for text in payback.remarks)


def test_where_no_price_is_known_nothing_is_drawn(catalog: Catalog) -> None:
    payback = payback_of(catalog, plan="aaham/crcs", pay="49000")
    assert "is not known" in payback.headline
    assert not payback.has_cost


@pytest.mark.parametrize("key", ["aapc/crc", "aapc/cpc"])
def test_the_headline_on_surveys_is_made_from_their_rows(catalog: Catalog, key: str) -> None:
    amount = dollars(cells("surveys", credential=key, year="2025")["amount"])
    assert amount in view_of(catalog).surveys.by_credential.takeaway
