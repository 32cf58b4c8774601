"""The model and the naive evaluator work out the same cycles and CEUs from the same files."""

from typing import Any

from hypothesis import example, given

from cert_model.renewal.plan import IssuerRenewal
from tests.effort import number_of_examples
from tests.paths import DATA
from tests.renewal.made_up import planned
from tests.renewal.naive_renewal import evaluate
from tests.renewal.random_requests import CATALOG, requests

FEBRUARY: dict[str, Any] = {
    "held": {"ccb/chc": "2024-02-29", "acdis/ccds": "2024-02-29", "ahima/ccs": "2024-02"},
    "renews": {},
    "today": "2027-01-01",
}
MARKED: dict[str, Any] = {
    "held": {"aapc/cpc-a": "2023-05", "aapc/cpc": "2026-05-10"},
    "renews": {"aapc": "2027-04"},
    "today": "2026-11-28",
}


@number_of_examples(80, long=10_000)
@example(FEBRUARY)
@example(MARKED)
@given(requests())
def test_both_evaluators_agree_on_any_request(request: dict[str, Any]) -> None:
    plan = planned(CATALOG, request["held"], request["today"], renews=request["renews"])
    worked_out = {part.issuer.id: answer_of(part) for part in plan.issuers}
    assert worked_out == evaluate(DATA, request)


def answer_of(part: IssuerRenewal) -> dict[str, Any]:
    """What the model says of an issuer, in the form of the naive evaluator's answer."""
    return {
        "ends": {
            key: str(due.cycle.ends) if due.cycle.ends else None
            for due in part.cycles
            for key in due.cycle.ids
        },
        "due": part.due,
        "due_this_cycle": part.due_this_cycle,
    }
