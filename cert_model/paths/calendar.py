"""A plan as a calendar: an event for each step that has a date."""

from collections.abc import Iterator
from datetime import date

from icalendar import Event

from cert_model.catalog import Catalog
from cert_model.formatting import format_money
from cert_model.formatting.calendars import all_day_event, write_calendar
from cert_model.paths.months import day_after
from cert_model.paths.plan import Plan
from cert_model.paths.steps import Step


def write_plan_calendar(catalog: Catalog, plan: Plan, start: date) -> bytes:
    """The dated steps of a plan as an .ics file, and the day on which its target is held.

    A step begins an event on its first day and, where it lasts, another one on its last. What
    comes after a step of unknown length has no date and is left out.
    """
    name = f"My plan for the {catalog.labels[plan.target]}"
    return write_calendar(name, _events(catalog, plan, start), catalog.today)


def _events(catalog: Catalog, plan: Plan, start: date) -> Iterator[Event]:
    label = catalog.labels[plan.target]
    for number, step in enumerate(dated_steps(plan)):
        identity = f"plan/{plan.target}/{number}/{step.action}"
        first = day_after(start, step.starts.typical)
        last = day_after(start, step.ends.typical)
        if step.length_is_known and first < last:
            yield _event(f"{identity}/begin", f"{label}, begin: {step.what}", first, step)
            yield _event(f"{identity}/end", f"{label}, by now: {step.what}", last, step)
        else:
            yield _event(identity, f"{label}: {step.what}", first, step)
    if plan.months_are_complete:
        held = day_after(start, plan.months.typical)
        yield all_day_event(f"plan/{plan.target}/held", f"You hold the {label}", held, held)


def _event(identity: str, summary: str, day: date, step: Step) -> Event:
    event = all_day_event(identity, summary, day, day)
    if step.cost:
        low, high = round(step.cost.low), round(step.cost.high)
        event.add("description", f"Costs {format_money(low, high)}.")
    return event


def dated_steps(plan: Plan) -> list[Step]:
    """The steps with a date, in the order in which they begin.

    What ends after a step of unknown length has none.
    """
    unknown = [step for step in plan.steps if not step.length_is_known]
    return sorted(
        (step for step in plan.steps if not any(_waits_for(step, other) for other in unknown)),
        key=lambda step: (step.starts.typical, step.ends.typical),
    )


def _waits_for(step: Step, other: Step) -> bool:
    return step is not other and other.ends.typical <= step.ends.typical
