"""What is not known about a plan, and who could say."""

import re
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility import Profile, assess, build_person
from cert_model.formatting import with_capital
from cert_model.paths.plan import Plan
from cert_model.paths.sentences import what_is_missing

_ADDRESS = re.compile(
    r"[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|edu|gov|mil|ca|uk|au)(/[\w./-]*\w)?"
)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that is not known, and whom to ask or where to look."""

    what: str
    ask: str | None


def points_of_plan(catalog: Catalog, plan: Plan) -> list[OpenPoint]:
    """What a plan lacks: prices and lengths that were not found."""
    issuer = catalog.issuers[catalog.credentials[plan.target].issuer]
    return [OpenPoint(with_capital(what), issuer.letters) for what in what_is_missing(plan)]


def points_of_rules(catalog: Catalog, profile: Profile, target: str) -> list[OpenPoint]:
    """What only the issuer can say of the person."""
    outcome = assess(catalog, target, build_person(catalog, profile), {})
    return [OpenPoint(inquiry.question, inquiry.page) for inquiry in outcome.inquiries]


def points_of_credential(catalog: Catalog, target: str) -> list[OpenPoint]:
    """What is not known of the credential itself."""
    return [OpenPoint(gap.what, gap.ask) for gap in catalog.credentials[target].unknown]


def page_named_in(ask: str) -> str | None:
    """The address at the beginning of what to ask, such as ``aapc.com/memberships``; else None."""
    match = _ADDRESS.match(ask)
    return f"https://{match.group()}" if match else None
