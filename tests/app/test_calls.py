"""What the model is asked for while somebody uses a page: nothing twice, nothing unasked for."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pyarrow as pa
import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from cert_model.costs import plan, sensitivity
from cert_model.eligibility.questionnaire.interview import Interview
from cert_model.explore import credential_filters
from cert_model.frames import Frames
from tests.app.sessions import move_to, open_page, run, unfold
from ui.classroom import view_model as classroom
from ui.keep import view_model as keeping

SWINGS = "Each assumption at both ends of its range"

Counted = Callable[..., Counter[object]]


@pytest.fixture
def counted(nothing_worked_out: None, monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Counts the calls of a function, by the argument that tells what was asked for."""

    def count(owner: object, name: str, by: int = 1) -> Counter[object]:
        original: Callable[..., Any] = getattr(owner, name)
        calls: Counter[object] = Counter()

        def counting(*arguments: Any) -> Any:
            calls[arguments[by]] += 1
            return original(*arguments)

        monkeypatch.setattr(owner, name, counting)
        return calls

    return count


def test_a_plan_is_worked_out_once_and_no_other_beside_it(counted: Counted) -> None:
    app = open_page("explore")
    plans = counted(plan._Planner, "__init__", by=2)
    move_to(app, "costs", ids="cpc,ccs", ceu="137")
    assert list(plans.values()) == [1]
    run(app)
    assert list(plans.values()) == [1]


def test_a_control_of_the_costs_has_one_plan_worked_out(counted: Counted) -> None:
    app = open_page("costs", ids="cpc,ccs")
    plans = counted(plan._Planner, "__init__", by=2)
    app.number_input(key="costs:ceu").set_value(41)
    run(app)
    assert list(plans.values()) == [1]


def test_what_moves_a_total_is_ranked_once_and_only_when_asked_for(counted: Counted) -> None:
    ranked = counted(sensitivity, "_rank")
    app = open_page("costs", ids="cpc,ccs")
    assert not ranked
    unfold(app, SWINGS)
    run(app)
    assert list(ranked.values()) == [1]


def test_each_plan_of_a_comparison_is_worked_out_once(counted: Counted) -> None:
    app = open_page("explore")
    plans = counted(plan._Planner, "__init__", by=2)
    move_to(app, "compare", ids="cpc,ccs,cca", years="9")
    assert list(plans.values()) == [1, 1, 1]
    app.button_group(key="compare:rows").set_value("different")
    run(app)
    assert list(plans.values()) == [1, 1, 1]


def test_each_outcome_is_assessed_once_for_the_same_answers(counted: Counted) -> None:
    outcomes = counted(credential_filters, "assess")
    likely = counted(credential_filters, "likely_verdict")
    app = open_page("eligibility", education="associate")
    run(app)
    move_to(app, "credential", id="cpc")
    assert outcomes
    assert {*outcomes.values(), *likely.values()} == {1}


def test_the_next_question_is_found_once_for_the_same_answers(counted: Counted) -> None:
    found = counted(Interview, "_find_next_question")
    run(open_page("eligibility", education="associate"))
    assert set(found.values()) == {1}


def test_a_page_drawn_again_reads_no_frame(counted: Counted) -> None:
    pages = {
        "credential": {"id": "cpc"},
        "compare": {"ids": "cpc,ccs"},
        "costs": {"ids": "cpc"},
        "careers": {},
    }
    for page, query in pages.items():
        app = open_page(page, **query)
        read = counted(Frames, "_frame")
        run(app)
        assert not read, page


def test_a_log_has_its_plan_worked_out_once_until_something_changes(counted: Counted) -> None:
    app = open_page("explore")
    plans = counted(keeping, "build", by=2)
    run(move_to(app, "keep", held="cpc,ccs"))
    assert list(plans.values()) == [1]
    app.text_input(key="keep:earned:aapc").set_value("12")
    run(app)
    assert list(plans.values()) == [2]


def test_a_class_has_its_people_described_once_whichever_exam_is_looked_at(
    counted: Counted,
) -> None:
    app = open_page("class", example="yes")
    described = counted(classroom, "verdict_words")
    app.selectbox(key="class:exam").set_value("ahima/ccs")
    run(app)
    assert not described


def test_a_class_has_its_tables_and_groups_made_once(counted: Counted) -> None:
    app = open_page("class", example="yes")
    tables, links = counted(pa, "table", by=0), counted(classroom, "format_link", by=0)
    run(app)
    assert not (tables | links)


MOST_MESSAGES = {
    "careers?state=AL": 55,
    "claims": 100,
    "class?example=yes": 65,
    "compare?ids=cpc,ccs,cca": 75,
    "costs?ids=cpc,ccs": 70,
    "credential?id=cpc": 125,
    "data_health": 35,
    "eligibility?education=associate&work=none": 190,
    "explore": 65,
    "guide?chapter=exam": 50,
    "home": 55,
    "keep?held=cpc,ccs": 75,
    "plan?target=cpc": 85,
    "prepare?id=cpc": 50,
}
"""What a page may send with a run: each message costs server and browser as much as a small sum."""


@pytest.mark.parametrize("address", MOST_MESSAGES)
def test_a_page_sends_few_messages(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []
    enqueue = ScriptRunContext.enqueue

    def count(context: ScriptRunContext, message: ForwardMsg) -> None:
        sent.append(message)
        enqueue(context, message)

    page, _, query = address.partition("?")
    app = open_page(page, **dict(parse_qsl(query)))
    monkeypatch.setattr(ScriptRunContext, "enqueue", count)
    run(app)
    assert 10 < len(sent) <= MOST_MESSAGES[address]
