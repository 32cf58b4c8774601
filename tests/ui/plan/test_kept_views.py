"""A plan is worked out once for the same person and the same choices."""

from dataclasses import replace

from cert_model.candidates import Wishes
from cert_model.candidates.wishes import Priority
from tests.catalogs import project_catalog
from ui.plan.state import PlanState
from ui.plan.view_model import PlanView, build
from ui.shell.visitor import Visitor

SAID = Visitor(answers={"education": "associate"}, picked=("aapc/cpc",), hours_a_week=8)
STATE = PlanState.model_construct(target="aapc/cpc", by="cost", way=1, made=None)


def view_of(visitor: Visitor, state: PlanState = STATE) -> object:
    return build(project_catalog(), visitor, state)


def test_a_plan_is_found_again_for_whoever_said_the_same() -> None:
    again = replace(SAID, answers={"education": "associate"})
    assert isinstance(view_of(SAID), PlanView)
    assert view_of(again) is view_of(SAID)


def test_every_part_of_a_profile_leads_to_a_plan_of_its_own() -> None:
    others = (
        replace(SAID, answers={"education": "none"}),
        replace(SAID, wishes=Wishes(priority=next(iter(Priority)))),
        replace(SAID, picked=()),
        replace(SAID, home_state="OH"),
        replace(SAID, pay=40_000),
        replace(SAID, hours_a_week=9),
        replace(SAID, is_student=True),
    )
    assert len({id(view_of(visitor)) for visitor in (SAID, *others)}) == 1 + len(others)


def test_every_choice_leads_to_a_plan_of_its_own() -> None:
    chosen = (STATE, *(STATE.model_copy(update=part) for part in ({"by": "months"}, {"way": 2})))
    assert len({id(view_of(SAID, state)) for state in chosen}) == len(chosen)
