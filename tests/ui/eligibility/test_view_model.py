"""What the page Am I eligible? shows, made without Streamlit."""

import re

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from cert_model.vocabulary import Level, Verdict
from tests.ui.conftest import state_at
from ui.eligibility import view_model
from ui.eligibility.rows import FIRST
from ui.eligibility.state import EligibilityState
from ui.eligibility.view_model import EligibilityView
from ui.shell.address_fields import Options

CLERK = {
    "education": "high-school",
    "work": "billing",
    "months-billing": "12",
    "training": "billing:none:1",
}


def view_of(catalog: Catalog, **query: str) -> EligibilityView:
    state = state_at(EligibilityState, Options(catalog), **query)
    answers = {name: text for name, text in state.answers.items() if text}
    return view_model.build(catalog, PersonalView(Interview(catalog, answers)), state)


def ids_of(view: EligibilityView) -> list[str]:
    return [overview.id for group in view.groups for overview in group.overviews]


def test_every_exam_stands_in_one_group(catalog: Catalog) -> None:
    view = view_of(catalog, **CLERK)
    listed = ids_of(view)
    assert sorted(listed) == sorted(view.ids)
    assert len(listed) == len(set(listed))
    for group in view.groups:
        assert {view.person.verdicts[row.id] for row in group.overviews} == {group.verdict}
        assert [*group.first, *group.further] == group.overviews
        assert len(group.first) <= FIRST


def test_of_a_long_list_what_is_far_off_waits_and_the_rest_begins_at_once(
    catalog: Catalog,
) -> None:
    at_once = {group.verdict: len(group.first) for group in view_of(catalog, **CLERK).groups}
    assert at_once[Verdict.NOT_YET] == at_once[Verdict.ASK_ISSUER] == 0
    assert at_once[Verdict.CAN_SIT] == FIRST
    assert at_once[Verdict.UNDECIDED] > 0


def test_of_a_few_exams_each_is_shown_at_once(catalog: Catalog) -> None:
    few = view_of(catalog, **{"for": "acdis/ccds,aapc/cpc", "months-inpatient-cdi": "0"})
    assert {group.verdict: len(group.first) for group in few.groups} == {
        Verdict.CAN_SIT: 1,
        Verdict.NOT_YET: 1,
    }


def test_a_few_exams_alone_are_shown_and_asked_about(catalog: Catalog) -> None:
    view = view_of(catalog, **{"for": "ahima/ccs,ahima/cca", "interest": "billing"})
    assert view.ids == view.scope == ["ahima/cca", "ahima/ccs"]
    assert sorted(ids_of(view)) == sorted(view.ids)
    assert view.scope_title == "Only about CCS, CCA"
    assert [label for label, _, _ in view.standing_by_exam] == ["CCA", "CCS"]


def test_work_of_interest_comes_first_and_hides_nothing(catalog: Catalog) -> None:
    view = view_of(catalog, interest="billing")
    assert set(view.scope) < set(view.ids)
    assert view.scope_title == "First about billing"
    assert view.order_of(view.groups[0]).startswith("work that interests you first")
    for group in view.groups:
        outside = [row.id not in view.scope for row in group.overviews]
        assert outside == sorted(outside)


NOBODY: dict[str, str] = {}
APPRENTICE = {"credentials": "aapc/cpc-a", "work": "coding", "months-coding": "12"}
ADMINISTRATOR = {"credentials": "ahima/rhia"}
HOLDER_OF_A_RETIRED_ONE = {"credentials": "ahima/chp"}
VIEWS = [
    {**answers, **limits}
    for answers in (NOBODY, CLERK, APPRENTICE, ADMINISTRATOR, HOLDER_OF_A_RETIRED_ONE)
    for limits in (NOBODY, {"interest": "billing"}, {"for": "aapc/cpc,ahima/rhit,ahima/chp"})
]


@pytest.mark.parametrize("query", VIEWS, ids=str)
def test_every_count_on_the_page_and_on_its_receipt_is_the_same(
    catalog: Catalog, query: dict[str, str]
) -> None:
    view = view_of(catalog, **query)
    in_groups = {group.verdict: len(group.overviews) for group in view.groups}
    at_the_side = {verdict: len(labels) for verdict, labels in view.standing_by_verdict.items()}
    receipt = view.receipt_page("https://example.org").decode()
    on_the_receipt = {
        verdict: int(count)
        for verdict in Verdict
        for count in re.findall(rf"<h2>{verdict.label} \((\d+)\)</h2>", receipt)
    }
    assert in_groups == at_the_side == on_the_receipt
    assert sum(in_groups.values()) == len(view.ids)


