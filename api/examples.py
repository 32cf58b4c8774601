"""An example of each operation: what is asked, and the function that answers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from api import answers
from api.parameters import (
    ChangesQuery,
    CompareQuery,
    CostQuery,
    EligibilityBody,
    ListQuery,
    PlanBody,
    RenewalQuery,
    SheetQuery,
)
from cert_model.catalog import Catalog

PROFILE: dict[str, Any] = {
    "complete": True,
    "education": "high-school",
    "experience_months": {"coding": 12},
}
_DAY = "2025-01-01"


@dataclass(frozen=True)
class Example:
    """A request, and what answers it."""

    answer: Callable[[Catalog], Any]
    query: Mapping[str, str] = field(default_factory=dict)
    """Parameters of the address."""
    body: Mapping[str, Any] | None = None
    """What is posted."""
    path: Mapping[str, str] = field(default_factory=dict)
    """Parts of the path."""


EXAMPLES: Mapping[str, Example] = {
    "/v1/credentials": Example(
        lambda catalog: answers.credentials(catalog, ListQuery(issuer=["ahima"], order="to_earn")),
        {"issuer": "ahima", "order": "to_earn"},
    ),
    "/v1/credentials/{issuer}/{code}": Example(
        lambda catalog: answers.sheet(catalog, "nha/cbcs", SheetQuery()),
        path={"issuer": "nha", "code": "cbcs"},
    ),
    "/v1/compare": Example(
        lambda catalog: answers.comparison(catalog, CompareQuery(ids=["cpc", "ccs"])),
        {"ids": "cpc,ccs"},
    ),
    "/v1/cost": Example(
        lambda catalog: answers.cost(catalog, CostQuery(ids=["cpc"], years=3)),
        {"ids": "cpc", "years": "3"},
    ),
    "/v1/renewal": Example(
        lambda catalog: answers.renewal(
            catalog, RenewalQuery(ids=["cpc", "ccs"], passed=["cpc=2024-05-31"])
        ),
        {"ids": "cpc,ccs", "passed": "cpc=2024-05-31"},
    ),
    "/v1/changes": Example(
        lambda catalog: answers.changes(catalog, ChangesQuery(since=_DAY)), {"since": _DAY}
    ),
    "/v1/eligibility": Example(
        lambda catalog: answers.eligibility(catalog, EligibilityBody(profile=PROFILE, ids=["cpc"])),
        body={"profile": PROFILE, "ids": ["cpc"]},
    ),
    "/v1/plan": Example(
        lambda catalog: answers.plan(catalog, PlanBody(profile=PROFILE, targets=["cpc"])),
        body={"profile": PROFILE, "targets": ["cpc"]},
    ),
}
"""By the path of the operation; the one without an example has no JSON."""
