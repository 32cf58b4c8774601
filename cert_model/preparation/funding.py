"""Who may pay for a credential, and how far it is known that they do."""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.prices import exam_price_span
from cert_model.schema import Note, top_of
from cert_model.schema.preparation import Funding
from cert_model.vocabulary import OpenTo, Pays


@dataclass(frozen=True, slots=True)
class FundingOffer:
    """One funding source as it applies to one credential."""

    funding: Funding
    covers: bool
    """Whether a source names this credential; if none does, the payer has to be asked."""
    left_of_exam: float | None
    """What it leaves of the exam's price, in dollars; None where its cap or the price is not
    known."""
    notes: tuple[Note, ...]
    """Its rules and details, without those on other credentials alone."""


@dataclass(frozen=True, slots=True)
class Payer:
    """An organization that may pay, with everything it offers."""

    name: str
    offerings: tuple[FundingOffer, ...]

    @property
    def id(self) -> str:
        """The id of its first offer."""
        return self.offerings[0].funding.id

    @property
    def is_for_service(self) -> bool:
        """Whether all that it offers is for those who serve or served, and their families."""
        return all(offer.funding.open_to is OpenTo.SERVICE for offer in self.offerings)

    @property
    def covers(self) -> bool:
        """Whether a source of any of its offers names the credential."""
        return any(offer.covers for offer in self.offerings)


def payer_ids(catalog: Catalog) -> list[str]:
    """The id of every payer, which is the same for every credential."""
    ids: dict[str, str] = {}
    for funding in catalog.preparation.funding.funding:
        ids.setdefault(funding.payer, funding.id)
    return list(ids.values())


def payers_of(catalog: Catalog, key: str) -> tuple[Payer, ...]:
    """Every payer with its offers: those for everybody first, then those for the military.

    Of either, the ones known to name the credential come first.
    """
    offers: dict[str, list[FundingOffer]] = {}
    for offer in _offers(catalog, key):
        offers.setdefault(offer.funding.payer, []).append(offer)
    payers = [Payer(name, tuple(of_payer)) for name, of_payer in offers.items()]
    return tuple(sorted(payers, key=lambda payer: (payer.is_for_service, not payer.covers)))


def _offers(catalog: Catalog, key: str) -> Iterator[FundingOffer]:
    _, price = exam_price_span(catalog.credentials[key])
    same_exam = {key, catalog.credentials[key].same_exam_as}
    for funding in catalog.preparation.funding.funding:
        details = (note for note in funding.details if note.credential in {None, *same_exam})
        yield FundingOffer(
            funding,
            bool(same_exam & set(funding.covers)),
            _left_of_exam(funding, price),
            (*funding.rules, *details),
        )


def _left_of_exam(funding: Funding, price: float | None) -> float | None:
    pays_exam = funding.pays is not None and Pays.EXAM in (funding.pays.value or ())
    cap = top_of(funding.cap_per_test)
    if not pays_exam or cap is None or price is None:
        return None
    return max(0.0, price - cap)
