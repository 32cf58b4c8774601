"""The page What I hold, run without a browser."""

from datetime import date

from streamlit.testing.v1 import AppTest

from cert_model.renewal.log import LogEntry
from tests.app.sessions import (
    button_labels,
    file_links,
    move_to,
    notes,
    open_page,
    plain,
    plain_text,
    press,
    run,
    unfold,
)
from ui.keep.log_sections import CHANGE_THE_LOG


def typed(app: AppTest, label: str, text: str) -> AppTest:
    """The session after a text was typed into the first box with a label."""
    next(box for box in app.text_input if box.label == label).set_value(text)
    return run(app)


def value_of(app: AppTest, label: str) -> str:
    return str(next(box for box in app.text_input if box.label == label).value)


def logged(app: AppTest, ceus: str) -> AppTest:
    """The session after a meeting of one day was added to the log."""
    app = unfold(app, CHANGE_THE_LOG)
    for label, text in {"Day": "3/31/2026", "Activity": "Meeting", "CEUs": ceus}.items():
        app = typed(app, label, text)
    return press(app, "Add to my log")


def test_a_newcomer_reads_what_the_page_is_for_and_sees_an_example_in_one_press() -> None:
    app = open_page("keep")
    assert app.title[0].value == "What does it take to keep your credentials?"
    app = press(app, "Show an example")
    assert "CEUs at AAPC by March 2027" in plain(app.title[0].value)
    assert app.query_params["example"] == "yes"
    assert "me" not in app.query_params


def test_the_credentials_of_the_example_can_be_made_ones_own() -> None:
    app = press(open_page("keep", example="yes"), "I hold these")
    assert "example" not in app.query_params
    assert {"CPC ✕", "CRC ✕", "CCS ✕"} <= {plain(label) for label in button_labels(app)}


def test_an_address_adds_to_what_is_held_and_becomes_the_profile() -> None:
    app = open_page("eligibility", credentials="ccs")
    app = move_to(app, "keep", held="cpc")
    assert plain(app.title[0].value).startswith("20 CEUs at AHIMA") or "AAPC" in app.title[0].value
    assert {"CPC ✕", "CCS ✕"} <= set(button_labels(app))
    assert set(app.query_params) == {"me"}


def test_days_are_read_as_people_write_them_and_stay_in_the_address() -> None:
    app = typed(open_page("keep", held="cpc"), "CPC passed on", "5/10/2025")
    assert value_of(app, "CPC passed on") == "May 10, 2025"
    app = typed(app, "My membership renews", "march 2027")
    assert "by March 2027" in plain(app.title[0].value)
    again = open_page("keep", me=app.query_params["me"])
    assert again.title[0].value == app.title[0].value


def test_a_day_that_cannot_be_stays_in_its_box_with_a_word_and_counts_for_nothing() -> None:
    app = typed(open_page("keep", held="cpc"), "CPC passed on", "2/30/2025")
    assert value_of(app, "CPC passed on") == "2/30/2025"
    assert "is not on the calendar" in plain_text(app)
    app = typed(app, "CPC passed on", "1/1/2099")
    assert "January 1, 2099 is in the future; enter the day you passed" in plain_text(app)
    assert "is not on the calendar" not in plain_text(app)
    app = typed(app, "CPC passed on", "")
    assert "is in the future" not in plain_text(app)


def test_absurd_ceus_are_refused_in_a_word() -> None:
    app = typed(open_page("keep", held="cpc"), "CEUs I have", "12000")
    assert "is not a number of CEUs; write 0 to 1,000" in plain_text(app)
    app = typed(app, "CEUs I have", "12")
    assert "You have 12 CEUs at AAPC." in plain_text(app)


def test_what_is_no_longer_held_is_dropped_by_a_press() -> None:
    app = press(open_page("keep", held="cpc,ccs"), "CCS ✕")
    assert "AHIMA" not in app.title[0].value
    app = press(app, "CPC ✕")
    assert app.title[0].value == "What does it take to keep your credentials?"


def test_an_unknown_id_is_named_and_the_rest_stands() -> None:
    app = open_page("keep", held="cpc,nobody")
    assert "nobody" in app.warning[0].value
    assert "CPC ✕" in button_labels(app)


def test_beside_an_unknown_id_the_nearest_is_offered() -> None:
    assert "Did you mean aapc/cpc" in plain(open_page("keep", held="aapc/cpcc").warning[0].value)


def test_what_if_compares_now_and_then() -> None:
    app = open_page("keep", example="yes", add="cpma", drop="ccs")
    text = plain_text(app)
    assert "Adding the CPMA:" in text
    assert "Dropping the CCS:" in text


def test_the_calendar_carries_the_profile() -> None:
    app = open_page("keep", held="cpc")
    assert file_links(app)["Download calendar (.ics)"].startswith("files/keep.ics?me=")


