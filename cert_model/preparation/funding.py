"""Who may pay for a credential, and how far it is known that they do."""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.prices.price_lists import exam_fee_span
from cert_model.schema import Note
from cert_model.schema.preparation import Funding
from cert_model.vocabulary import Pays


@dataclass(frozen=True, slots=True)
class FundingOffer:
    """One funding source as it bears on one credential."""

    funding: Funding
    covers: bool
    """Whether a source names this credential; if not, whether it does has to be asked."""
    left_of_exam: float | None
    """What it leaves of the exam's price; None where its cap or the price is not known."""
    notes: tuple[Note, ...]
    """Its rules and details, without those that speak of another credential alone."""


@dataclass(frozen=True, slots=True)
class Payer:
    """Somebody who may pay, with everything that they offer."""

    name: str
    offerings: tuple[FundingOffer, ...]

    @property
    def id(self) -> str:
        """The id of the first thing that they offer."""
        return self.offerings[0].funding.id

    @property
    def covers(self) -> bool:
        """Whether anything they offer was seen to name the credential."""
        return any(offering.covers for offering in self.offerings)


def payer_ids(catalog: Catalog) -> list[str]:
    """The id of every payer, whatever the credential."""
    firsts: dict[str, str] = {}
    for funding in catalog.preparation.funding.funding:
        firsts.setdefault(funding.payer, funding.id)
    return list(firsts.values())


def payers_of(catalog: Catalog, key: str) -> tuple[Payer, ...]:
    """Every payer once, those that were seen to name the credential first."""
    found: dict[str, list[FundingOffer]] = {}
    for offering in _offerings(catalog, key):
        found.setdefault(offering.funding.payer, []).append(offering)
    payers = [Payer(name, tuple(offerings)) for name, offerings in found.items()]
    return tuple(sorted(payers, key=lambda payer: not payer.covers))


def _offerings(catalog: Catalog, key: str) -> Iterator[FundingOffer]:
    _, price = exam_fee_span(catalog.credentials[key])
    sits = {key, catalog.credentials[key].same_exam_as}
    for funding in catalog.preparation.funding.funding:
        own = (each for each in funding.details if each.credential in {None, *sits})
        yield FundingOffer(
            funding,
            bool(sits & set(funding.covers)),
            _left(funding, price),
            (*funding.rules, *own),
        )


def _left(funding: Funding, price: float | None) -> float | None:
    pays_exam = funding.pays is not None and Pays.EXAM in (funding.pays.value or ())
    cap = funding.cap_per_test.top if funding.cap_per_test else None
    if not pays_exam or cap is None or price is None:
        return None
    return max(0.0, price - cap)
