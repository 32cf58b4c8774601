"""The address of the page Am I eligible? keeps every choice, and refuses what means nothing."""

import pytest

from cert_model.vocabulary import Role
from ui.eligibility.state import EligibilityState
from ui.shell import person
from ui.shell.address_fields import Options
from ui.shell.page_state import Refused, format_query, parse

RECEIPT = "2025-01-02.0123456789ab.n:nha/cbcs"


def test_an_empty_address_has_no_answers_and_is_about_all_exams(options: Options) -> None:
    state, refused = parse(EligibilityState, {}, options)
    assert set(state.answers.values()) == {None}
    assert (state.is_limited, state.view, state.question, state.skipped) == (
        False,
        "outcomes",
        None,
        (),
    )
    assert refused == []


@pytest.mark.parametrize(
    "query",
    [
        {"education": "associate", "work": "coding", "months-coding": "24"},
        {"training": "coding:aapc:1,billing", "credentials": "aapc/cpc-a", "age": "18"},
        {"him-program": "cahiim-associate", "him-stage": "final-term"},
        {"licenses": "unsure", "courses": "none"},
        {"memberships": "aapc", "complete": "yes"},
        {"for": "ahima/ccs,ahima/cca"},
        {"interest": "coding,billing"},
        {"question": "education", "skip": "licenses,work"},
        {"view": "changes", "was": RECEIPT},
    ],
    ids=str,
)
def test_an_address_comes_back_from_the_state_that_it_asks_for(
    query: dict[str, str], options: Options
) -> None:
    state, refused = parse(EligibilityState, query, options)
    assert format_query(state, options) == query
    assert refused == []


def test_choices_are_read_as_what_they_name(options: Options) -> None:
    query = {"for": "CCS,cca", "interest": "billing", "view": "answers"}
    state = parse(EligibilityState, query, options).state
    assert state.ids == ("ahima/ccs", "ahima/cca")
    assert state.interests == (Role.BILLING,)
    assert state.view == "answers"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("age", "200"),
        ("age", "-1"),
        ("shoe", "42"),
        ("education", "harvard"),
        ("work", "coding,juggling"),
        ("months-coding", "1.5"),
        ("training", "coding:aapc:1:more"),
        ("credentials", "nobody/none"),
        ("credentials", "x" * 10_000),
        ("him-stage", "graduated"),
        ("for", "nobody/none"),
        ("interest", "juggling"),
        ("question", "shoe"),
        ("skip", "shoe"),
        ("view", "moon"),
        ("was", "yesterday"),
        ("was", "2025-02-30.0123456789ab"),
    ],
)
def test_what_means_nothing_is_named_and_the_rest_is_kept(
    name: str, text: str, options: Options
) -> None:
    state, refused = parse(EligibilityState, {"licenses": "rn", name: text}, options)
    assert [part[:2] for part in refused] == [(name, text)]
    assert format_query(state, options) == {"licenses": "rn"}


def test_answers_that_contradict_others_are_refused(options: Options) -> None:
    query = {
        "work": "billing",
        "months-coding": "24",
        "him-program": "none",
        "him-stage": "graduated",
    }
    state, refused = parse(EligibilityState, query, options)
    assert refused == [Refused("him-stage", "graduated"), Refused("months-coding", "24")]
    assert format_query(state, options) == {"work": "billing", "him-program": "none"}


def test_at_most_five_exams_are_asked_about(options: Options) -> None:
    query = {"for": "cpc,coc,cic,crc,ccs,cca"}
    state, refused = parse(EligibilityState, query, options)
    assert len(state.ids) == 5
    assert refused == [Refused("for", "cca", "There is room for 5 here.")]


def test_the_fields_of_the_answers_are_made_once_per_catalog(options: Options) -> None:
    assert person.answer_fields(options) is person.answer_fields(Options(options.catalog))
