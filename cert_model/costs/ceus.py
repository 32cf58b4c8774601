"""What continuing education costs: the CEUs due for an issuer's credentials kept up together.

The rules are explained in ``docs/cost-rules.md``; the numbers stand under ``renewal`` in the fact
sheet and in the issuer's file, such as ``data/issuers/ahima.yaml``.
"""

from collections.abc import Iterator, Mapping, Sequence

from cert_model.catalog import FactRef
from cert_model.catalog.derived import renewal_of
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem, CostRow, Phase
from cert_model.costs.timeline import DatedCredential, kept_up
from cert_model.prices import Money
from cert_model.schema import Issuer
from cert_model.schema.credentials import Renewal

Ceus = tuple[float, tuple[FactRef, ...]]
"""A number of CEUs and the facts behind it."""


def ceu_items(
    issuer: Issuer, credentials: Sequence[DatedCredential], years: int, assumptions: Assumptions
) -> Iterator[CostItem]:
    """A year's share of the CEUs, in each year after the one in which a credential is earned."""
    requirements = {
        credential.sheet.id: renewal_of(credential.sheet, issuer) for credential in credentials
    }
    for credential in kept_up(credentials, years):
        if requirements[credential.sheet.id].ceus is None:
            yield credential.missing(Category.CEUS, "the number of CEUs it requires")
    price = _price_of_one(assumptions)
    for year in range(1, years + 1):
        ids = [credential.sheet.id for credential in kept_up(credentials, year)]
        ceus, facts = _ceus_a_year(issuer, {key: requirements[key] for key in ids})
        if ceus:
            yield CostRow(
                year,
                None,
                issuer.id,
                Category.CEUS,
                Phase.KEEP,
                price.times(ceus),
                f"{ceus:g} CEUs, one year's share of the cycle",
                facts,
                ("ceu_price_low", "ceu_price", "ceu_price_high"),
            )


def _price_of_one(assumptions: Assumptions) -> Money:
    """The assumed price of one CEU; a case below the one before it is raised to it."""
    return Money(
        assumptions.ceu_price_low,
        max(assumptions.ceu_price, assumptions.ceu_price_low),
        max(assumptions.ceu_price_high, assumptions.ceu_price),
    )


def _ceus_a_year(issuer: Issuer, renewals: Mapping[str, Renewal]) -> Ceus:
    """The CEUs due for credentials held together, spread evenly over the shortest cycle.

    ``renewals`` are their rules by id. Credentials whose number of CEUs is not known are left
    out; they are missing prices.
    """
    ceus_by_id = {key: rule.ceus.top or 0.0 for key, rule in renewals.items() if rule.ceus}
    cycles = [
        cycle.top for key in ceus_by_id if (cycle := renewals[key].cycle_months) and cycle.top
    ]
    if not cycles:
        return 0.0, ()
    ceus, facts = _ceus_a_cycle(issuer, ceus_by_id)
    return ceus * 12 / min(cycles), facts


def _ceus_a_cycle(issuer: Issuer, ceus_by_id: Mapping[str, float]) -> Ceus:
    """The CEUs due in one cycle for credentials held together, by the issuer's own rule.

    By number held, where the issuer has such a table (AAPC: ``renewal.ceus_by_number``); else the
    largest requirement plus a fixed number for each further credential, up to a cap (AHIMA:
    ``renewal.additional_ceus`` and ``renewal.ceus_cap``); else the sum of all requirements.
    """
    number = len(ceus_by_id)
    for position, step in enumerate(issuer.renewal.ceus_by_number):
        if number == step.credentials or (step.or_more and number > step.credentials):
            path = ("renewal", "ceus_by_number", position, "ceus")
            return step.ceus.top or 0.0, (FactRef(issuer.id, path),)
    facts = tuple(FactRef(key, ("renewal", "ceus")) for key in ceus_by_id)
    additional = issuer.renewal.additional_ceus
    if additional is None or number == 1:
        return sum(ceus_by_id.values()), facts
    due = max(ceus_by_id.values()) + (additional.top or 0) * (number - 1)
    cap = issuer.renewal.ceus_cap.top if issuer.renewal.ceus_cap else None
    rules = ("additional_ceus", "ceus_cap")
    shared_facts = tuple(FactRef(issuer.id, ("renewal", rule)) for rule in rules)
    return min(due, cap) if cap else due, (*facts, *shared_facts)
