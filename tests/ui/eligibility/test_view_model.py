"""What the page Am I eligible? shows, made without Streamlit."""

import pytest

from cert_model.catalog import Catalog
from cert_model.eligibility.questionnaire import Interview
from cert_model.explore.credential_filters import PersonalView
from cert_model.vocabulary import Verdict
from tests.ui.conftest import state_at
from ui.eligibility import view_model
from ui.eligibility.state import EligibilityState
from ui.eligibility.view_model import FIRST, EligibilityView
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


def test_a_few_exams_alone_are_shown_and_asked_about(catalog: Catalog) -> None:
    view = view_of(catalog, **{"for": "ahima/ccs,ahima/cca", "interest": "billing"})
    assert view.ids == view.scope == ["ahima/ccs", "ahima/cca"]
    assert sorted(ids_of(view)) == sorted(view.ids)
    assert view.scope_title == "Only about CCS, CCA"
    assert [label for label, _ in view.standing_by_exam] == ["CCS", "CCA"]


def test_work_of_interest_comes_first_and_hides_nothing(catalog: Catalog) -> None:
    view = view_of(catalog, interest="billing")
    assert set(view.scope) < set(view.ids)
    assert view.scope_title == "First about billing"
    assert view.order.startswith("work that interests you first")
    for group in view.groups:
        outside = [row.id not in view.scope for row in group.overviews]
        assert outside == sorted(outside)


def test_of_many_exams_the_standing_tells_how_many_stand_where(catalog: Catalog) -> None:
    view = view_of(catalog)
    assert view.standing_by_exam == []
    counts = {verdict: len(labels) for verdict, labels in view.standing_by_verdict.items()}
    assert sum(counts.values()) == len(view.scope)
    assert list(counts) == list(Verdict)


def test_a_passed_exam_has_no_verdict_and_is_not_open(catalog: Catalog) -> None:
    view = view_of(catalog, credentials="aapc/cpc", **{"for": "aapc/cpc"})
    assert view.standing_by_exam == [("CPC", None)]
    assert view.may_sit_ids == []


def test_the_next_question_says_on_what_it_bears(catalog: Catalog) -> None:
    asked = view_of(catalog).asked
    assert asked is not None
    assert asked.is_next
    assert asked.answer is None
    assert "At most" in asked.note


def test_a_question_gone_back_to_keeps_its_answer(catalog: Catalog) -> None:
    asked = view_of(catalog, question="education", **CLERK).asked
    assert asked is not None
    assert (asked.question.id, asked.answer, asked.is_next) == ("education", "high-school", False)
    assert asked.note == "Changing this answer keeps all others."


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


def test_a_card_states_cost_level_and_next_step(catalog: Catalog) -> None:
    view = view_of(catalog, **CLERK)
    card = view.card(view.groups[0].overviews[0])
    assert card.facts.startswith("First year: ")
    assert card.facts.endswith(" level.")
    assert card.next_step
    assert card.outcome.verdict is Verdict.READY


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
    assert "CBCS: was “Not yet”, is now “Ready”." in view.changes_since_receipt


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
