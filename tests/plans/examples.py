"""What the tests of plans share: people, their plans, and prices to add up by hand."""

from cert_model.catalog import Catalog
from cert_model.costs import Category, CostRequest, PlannedCredential, cost_plan
from cert_model.eligibility import Profile, parse_profile
from cert_model.paths import Action, Plan, PlanOrder, Step, all_plans, best_plans
from cert_model.prices import Buyer, quote_dues, quote_exam

HOURS_A_MONTH = 8 * 52 / 12
"""What eight hours of study a week come to."""
BOOKING = 1
"""The month from applying to sitting that every plan assumes."""
STUDY_NOT_FOUND = 100 / HOURS_A_MONTH
"""The months of study for an exam for which no time was found."""


def person(catalog: Catalog, text: str) -> Profile:
    """The profile in a line of YAML, with nothing beyond it."""
    return parse_profile(catalog, f"{{complete: true, {text}}}".encode())


def plans_for(
    catalog: Catalog, text: str, target: str, by: PlanOrder = PlanOrder.COST
) -> list[Plan]:
    """The best plans of the person in a line of YAML."""
    return best_plans(all_plans(catalog, person(catalog, text), target), by)


def only(plan: Plan, action: Action) -> Step:
    """The one step of a kind."""
    (step,) = (step for step in plan.steps if step.action is action)
    return step


def actions(plan: Plan) -> list[Action]:
    """What is done, in order, apart from formalities."""
    return [step.action for step in plan.steps if step.action is not Action.FORMALITY]


def exam_and_retake(catalog: Catalog, key: str, *, member: bool, chance_to_fail: float) -> float:
    """The exam of a credential and the expected retake at the same price."""
    price = quote_exam(catalog, catalog.credentials[key], Buyer(member), 1)
    assert price is not None
    return price.money.typical * (1 + chance_to_fail)


def dues(catalog: Catalog, issuer: str) -> float:
    """A year's membership of an issuer."""
    price = quote_dues(catalog, catalog.issuers[issuer], Buyer(member=True))
    assert price is not None
    return price.money.typical


def books(catalog: Catalog, key: str) -> float:
    """The code books for one exam."""
    plan = cost_plan(catalog, CostRequest((PlannedCredential(key),)))
    return plan.of_category(Category.BOOKS).typical