@pytest.mark.parametrize("query", VIEWS, ids=str)
def test_the_sentence_on_the_standing_counts_what_the_groups_hold(
    catalog: Catalog, query: dict[str, str]
) -> None:
    view = view_of(catalog, **query)
    count = dict.fromkeys(Verdict, 0)
    count |= {group.verdict: len(group.overviews) for group in view.groups}
    ahead = sum(count.values()) - count[Verdict.HELD] - count[Verdict.CLOSED]
    open_now = count[Verdict.READY] + count[Verdict.CAN_SIT]
    expected = [*([count[Verdict.HELD]] if count[Verdict.HELD] else []), open_now, ahead]
    expected += [count[Verdict.UNDECIDED]] if count[Verdict.UNDECIDED] else []
    assert [int(number) for number in re.findall(r"\d+", view.standing)] == expected


@pytest.mark.parametrize("query", [NOBODY, APPRENTICE], ids=str)
def test_the_question_counts_as_many_unsettled_exams_as_the_groups(
    catalog: Catalog, query: dict[str, str]
) -> None:
    view = view_of(catalog, **query)
    unsettled = next(group for group in view.groups if group.verdict is Verdict.UNDECIDED)
    assert view.asked is not None
    assert f" of the {len(unsettled.overviews)} exams not settled yet" in view.asked.note


def test_a_question_limited_to_some_work_says_so(catalog: Catalog) -> None:
    asked = view_of(catalog, interest="billing").asked
    assert asked is not None
    assert " exams not settled yet in this work" in asked.note


def test_verdicts_that_nobody_has_are_not_listed(catalog: Catalog) -> None:
    listed = view_of(catalog).standing_by_verdict
    assert list(listed) == [Verdict.CAN_SIT, Verdict.UNDECIDED, Verdict.ASK_ISSUER]


def test_beside_the_question_stands_what_is_held_with_a_mark_and_what_is_likely(
    catalog: Catalog,
) -> None:
    view = view_of(catalog, **APPRENTICE)
    assert view.standing_by_verdict[Verdict.HELD] == ["CPC as CPC-A"]
    assert view.likely_labels == {Verdict.CAN_SIT: ["CEMC", "CGIC", "COPC", "CRHC", "CUC"]}


def test_an_order_is_named_only_where_there_is_one(catalog: Catalog) -> None:
    held, *others = view_of(catalog, **ADMINISTRATOR).groups
    assert (held.verdict, view_of(catalog).order_of(held)) == (Verdict.HELD, "")
    assert "entry level first" in view_of(catalog).order_of(others[-1])


def test_of_many_exams_none_is_listed_by_itself(catalog: Catalog) -> None:
    assert view_of(catalog).standing_by_exam == []


def test_the_exams_of_single_specialties_do_not_lead_a_list(catalog: Catalog) -> None:
    view = view_of(catalog)
    for group in view.groups:
        levels = [overview.level for overview in group.overviews]
        assert levels == sorted(levels, key=list(Level).index)
        assert Level.SPECIALTY not in levels[:3]
    first_labels = view.standing_by_verdict[Verdict.CAN_SIT][:FIRST]
    assert first_labels == [row.label for row in view.groups[0].first]


@pytest.mark.parametrize(
    ("query", "standing"),
    [
        ({"credentials": "aapc/cpc", "for": "aapc/cpc"}, ("CPC", Verdict.HELD, "Held")),
        ({"credentials": "aapc/cpc-a", "for": "aapc/cpc"}, ("CPC", Verdict.HELD, "Held as CPC-A")),
        ({"credentials": "ahima/rhia", "for": "ahima/rhit"}, ("RHIT", Verdict.HELD, "Held")),
        ({"for": "ahima/chp"}, ("CHP", Verdict.CLOSED, "Closed")),
    ],
    ids=str,
)
def test_what_is_held_or_closed_is_not_open(
    catalog: Catalog, query: dict[str, str], standing: tuple[str, Verdict, str]
) -> None:
    view = view_of(catalog, **query)
    assert view.standing_by_exam == [standing]
    assert view.may_sit_ids == []
    assert view.asked is None or query["credentials"] == "aapc/cpc-a"


def test_the_next_question_says_on_what_it_bears(catalog: Catalog) -> None:
    asked = view_of(catalog).asked
    assert asked is not None
    assert asked.is_next
    assert asked.answer is None
    assert "At most" in asked.note


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        (NOBODY, True),
        ({"question": "credentials"}, False),
        ({"credentials": "none"}, False),
        (APPRENTICE, False),
    ],
    ids=str,
)
def test_who_has_not_said_what_they_hold_may_say_so_at_once(
    catalog: Catalog, query: dict[str, str], offered: bool
) -> None:
    assert view_of(catalog, **query).may_name_credentials is offered


