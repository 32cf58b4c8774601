"""Parts of a page: drawn anew alone where nothing else depends on a control, else with the rest."""

from streamlit.testing.v1 import AppTest

from tests.app.sessions import (
    filter_counts,
    is_whole,
    notes,
    open_on_phone,
    open_page,
    page_text,
    popover_labels,
    press,
    run,
)


def press_office(app: AppTest) -> AppTest:
    """The session after one run for a press of a filter, be it of a part or of the whole page."""
    app.button_group(key="explore:setting").set_value(["physician-office"])
    return app.run()


def test_a_filter_has_what_matches_drawn_anew_and_nothing_else() -> None:
    app = press_office(open_page("explore"))
    assert not is_whole(app)
    assert not app.text_input
    assert "credentials match" in page_text(app)


def test_the_address_follows_a_part() -> None:
    app = press_office(open_page("explore"))
    assert app.query_params["setting"] == "physician-office"


def test_the_counts_beside_the_filters_follow_a_part() -> None:
    app = open_page("explore")
    before = filter_counts(app, "explore:role")
    part = press_office(app)
    counts = "".join(html.body for html in part.html)
    assert filter_counts(run(app), "explore:role") != before
    assert ".st-key-explore-role " in counts


def test_a_control_inside_a_part_has_the_whole_page_follow() -> None:
    app = run(press_office(open_page("explore")))
    press(app, "Where")
    assert is_whole(app)
    assert app.button_group(key="explore:setting").value == []
    assert "setting" not in app.query_params


def test_a_button_that_counts_the_filters_is_drawn_with_each_choice() -> None:
    app = press_office(open_on_phone("explore"))
    assert is_whole(app)
    assert "Filters (1 active)" in popover_labels(app)


def test_a_press_before_the_page_was_there_draws_all_of_it() -> None:
    app = open_page("explore")
    notes(app)["parts:complete"] = False
    assert is_whole(press_office(app))


def test_a_remark_on_the_address_goes_with_the_next_choice() -> None:
    app = open_page("explore", setting="moon")
    assert app.warning
    assert is_whole(press_office(app))
    assert not app.warning


def test_an_assumption_has_the_bill_drawn_anew_and_nothing_else() -> None:
    app = open_page("costs", ids="cpc,ccs")
    app.number_input(key="costs:ceu").set_value(100)
    app.run()
    assert not is_whole(app)
    assert not app.number_input
    assert app.query_params["ceu"] == "100"


def test_what_is_said_of_the_person_reaches_the_whole_page() -> None:
    app = open_page("costs", ids="cpc,ccs")
    app.button_group(key="costs:student").set_value("yes")
    app.run()
    assert is_whole(app)
    assert "me" in app.query_params


def test_the_view_of_the_outcomes_is_drawn_anew_and_nothing_else() -> None:
    app = open_page("eligibility", education="associate")
    app.button_group(key="eligibility:view").set_value("answers")
    app.run()
    assert not is_whole(app)
    assert app.query_params["view"] == "answers"
    assert "associate" in page_text(app).lower()


def test_a_button_of_that_view_has_the_question_above_follow() -> None:
    app = open_page("eligibility", education="associate", view="answers")
    app.button(key="change:education").click()
    app.run()
    assert is_whole(app)
    assert app.query_params["question"] == "education"


def page_whose_part_is_missing() -> None:
    """A page with a control of a part that is not drawn."""
    import streamlit as st  # noqa: PLC0415 (the script of a page is run by itself)

    from ui.shell import parts  # noqa: PLC0415

    parts.begin_page()
    st.number_input("Amount", key="amount", **parts.redrawing("nowhere"))
    parts.end_page()


def test_a_control_whose_part_is_not_there_draws_the_whole_page() -> None:
    app = AppTest.from_function(page_whose_part_is_missing).run()
    app.number_input(key="amount").set_value(3.0).run()
    assert not app.exception
    assert app.number_input(key="amount").value == 3
