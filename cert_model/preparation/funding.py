"""Who may pay for a credential, and how far it is known that they do."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema.preparation import Funding
from cert_model.vocabulary import Pays


@dataclass(frozen=True, slots=True)
class Payer:
    """A funding source as it bears on one credential."""

    funding: Funding
    seen_to_cover: bool
    """Whether a source names this credential; if not, whether it does has to be asked."""
    left_of_exam: float | None
    """What it leaves of the exam's price; None where its cap or the price is not known."""


def funding_for(catalog: Catalog, key: str) -> tuple[Payer, ...]:
    """Every funding source, those that were seen to cover the credential first."""
    sheet = catalog.credentials[key]
    price = catalog.overviews[key].exam_fee_high
    sits = {key, sheet.same_exam_as}
    payers = [
        Payer(each, bool(sits & set(each.covers)), _left(each, price))
        for each in catalog.preparation.funding.funding
    ]
    return tuple(sorted(payers, key=lambda payer: not payer.seen_to_cover))


def _left(funding: Funding, price: float | None) -> float | None:
    pays_exam = funding.pays is not None and Pays.EXAM in (funding.pays.value or ())
    cap = funding.cap_per_test.top if funding.cap_per_test else None
    if not pays_exam or cap is None or price is None:
        return None
    return max(0.0, price - cap)
