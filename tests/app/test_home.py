"""Home by clicking: the three questions, the cards, the quick quiz, and what is kept."""

from streamlit.testing.v1 import AppTest

from cert_model.candidates import Draw, Priority, Situation
from tests.app.sessions import (
    link_labels,
    move_to,
    notes,
    open_on_phone,
    open_page,
    page_text,
    plain,
    plain_text,
    press,
    run,
)
from ui.components import lapsed_link

ANSWERED = {"now": "new", "draw": "office", "matters": "soon"}


def answer(app: AppTest, key: str, term: str) -> AppTest:
    """The session after a click on a pill."""
    app.button_group(key=key).set_value(term)
    return run(app)


def card_letters(app: AppTest) -> list[str]:
    return [plain(heading.value) for heading in app.subheader]


def test_three_clicks_lead_to_cards_and_the_first_click_already_does() -> None:
    app = open_page("home")
    assert not card_letters(app)
    answer(app, "home:now", Situation.NEW)
    assert len(card_letters(app)) == 3
    answer(app, "home:draw", Draw.OFFICE)
    answer(app, "home:matters", Priority.SOON)
    assert card_letters(app)[:2] == ["CCA", "CPC"]
    assert {name: app.query_params[name] for name in ANSWERED} == ANSWERED


def test_an_address_with_the_answers_shows_the_same_cards() -> None:
    app = open_page("home", **ANSWERED)
    assert card_letters(app)[:2] == ["CCA", "CPC"]
    assert "Ordered by months until your first credential" in plain_text(app)


def test_a_word_that_is_no_answer_is_left_out_with_a_word_about_it() -> None:
    app = open_page("home", now="astronaut", draw="office")
    assert "`now`" in app.warning[0].value
    assert card_letters(app)


def test_the_answers_are_kept_when_one_comes_back() -> None:
    app = open_page("home", **ANSWERED)
    move_to(app, "explore")
    move_to(app, "home")
    assert card_letters(app)[:2] == ["CCA", "CPC"]


def test_the_first_card_leads_to_its_plan() -> None:
    app = open_page("home", **ANSWERED)
    press(app, "See my plan")
    assert app.query_params["target"] == "ahima/cca"


def test_a_card_can_be_picked_and_the_cards_compared() -> None:
    app = open_page("home", **ANSWERED)
    app.button(key="pick:aapc/cpc").click()
    run(app)
    assert notes(app)["person:visitor"].picked == ("aapc/cpc",)
    press(app, "Compare these 3")
    assert app.query_params["ids"] == "ahima/cca,aapc/cpc,nha/cbcs"


def test_the_quick_quiz_ends_with_a_plan_that_is_ready() -> None:
    app = open_page("home", **ANSWERED)
    assert "At most 2 quick questions" in page_text(app)
    answer(app, "quiz:education", "high-school")
    assert "At most 1 quick question" in page_text(app)
    press(app, "None of these")
    assert "That is all we need. Your plan is ready." in page_text(app)
    assert "You may take the exam now" in plain_text(app)


def test_the_last_answer_of_the_quiz_can_be_changed() -> None:
    app = open_page("home", **ANSWERED)
    answer(app, "quiz:education", "none")
    press(app, "Change my last answer")
    assert "At most 2 quick questions" in page_text(app)
    assert "You may take the exam now with a high school diploma" in plain_text(app)


def test_a_nurse_is_asked_for_her_license_and_several_kinds_of_work_with_a_button() -> None:
    app = open_page("home", now="health-care", draw="documentation", matters="soon")
    app.button_group(key="quiz:licenses").set_value(["rn", "attorney"])
    press(run(app), "Done")
    assert app.session_state["eligibility:licenses"] == "rn,attorney"
    assert "Which of these have you been paid to do?" in plain_text(app)
    app.button_group(key="quiz:work").set_value(["inpatient-cdi"])
    press(run(app), "Done")
    answer(app, "quiz:education", "bachelor")
    answer(app, "quiz:months-inpatient-cdi", "24")
    assert "CCDS (ACDIS)" in card_letters(app)


def test_a_holder_names_what_they_hold_and_it_is_known_on_every_page() -> None:
    app = open_page("home")
    answer(app, "home:now", Situation.HOLDER)
    assert "Which of these do you hold now?" in plain_text(app)
    for held in ("aapc/cpc", "ahima/rhit"):
        app.selectbox(key="quiz:credentials:add").set_value(held)
        run(app)
    press(app, "Done")
    assert "Which of these do you hold now?" not in plain_text(app)
    move_to(app, "costs")
    assert app.session_state["costs:held"] == ["aapc/cpc", "ahima/rhit"]


def test_what_a_holder_named_stands_there_and_can_be_changed() -> None:
    app = open_page("home")
    answer(app, "home:now", Situation.HOLDER)
    for held in ("ahima/rhit", "ahima/ccs"):
        app.selectbox(key="quiz:credentials:add").set_value(held)
        run(app)
    press(app, "Done")
    assert "You hold the RHIT and the CCS." in plain_text(app)
    app.button(key="quiz:held").click()
    run(app)
    press(app, "RHIT ✕")
    press(app, "Done")
    assert "You hold the CCS." in plain_text(app)


def test_what_else_fits_and_what_little_is_known_about_unfold() -> None:
    app = open_page("home", **ANSWERED)
    for fold, words in {
        "home:why": "We do not know which",
        "home:others": "in a specialty",
        "home:little": "was not found",
        "home:abroad": "Canada",
    }.items():
        app.session_state[fold] = True
        run(app)
        assert words in plain_text(app), fold


def test_a_holder_whose_credential_lapsed_finds_the_way_to_what_i_hold() -> None:
    app = open_page("home", now="holder")
    assert lapsed_link.LABEL in link_labels(app)


def test_how_the_field_is_counted_stands_in_the_fold_alone() -> None:
    app = open_page("home")
    assert "not counting" not in plain_text(app)
    assert "credentials on this map." in plain_text(app)


def test_a_card_on_a_phone_folds_what_does_not_lead_and_keeps_all_of_it() -> None:
    app = open_on_phone("home", now="new", matters="soon")
    assert "For billing, not coding." in plain_text(app)
    assert "62 percent passed" not in plain_text(app)
    app.session_state["home:more:ahima/cca"] = True
    run(app)
    assert "62 percent passed" in plain_text(app)
    assert "Exam at home" in page_text(app)
