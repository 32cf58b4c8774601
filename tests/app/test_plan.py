"""The page My plan, run without a browser."""

from cert_model.candidates import Draw, Priority, Situation, Wishes
from tests.app.sessions import (
    button_labels,
    file_links,
    move_to,
    open_page,
    page_text,
    plain,
    plain_text,
    press,
    table_rows,
)
from ui.shell.visitor import Visitor
from ui.shell.visitor_code import encode


def test_a_plan_opens_by_letters_with_the_answer_on_top() -> None:
    app = open_page("plan", target="CPC")
    assert plain(app.title[0].value).startswith("You could hold the CPC-A by ")
    assert app.query_params["target"] == "aapc/cpc"


def test_without_a_target_it_plans_the_first_that_was_picked() -> None:
    app = open_page("plan", me=encode(Visitor(picked=("ahima/cca", "aapc/cpc"))))
    assert "the CCA" in plain(app.title[0].value)
    assert app.query_params["target"] == "ahima/cca"


def test_without_a_target_it_offers_the_candidates_of_the_person() -> None:
    wishes = Wishes(Situation.NEW, Draw.OFFICE, Priority.SOON)
    app = open_page("plan", me=encode(Visitor(wishes=wishes)))
    (first, *_) = sorted(label for label in button_labels(app) if label.startswith("Plan the"))
    app = press(app, first)
    assert first.removeprefix("Plan ") in plain(app.title[0].value)


def test_the_rival_can_be_put_first() -> None:
    app = open_page("plan", target="cca")
    label = next(label for label in button_labels(app) if label.startswith("Put the"))
    app = press(app, label)
    assert f"the {label.split()[2]}" in plain(app.title[0].value)
    assert app.query_params["target"] != "ahima/cca"


def test_the_fastest_way_can_be_put_first_and_any_other_taken() -> None:
    app = open_page("plan", target="cpc")
    cheapest = app.title[0].value
    app = press(app, "Put the fastest path first")
    assert app.query_params["by"] == "months"
    assert app.title[0].value != cheapest
    app = press(app, "Take this path")
    assert app.query_params["way"] in ("2", "3")


def test_a_plan_of_an_earlier_day_says_what_moved_and_can_be_made_anew() -> None:
    app = open_page("plan", target="cpc", made="2026-06-01")
    assert "This plan was made on June 1, 2026." in plain_text(app)
    app = press(app, "Plan from today")
    assert "This plan was made on" not in plain_text(app)
    assert app.query_params["made"] != "2026-06-01"


def test_where_there_is_no_plan_it_says_why_and_what_one_can_do() -> None:
    app = open_page("plan", target="cdip")
    assert app.title[0].value == "No plan for the CDIP"
    assert "was not found" in page_text(app)
    assert "Read about the CDIP" in button_labels(app)


def test_the_files_carry_the_target_and_the_profile() -> None:
    app = open_page("plan", target="cpc")
    links = file_links(app)
    assert links["Print on two pages"].startswith("files/plan.html?target=aapc/cpc")
    assert links["Download calendar (.ics)"].startswith("files/plan.ics?target=aapc/cpc")


def test_answers_given_elsewhere_change_the_plan() -> None:
    app = open_page("eligibility", credentials="cpc")
    app = move_to(app, "plan", target="cpc")
    assert "You already hold the CPC. Keeping the CPC by itself costs $" in plain_text(app)
    assert "What keeping it costs" in button_labels(app)


def test_without_every_length_the_steps_stand_in_a_table_at_once() -> None:
    app = open_page("plan", target="rhia")
    assert any(row.startswith("not known") for row in table_rows(app))
