"""The page on getting ready, run without a browser."""

import re
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from cert_model.formatting import format_day
from tests.app.sessions import (
    file_links,
    move_to,
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
from tests.catalogs import TODAY

SOON = TODAY + timedelta(30)
CCA = {"id": "ahima/cca", "day": SOON.isoformat()}


def test_without_a_credential_it_offers_some_to_begin_with() -> None:
    app = open_page("prepare")
    assert app.title[0].value == "Which exam are you preparing for?"
    assert {"CPC", "CCA", "CCS"} <= {button.label for button in app.button}


def test_one_of_them_pressed_is_planned() -> None:
    app = open_page("prepare")
    next(button for button in app.button if button.label == "CCA").click().run()
    assert app.title[0].value == "Prepare for the CCA"
    assert dict(app.query_params) == {"id": "ahima/cca"}


def test_a_credential_opens_by_its_letters_with_a_dated_plan() -> None:
    app = open_page("prepare", id="CCA", day=SOON.isoformat())
    assert app.title[0].value == "Prepare for the CCA"
    last = SOON + timedelta(10 * 7 - 1)
    assert f"10 weeks: from {format_day(SOON)} to {format_day(last)}" in plain_text(app)
    assert app.query_params["id"] == "ahima/cca"


def test_more_hours_a_week_make_it_shorter_and_reach_the_address() -> None:
    app = open_page("prepare", **CCA)
    app.number_input(key="prepare:week").set_value(20)
    app.run()
    assert f"4 weeks: from {format_day(SOON)}" in plain_text(app)
    assert app.query_params["week"] == "20"


def test_the_hours_asked_for_replace_the_guess() -> None:
    app = open_page("prepare", hours="64", **CCA)
    assert "64 hours at 8 hours a week take 8 weeks" in page_text(app)


@pytest.mark.parametrize(
    ("name", "text"), [("id", "nobody/none"), ("day", "<script>"), ("view", "moon")]
)
def test_a_bad_address_gives_the_default_and_a_word_about_it(name: str, text: str) -> None:
    app = open_page("prepare", **{"id": "ahima/cca", name: text})
    assert f"The address asked for `{name}`" in app.warning[0].value
    assert name not in app.query_params or app.query_params[name] != text


def test_an_exam_without_a_day_asks_for_it() -> None:
    app = open_page("prepare", **{"id": "ahima/cca", "from": "exam"})
    assert "Enter the exam date" in page_text(app)


def test_a_plan_that_should_have_begun_says_what_it_takes_now() -> None:
    app = open_page("prepare", **{**CCA, "hours": "2000", "from": "exam"})
    assert "This plan should have started already" in page_text(app)


def test_an_unknown_price_is_not_counted_as_fitting() -> None:
    app = open_page("prepare", id="ahima/rhit", price="50000")
    assert "No program fits" in page_text(app)


def test_programs_for_any_credential_can_be_asked_for() -> None:
    app = open_page("prepare", id="ahima/ccs", programs="all")
    assert "48 programs fit" in page_text(app)


def test_what_is_not_known_of_the_day_is_named_with_whom_to_ask() -> None:
    app = open_page("prepare", id="ahima/ccs", view="day")
    assert "Ask AHIMA about the rest\\: identification" in page_text(app)
    assert "Identification" not in {element.value for element in app.header}


def test_a_retired_credential_warns_before_it_plans() -> None:
    app = open_page("prepare", id="ahima/chp")
    assert "the status of this credential is retired" in page_text(app)


def test_the_credential_page_leads_here() -> None:
    app = open_page("credential", id="ahima/cca")
    assert "Prepare for it" in {button.label for button in app.button}


@pytest.mark.parametrize(
    ("query", "view"), [({"week": "20"}, "plan"), ({"price": "2500"}, "programs")], ids=str
)
def test_an_address_lands_on_the_question_it_asks(query: dict[str, str], view: str) -> None:
    app = open_page("prepare", id="ahima/cca", **query)
    assert app.session_state["prepare:view"] == view


def test_what_one_view_does_not_draw_it_keeps() -> None:
    app = open_page("prepare", week="20", price="2500", known="pharmacology", **CCA)
    kept = dict(app.query_params)
    for view in ("plan", "payers", "programs"):
        app.button_group(key="prepare:view").set_value(view).run()
    assert dict(app.query_params) == kept
    assert kept["week"] == "20"


def test_the_rules_of_a_payer_leave_out_what_is_said_of_another_exam() -> None:
    app = open_page("prepare", id="ahima/ccs", view="payers", payer="army-cool")
    assert "**Army Credentialing Assistance**" in page_text(app)
    assert page_text(app).count("**Occupation**") == 1


def prepares_with(answers: dict[str, str], **query: str) -> AppTest:
    """The page as somebody sees it who has answered questions before."""
    return move_to(open_page("eligibility", **answers), "prepare", **query)


def test_a_credential_held_by_the_answers_counts_toward_the_plan() -> None:
    app = prepares_with({"credentials": "aapc/cpc"}, id="ahima/ccs")
    assert app.query_params["held"] == "aapc/cpc"
    assert "Holding the CPC saves " in page_text(app)
    assert "You said that you hold it." in page_text(app)


def test_a_box_that_is_emptied_stays_empty() -> None:
    app = prepares_with({"credentials": "aapc/cpc"}, id="ahima/ccs")
    app.selectbox(key="prepare:held").set_value(None).run()
    app.number_input(key="prepare:week").set_value(20).run()
    assert "held" not in app.query_params
    assert "Holding the CPC" not in page_text(app)


def test_what_the_address_says_is_held_goes_before_the_answers() -> None:
    app = prepares_with({"credentials": "aapc/cpc"}, id="ahima/cca", held="nha/cbcs")
    assert app.query_params["held"] == "nha/cbcs"


def test_a_shared_address_shows_the_same_plan() -> None:
    app = open_page("prepare", week="20", **CCA)
    assert f"4 weeks: from {format_day(SOON)}" in plain_text(app)
    assert plain_text(open_page("prepare", **dict(app.query_params))) == plain_text(app)


def test_the_plan_is_offered_as_a_calendar() -> None:
    links = file_links(open_page("prepare", week="20", **CCA))
    query = f"id=ahima/cca&week=20&day={SOON.isoformat()}"
    assert links == {"Download calendar (.ics)": f"files/study-plan.ics?{query}"}


def plan_rows(app: AppTest) -> list[str]:
    return table_rows(unfold(app, "The plan as a table"))


def test_the_plan_can_be_read_as_a_table() -> None:
    first, *_, last = plan_rows(open_page("prepare", **CCA))
    assert "Medical terminology" in first
    assert format_day(SOON) in first
    assert "Review and practice exams" in last


def test_a_subject_that_is_known_leaves_the_plan() -> None:
    app = open_page("prepare", **CCA)
    app.button_group(key="prepare:known").set_value(["medical-terminology"])
    assert run(app).query_params["known"] == "medical-terminology"
    assert "Anatomy and physiology" in plan_rows(app)[0]


def test_programs_within_a_price_leave_the_unpriced_apart() -> None:
    app = open_page("prepare", id="aapc/cpc", price="2500")
    assert "3 programs fit, ordered by lowest" in plain_text(app)
    (title,) = (plain(fold.label) for fold in app.expander if "too little is known" in fold.label)
    assert "Not known: price" in plain_text(unfold(app, title))


def test_a_price_opens_to_its_sources() -> None:
    app = open_page("prepare", id="aapc/cpc", view="programs")
    assert any(label.startswith("$1,760, list price") for label in popover_labels(app))
    evidence = next(text.value for text in app.markdown if "1\\,760\\, list price**" in text.value)
    assert "](https://" in evidence


def test_a_credential_leads_to_the_preparation_for_its_exam() -> None:
    app = press(open_page("credential", id="ahima/cca"), "Prepare for it")
    assert app.title[0].value == "Prepare for the CCA"


def test_each_question_is_answered_apart_and_the_plan_is_kept() -> None:
    app = open_page("prepare", week="20", **CCA)
    choose_view(app, "programs")
    assert re.search(r"programs? fits?", plain_text(app))
    assert "Hours a week" not in {box.label for box in app.number_input}
    choose_view(app, "day")
    assert dict(app.query_params) == {**CCA, "week": "20", "view": "day"}
    choose_view(app, "plan")
    assert "take 4 weeks: from" in plain_text(app)


def choose_view(app: AppTest, view: str) -> None:
    app.button_group(key="prepare:view").set_value(view)
    run(app)


def test_the_rules_of_a_payer_are_read_on_demand() -> None:
    app = open_page("prepare", id="ahima/ccs", view="payers")
    assert "2 of 9 payers" in plain_text(app)
    assert row_with(table_rows(app), "US Army")
    assert "Army COOL listing of credentials" not in plain_text(app)
    app.selectbox(key="prepare:payer").set_value("army-cool")
    assert run(app).query_params["payer"] == "army-cool"
    assert "Army COOL listing of credentials" in plain_text(app)


def test_a_bad_address_is_said_and_the_rest_kept() -> None:
    app = open_page("prepare", id="ahima/cca", day="2026-13-01", hours="0", week="20")
    for name in ("day", "hours"):
        assert f"The address asked for `{name}` =" in app.warning[0].value
    assert "take 4 weeks: from" in plain_text(app)
