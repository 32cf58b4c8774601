"""Work and pay, run without a browser: its address, its controls, its words."""

import pytest
from streamlit.testing.v1 import AppTest

from cert_model.formatting.markdown import escape
from tests.app.sessions import (
    open_page,
    page_text,
    plain,
    plain_text,
    popover_labels,
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
    assert dict(app.query_params) == {"state": "TX"}
    assert "in Texas earn a median" in headline(app)


@pytest.mark.parametrize(
    ("name", "text"), [("state", "<b>AL</b>"), ("view", "moon"), ("shoe", "42")]
)
def test_a_bad_address_gives_the_default_view_and_a_word_about_it(name: str, text: str) -> None:
    app = open_page("careers", **{name: text})
    assert f"The address asked for {name}" in app.warning[0].value
    assert "<b>" not in app.warning[0].value
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
    app = open_page("careers", plan="aapc/cpc", pay="30000", low="5", state="AL")
    app.button_group(key="careers:view").set_value("reported").run()
    app.button_group(key="careers:view").set_value("payback").run()
    assert dict(app.query_params) == {
        "plan": "aapc/cpc",
        "pay": "30000",
        "low": "5",
        "state": "AL",
    }
    assert app.number_input(key="careers:pay").value == 30_000


def test_work_without_figures_of_states_says_so() -> None:
    app = open_page("careers", work="29-9021", state="AL", view="places")
    assert "No median of Alabama was found for this work." in page_text(app)
    assert "No figures of states were found for this work." in page_text(app)


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


def test_own_pay_changes_the_break_even_raise() -> None:
    app = open_page("careers", plan="aapc/cpc")
    before = headline(app)
    app.number_input(key="careers:pay").set_value(30_000).run()
    assert "at a pay of \\$30\\,000 a year" in page_text(app)
    assert headline(app) != before
    assert "pay" in app.query_params


def test_a_raise_of_nothing_never_pays() -> None:
    app = open_page("careers", plan="aapc/cpc", low="0")
    table = next(shown.value for shown in app.table if "Case" in shown.value.columns)
    assert table["Time to recover the cost"].iloc[0] == "never within 6 years"


def test_a_credentials_page_tells_what_its_holders_report() -> None:
    row = cells("surveys", credential="aapc/crc", year="2025")
    amount = escape(dollars(row["amount"]))
    app = open_page("credential", id="aapc/crc")
    assert f"{row['measure']} {amount} a year" in page_text(app)


def test_a_credential_that_no_survey_names_says_so() -> None:
    assert "No survey that names its holders was found." in page_text(
        open_page("credential", id="nha/cbcs")
    )


def test_a_credentials_page_leads_to_whether_it_pays() -> None:
    app = open_page("credential", id="aapc/crc")
    app.button(key="does_it_pay").click().run()
    assert app.title[0].value == "Work and pay"
    assert app.session_state["careers:plan"] == ["aapc/crc"]


def test_a_shared_address_shows_the_same_view() -> None:
    app = open_page("careers", state="TX", view="places")
    assert "in Texas earn a median" in headline(app)
    assert "State by state" in {heading.value for heading in app.header}
    assert plain_text(open_page("careers", **dict(app.query_params))) == plain_text(app)


def test_an_address_with_credentials_asks_whether_they_pay() -> None:
    app = open_page("careers", state="TX", plan="aapc/cpc", pay="38000")
    assert "To recover the cost of the CPC within 6 years" in plain(headline(app))
    assert "at a pay of $38,000 a year" in plain_text(app)


def test_a_credential_chosen_gets_its_break_even_raise() -> None:
    app = open_page("careers", view="payback")
    app.selectbox(key="careers:plan:add").set_value("ahima/cca")
    assert "To recover the cost of the CCA" in plain(headline(run(app)))
    assert dict(app.query_params) == {"plan": "ahima/cca"}


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
    assert "as of 2025\\-05" in evidence
    assert "](https://" in evidence
