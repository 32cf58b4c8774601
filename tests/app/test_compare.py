"""Compare, run without a browser: credentials side by side, as the address names them."""

from tests.app.sessions import (
    file_links,
    move_to,
    open_page,
    plain_text,
    press,
    row_with,
    run,
    table_rows,
    unfold,
)


def test_without_a_choice_two_are_compared_as_an_example() -> None:
    app = open_page("compare")
    text = plain_text(app)
    assert "An example: CPC and CCS" in text
    assert "Over 6 years, CCS costs least" in text
    assert not list(app.query_params)


def test_what_was_not_found_is_shown_as_not_found() -> None:
    row = row_with(table_rows(open_page("compare", ids="cpc,ccs")), "Pass rate")
    assert "not found" in row
    assert "84% (2025)" in row


def test_credentials_are_added_and_dropped_without_losing_the_rest() -> None:
    app = open_page("compare", ids="cpc,ccs")
    app.selectbox(key="compare:ids:add").set_value("ahima/cca")
    assert run(app).query_params["ids"] == "aapc/cpc,ahima/ccs,ahima/cca"
    press(app, "CPC ✕")
    assert app.query_params["ids"] == "ahima/ccs,ahima/cca"
    assert "Over 6 years, CCA costs least" in plain_text(app)


def test_equal_rows_can_be_folded_away() -> None:
    app = open_page("compare", ids="cpc,ccs")
    assert row_with(table_rows(app), "Status")
    app.button_group(key="compare:rows").set_value("different")
    assert run(app).query_params["rows"] == "different"
    assert not any("Status" in row for row in table_rows(app))


def test_too_many_and_unknown_names_are_left_out_with_a_word() -> None:
    app = open_page("compare", ids="cpc,ccs,nonsense,cpc")
    assert "The address asked for `ids` = `nonsense`" in app.warning[0].value
    assert app.query_params["ids"] == "aapc/cpc,ahima/ccs"
    assert "Over 6 years" in plain_text(app)


def test_it_says_what_its_rows_mean() -> None:
    app = unfold(open_page("compare", ids="cpc,ccs"), "What the rows mean")
    assert "Continuing education unit (CEU)" in plain_text(app)


def test_the_comparison_is_offered_as_files() -> None:
    links = file_links(open_page("compare", ids="cca,ccs", years="3"))
    query = "ids=ahima/cca,ahima/ccs&years=3"
    assert links == {
        "Download CSV": f"files/comparison.csv?{query}",
        "Download XLSX": f"files/comparison.xlsx?{query}",
        "Download JSON": f"files/comparison.json?{query}",
        "Download a page to print": f"files/comparison.html?{query}",
        "Download a policy table (Word)": f"files/policy.html?{query}",
    }


def test_it_leads_to_the_questions_about_its_own_credentials() -> None:
    app = press(open_page("compare", ids="ahima/ccs,ahima/cca"), "Am I eligible?")
    assert app.title[0].value == "Am I eligible?"
    assert dict(app.query_params) == {"for": "ahima/ccs,ahima/cca"}


def test_credentials_being_compared_wait_while_another_page_is_read() -> None:
    app = open_page("compare", ids="cpc,ccs")
    move_to(app, "guide", chapter="exam")
    assert move_to(app, "compare").query_params["ids"] == "aapc/cpc,ahima/ccs"


def test_the_years_go_along_to_the_assumptions() -> None:
    app = press(open_page("compare", ids="cpc,ccs", years="5"), "Change the assumptions")
    assert app.query_params["over"] == "5"
    assert "Over 5 years" in plain_text(app)
