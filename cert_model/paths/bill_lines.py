"""The bill of a plan line by line, each with the facts and assumptions behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog, FactRef
from cert_model.formatting import with_capital
from cert_model.paths.plan import Plan
from cert_model.paths.steps import Step
from cert_model.prices import Money


@dataclass(frozen=True, slots=True)
class BillLine:
    """One amount of the bill, or one price that was not found."""

    what: str
    money: Money | None
    """None where the price was not found."""
    facts: tuple[FactRef, ...] = ()
    assumptions: tuple[str, ...] = ()
    estimate: str | None = None
    """The rule by which the amount was estimated; None where it was read."""
    how: str = ""
    """How the amount follows from its facts, where the words leave that open."""


def bill_lines(catalog: Catalog, plan: Plan) -> list[BillLine]:
    """The lines of what it costs to earn a plan's target; those with amounts add up to its cost."""
    return lines_of_steps(catalog, plan.steps)


def lines_of_steps(catalog: Catalog, steps: Iterable[Step]) -> list[BillLine]:
    """The lines of what some steps cost."""
    return [line for step in steps for line in _lines(catalog, step)]


def _lines(catalog: Catalog, step: Step) -> Iterator[BillLine]:
    for row in step.rows:
        if row.money:
            subject = catalog.labels.get(row.credential or "", "")
            what = f"{subject}: {row.label}" if subject else step.what
            yield BillLine(what, row.money, row.facts, row.assumptions, row.estimate, row.how)
    if not step.rows and step.cost is not None and step.cost:
        yield BillLine(step.what, step.cost, step.facts, step.assumptions)
    for missing in step.missing:
        yield BillLine(with_capital(missing), None)
