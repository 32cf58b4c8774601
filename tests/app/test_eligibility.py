"""Am I eligible, run without a browser: answer, go back, change, share, and read the reasons."""

import re

from streamlit.testing.v1 import AppTest

from tests.app.sessions import (
    button_labels,
    headline,
    link_labels,
    move_to,
    open_page,
    plain,
    plain_text,
    press,
    run,
    unfold,
)
from ui.components import lapsed_link

CLERK = {
    "education": "high-school",
    "work": "billing",
    "months-billing": "12",
    "training": "billing:none:1",
}


def question(app: AppTest) -> str:
    return plain(app.header[0].value)


def draft(name: str) -> str:
    """Where the page keeps an answer that is not given yet."""
    return f"eligibility:draft:{name}"


def answer_years(app: AppTest, name: str, years: int | None, months: int | None = None) -> AppTest:
    app.number_input(key=draft(name)).set_value(years)
    if months is not None:
        app.number_input(key=f"{draft(name)}:rest").set_value(months)
    return press(app, "Answer")


def test_an_answer_is_asked_for_before_the_next_question() -> None:
    app = press(open_page("eligibility"), "Answer")
    assert "Choose an answer first" in plain(app.warning[0].value)
    assert question(app).startswith("Which training programs")


def test_a_walk_back_and_a_changed_answer_keep_the_others() -> None:
    app = press(open_page("eligibility"), "None of these")
    app.button_group(key=draft("work")).set_value(["coding"])
    press(app, "Answer")
    assert question(app).startswith("How long have you been paid to code patient records")
    answer_years(app, "months-coding", 1)
    assert question(app).startswith("What is the highest school")
    press(app, "Back")
    assert app.number_input(key=draft("months-coding")).value == 1
    answer_years(app, "months-coding", 2)
    assert dict(app.query_params) == {"months-coding": "24", "training": "none", "work": "coding"}


def test_numbers_that_cannot_be_are_named_and_stay_in_their_boxes() -> None:
    app = answer_years(open_page("eligibility", question="months-coding"), "months-coding", -3, 0)
    assert "Years and months are 0 or more" in plain(app.warning[0].value)
    assert app.number_input(key=draft("months-coding")).value == -3
    answer_years(app, "months-coding", 0, 14)
    assert app.query_params["months-coding"] == "14"


def test_a_credential_is_added_by_its_name() -> None:
    app = open_page("eligibility", question="credentials")
    assert question(app).startswith("Which of these do you hold now")
    app.multiselect(key=draft("credentials")).select("aapc/cpc-a")
    assert press(app, "Answer").query_params["credentials"] == "aapc/cpc-a"


def test_who_holds_a_credential_may_say_so_before_any_question() -> None:
    app = press(open_page("eligibility"), "I hold a credential")
    assert question(app).startswith("Which of these do you hold now")
    app.multiselect(key=draft("credentials")).select("ahima/rhia")
    text = plain_text(press(app, "Answer"))
    assert "You hold 2 credentials; you may sit for" in text
    assert "Your RHIA replaces it." in text
    assert "I hold a credential" not in button_labels(app)


def test_a_shared_address_keeps_every_answer() -> None:
    text = plain_text(open_page("eligibility", view="answers", **CLERK))
    assert "1 year" in text
    assert "High school diploma or GED" in text


def test_what_means_nothing_in_the_address_is_said_and_the_rest_kept() -> None:
    asked = {"education": "high-school", "age": "200", "shoe": "42", "him-stage": "graduated"}
    app = open_page("eligibility", **asked)
    for name in ("age", "shoe", "him-stage"):
        assert f"The address asked for `{name}` =" in app.warning[0].value
    assert dict(app.query_params) == {"education": "high-school"}


def test_reasons_open_with_their_sources() -> None:
    app = open_page("eligibility", **CLERK)
    app.session_state["why:nha/cbcs:False"] = True
    text = plain_text(run(app))
    assert "you cannot sit without it" in text
    assert "✓ met" in text
    assert "](https://" in text


def test_answers_travel_to_the_other_pages() -> None:
    rest = {"courses": "none", "him-program": "none", "credentials": "none", "age": "25"}
    app = open_page("eligibility", **CLERK, **rest)
    assert "No questions are left" in question(app)
    move_to(app, "credential", id="nha/cbcs")
    assert headline(app).startswith("You may sit for it now")


def test_unanswered_a_credential_says_how_far_away_it_is() -> None:
    app = open_page("credential", id="acdis/ccds")
    assert re.match(r"Answer \d questions to see if you are eligible", headline(app))


