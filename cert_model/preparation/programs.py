"""Programs that meet a person's criteria; an unknown figure never counts as met, nor as cheap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cert_model.catalog import Catalog
from cert_model.prices import amount_span, prices_asked
from cert_model.schema import Credential, Price, Source, top_of
from cert_model.schema.preparation import Accreditor, Program, Step
from cert_model.vocabulary import ProgramDelivery, ProgramKind, SourceKind

WEEKS_PER_MONTH = 52 / 12


@dataclass(frozen=True, slots=True)
class ProgramCriteria:
    """What a person asks of a program; without any criteria, every program fits."""

    credential: str | None = None
    most_dollars: float | None = None
    most_months: float | None = None
    deliveries: frozenset[ProgramDelivery] = frozenset()
    kinds: frozenset[ProgramKind] = frozenset()
    approved_by: frozenset[str] = frozenset()
    """Ids of accreditors, of which one is enough."""


@dataclass(frozen=True, slots=True)
class ProgramOffer:
    """A program with its cost and length, as far as they are known."""

    program: Program
    months: float | None
    """The longest that it is known to take."""
    unclear: tuple[str, ...] = ()
    """The criteria of which it is not known whether it meets them."""

    @property
    def low(self) -> float | None:
        """The lowest price of the whole program asked now, in dollars; None where unknown."""
        return amount_span(self.prices)[0]

    @property
    def high(self) -> float | None:
        """The highest price of the whole program asked now, in dollars; None where unknown."""
        return amount_span(self.prices)[1]

    @property
    def list_prices(self) -> tuple[Price, ...]:
        """Prices of the whole program when it is not on sale."""
        return tuple(price for price in self.program.tuition if not price.sale)

    @property
    def sale_prices(self) -> tuple[Price, ...]:
        """Prices of the whole program on sale."""
        return tuple(price for price in self.program.tuition if price.sale)

    @property
    def prices(self) -> Sequence[Price]:
        """The prices of the whole program that are asked now."""
        return prices_asked(self.program.tuition)


@dataclass(frozen=True, slots=True)
class ProgramMatches:
    """The programs that fit, and those of which too little is known to tell."""

    fitting: tuple[ProgramOffer, ...]
    unclear: tuple[ProgramOffer, ...]

    @property
    def priced(self) -> tuple[ProgramOffer, ...]:
        """The programs that fit and have a known price."""
        return tuple(offer for offer in self.fitting if offer.low is not None)


@dataclass(frozen=True, slots=True)
class ProgramDirectory:
    """Where the body that approves programs for a credential lists them."""

    body: Accreditor
    step: Step
    """How to find a program there."""
    url: str
    """The body's own page."""


def program_directories(catalog: Catalog, key: str) -> list[ProgramDirectory]:
    """The lists of those whose approval matters for a credential, where a page of theirs is known.

    The first step by which one checks a program is to look it up there.
    """
    return [
        ProgramDirectory(body, body.verify[0], page.url)
        for body in catalog.preparation.accreditors.accreditors
        if key in body.matters_for and body.verify
        for page in _own_pages(catalog, body.verify[0])[:1]
        if page.url is not None
    ]


def _own_pages(catalog: Catalog, step: Step) -> list[Source]:
    """The pages behind a step that are not of a third party, and have an address."""
    pages = (catalog.sources[source] for source in step.src)
    return [page for page in pages if page.url and page.kind is not SourceKind.THIRD_PARTY]


def find_programs(catalog: Catalog, criteria: ProgramCriteria) -> ProgramMatches:
    """The programs that fit the criteria and, apart from them, those that may or may not.

    Both are ordered by lowest known price, then by name; unknown prices come last.
    """
    candidates = (
        _match(catalog, program, criteria) for program in catalog.preparation.programs.programs
    )
    offers = sorted((offer for offer in candidates if offer is not None), key=_by_price)
    return ProgramMatches(
        tuple(offer for offer in offers if not offer.unclear),
        tuple(offer for offer in offers if offer.unclear),
    )


def _by_price(offer: ProgramOffer) -> tuple[bool, float, str]:
    return offer.low is None, offer.low or 0.0, offer.program.name


def _match(catalog: Catalog, program: Program, criteria: ProgramCriteria) -> ProgramOffer | None:
    """The program with the criteria that are unclear; None where it fails one."""
    offer = ProgramOffer(program, _months(program))
    results = dict(_results(catalog, offer, criteria))
    if False in results.values():
        return None
    unclear = tuple(criterion for criterion, result in results.items() if result is None)
    return replace(offer, unclear=unclear)


def _results(
    catalog: Catalog, offer: ProgramOffer, criteria: ProgramCriteria
) -> Iterator[tuple[str, bool | None]]:
    """The name of each criterion, and whether the program meets it; None where it is unknown."""
    program, low, months = offer.program, offer.low, offer.months
    if criteria.credential is not None:
        yield "which exam it is for", _is_for(program, catalog.credentials[criteria.credential])
    if criteria.most_dollars is not None:
        yield "price", None if low is None else low <= criteria.most_dollars
    if criteria.most_months is not None:
        yield "length", None if months is None else months <= criteria.most_months
    if criteria.deliveries:
        delivery = program.delivery.value if program.delivery else None
        yield "where it is given", None if delivery is None else delivery in criteria.deliveries
    if criteria.kinds:
        yield "kind", program.kind in criteria.kinds
    if criteria.approved_by:
        bodies = {approval.body for approval in program.accreditation}
        yield "approval", bool(bodies & criteria.approved_by) if bodies else None


def _is_for(program: Program, sheet: Credential) -> bool | None:
    """Whether a program prepares for the credential; None where it names no exam at all."""
    return program.prepares(sheet) if program.prepares_for else None


def _months(program: Program) -> float | None:
    """The longest that a program is known to take; hours and credits alone do not tell."""
    weeks, months = top_of(program.weeks), top_of(program.months)
    lengths = (months, None if weeks is None else weeks / WEEKS_PER_MONTH)
    return max((length for length in lengths if length is not None), default=None)
