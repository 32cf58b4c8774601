"""What has moved since a plan was made, among the prices and rules that it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.catalog.subjects import subject_label
from cert_model.formatting import format_day
from cert_model.paths.sentences import format_cost, format_length
from cert_model.quality import Change, changes_behind
from ui.plan import view_model
from ui.plan.view_model import PlanView


@dataclass(frozen=True, slots=True)
class Moved:
    """What a plan that is opened later has to say first."""

    made: str
    """The day on which it was made."""
    sentence: str
    """Whether it still comes to the same."""
    changes: Sequence[str]
    """Each price or rule that moved, with what it was."""


def what_moved(view: PlanView, earlier: Catalog, changes: Iterable[Change]) -> Moved:
    """What moved since the day of a plan: ``earlier`` is the catalog of that day.

    ``changes`` are all that there were since.
    """
    made = format_day(view.start)
    moved = [
        f"{subject_label(view.catalog, change.subject)}: {change.sentence}"
        for change in changes_behind(changes, view.catalog, view.facts, view.credentials)
    ]
    return Moved(made, " ".join([*_difference(view, earlier), *_how_many(moved, made)]), moved)


def _difference(view: PlanView, earlier: Catalog) -> list[str]:
    """How cost and months differ from those of the same plan on that day, where there was one."""
    before = view_model.build(earlier, view.visitor, view.state)
    if not isinstance(before, PlanView):
        return []
    return [
        f"{name} was {then}; today it is {now}."
        for name, then, now in (
            ("The cost to earn it", format_cost(before.plan.cost), format_cost(view.plan.cost)),
            ("The time", format_length(before.plan), format_length(view.plan)),
        )
        if then != now
    ]


def _how_many(moved: Sequence[str], made: str) -> list[str]:
    if moved:
        return ["The facts behind it have changed:"]
    return [f"No fact behind it is known to have changed since {made}."]
