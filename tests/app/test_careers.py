"""Work and pay, run without a browser: its address, its controls, its words."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.sessions import (
    open_page,
    page_text,
    plain,
    plain_text,
    popover_labels,
    press,
    row_with,
    run,
    table_rows,
    unfold,
)
from tests.careers.career_tables import cells, dollars


def headline(app: AppTest) -> str:
    return next(text.value for text in app.markdown if text.value.startswith("##"))


def test_a_state_chosen_reaches_the_address() -> None:
    app = open_page("careers")
    app.selectbox(key="careers:state").select("TX").run()
    assert app.query_params["state"] == "TX"
    assert "in Texas earn a median" in headline(app)


@pytest.mark.parametrize(
    ("name", "text"), [("state", "<b>AL</b>"), ("view", "moon"), ("shoe", "42")]
)
def test_a_bad_address_gives_the_default_view_and_a_word_about_it(name: str, text: str) -> None:
    app = open_page("careers", **{name: text})
    assert f"The address asked for `{name}`" in app.warning[0].value
    assert not dict(app.query_params)
    assert "in the United States" in headline(app)


def view_shown(app: AppTest) -> str:
    return str(app.session_state["careers:view"])


def test_the_view_chosen_reaches_the_address_and_leads_back() -> None:
    app = open_page("careers", plan="aapc/cpc")
    assert dict(app.query_params) == {"plan": "aapc/cpc"}
    app.button_group(key="careers:view").set_value("pay").run()
    assert dict(app.query_params) == {"plan": "aapc/cpc", "view": "pay"}
    assert view_shown(open_page("careers", **dict(app.query_params))) == "pay"


def test_what_one_view_does_not_draw_it_keeps() -> None:
    app = open_page("careers", plan="aapc/cpc", pay="30000", state="AL", **{"raise": "5"})
    app.button_group(key="careers:view").set_value("reported").run()
    app.button_group(key="careers:view").set_value("payback").run()
    assert dict(app.query_params) == {
        "plan": "aapc/cpc",
        "pay": "30000",
        "raise": "5",
        "state": "AL",
    }
    assert app.text_input(key="careers:pay").value == "30000"


def test_a_state_without_a_figure_says_so() -> None:
    app = open_page("careers", work="29-9021", state="AL", view="places")
    assert "No median for Alabama was found for this work." in page_text(app)


def test_the_dollars_chosen_reach_the_address_and_the_headline() -> None:
    app = open_page("careers", state="TX", view="places")
    app.selectbox(key="careers:dollars").select("equal").run()
    assert dict(app.query_params) == {"state": "TX", "view": "places", "dollars": "equal"}
    assert "In dollars of equal buying power" in headline(app)


def test_each_break_of_the_series_opens_to_its_sources() -> None:
    app = open_page("careers")
    assert page_text(app).count("dosimetrists") >= 2
    assert "BLS OES national file, May 2018" in page_text(app).replace("\\", "")


@pytest.mark.parametrize("view", ["reported", "places"])
def test_the_caveats_of_a_survey_stand_on_the_page_itself(view: str) -> None:
    app = open_page("careers", view=view)
    assert "A voluntary survey" in page_text(app)
    assert "difference between groups of people is not what a credential adds" in page_text(app)
    assert "Not published for 20" in page_text(app)


def test_nothing_is_said_before_the_reader_gives_a_pay() -> None:
    app = open_page("careers", plan="aapc/cpc")
    assert "Enter your yearly pay to see how much more" in plain_text(app)
    assert "percent" not in plain_text(app)
    app.text_input(key="careers:pay").set_value("$30,000").run()
    assert "more pay (about $" in plain(headline(app))
    assert app.query_params["pay"] == "$30,000"


def test_a_pay_that_cannot_be_is_answered_in_one_line_and_kept() -> None:
    app = open_page("careers", plan="aapc/cpc", pay="-5")
    assert "`-5` is not a yearly pay." in plain_text(app)
    assert app.text_input(key="careers:pay").value == "-5"
    assert not app.exception


def test_without_a_raise_it_does_not_pay_back() -> None:
    app = open_page("careers", plan="aapc/cpc", pay="49000")
    assert "Without a raise it does not break even" in plain_text(app)
    app.number_input(key="careers:raise").set_value(5).run()
    assert "With 5 percent more pay ($2,450 a year), it breaks even" in plain_text(app)


def test_a_program_chosen_is_counted() -> None:
    app = open_page("careers", plan="aapc/cpc", pay="49000")
    before = headline(app)
    app.selectbox(key="careers:program").set_value("aapc-cpc-course").run()
    assert "with training (AAPC CPC online course)" in plain_text(app)
    assert headline(app) != before


def test_a_credentials_page_tells_what_its_holders_report() -> None:
    row = cells("surveys", credential="aapc/crc", year="2025")
    amount = dollars(row["amount"])
    app = open_page("credential", id="aapc/crc")
    assert f"{row['measure']} {amount} a year" in page_text(app)


def test_a_credential_that_no_survey_names_says_so() -> None:
    assert "No survey that names its holders was found." in page_text(
        open_page("credential", id="nha/cbcs")
    )


def test_a_credentials_page_leads_to_whether_it_pays() -> None:
    app = open_page("credential", id="aapc/crc")
    press(app, "Does it pay?")
    assert app.title[0].value == "Work and pay"
    assert app.session_state["careers:plan"] == ["aapc/crc"]


def test_a_shared_address_shows_the_same_view() -> None:
    app = open_page("careers", state="TX", view="places")
    assert "in Texas earn a median" in headline(app)
    assert "State by state" in {heading.value for heading in app.header}
    assert plain_text(open_page("careers", **dict(app.query_params))) == plain_text(app)


def test_an_address_with_credentials_asks_whether_they_pay() -> None:
    app = open_page("careers", state="TX", plan="aapc/cpc", pay="38000")
    assert "for the CPC to break even in 6 years" in plain(headline(app))


def test_a_credential_chosen_gets_the_raise_that_it_needs() -> None:
    app = open_page("careers", view="payback", pay="49000")
    app.selectbox(key="careers:plan:add").set_value("ahima/cca")
    assert "for the CCA to break even" in plain(headline(run(app)))
    assert app.query_params["plan"] == "ahima/cca"
    assert app.query_params["pay"] == "49000"


def rows_in(app: AppTest, fold: str) -> list[str]:
    return table_rows(unfold(app, fold))


def test_pay_by_year_can_be_read_as_a_table() -> None:
    row = row_with(rows_in(open_page("careers"), "Pay by year as a table"), "May 2025")
    assert "29-2072" in row
    assert "$51,140" in row
    assert "](http" in row


def test_states_can_be_read_as_a_table_highest_first() -> None:
    app = open_page("careers", view="places")
    rows = rows_in(app, "States as a table, highest median first")
    assert len(rows) == 51
    assert "District of Columbia" in rows[0]
    assert "Mississippi" in rows[-1]


def test_older_surveys_stand_in_the_table() -> None:
    app = open_page("careers", view="reported")
    rows = rows_in(app, "Pay by credential, every survey, as a table")
    assert "$55,255" in row_with(rows, "AAPC 2012", "CPC-P")
    assert "$56,045" in row_with(rows, "AAPC 2018", "CIC")


def test_the_headline_opens_to_its_sources() -> None:
    app = open_page("careers", state="AL")
    assert any(label.startswith("Alabama: median") for label in popover_labels(app))
    evidence = next(text.value for text in app.markdown if "**Alabama\\: median" in text.value)
    assert "May 2025" in evidence
    assert "](https://" in evidence


def test_the_arithmetic_of_the_cost_is_that_of_the_same_years_and_program() -> None:
    program = "aapc-cpc-course"
    app = open_page("careers", plan="cpc", pay="49000", over="4", program=program)
    press(app, "The arithmetic of the cost")
    assert app.query_params["over"] == "5"
    assert app.query_params["training"] == program


def test_a_caveat_of_a_survey_is_said_once_on_a_page() -> None:
    text = plain_text(open_page("careers", view="reported"))
    assert text.count("A voluntary survey") == 1
    assert text.count("is not what a credential adds to your pay") == 1
