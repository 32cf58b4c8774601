"""Which line of a price list a buyer pays: the only place that decides it.

Price lists stand in ``data/`` under ``fees`` (of a credential or an issuer), ``dues`` (of an
issuer), ``tuition`` (of a program) and ``prices`` (of books and other material). Only lines whose
amount in U.S. dollars is known can be selected.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.catalog import FactRef
from cert_model.catalog.subjects import PREPARATION
from cert_model.prices.money import Money
from cert_model.schema import Credential, Issuer, Price, PriceFact
from cert_model.schema.facts import FieldPath
from cert_model.schema.preparation import Material, Program
from cert_model.vocabulary import Audience, Currency, PriceKind


@dataclass(frozen=True, slots=True)
class Buyer:
    """What a price list asks about the person who pays."""

    member: bool
    student: bool = False

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The audiences whose prices the buyer may pay, the most specific first."""
        if not self.member:
            return (Audience.NONMEMBER, Audience.ALL)
        student = (Audience.STUDENT_MEMBER,) if self.student else ()
        return (*student, Audience.MEMBER, Audience.ALL)


@dataclass(frozen=True, slots=True)
class PriceLine:
    """A line of a price list with a known amount in dollars, and where it stands."""

    price: Price
    ref: FactRef

    @property
    def money(self) -> Money:
        """The amount of the line."""
        return Money.from_fact(self.amount)

    @property
    def amount(self) -> PriceFact:
        """The amount with its sources."""
        assert self.price.amount is not None, "only lines with an amount are made"
        return self.price.amount

    @property
    def attempts(self) -> int:
        """How many exam attempts the line pays for."""
        return self.price.attempts or 1


def credential_lines(sheet: Credential, kind: PriceKind) -> list[PriceLine]:
    """A credential's own price lines of a kind.

    The fees of a shared exam are cited from the fact sheet that states them.
    """
    return price_lines(sheet.exam_id, ("fees",), sheet.fees, kind)


def issuer_lines(issuer: Issuer, kind: PriceKind) -> list[PriceLine]:
    """The price lines of a kind that an issuer states for all of its credentials."""
    return price_lines(issuer.id, ("fees",), issuer.fees, kind)


def tuition_lines(position: int, program: Program) -> list[PriceLine]:
    """The prices of a whole program, which stands at ``position`` in ``programs.yaml``."""
    path = ("programs", "programs", position, "tuition")
    return price_lines(PREPARATION, path, program.tuition, PriceKind.TRAINING)


def material_lines(position: int, material: Material) -> list[PriceLine]:
    """The prices of a book or other material at ``position`` in ``materials.yaml``."""
    path = ("materials", "materials", position, "prices")
    return price_lines(PREPARATION, path, material.prices, PriceKind.MATERIALS)


def price_lines(
    subject: str, path: FieldPath, prices: Sequence[Price], kind: PriceKind
) -> list[PriceLine]:
    """The lines of a kind whose amount in dollars is known; the list stands at ``path``."""
    return [
        PriceLine(price, FactRef(subject, (*path, position, "amount")))
        for position, price in enumerate(prices)
        if price.kind is kind
        and price.currency is Currency.USD
        and price.amount is not None
        and price.amount.known
    ]


def select_line(lines: Sequence[PriceLine], buyer: Buyer, attempts: int = 1) -> PriceLine | None:
    """The line that a buyer pays, or None where no line is for the buyer.

    Lines for the number of exam ``attempts`` wanted come before others; among them, the line for
    the most specific of the buyer's audiences is paid, and of several the first.
    """
    with_attempts = [line for line in lines if line.attempts == attempts]
    return _first_for(with_attempts, buyer) or _first_for(lines, buyer)


def select_dues(issuer: Issuer, buyer: Buyer) -> PriceLine | None:
    """The yearly membership dues that a buyer pays; None where no such line is known."""
    lines = price_lines(issuer.id, ("dues",), issuer.dues, PriceKind.MEMBERSHIP)
    return _first_for([line for line in lines if line.price.every_months == 12], buyer)


def _first_for(lines: Sequence[PriceLine], buyer: Buyer) -> PriceLine | None:
    """The first line for the most specific audience of the buyer that has a line."""
    by_audience = (
        line for audience in buyer.audiences for line in lines if line.price.audience is audience
    )
    return next(by_audience, None)


def exam_prices(sheet: Credential) -> list[PriceLine]:
    """The exam prices of one attempt, for every audience; all of them where none is for one."""
    lines = credential_lines(sheet, PriceKind.EXAM)
    return [line for line in lines if line.attempts == 1] or lines


def exam_price_span(sheet: Credential) -> tuple[float | None, float | None]:
    """The lowest and the highest of ``exam_prices`` over all audiences; None where unknown."""
    return amount_span([line.price for line in exam_prices(sheet)])


def exam_attempts(sheet: Credential) -> int:
    """How many attempts the ``exam_prices`` pay for; above 1 where one attempt has no price."""
    return max((line.attempts for line in exam_prices(sheet)), default=1)


def prices_asked(prices: Sequence[Price]) -> Sequence[Price]:
    """The prices that are asked now for one thing: on sale, the reduced ones alone."""
    return [price for price in prices if price.sale] or prices


def amount_span(prices: Sequence[Price]) -> tuple[float | None, float | None]:
    """The lowest and the highest known amount of some prices; None where none is known."""
    amounts = [price.amount for price in prices if price.amount is not None]
    lows = [amount.bottom for amount in amounts if amount.bottom is not None]
    highs = [amount.top for amount in amounts if amount.top is not None]
    return min(lows, default=None), max(highs, default=None)
