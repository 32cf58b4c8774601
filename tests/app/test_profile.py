"""One person, one shortlist: what is said or picked on a page is there on every other."""

from streamlit.testing.v1 import AppTest

from cert_model.candidates import Wishes
from cert_model.candidates.wishes import Priority
from tests.app.sessions import button_labels, move_to, open_page, plain_text, press, run
from tests.catalogs import project_catalog
from ui.shell import visitor_code
from ui.shell.visitor import Visitor

CPC, CCA, CCS = "aapc/cpc", "ahima/cca", "ahima/ccs"
PICKED = Visitor(picked=(CPC, CCA))
SAID = Visitor(
    answers={"education": "associate", "credentials": "aapc/cpc-a"},
    wishes=Wishes(priority=Priority.SOON),
    picked=(CPC, CCA),
    home_state="OH",
    pay=48_000,
    hours_a_week=6,
    is_student=True,
)


def code(visitor: Visitor) -> str:
    return visitor_code.encode(visitor)


def chosen(app: AppTest, key: str) -> object:
    """What a page shows in its widget."""
    return app.session_state[key]


def carried(app: AppTest) -> Visitor:
    """The profile in the address of a session."""
    shown = app.query_params.get("me", "")
    return visitor_code.decode(project_catalog(), shown).visitor if shown else Visitor()


def test_every_page_begins_with_the_shortlist_and_what_was_said() -> None:
    app = open_page("compare", me=code(SAID))
    assert chosen(app, "compare:ids") == [CPC, CCA]
    move_to(app, "costs")
    assert chosen(app, "costs:ids") == [CPC, CCA]
    assert chosen(app, "costs:held") == ["aapc/cpc-a"]
    assert chosen(app, "costs:student") == "yes"
    move_to(app, "prepare")
    assert chosen(app, "prepare:id") == CPC
    assert chosen(app, "prepare:week") == 6
    move_to(app, "careers")
    assert chosen(app, "careers:plan") == [CPC, CCA]
    assert chosen(app, "careers:state") == "OH"
    assert chosen(app, "careers:pay") == "48000"
    assert chosen(app, "careers:view") == "pay"


def test_every_page_carries_the_profile_in_its_address() -> None:
    app = open_page("home", me=code(SAID))
    for page in ("explore", "compare", "costs", "guide", "credential", "home"):
        assert carried(move_to(app, page)) == SAID, page


def test_the_page_of_the_questions_spells_the_answers_out() -> None:
    app = move_to(open_page("home", me=code(SAID)), "eligibility")
    assert app.query_params["education"] == "associate"
    assert carried(app).answers == {}
    assert carried(app).picked == SAID.picked
    reopened = open_page("eligibility", **dict(app.query_params))
    assert carried(move_to(reopened, "explore")) == SAID


def test_the_questions_about_some_exams_leave_the_answers_of_the_code() -> None:
    app = open_page("eligibility", **{"for": CPC, "me": code(SAID)})
    assert app.query_params["education"] == "associate"


def test_who_says_nothing_has_no_code_in_the_address() -> None:
    assert not list(open_page("explore").query_params)


def test_what_is_picked_in_explore_is_compared_and_added_up() -> None:
    app = open_page("explore", pick=f"{CPC},{CCS}")
    assert carried(app).picked == (CPC, CCS)
    assert "pick" not in app.query_params
    assert chosen(move_to(app, "compare"), "compare:ids") == [CPC, CCS]


def test_an_earlier_address_of_explore_adds_its_picks_to_the_shortlist() -> None:
    app = move_to(open_page("home", me=code(PICKED)), "explore", pick=CCS)
    assert carried(app).picked == (CPC, CCA, CCS)


def test_a_list_that_an_address_names_is_the_pages_own() -> None:
    app = open_page("costs", ids=CCS, me=code(PICKED))
    assert chosen(app, "costs:ids") == [CCS]
    app.selectbox(key="costs:ids:add").set_value("ahima/rhit")
    run(app)
    assert chosen(app, "costs:ids") == [CCS, "ahima/rhit"]
    assert carried(app).picked == PICKED.picked
    assert chosen(move_to(app, "compare"), "compare:ids") == [CPC, CCA]


def test_what_is_planned_in_costs_is_compared() -> None:
    app = open_page("costs")
    for key in ("aapc/cpc-a", "aapc/crc"):
        app.selectbox(key="costs:ids:add").set_value(key)
        run(app)
    assert chosen(move_to(app, "compare"), "compare:ids") == ["aapc/cpc-a", "aapc/crc"]


def test_what_is_held_is_said_in_costs_for_all_pages() -> None:
    app = open_page("costs", ids=CPC)
    app.selectbox(key="costs:held:add").set_value("aapc/cpc-a")
    assert carried(run(app)).answers == {"credentials": "aapc/cpc-a"}
    app.button(key="costs:held:drop:aapc/cpc-a").click()
    assert carried(run(app)).answers == {}


def test_own_pay_and_state_are_said_once() -> None:
    app = open_page("careers", plan=CPC)
    app.text_input(key="careers:pay").set_value("48k")
    run(app)
    assert carried(app).pay == 48_000
    app.text_input(key="careers:pay").set_value("none of your business")
    assert carried(run(app)).pay is None
    assert chosen(app, "careers:pay") == "none of your business"


def test_a_broken_code_opens_the_page_with_a_word_and_loses_nothing() -> None:
    app = open_page("home", me=code(PICKED))
    move_to(app, "guide", me="1broken")
    assert "The address asked for `me` = `1broken`" in app.warning[0].value
    assert "It is damaged" in app.warning[0].value
    assert carried(app) == PICKED


def test_a_code_of_a_later_version_opens_the_plain_start() -> None:
    app = open_page("home", me="2" + code(PICKED)[1:])
    assert "made by a newer version of CertLens" in app.warning[0].value
    assert not list(app.query_params)


def test_a_credentials_own_page_picks_it_and_takes_it_back() -> None:
    app = press(open_page("credential", id=CCS), "Add to my shortlist")
    assert carried(app).picked == (CCS,)
    assert carried(press(app, "On my shortlist ✓")).picked == ()


def test_credentials_that_an_address_named_can_be_put_on_the_shortlist() -> None:
    app = press(
        open_page("compare", ids=f"{CPC},{CCS}", me=code(PICKED)), "Add CCS to my shortlist"
    )
    assert carried(app).picked == (CPC, CCA, CCS)
    assert "Add CCS to my shortlist" not in button_labels(app)


def test_a_longer_shortlist_is_shown_in_part_and_says_so() -> None:
    many = Visitor(picked=tuple(project_catalog().credentials)[:7])
    app = open_page("compare", me=code(many))
    assert "The first 5 of your 7 picks." in plain_text(app)


def test_preparing_goes_from_one_pick_to_the_next() -> None:
    app = open_page("prepare", me=code(PICKED))
    app.button(key=f"prepare:other:{CCA}").click()
    assert run(app).title[0].value == "Prepare for the CCA"
    assert carried(app).picked == PICKED.picked


def test_the_link_to_a_claim_says_nothing_of_the_visitor() -> None:
    app = open_page("claims", claim="the-cpc-has-150-questions", me=code(SAID))
    assert "me=" not in app.code[0].value
    assert "The link contains nothing about you." in plain_text(app)


def test_the_link_to_a_list_says_what_it_carries() -> None:
    app = open_page("explore", me=code(SAID))
    assert f"me={code(SAID)}" in app.code[0].value
    assert "your 2 answers, the credentials that you picked, your state, your pay" in plain_text(
        app
    )
