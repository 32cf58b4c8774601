"""What holds for every plan, whatever is held and whatever day it is."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cert_model.renewal.plan import IssuerRenewal, RenewalPlan
from tests.effort import percent_of_examples
from tests.renewal.made_up import planned
from tests.renewal.random_requests import CATALOG, requests

LATER = st.integers(0, 1_400)


def plan_of(request: dict[str, Any]) -> RenewalPlan:
    return planned(CATALOG, request["held"], request["today"], renews=request["renews"])


def by_issuer(plan: RenewalPlan) -> dict[str, IssuerRenewal]:
    return {part.issuer.id: part for part in plan.issuers}


def as_text(part: IssuerRenewal) -> list[str]:
    """Each step of a lapse, without the day that moves with the cycle."""
    return [f"{step.state} {step.waits} {step.money} {step.percent}" for step in part.ladder]


@percent_of_examples(20)
@given(requests(), st.data())
def test_one_more_credential_never_lowers_the_ceus_at_its_issuer(
    request: dict[str, Any], data: st.DataObject
) -> None:
    issuer = next(iter(request["held"])).partition("/")[0]
    others = [key for key in CATALOG.credentials if key.startswith(f"{issuer}/")]
    further = data.draw(st.sampled_from(others))
    held = {further: None, **request["held"]}
    fewer, more = (plan_of({**request, "held": keys}) for keys in (request["held"], held))
    before, after = by_issuer(fewer)[issuer], by_issuer(more)[issuer]
    assert (after.due or 0) >= (before.due or 0)
    assert (after.a_year or 0) >= (before.a_year or 0)


@percent_of_examples(20)
@given(requests(), LATER)
def test_a_later_day_never_shows_fewer_steps_of_a_lapse(request: dict[str, Any], days: int) -> None:
    later = (date.fromisoformat(request["today"]) + timedelta(days)).isoformat()
    now, then = (by_issuer(plan_of({**request, "today": day})) for day in (request["today"], later))
    for issuer, part in now.items():
        if issuer in request["renews"]:
            assert then[issuer].ladder == part.ladder
        elif len(part.cycles) == 1:
            assert as_text(then[issuer]) == as_text(part)


@percent_of_examples(20)
@given(requests())
def test_a_cycle_ends_before_today_only_where_the_person_says_so(request: dict[str, Any]) -> None:
    plan = plan_of(request)
    for part in plan.issuers:
        for due in part.cycles:
            assert due.cycle.stated == (part.issuer.id in request["renews"])
            if due.cycle.ends is not None and not due.cycle.stated:
                assert due.cycle.ends.day >= plan.request.today


@percent_of_examples(20)
@given(requests())
def test_a_current_cycle_holds_today_and_is_no_longer_than_a_full_one(
    request: dict[str, Any],
) -> None:
    plan = plan_of(request)
    for part in plan.issuers:
        for due in part.cycles:
            cycle = due.cycle
            if cycle.begins is None or cycle.ends is None or not cycle.is_first or cycle.stated:
                continue
            assert cycle.begins <= plan.request.today <= cycle.ends.day


@percent_of_examples(20)
@given(requests())
def test_the_ceus_of_this_cycle_are_from_none_to_those_of_a_full_one(
    request: dict[str, Any],
) -> None:
    for part in plan_of(request).issuers:
        for due in part.cycles:
            if due.ceus.due_this_cycle is not None:
                assert due.ceus.due is not None
                assert 0 <= due.ceus.due_this_cycle <= due.ceus.due
            if due.asked is not None and due.ceus.due is not None:
                assert due.asked <= due.ceus.due
        if part.asked is not None and part.due is not None:
            assert 0 <= part.asked <= part.due


@percent_of_examples(15)
@given(requests(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_held_never_matters(request: dict[str, Any], luck: Any) -> None:
    keys = list(request["held"])
    luck.shuffle(keys)
    plan = plan_of(request)
    turned = plan_of({**request, "held": {key: request["held"][key] for key in keys}})
    assert replace(turned, request=plan.request) == plan


@percent_of_examples(20)
@given(requests())
def test_steps_and_payments_stand_in_the_order_of_time(request: dict[str, Any]) -> None:
    for part in plan_of(request).issuers:
        steps = [step.by or date.max for step in part.ladder]
        payments = [fee.day.day if fee.day else date.max for fee in part.fees]
        known_ends = [due.cycle.ends.day if due.cycle.ends else date.max for due in part.cycles]
        assert steps == sorted(steps)
        assert payments == sorted(payments)
        assert known_ends == sorted(known_ends)
        if part.missed is not None:
            assert all(step.by is None or step.by >= part.missed.day for step in part.ladder)


@percent_of_examples(20)
@given(requests())
def test_all_that_is_held_is_kept_up_or_has_something_in_its_place(request: dict[str, Any]) -> None:
    plan = plan_of(request)
    kept = [key for part in plan.issuers for key in part.ids]
    assert sorted([*kept, *plan.replaced]) == sorted(request["held"])
    assert set(plan.replaced.values()) <= set(kept)


@percent_of_examples(15)
@given(requests())
def test_what_is_due_at_one_issuer_does_not_depend_on_another(request: dict[str, Any]) -> None:
    for issuer, part in by_issuer(plan_of(request)).items():
        own = {key: day for key, day in request["held"].items() if key.startswith(f"{issuer}/")}
        renews = {key: day for key, day in request["renews"].items() if key == issuer}
        (alone,) = plan_of({**request, "held": own, "renews": renews}).issuers
        assert alone == part