def test_a_credential_asks_only_what_decides_it() -> None:
    app = press(open_page("credential", id="acdis/ccds"), "Am I eligible?")
    assert question(app).startswith("How long have you worked in CDI in a hospital")
    assert dict(app.query_params) == {"for": "acdis/ccds"}
    answer_years(app, "months-inpatient-cdi", 0)
    assert "No questions are left" in question(app)
    assert [plain(heading.value) for heading in app.subheader] == [":red[▽] Not yet · 1"]
    assert "✗ not met" in plain_text(app)


def test_after_the_questions_about_one_all_exams_can_be_asked_about() -> None:
    app = open_page("eligibility", **{"for": "acdis/ccds", "months-inpatient-cdi": "0"})
    press(app, "Back to all exams")
    assert re.search(r"You may sit for .* of 84 exams now", plain_text(app))
    assert dict(app.query_params) == {"months-inpatient-cdi": "0"}


def test_what_is_skipped_comes_last() -> None:
    near = {"for": "acdis/ccds", "work": "inpatient-cdi", "months-inpatient-cdi": "24"}
    app = open_page("eligibility", **near)
    assert question(app).startswith("Which of these do you hold now")
    press(app, "Skip for now")
    assert question(app).startswith("Do you hold one of these licenses")
    press(app, "Skip for now")
    assert question(app).startswith("Only skipped questions are left")
    press(app, "Answer them now")
    assert question(app).startswith("Which of these do you hold now")


def test_a_receipt_opened_later_tells_what_has_changed() -> None:
    app = open_page("eligibility", was="2025-01-02.0123456789ab.n:nha/cbcs", **CLERK)
    text = plain_text(app) + plain(" ".join(message.value for message in [*app.info, *app.warning]))
    assert "Your receipt of January 2, 2025" in text
    assert "CBCS: was “Not yet”, is now “Eligible”." in text


def test_a_whole_walk_ends_within_the_questions_announced() -> None:
    begun = {"work": "none", "training": "none", "courses": "none", "education": "doctorate"}
    app = open_page("eligibility", **begun)
    announced = int(re.findall(r"At most (\d+) questions? left", plain_text(app))[0])
    answered = []
    while "No questions are left" not in question(app):
        answered.append(question(app))
        press(app, "I don't know")
        assert question(app) not in answered
    assert 0 < len(answered) <= announced
    assert "Only what you did not know may change an outcome below." in plain_text(app)


def test_the_options_of_a_question_are_labeled_by_it() -> None:
    app = open_page("eligibility", question="education")
    options = app.radio(key=draft("education"))
    assert plain(options.label) == question(app) == "What is the highest school you have finished?"
    assert "High school diploma or GED" in options.options


def test_a_question_explains_its_terms() -> None:
    text = plain_text(open_page("eligibility", question="him-program"))
    term = text.index('<span class="term" tabindex="0">CAHIIM<')
    assert "The body that accredits degree programs" in text[term : term + 400]


def test_a_starting_point_fills_answers_in() -> None:
    app = press(open_page("eligibility"), "Nurse in CDI")
    assert app.query_params["licenses"] == "rn"
    assert "You may sit for" in plain_text(app)


def test_an_outcome_leads_to_the_preparation_for_its_exam() -> None:
    app = open_page("eligibility", education="high-school", interest="billing")
    fold = next(fold for fold in app.expander if plain(fold.label) == "Why, with sources")
    assert fold.proto.id
    app.session_state["why:nha/cbcs:False"] = True
    press(run(app), "Prepare for it")
    assert app.title[0].value == "Prepare for the CBCS"


def test_a_long_list_of_outcomes_unfolds() -> None:
    app = open_page("eligibility")
    titles = [plain(fold.label) for fold in app.expander]
    title = next(title for title in titles if title.endswith("more: not settled yet"))
    before = len(app.expander)
    assert len(unfold(app, title).expander) == before + int(title.split()[0])


def test_outcomes_that_are_far_off_are_folded_away_with_their_count() -> None:
    app = open_page("eligibility")
    titles = [plain(fold.label) for fold in app.expander]
    (count,) = (int(title.split()[-1]) for title in titles if title.startswith("Ask the issuer ·"))
    app.session_state["fold:verdict:ask_issuer"] = True
    assert len(run(app).expander) == len(titles) + count


def test_an_open_outcome_offers_its_own_questions() -> None:
    app = open_page("eligibility")
    assert "Answer its questions" in button_labels(app)
    app.button(key="settle:nha/cbcs").click()
    assert run(app).query_params["for"] == "nha/cbcs"


def test_the_abbreviations_of_a_long_list_can_be_read_with_their_names() -> None:
    app = unfold(open_page("eligibility", work="none"), "What these abbreviations stand for")
    assert "CEMC Certified Evaluation and Management Coder" in plain_text(app).replace("*", "")


def test_the_question_on_valid_credentials_has_a_way_for_a_lapsed_one() -> None:
    app = open_page("eligibility", question="credentials")
    assert lapsed_link.LABEL in link_labels(app)
