"""Explore, run without a browser: filters, the order, picks, and the way out of an empty list."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.sessions import (
    button_labels,
    file_links,
    filter_counts,
    move_to,
    open_page,
    plain_text,
    press,
    row_with,
    run,
    table_rows,
    unfold,
)
from tests.catalogs import project_catalog
from ui.components import shortlist
from ui.shell.visitor import MOST_PICKED


def match_count(app: AppTest) -> int:
    """How many credentials match, as the page says."""
    (count,) = re.findall(r"\*\*(\d+)(?: of \d+)? credentials? match", plain_text(app))
    return int(count)


def test_it_begins_with_everything() -> None:
    app = open_page("explore")
    text = plain_text(app)
    assert "credentials match**, ordered by number of holders, most first; those without" in text


def test_the_address_sets_the_filters() -> None:
    app = open_page("explore", role="billing", level="entry,core", price="250", order="-pass_rate")
    assert app.session_state["explore:role"] == ["billing"]
    assert app.session_state["explore:level"] == ["entry", "core"]
    assert app.session_state["explore:price"] == "250"
    assert "ordered by pass rate, highest first" in plain_text(app)


@pytest.mark.parametrize(("address", "is_open"), [({}, False), ({"issuer": "ahima"}, True)])
def test_the_fold_of_rarer_filters_is_open_where_one_of_them_is_set(
    address: dict[str, str], is_open: bool
) -> None:
    app = open_page("explore", **address)
    (fold,) = (fold for fold in app.expander if fold.label == "More filters")
    assert fold.proto.expanded == is_open


def test_a_choice_reaches_the_address() -> None:
    app = open_page("explore")
    app.button_group(key="explore:role").set_value(["billing"])
    assert run(app).query_params["role"] == "billing"


def test_a_default_leaves_the_address_empty() -> None:
    app = open_page("explore", order="-holders", effort="minutes")
    assert not list(app.query_params)


def test_the_number_beside_a_choice_is_what_it_leaves_with_the_choices_made_before() -> None:
    app = open_page("explore")
    app.button_group(key="explore:role").set_value(["coding"])
    promised = filter_counts(run(app), "explore:setting")["Hospital inpatient"]
    app.button_group(key="explore:setting").set_value(["inpatient-facility"])
    assert match_count(run(app)) == promised
    assert dict(app.query_params) == {"role": "coding", "setting": "inpatient-facility"}


def test_a_shared_address_shows_the_same_list() -> None:
    app = open_page("explore")
    app.button_group(key="explore:role").set_value(["coding"])
    app.button_group(key="explore:level").set_value(["specialty"])
    run(app)
    shared = open_page("explore", **dict(app.query_params))
    assert dict(app.query_params) == {"role": "coding", "level": "specialty"}
    assert plain_text(shared) == plain_text(app)


def test_a_visit_to_a_credential_leaves_the_list_as_it_was() -> None:
    app = open_page("explore", level="entry")
    entry_level = match_count(app)
    move_to(app, "credential", id="ahima/cca")
    move_to(app, "explore")
    assert dict(app.query_params) == {"level": "entry"}
    assert match_count(app) == entry_level


def test_the_search_knows_former_letters() -> None:
    app = open_page("explore")
    app.text_input(key="explore:q").set_value("CPC-H")
    assert match_count(run(app)) == 1
    assert any(">COC</th>" in html.body for html in app.html)


def test_the_link_to_the_view_is_its_address() -> None:
    app = open_page("explore", role="billing", level="entry")
    app.context = {"url": "https://certlens.example/explore?role=coding"}
    assert run(app).code[0].value == "https://certlens.example/explore?role=billing&level=entry"


def test_a_picture_can_be_read_as_a_table() -> None:
    app = unfold(open_page("explore", issuer="ahima"), "Price and effort as a table")
    assert "$" in row_with(table_rows(app), "CCA")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("issuer", "<script>alert(1)</script>"),
        ("issuer", "x" * 10_000),
        ("price", "-1"),
        ("order", "DROP TABLE"),
        ("pick", "nobody/none"),
        ("q", "x" * 10_000),
    ],
)
def test_a_bad_address_gives_the_default_view_and_a_word_about_it(name: str, text: str) -> None:
    app = open_page("explore", **{name: text})
    assert f"The address asked for `{name}`" in app.warning[0].value
    assert len(app.warning[0].value) < 200
    assert not list(app.query_params)


def test_each_bad_part_of_an_address_is_named() -> None:
    app = open_page("explore", issuer="<script>alert(1)</script>", q="x" * 10_000)
    for name in ("issuer", "q"):
        assert f"The address asked for `{name}`" in app.warning[0].value
    assert match_count(app) == match_count(open_page("explore"))


def test_bad_parts_of_one_list_are_named_together() -> None:
    app = open_page("compare", ids="a,b,cpc")
    assert "`ids` = `a`, `b`. No credential has that abbreviation or id" in app.warning[0].value


def test_the_good_parts_of_a_bad_address_are_kept() -> None:
    app = open_page("explore", role="billing,nonsense")
    assert app.session_state["explore:role"] == ["billing"]
    assert "nonsense" in app.warning[0].value


def test_an_empty_list_names_the_filter_to_blame_and_drops_it() -> None:
    app = open_page("explore", issuer="nha", setting="hospice")
    blamed = {label.partition(" ·")[0] for label in button_labels(app) if "“" in label}
    assert blamed == {"Remove “Where: Hospice”", "Remove “Issuer: NHA”"}
    press(app, "Remove “Where: Hospice”")
    assert app.session_state["explore:setting"] == []
    assert app.session_state["explore:issuer"] == ["nha"]
    assert match_count(app) == 2


def test_all_filters_can_be_dropped_at_once() -> None:
    app = open_page("explore", issuer="nha", role="coding", q="entry")
    assert not list(press(app, "Clear all filters").query_params)


def test_the_rest_of_a_long_list_is_a_press_away_and_stays_in_the_address() -> None:
    app = open_page("explore")
    (more,) = (label for label in button_labels(app) if label.startswith("Show "))
    press(app, more)
    assert dict(app.query_params) == {"rows": "all"}
    assert more not in button_labels(app)


def test_a_search_without_a_match_leads_to_the_pages_that_answer_it() -> None:
    app = press(open_page("explore", q="remote work"), "Can I work from home?")
    assert app.title[0].value == "Guide"
    assert dict(app.query_params) == {"question": "from-home"}


def test_a_filter_shows_only_the_choices_that_leave_something() -> None:
    app = open_page("explore", issuer="nha")
    shown = filter_counts(app, "explore:setting")
    assert shown
    assert all(shown.values())
    assert "Hospice" not in shown


def test_picked_credentials_are_compared() -> None:
    app = open_page("explore", issuer="ahima", pick="ahima/cca,ahima/ccs")
    move_to(app, "compare")
    assert app.title[0].value == "Compare credentials"
    assert "Over 6 years, CCA costs least" in plain_text(app)


def test_the_list_is_offered_as_files() -> None:
    app = open_page("explore", issuer="ahima")
    assert file_links(app) == {
        "Download CSV": "files/credentials.csv?issuer=ahima",
        "Download JSON": "files/credentials.json?issuer=ahima",
    }


def test_the_files_of_a_list_know_the_answers_given() -> None:
    app = move_to(open_page("eligibility", education="associate"), "explore", issuer="ahima")
    assert file_links(app)["Download CSV"].endswith("issuer=ahima&answer.education=associate")


def test_a_full_shortlist_says_that_it_takes_no_more() -> None:
    ids = list(project_catalog().credentials)[:MOST_PICKED]
    assert shortlist.FULL in plain_text(open_page("explore", pick=",".join(ids)))
    assert shortlist.FULL not in plain_text(open_page("explore", pick=",".join(ids[1:])))


def test_words_that_nothing_has_leave_one_sentence_and_one_way_out() -> None:
    app = open_page("explore", q="zzzz")
    (sentence,) = (text.value for text in app.markdown if text.value.startswith("No credential"))
    assert sentence.endswith("Check the spelling, or try fewer or other words.")
    assert not any("zzzz" in button.label for button in app.button)
    press(app, "Clear the search")
    assert any("**94 of 94" in text.value for text in app.markdown)
