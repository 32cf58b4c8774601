"""What it costs to keep what is held, with nothing to earn."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cert_model.catalog import Catalog
from cert_model.costs.assumptions import Assumptions
from cert_model.costs.bill import Bill
from cert_model.costs.plan import UPKEEP_YEARS, HeldCredential, dated
from cert_model.costs.rows import Total, add_up, missing_of, rows_of
from cert_model.costs.timeline import one_per_exam

_NOTHING_STATED: Mapping[str, bool] = MappingProxyType({})


def memberships_of(
    catalog: Catalog,
    held: Sequence[HeldCredential],
    assumptions: Assumptions,
    stated: Mapping[str, bool] = _NOTHING_STATED,
) -> dict[str, bool]:
    """Whether the membership of each issuer counts in what it costs to keep credentials.

    What is ``stated`` about an issuer holds; else it counts where it is required, chosen or
    cheaper over six years.
    """
    bill = _bill(catalog, held, assumptions)
    decisions = bill.decide_memberships(UPKEEP_YEARS)
    return {
        issuer: decision.is_required or stated.get(issuer, decision.member)
        for issuer, decision in decisions.items()
    }


def yearly_upkeep(
    catalog: Catalog,
    held: Sequence[HeldCredential],
    assumptions: Assumptions,
    members: Mapping[str, bool],
) -> Total:
    """What it costs a year to keep credentials: the average of six years.

    ``members`` says whose membership is paid, as ``memberships_of`` has it. Raises BadPlan for a
    credential held since a day to come.
    """
    items = list(_bill(catalog, held, assumptions).items(UPKEEP_YEARS, members))
    return add_up(rows_of(items), dict.fromkeys(missing_of(items)), years=UPKEEP_YEARS)


def _bill(catalog: Catalog, held: Sequence[HeldCredential], assumptions: Assumptions) -> Bill:
    credentials = one_per_exam([dated(catalog, credential) for credential in held])
    return Bill(catalog, credentials, {}, assumptions)
