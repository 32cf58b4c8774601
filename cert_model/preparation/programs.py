"""Programs that fit: what is not known about one is never taken for a yes, nor for cheap."""

from collections.abc import Iterator
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema import Credential, Fact
from cert_model.schema.preparation import Price, Program
from cert_model.vocabulary import ProgramDelivery, ProgramKind

WEEKS_A_MONTH = 52 / 12
_SALE = "sale"


@dataclass(frozen=True, slots=True)
class ProgramCriteria:
    """What a person asks of a program; nothing asked, everything fits."""

    credential: str | None = None
    most_dollars: float | None = None
    most_months: float | None = None
    deliveries: frozenset[ProgramDelivery] = frozenset()
    kinds: frozenset[ProgramKind] = frozenset()
    approved_by: frozenset[str] = frozenset()
    """Ids of accreditors, any one of which is enough."""


@dataclass(frozen=True, slots=True)
class ProgramOffer:
    """A program, with what it costs and how long it takes as far as that is known."""

    program: Program
    low: float | None
    """The lowest known price of the whole program, in dollars; None where none is known."""
    high: float | None
    months: float | None
    """The longest it is known to take."""
    unclear: tuple[str, ...] = ()
    """What was asked for and is not known of this program."""

    @property
    def list_prices(self) -> tuple[Price, ...]:
        """What the whole program costs when it is not on sale."""
        return tuple(price for price in self.program.tuition if _SALE not in price.label)

    @property
    def sale_prices(self) -> tuple[Price, ...]:
        """What the whole program costs on sale."""
        return tuple(price for price in self.program.tuition if _SALE in price.label)


@dataclass(frozen=True, slots=True)
class ProgramMatches:
    """Programs that fit, the cheapest first, and those of which it cannot be said."""

    fitting: tuple[ProgramOffer, ...]
    unclear: tuple[ProgramOffer, ...]

    @property
    def priced(self) -> tuple[ProgramOffer, ...]:
        """Those that fit and have a known price."""
        return tuple(offer for offer in self.fitting if offer.low is not None)


def find_programs(catalog: Catalog, wanted: ProgramCriteria) -> ProgramMatches:
    """The programs that fit, and apart from them those of which too little is known.

    Both by lowest known price, then by name; a price that is not known comes after all.
    """
    offers = [
        judged
        for program in catalog.preparation.programs.programs
        if (judged := _judged(catalog, program, wanted)) is not None
    ]
    offers.sort(key=_by_price)
    return ProgramMatches(
        tuple(offer for offer in offers if not offer.unclear),
        tuple(offer for offer in offers if offer.unclear),
    )


def _by_price(offer: ProgramOffer) -> tuple[bool, float, str]:
    return offer.low is None, offer.low or 0.0, offer.program.name


def _judged(catalog: Catalog, program: Program, wanted: ProgramCriteria) -> ProgramOffer | None:
    """The program with what is unclear about it, or None where it does not fit."""
    low, high = _prices(program)
    months = _months(program)
    answers = dict(_answers(catalog, program, wanted, low, months))
    if False in answers.values():
        return None
    unclear = tuple(what for what, answer in answers.items() if answer is None)
    return ProgramOffer(program, low, high, months, unclear)


def _answers(
    catalog: Catalog,
    program: Program,
    wanted: ProgramCriteria,
    low: float | None,
    months: float | None,
) -> Iterator[tuple[str, bool | None]]:
    """Each thing asked, and whether the program has it; None where that is not known."""
    if wanted.credential is not None:
        yield "which exam it is for", _is_for(program, catalog.credentials[wanted.credential])
    if wanted.most_dollars is not None:
        yield "price", None if low is None else low <= wanted.most_dollars
    if wanted.most_months is not None:
        yield "length", None if months is None else months <= wanted.most_months
    if wanted.deliveries:
        way = program.delivery.value if program.delivery else None
        yield "where it is given", None if way is None else way in wanted.deliveries
    if wanted.kinds:
        yield "kind", program.kind in wanted.kinds
    if wanted.approved_by:
        bodies = {approval.body for approval in program.accreditation}
        yield "approval", bool(bodies & wanted.approved_by) or (None if not bodies else False)


def _is_for(program: Program, sheet: Credential) -> bool | None:
    """Whether it prepares for the credential; None where it names no exam at all."""
    return program.prepares(sheet) if program.prepares_for else None


def _prices(program: Program) -> tuple[float | None, float | None]:
    known = [price.amount for price in program.tuition if price.amount.known]
    lows = [amount.bottom for amount in known if amount.bottom is not None]
    highs = [amount.top for amount in known if amount.top is not None]
    return min(lows, default=None), max(highs, default=None)


def _months(program: Program) -> float | None:
    """The longest that the program is known to take; hours and credits alone say nothing."""
    weeks, months = _top(program.weeks), _top(program.months)
    known = [
        length
        for length in (months, None if weeks is None else weeks / WEEKS_A_MONTH)
        if length is not None
    ]
    return max(known, default=None)


def _top(fact: Fact[float] | None) -> float | None:
    return None if fact is None else fact.top
