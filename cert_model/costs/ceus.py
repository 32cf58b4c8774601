"""What continuing education costs: the CEUs due for an issuer's credentials kept up together.

The rules are explained in ``docs/cost-rules.md``; the numbers stand under ``renewal`` in the fact
sheet and in the issuer's file, such as ``data/issuers/ahima.yaml``.
"""

from collections.abc import Iterator, Sequence

from cert_model.catalog import FactRef
from cert_model.catalog.derived import renewal_of
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem, CostRow, Phase
from cert_model.costs.timeline import DatedCredential, kept_up
from cert_model.prices import Money
from cert_model.schema import Credential, Issuer

Ceus = tuple[float, tuple[FactRef, ...]]
"""A number of CEUs and the facts behind it."""


def ceu_items(
    issuer: Issuer, credentials: Sequence[DatedCredential], years: int, assumptions: Assumptions
) -> Iterator[CostItem]:
    """A year's share of the CEUs, in each year after the one in which a credential is earned."""
    for credential in kept_up(credentials, years):
        if renewal_of(credential.sheet, issuer).ceus is None:
            yield credential.missing(Category.CEUS, "the number of CEUs it requires")
    price = _price_of_one(assumptions)
    for year in range(1, years + 1):
        sheets = [credential.sheet for credential in kept_up(credentials, year)]
        ceus, facts = _ceus_a_year(issuer, sheets)
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


def _ceus_a_year(issuer: Issuer, sheets: Sequence[Credential]) -> Ceus:
    """The CEUs due for credentials held together, spread evenly over the shortest cycle.

    Credentials whose number of CEUs is not known are left out; they are missing prices.
    """
    with_ceus = [sheet for sheet in sheets if renewal_of(sheet, issuer).ceus]
    cycles = [months for sheet in with_ceus if (months := cycle_months(sheet, issuer))]
    if not cycles:
        return 0.0, ()
    ceus, facts = _ceus_a_cycle(issuer, with_ceus)
    return ceus * 12 / min(cycles), facts


def _ceus_a_cycle(issuer: Issuer, sheets: Sequence[Credential]) -> Ceus:
    """The CEUs due in one cycle for credentials held together, by the issuer's own rule.

    By number held, where the issuer has such a table (AAPC: ``renewal.ceus_by_number``); else the
    largest requirement plus a fixed number for each further credential, up to a cap (AHIMA:
    ``renewal.additional_ceus`` and ``renewal.ceus_cap``); else the sum of all requirements.
    """
    for position, step in enumerate(issuer.renewal.ceus_by_number):
        if len(sheets) == step.credentials or (step.or_more and len(sheets) > step.credentials):
            path = ("renewal", "ceus_by_number", position, "ceus")
            return step.ceus.top or 0.0, (FactRef(issuer.id, path),)
    requirements = [_ceus_of(sheet, issuer) for sheet in sheets]
    facts = tuple(FactRef(sheet.id, ("renewal", "ceus")) for sheet in sheets)
    additional = issuer.renewal.additional_ceus
    if additional is None:
        return sum(requirements), facts
    if len(sheets) == 1:
        return requirements[0], facts
    due = max(requirements) + (additional.top or 0) * (len(sheets) - 1)
    cap = issuer.renewal.ceus_cap.top if issuer.renewal.ceus_cap else None
    rules = ("additional_ceus", "ceus_cap")
    shared_facts = tuple(FactRef(issuer.id, ("renewal", rule)) for rule in rules)
    return min(due, cap) if cap else due, (*facts, *shared_facts)


def _ceus_of(sheet: Credential, issuer: Issuer) -> float:
    ceus = renewal_of(sheet, issuer).ceus
    return float(ceus.top or 0) if ceus else 0.0


def cycle_months(sheet: Credential, issuer: Issuer) -> int | None:
    """The length of a credential's recertification cycle; None where it is not known."""
    cycle = renewal_of(sheet, issuer).cycle_months
    return cycle.top if cycle else None
