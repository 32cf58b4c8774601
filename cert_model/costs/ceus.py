"""What continuing education costs: the CEUs due for an issuer's credentials kept up together.

The rules are explained in ``docs/cost-rules.md``; the numbers stand under ``renewal`` in the fact
sheet and in the issuer's file, such as ``data/issuers/ahima.yaml``.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cert_model.catalog import FactRef
from cert_model.catalog.derived import renewal_of
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.rows import Category, CostItem, CostRow, Phase
from cert_model.costs.timeline import DatedCredential, kept_up
from cert_model.prices import Money
from cert_model.schema import Issuer, Reading
from cert_model.schema.renewal import Renewal

Ceus = tuple[float, tuple[FactRef, ...]]
"""A number of CEUs and the facts behind it."""


def ceu_items(
    issuer: Issuer, credentials: Sequence[DatedCredential], years: int, assumptions: Assumptions
) -> Iterator[CostItem]:
    """A year's share of the CEUs, in each year after the one in which a credential is earned."""
    rules = {
        credential.sheet.id: renewal_of(credential.sheet, issuer) for credential in credentials
    }
    price = _price_of_one(assumptions)
    for year in range(1, years + 1):
        kept = kept_up(credentials, year)
        yield from _missing(issuer, kept, rules)
        renewals = {credential.sheet.id: rules[credential.sheet.id] for credential in kept}
        ceus, facts = _ceus_a_year(issuer, renewals)
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


def _missing(
    issuer: Issuer, kept: Sequence[DatedCredential], rules: Mapping[str, Renewal]
) -> Iterator[CostItem]:
    """What is not known of the CEUs of credentials kept up together."""
    table = ceus_by_table(issuer, len(kept))
    for credential in kept:
        rule = rules[credential.sheet.id]
        if table is None and not _is_known(rule.ceus):
            yield credential.missing(Category.CEUS, "the number of CEUs required")
        elif not _is_known(rule.cycle_months):
            yield credential.missing(Category.CEUS, "the cycle in which its CEUs are due")


def _is_known(fact: Reading[Any] | None) -> bool:
    return fact is not None and fact.known


def _price_of_one(assumptions: Assumptions) -> Money:
    """The assumed price of one CEU; a case below the one before it is raised to it."""
    low = assumptions.ceu_price_low
    typical = max(low, assumptions.ceu_price)
    return Money(low, typical, max(typical, assumptions.ceu_price_high))


def _ceus_a_year(issuer: Issuer, renewals: Mapping[str, Renewal]) -> Ceus:
    """The CEUs due for credentials held together, spread evenly over the shortest known cycle.

    ``renewals`` are their rules by id.
    """
    cycles = [
        rule.cycle_months.top
        for rule in renewals.values()
        if rule.cycle_months is not None and rule.cycle_months.top
    ]
    if not cycles:
        return 0.0, ()
    ceus, facts = ceus_in_a_cycle(issuer, renewals)
    return ceus * 12 / min(cycles), facts


def ceus_in_a_cycle(issuer: Issuer, renewals: Mapping[str, Renewal]) -> Ceus:
    """The CEUs due in a full cycle for credentials of an issuer held together.

    ``renewals`` are their rules by id. Where the issuer has no table by number, credentials whose
    number of CEUs is not known are left out.
    """
    return ceus_by_table(issuer, len(renewals)) or _by_requirements(issuer, renewals)


def ceus_by_table(issuer: Issuer, number: int) -> Ceus | None:
    """The CEUs for so many credentials by the issuer's table; None where it has no such line."""
    for position, step in enumerate(issuer.renewal.ceus_by_number):
        covers = number == step.credentials or (step.or_more and number > step.credentials)
        if covers and step.ceus.top is not None:
            path = ("renewal", "ceus_by_number", position, "ceus")
            return step.ceus.top, (FactRef(issuer.id, path),)
    return None


def _by_requirements(issuer: Issuer, renewals: Mapping[str, Renewal]) -> Ceus:
    """The CEUs due in one cycle by what each credential requires.

    They are the largest requirement plus a fixed number for each further credential, up to a cap
    (AHIMA: ``renewal.additional_ceus`` and ``renewal.ceus_cap``); else the sum of all. Credentials
    whose number of CEUs is not known are left out; they are missing prices.
    """
    required = {
        key: rule.ceus.top
        for key, rule in renewals.items()
        if rule.ceus is not None and rule.ceus.top is not None
    }
    general = issuer.renewal.ceus
    owners = [issuer.id if renewals[key].ceus is general else key for key in required]
    facts = [FactRef(owner, ("renewal", "ceus")) for owner in dict.fromkeys(owners)]
    additional, cap = issuer.renewal.additional_ceus, issuer.renewal.ceus_cap
    if additional is None or additional.top is None or len(required) < 2:
        return sum(required.values()), tuple(facts)
    due = max(required.values()) + additional.top * (len(required) - 1)
    facts.append(FactRef(issuer.id, ("renewal", "additional_ceus")))
    if cap is not None and cap.top is not None:
        due = min(due, cap.top)
        facts.append(FactRef(issuer.id, ("renewal", "ceus_cap")))
    return due, tuple(facts)