def test_a_question_gone_back_to_keeps_its_answer(catalog: Catalog) -> None:
    asked = view_of(catalog, question="education", **CLERK).asked
    assert asked is not None
    assert (asked.question.id, asked.answer, asked.is_next) == ("education", "high-school", False)
    assert asked.note == "Changing this answer keeps all the others."


def test_a_question_opened_for_the_first_time_changes_no_answer(catalog: Catalog) -> None:
    asked = view_of(catalog, question="age").asked
    assert asked is not None
    assert (asked.answer, asked.note) == (None, "")


def test_skipped_questions_are_left_when_no_other_is(catalog: Catalog) -> None:
    query = {"for": "ahima/cca", "skip": "education"}
    view = view_of(catalog, **query)
    while view.asked is not None:
        query |= {"skip": f"{query['skip']},{view.asked.question.id}"}
        view = view_of(catalog, **query)
    assert view.has_skipped_questions


def test_what_the_person_did_not_know_can_be_answered_later(catalog: Catalog) -> None:
    view = view_of(catalog, age="unsure", education="associate")
    assert [question.id for question in view.unsure_questions] == ["age"]


def test_answers_are_listed_in_the_order_of_the_questionnaire(catalog: Catalog) -> None:
    rows = view_of(catalog, **CLERK).answers
    order = [question.id for question in catalog.questions.questions]
    assert [row.id for row in rows] == sorted(CLERK, key=order.index)
    assert {row.id: row.answer for row in rows}["months-billing"] == "1 year"


def test_a_card_offers_its_questions_only_beside_other_exams(catalog: Catalog) -> None:
    alone, among_all = view_of(catalog, **{"for": "acdis/ccds"}), view_of(catalog)
    [group] = alone.groups
    assert group.verdict is Verdict.UNDECIDED
    assert not alone.card(group.overviews[0]).can_ask
    assert among_all.card(group.overviews[0]).can_ask


def test_a_card_of_what_is_held_states_no_cost(catalog: Catalog) -> None:
    view = view_of(catalog, **{"for": "ahima/rhit", "credentials": "ahima/rhia"})
    card = view.card(view.groups[0].overviews[0])
    assert (card.facts, card.next_step) == ("Core level.", "Your RHIA replaces it.")


def test_a_card_states_cost_level_and_next_step(catalog: Catalog) -> None:
    view = view_of(catalog, **CLERK)
    card = view.card(view.groups[0].overviews[0])
    assert card.facts.startswith("To earn it: ")
    assert card.facts.endswith(" level.")
    assert card.next_step
    assert card.outcome.verdict is Verdict.CAN_SIT


def test_open_exams_are_ordered_entry_level_first(catalog: Catalog) -> None:
    view = view_of(catalog, **CLERK)
    levels = [catalog.credentials[key].level for key in view.may_sit_ids]
    order = list(type(levels[0]))
    assert levels == sorted(levels, key=order.index)


def test_the_table_of_changes_has_a_row_for_each(catalog: Catalog) -> None:
    view = view_of(catalog, education="associate", work="none")
    assert {len(column) for column in view.unlock_table.values()} == {len(view.unlocks)}
    assert view.unlocks
    assert view.unlock_summary.endswith(".")


def test_the_same_answers_change_nothing_since_their_receipt(catalog: Catalog) -> None:
    text = view_of(catalog, **CLERK).receipt_text
    view = view_of(catalog, was=text, **CLERK)
    assert view.earlier_receipt is not None
    assert view.earlier_receipt.day == catalog.today
    assert view.changes_since_receipt == []


def test_an_older_receipt_tells_what_has_changed(catalog: Catalog) -> None:
    view = view_of(catalog, was="2025-01-02.0123456789ab.n:nha/cbcs", **CLERK)
    assert "CBCS: was “Not yet”, is now “Eligible”." in view.changes_since_receipt


def test_without_a_receipt_nothing_has_changed(catalog: Catalog) -> None:
    view = view_of(catalog, **CLERK)
    assert view.earlier_receipt is None
    assert view.changes_since_receipt == []


@pytest.mark.parametrize("query", [{}, CLERK, {"for": "ahima/cca"}], ids=str)
def test_the_receipt_names_every_exam_and_answer(query: dict[str, str], catalog: Catalog) -> None:
    view = view_of(catalog, **query)
    page = view.receipt_page("https://example.org/eligibility?a=1&b=2").decode()
    assert all(catalog.labels[key] in page for key in view.ids)
    assert all(row.answer in page for row in view.answers)
    assert ("Nothing yet." in page) == (not view.answers)
    assert 'href="https://example.org/eligibility?a=1&amp;b=2"' in page
    assert f"Catalog of {catalog.today.isoformat()}" in page


def test_the_receipt_escapes_its_link(catalog: Catalog) -> None:
    page = view_of(catalog).receipt_page('"><script>').decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