def test_a_missed_date_leads_the_page_with_what_can_still_be_done() -> None:
    app = typed(open_page("keep", held="cpc"), "My membership renews", "Oct 2026")
    assert plain(app.title[0].value).startswith("Your AAPC")
    assert ">After the missed date at AAPC</h2>" in plain_text(app)


def test_an_entry_goes_into_the_log_and_counts() -> None:
    app = unfold(open_page("keep", held="cpc"), CHANGE_THE_LOG)
    for label, text in {
        "Day": "3/31/2026",
        "Activity": "Chapter meeting",
        "CEUs": "1.5",
    }.items():
        app = typed(app, label, text)
    app = press(app, "Add to my log")
    assert "1 entry: 1.5 at AAPC this cycle." in plain_text(app)
    assert "You have 1.5 CEUs at AAPC." in plain_text(app)
    assert value_of(app, "Activity") == ""


def test_an_entry_with_a_fault_keeps_what_was_typed_and_says_what_is_wrong() -> None:
    app = unfold(open_page("keep", held="cpc"), CHANGE_THE_LOG)
    app = typed(app, "CEUs", "lots")
    app = press(app, "Add to my log")
    assert value_of(app, "CEUs") == "lots"
    assert "expected a number above 0" in plain_text(app)
    assert "Your log is empty." in plain_text(app)


def test_a_typed_number_goes_before_the_log_until_one_says_otherwise() -> None:
    app = typed(open_page("keep", held="cpc"), "CEUs I have", "12")
    app = logged(app, "2")
    assert "You have 12 CEUs at AAPC." in plain_text(app)
    app = press(app, "Count the log instead")
    assert "You have 2 CEUs at AAPC." in plain_text(app)


def held_too(app: AppTest, key: str) -> AppTest:
    """The session after a further credential was added to what is held."""
    app.selectbox(key="keep:take").set_value(key)
    return run(app)


def chosen_issuers(app: AppTest) -> list[str]:
    """The issuers at which a new entry would count."""
    return list(app.session_state["keep:log:issuers"])


def test_a_new_entry_counts_at_the_only_issuer_and_is_asked_about_once_there_are_two() -> None:
    app = unfold(open_page("keep", held="cpc"), CHANGE_THE_LOG)
    assert chosen_issuers(app) == ["aapc"]
    app = held_too(app, "ahima/ccs")
    assert chosen_issuers(app) == []
    app = logged(app, "2")
    assert "choose at least one issuer" in plain_text(app)
    assert value_of(app, "Activity") == "Meeting"
    assert "Your log is empty." in plain_text(app)
    app.session_state["keep:log:issuers"] = ["ahima"]
    app = press(app, "Add to my log")
    assert "1 entry: 0 at AAPC and 2 at AHIMA this cycle." in plain_text(app)
    app = press(app, "CPC ✕")
    assert chosen_issuers(app) == ["ahima"]


def test_a_choice_among_two_issuers_stays_when_a_third_comes() -> None:
    app = unfold(open_page("keep", held="cpc,ccs"), CHANGE_THE_LOG)
    app.session_state["keep:log:issuers"] = ["aapc"]
    app = held_too(run(app), "nha/cbcs")
    assert "CBCS ✕" in button_labels(app)
    assert chosen_issuers(app) == ["aapc"]


def test_entries_for_no_issuer_count_where_one_says_by_a_press() -> None:
    app = open_page("keep", held="cpc,ccs")
    named = LogEntry(date(2026, 4, 30), "Webinar", 3, ("ahima",))
    notes(app)["keep:log"] = (LogEntry(date(2026, 3, 31), "Meeting", 2), named)
    app = run(app)
    assert "1 entry names no issuer, so it counts nowhere." in plain_text(app)
    app = press(app, "Count them at AAPC and AHIMA")
    assert "2 entries: 2 at AAPC and 5 at AHIMA this cycle." in plain_text(app)
    assert "names no issuer" not in plain_text(app)


def test_an_entry_is_taken_out_of_the_log_and_put_back() -> None:
    app = logged(open_page("keep", held="cpc"), "2")
    app.multiselect(key="keep:log:take-out").select("March 31, 2026: Meeting, 2")
    app = press(run(app), "Remove")
    assert "Your log is empty." in plain_text(app)
    app = press(app, "Put 1 entry back")
    assert "1 entry: 2 at AAPC this cycle." in plain_text(app)
    assert not any(label.startswith("Put ") for label in button_labels(app))


def test_an_example_that_an_address_asks_for_stays_while_one_looks_around() -> None:
    app = open_page("keep", example="yes")
    headline = app.title[0].value
    assert run(app).title[0].value == headline
    assert app.query_params["example"] == "yes"
