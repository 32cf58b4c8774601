"""The page on the data itself, and a credential of an earlier day, run without a browser."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from cert_model.catalog import CatalogError, Problem
from cert_model.formatting import format_day
from cert_model.quality import COMPARED_FIELDS
from tests.app.sessions import (
    open_on_phone,
    open_page,
    page_text,
    plain,
    plain_text,
    press,
    row_with,
    run,
    table_rows,
    unfold,
)
from tests.catalogs import TODAY
from ui.shell import resources

COSTS_OF_TODAY = '<div class="title">To earn it'


def texts(app: AppTest) -> str:
    """What the page says, without the marks that keep it from being Markdown."""
    return page_text(app).replace("\\", "")


def test_it_begins_with_what_is_known_in_one_sentence() -> None:
    app = open_page("data_health")
    assert app.title[0].value == "How good is the data?"
    assert "current statements" in texts(app)
    assert "Across 94 credentials, “Status” is known most often" in texts(app)


def test_an_issuer_narrows_the_map() -> None:
    app = open_page("data_health", issuer="nha")
    assert "Across 2 credentials, “Status” is known most often" in texts(app)


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        ("worklist", "on old evidence. The most harmful come first, then the oldest"),
        ("disputes", "Sources disagree on"),
        ("ask", "Choose an issuer above"),
        ("changes", "differences since"),
        ("report", "Choose the credential, then the figure that is wrong."),
        ("about", "CertLens belongs to no issuer, sells nothing, and stores nothing about you."),
        ("use", "Use the answers of this app in your own program"),
    ],
)
def test_each_view_has_an_address(view: str, sentence: str) -> None:
    app = open_page("data_health", view=view)
    assert sentence in texts(app)
    assert app.query_params["view"] == view


def test_about_us_leads_to_a_correction() -> None:
    app = press(open_page("data_health", view="about"), "Report a correction")
    assert app.query_params["view"] == "report"


def test_a_view_that_is_chosen_reaches_the_address() -> None:
    app = open_page("data_health")
    app.button_group(key="data_health:view").set_value("disputes")
    app.run()
    assert app.query_params["view"] == "disputes"


def test_what_is_missing_is_the_other_list() -> None:
    app = open_page("data_health", view="worklist", list="missing", issuer="nha")
    assert "not found. The most harmful come first" in texts(app)


def test_a_view_of_one_issuer_keeps_it_from_list_to_list() -> None:
    app = open_page("data_health", view="worklist", issuer="nha")
    app.button_group(key="data_health:view").set_value("changes")
    app.run()
    app.button_group(key="data_health:view").set_value("disputes")
    app.run()
    assert app.query_params["issuer"] == "nha"


def test_the_mail_to_an_issuer_is_there_to_copy() -> None:
    app = open_page("data_health", view="ask", issuer="nha")
    assert app.code[0].value.startswith("Questions to National Healthcareer Association")


def test_without_a_day_the_changes_are_those_of_a_year() -> None:
    app = open_page("data_health", view="changes")
    assert f"since {format_day(TODAY - timedelta(days=365))}:" in texts(app)


def test_the_changes_since_a_day_are_told_in_words() -> None:
    app = open_page("data_health", view="changes", since="2026-06-01")
    assert "differences since June 1, 2026:" in texts(app)
    table = app.table[0].value
    assert any("$399" in text and "$425" in text for text in table["What changed"])


def test_a_correction_is_prefilled_by_the_address() -> None:
    app = open_page("data_health", view="report", id="cpc", fact="exam.questions")
    assert "- Credential: Certified Professional Coder (aapc/cpc)" in app.code[0].value
    assert "Right value: ______" in app.code[0].value


def test_another_credential_drops_a_figure_that_it_does_not_have() -> None:
    app = open_page("data_health", view="report", id="cpc", fact="fees.3.amount")
    app.selectbox(key="data_health:id").set_value("nha/cbcs")
    app.run()
    assert "The address asked for `fact`" in app.warning[0].value
    assert not app.code


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("view", "everything"),
        ("issuer", "nobody"),
        ("list", "new"),
        ("since", "2026-13-01"),
        ("since", "1900-01-01"),
        ("since", "2999-01-01"),
        ("since", "<script>"),
        ("id", "CCDS"),
        ("fact", "exam.questions"),
        ("fact", "x" * 5_000),
        ("nonsense", "1"),
    ],
)
def test_a_bad_address_gives_the_default_and_a_word_about_it(name: str, text: str) -> None:
    app = open_page("data_health", **{name: text})
    assert f"The address asked for `{name}`" in app.warning[0].value
    assert not list(app.query_params)


def test_what_the_address_got_wrong_stays_said_until_a_choice_is_made() -> None:
    app = open_page("data_health", issuer="nobody")
    app.run()
    assert "The address asked for `issuer`" in app.warning[0].value
    app.button_group(key="data_health:view").set_value("disputes")
    app.run()
    assert not app.warning


def test_a_credential_of_an_earlier_day_says_so_and_shows_what_held() -> None:
    app = open_page("credential", id="cpc", at="2021-06-01")
    assert "**As of June 1, 2021.**" in texts(app)
    assert '<div class="value">5 h 40 min</div>' in texts(app)
    assert COSTS_OF_TODAY not in texts(app)
    assert "You may sit" not in texts(app)


def test_the_way_back_to_today_is_one_press() -> None:
    app = open_page("credential", id="cpc", at="2021-06-01")
    next(button for button in app.button if button.label == "Back to today").click()
    app.run()
    assert "at" not in app.query_params
    assert "As of" not in texts(app)
    assert COSTS_OF_TODAY in texts(app)


@pytest.mark.parametrize("text", ["2021-13-01", "1492-01-01", "2999-01-01", "yesterday"])
def test_a_bad_day_shows_today_and_says_so(text: str) -> None:
    app = open_page("credential", id="cpc", at=text)
    assert "The address asked for `at`" in app.warning[0].value
    assert "As of" not in texts(app)
    assert "at" not in app.query_params


@pytest.mark.parametrize("year", [2005, 2012, 2018, 2024])
def test_any_credential_can_be_seen_on_any_day(year: int) -> None:
    for key in ("aapc/cpc-a", "ahima/rhia", "acdis/ccds", "bmsc/hcs-d", "aapc/circc"):
        assert f"**As of March 1, {year}.**" in texts(
            open_page("credential", id=key, at=f"{year}-03-01")
        )


def test_the_credential_page_leads_to_the_report() -> None:
    app = open_page("credential", id="ahima/cca")
    assert "Report a correction" in {button.label for button in app.button}


def test_every_figure_that_people_compare_is_named_once() -> None:
    assert len({field.label for field in COMPARED_FIELDS}) == len(COMPARED_FIELDS)


def test_the_map_can_be_read_as_a_table() -> None:
    app = unfold(open_page("data_health", issuer="nha"), "Coverage as a table")
    assert "Renewal fee" in row_with(table_rows(app), "CBCS")


def test_the_worklist_leads_to_the_page_to_open() -> None:
    app = open_page("data_health", view="worklist")
    assert (
        "statements rest on old evidence. The most harmful come first, then the oldest."
        in plain_text(app)
    )
    assert "](http" in table_rows(app)[0]


def test_a_dispute_shows_both_sides() -> None:
    row = row_with(table_rows(open_page("data_health", view="disputes", issuer="aapc")), "$425")
    assert "$399" in row
    assert "older price models" in row


def test_the_questions_to_an_issuer_are_offered_as_a_file() -> None:
    app = open_page("data_health", view="ask", issuer="nha")
    assert "Download the questions (.txt)" in {
        plain(button.label) for button in app.download_button
    }
    assert "CBCS" in app.code[0].value


def test_without_its_day_the_comparison_is_that_of_a_year_again() -> None:
    app = open_page("data_health", view="changes", since="2026-06-01")
    app.date_input(key="data_health:since").set_value(None)
    assert "since" not in run(app).query_params
    assert "since June 1, 2026" not in plain_text(app)


def test_a_bad_day_is_said_and_the_rest_kept() -> None:
    app = open_page("data_health", view="changes", since="2026-13-01")
    assert "The address asked for `since` =" in app.warning[0].value
    assert "differences since" in plain_text(app)


def test_a_correction_begins_at_the_credential_and_holds_the_fact() -> None:
    app = press(open_page("credential", id="ahima/cca"), "Report a correction")
    assert app.title[0].value == "How good is the data?"
    app.selectbox(key="data_health:fact").set_value("exam.questions")
    assert run(app).query_params["fact"] == "exam.questions"
    assert "# Correction: CCA, Questions" in app.code[0].value
    assert "data/credentials/ahima/cca.yaml" in app.code[0].value
    assert "Download the correction (.md)" in {
        plain(button.label) for button in app.download_button
    }


def test_data_that_were_refused_are_named_while_the_last_good_ones_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resources.catalog()
    error = CatalogError([Problem("data/faq.yaml", 7, "ask", "a text is expected")])
    monkeypatch.setattr(resources.keeper, "refused", error)
    app = open_page("data_health")
    assert "The newest data has 1 error and is not shown." in app.warning[0].value
    unfold(app, "What is wrong with the newest data")
    assert "data/faq.yaml:7: ask: a text is expected" in app.code[0].value


def test_on_a_phone_the_lists_are_cards() -> None:
    app = open_on_phone("data_health", view="worklist", issuer="ahima")
    assert "*Page to open*: [AHIMA](http" in plain_text(app)
    assert not app.table
