"""The tray at the foot of every page: the shortlist, what it leads to, and the way back."""

from streamlit.testing.v1 import AppTest

from tests.app.sessions import button_labels, move_to, open_page, plain, press, run
from ui.shell import visitor_code
from ui.shell.visitor import Visitor

PICKED = ("aapc/cpc", "ahima/cca", "nha/cbcs")
CODE = visitor_code.encode(Visitor(picked=PICKED))


def dropped(app: AppTest, key: str) -> AppTest:
    app.button(key=f"tray:drop:{key}").click()
    return run(app)


def shortlist(app: AppTest) -> list[str]:
    """The credentials that the tray offers to drop."""
    keys = (button.key or "" for button in app.button)
    return [key.removeprefix("tray:drop:") for key in keys if key.startswith("tray:drop:")]


def doors(app: AppTest) -> dict[str, str]:
    """Where the tray's links lead, by what they say."""
    links = (link.proto for link in app.get("page_link"))
    return {plain(link.label): link.page for link in links if link.label.startswith(":primary[**")}


def test_every_page_has_it_once_something_is_picked() -> None:
    app = open_page("home", me=CODE)
    assert shortlist(app) == list(PICKED)
    for page in ("guide", "prepare", "compare", "credential", "plan"):
        assert shortlist(move_to(app, page)) == list(PICKED), page


def test_a_page_that_first_asks_for_a_choice_has_it_too() -> None:
    app = move_to(open_page("home", me=CODE), "credential")
    assert app.title[0].value == "Which credential?"
    assert shortlist(app) == list(PICKED)


def test_nothing_picked_takes_no_room() -> None:
    assert not [button for button in open_page("guide").button if (button.key or "")[:4] == "tray"]


def test_it_leads_to_what_can_be_done_with_the_shortlist_but_not_to_where_one_is() -> None:
    app = open_page("explore", me=CODE)
    assert doors(app) == {"Compare": "compare", "What it costs": "costs", "Plan": "plan"}
    assert set(doors(move_to(app, "compare"))) == {"What it costs", "Plan"}


def test_a_dropped_pick_can_be_put_back_where_it_was() -> None:
    app = dropped(open_page("guide", me=CODE), "ahima/cca")
    assert shortlist(app) == ["aapc/cpc", "nha/cbcs"]
    assert shortlist(press(app, "Put CCA back")) == list(PICKED)
    assert "Put CCA back" not in button_labels(app)


def test_the_last_pick_can_be_put_back_too() -> None:
    app = open_page("guide", me=visitor_code.encode(Visitor(picked=PICKED[:1])))
    assert shortlist(dropped(app, PICKED[0])) == []
    assert shortlist(press(app, "Put CPC back")) == ["aapc/cpc"]


def test_what_happens_next_ends_the_offer_to_put_a_pick_back() -> None:
    app = dropped(open_page("guide", me=CODE), "ahima/cca")
    assert "Put CCA back" not in button_labels(move_to(app, "claims"))


def test_the_page_one_is_on_follows() -> None:
    app = dropped(open_page("compare", me=CODE), "aapc/cpc")
    assert app.session_state["compare:ids"] == ["ahima/cca", "nha/cbcs"]


def test_a_page_about_other_credentials_offers_the_shortlist() -> None:
    app = open_page("costs", ids="ahima/ccs", me=CODE)
    press(app, "What it costs: my shortlist")
    assert app.session_state["costs:ids"] == list(PICKED)


def kept_on_the_device(app: AppTest, code: object) -> AppTest:
    """The session after its browser said what it keeps."""
    app.session_state["device"] = {"kept": code}
    return run(app)


def test_a_later_visit_offers_what_the_device_keeps() -> None:
    app = kept_on_the_device(open_page("guide"), CODE)
    assert shortlist(app) == []
    assert {"Continue", "Not now", "Forget me"} <= button_labels(app)
    assert shortlist(press(app, "Continue")) == list(PICKED)


def test_a_device_that_keeps_this_profile_goes_on_keeping_it() -> None:
    app = kept_on_the_device(open_page("guide", me=CODE), CODE)
    assert "Forget me" in button_labels(app)
    assert "Keep this on my device" not in button_labels(app)


def test_answers_without_picks_can_be_kept_where_they_are_given() -> None:
    app = press(open_page("eligibility", education="associate"), "Keep this on my device")
    assert "Forget me" in button_labels(app)
    press(app, "Forget me")
    assert not list(app.query_params)


def test_an_offer_declined_is_not_made_again() -> None:
    app = press(kept_on_the_device(open_page("guide"), CODE), "Not now")
    assert "Continue" not in button_labels(move_to(app, "claims"))


def test_what_was_said_meanwhile_is_not_replaced_by_what_the_device_keeps() -> None:
    app = kept_on_the_device(open_page("guide", me=CODE), visitor_code.encode(Visitor(pay=50_000)))
    assert shortlist(app) == list(PICKED)
    assert "Continue" not in button_labels(app)


def test_junk_on_the_device_is_no_offer() -> None:
    for junk in ("", "1junk", 5, None, {"a": 1}):
        assert "Continue" not in button_labels(kept_on_the_device(open_page("guide"), junk))


def test_forgetting_empties_every_page_and_the_address() -> None:
    app = press(open_page("costs", me=CODE), "Keep this on my device")
    press(app, "Forget me")
    assert shortlist(app) == []
    assert app.session_state["costs:ids"] == []
    assert not list(app.query_params)
