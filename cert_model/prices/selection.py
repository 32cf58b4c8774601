"""Which line of a price list a buyer pays.

Price lists stand in ``data/`` under ``fees`` (of a credential or an issuer) and ``dues`` (of an
issuer). Only lines whose amount in U.S. dollars is known can be selected.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cert_model.catalog import FactRef
from cert_model.prices.money import Money
from cert_model.schema import Credential, Fact, Fee, Issuer
from cert_model.vocabulary import Audience, Currency, FeeKind


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

    fee: Fee
    ref: FactRef

    @property
    def money(self) -> Money:
        """The amount of the line."""
        return Money.from_fact(self.amount)

    @property
    def amount(self) -> Fact[float]:
        """The amount with its sources."""
        assert self.fee.amount is not None, "only lines with an amount are made"
        return self.fee.amount

    @property
    def attempts(self) -> str:
        """How many exam attempts the line pays for, in words."""
        return "two attempts" if self.fee.attempts == 2 else "one attempt"


def credential_lines(sheet: Credential, kind: FeeKind) -> list[PriceLine]:
    """A credential's own price lines of a kind.

    The fees of a shared exam are cited from the fact sheet that states them.
    """
    return _price_lines(sheet.same_exam_as or sheet.id, "fees", sheet.fees, kind)


def issuer_lines(issuer: Issuer, kind: FeeKind) -> list[PriceLine]:
    """The price lines of a kind that an issuer states for all of its credentials."""
    return _price_lines(issuer.id, "fees", issuer.fees, kind)


def _price_lines(subject: str, field: str, fees: Sequence[Fee], kind: FeeKind) -> list[PriceLine]:
    """The lines of a kind whose amount in dollars is known."""
    return [
        PriceLine(fee, FactRef(subject, (field, position, "amount")))
        for position, fee in enumerate(fees)
        if fee.kind is kind
        and fee.currency is Currency.USD
        and fee.amount is not None
        and fee.amount.known
    ]


def select_line(lines: Sequence[PriceLine], buyer: Buyer, attempts: int = 1) -> PriceLine | None:
    """The line that a buyer pays, or None where no line is for the buyer.

    Lines for the number of exam ``attempts`` wanted come before others; among them, the line for
    the most specific of the buyer's audiences is paid, and of several the first.
    """
    with_attempts = [line for line in lines if (line.fee.attempts or 1) == attempts]
    return _first_for(with_attempts, buyer) or _first_for(lines, buyer)


def select_dues(issuer: Issuer, buyer: Buyer) -> PriceLine | None:
    """The yearly membership dues that a buyer pays; None where no such line is known."""
    lines = _price_lines(issuer.id, "dues", issuer.dues, FeeKind.MEMBERSHIP)
    return _first_for([line for line in lines if line.fee.per == "year"], buyer)


def _first_for(lines: Sequence[PriceLine], buyer: Buyer) -> PriceLine | None:
    """The first line for the most specific audience of the buyer that has a line."""
    by_audience = (
        line for audience in buyer.audiences for line in lines if line.fee.audience is audience
    )
    return next(by_audience, None)


def exam_fees(sheet: Credential) -> list[Fee]:
    """The exam prices of one attempt, for every audience; all of them where none is for one."""
    fees = [line.fee for line in credential_lines(sheet, FeeKind.EXAM)]
    return [fee for fee in fees if fee.attempts in (None, 1)] or fees


def exam_fee_span(sheet: Credential) -> tuple[float | None, float | None]:
    """The lowest and the highest of ``exam_fees`` over all audiences; None where none is known."""
    amounts = [fee.amount for fee in exam_fees(sheet) if fee.amount]
    lows = [amount.bottom for amount in amounts if amount.bottom is not None]
    highs = [amount.top for amount in amounts if amount.top is not None]
    return min(lows, default=None), max(highs, default=None)


def exam_attempts(sheet: Credential) -> int:
    """How many attempts the ``exam_fees`` pay for; above 1 where one attempt has no price."""
    return max((fee.attempts or 1 for fee in exam_fees(sheet)), default=1)
