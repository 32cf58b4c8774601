"""The page on getting ready, run without a browser."""

from datetime import date, timedelta

import pytest

from cert_model.wording import day
from tests.app.test_pages import opened, texts

SOON = date.today() + timedelta(30)
CCA = {"id": "ahima/cca", "day": SOON.isoformat()}


def test_without_a_credential_it_offers_some_to_begin_with() -> None:
    app = opened("prepare")
    assert app.title[0].value == "Which exam do you prepare for?"
    assert {"CPC", "CCA", "CCS"} <= {button.label for button in app.button}


def test_a_credential_opens_by_its_letters_with_a_dated_plan() -> None:
    app = opened("prepare", id="CCA", day=SOON.isoformat())
    assert app.title[0].value == "Prepare for the CCA"
    last = SOON + timedelta(12 * 7 - 1)
    assert f"12 weeks\\: from {day(SOON)} to {day(last)}" in texts(app)
    assert app.query_params["id"] == "ahima/cca"


def test_more_hours_a_week_make_it_shorter_and_reach_the_address() -> None:
    app = opened("prepare", **CCA)
    app.number_input(key="prepare:week").set_value(20)
    app.run()
    assert f"6 weeks\\: from {day(SOON)}" in texts(app)
    assert app.query_params["week"] == "20"


def test_the_hours_asked_for_replace_the_guess() -> None:
    app = opened("prepare", hours="60", **CCA)
    assert "60 h at 10 h a week take 6 weeks" in texts(app)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("id", "nobody/none"),
        ("id", "CCDS"),
        ("day", "2026-13-01"),
        ("day", "1999-01-01"),
        ("day", "<script>"),
        ("hours", "0"),
        ("hours", "-5"),
        ("hours", "100000"),
        ("week", "0"),
        ("week", "1000"),
        ("held", "nobody/none"),
        ("known", "juggling"),
        ("first", "99"),
        ("from", "nowhere"),
        ("price", "0"),
        ("approved", "nobody"),
    ],
)
def test_a_bad_address_gives_the_default_and_a_word_about_it(name: str, text: str) -> None:
    app = opened("prepare", **{"id": "ahima/cca", name: text})
    assert f"The address asked for {name}" in app.warning[0].value
    assert "<script>" not in app.warning[0].value
    assert name not in app.query_params or app.query_params[name] != text


def test_an_exam_without_a_day_asks_for_it() -> None:
    app = opened("prepare", **{"id": "ahima/cca", "from": "exam"})
    assert "Give the day of the exam" in texts(app)


def test_a_plan_that_should_have_begun_says_what_it_takes_now() -> None:
    app = opened("prepare", **{**CCA, "hours": "2000", "from": "exam"})
    assert "It would have begun already" in texts(app)


def test_an_unknown_price_is_not_counted_as_fitting() -> None:
    app = opened("prepare", id="ahima/rhit", price="50000")
    assert "No program fits" in texts(app)


def test_programs_for_any_credential_can_be_asked_for() -> None:
    app = opened("prepare", id="ahima/ccs", programs="all")
    assert "48 programs fit" in texts(app)


def test_what_is_not_known_of_the_day_is_called_not_found_with_whom_to_ask() -> None:
    app = opened("prepare", id="ahima/ccs")
    assert "Identification" in {element.value for element in app.subheader}
    assert "*not found; ask AHIMA*" in texts(app)


def test_a_retired_credential_warns_before_it_plans() -> None:
    app = opened("prepare", id="ahima/chp")
    assert "the status of this credential is retired" in texts(app)


def test_the_credential_page_leads_here() -> None:
    app = opened("credential", id="ahima/cca")
    assert "Prepare for it" in {button.label for button in app.button}
