"""Which line of a price list applies to a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.prices.money import Money
from cert_model.schema import Credential, Evidence, Fact, Fee, Issuer
from cert_model.vocabulary import Audience, Currency, FeeKind


@dataclass(frozen=True, slots=True)
class FactRef:
    """Where a fact stands: ``aapc/cpc:fees.0.amount``."""

    subject: str
    """An id of a credential or issuer, or ``preparation``."""
    place: tuple[str | int, ...]

    def __str__(self) -> str:
        return f"{self.subject}:{'.'.join(str(step) for step in self.place)}"

    def find(self, catalog: Catalog) -> Evidence:
        """The fact itself. Raises LookupError where there is none."""
        part: object = (
            catalog.credentials.get(self.subject)
            or catalog.issuers.get(self.subject)
            or catalog.preparation
        )
        for step in self.place:
            part = part[step] if isinstance(step, int) else getattr(part, step)  # type: ignore[index]
        if not isinstance(part, Evidence):
            raise LookupError(f"{self} is no fact")
        return part


@dataclass(frozen=True, slots=True)
class Buyer:
    """What a price list asks about the person who pays."""

    member: bool
    student: bool = False

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The lines that apply, the most special first."""
        if not self.member:
            return (Audience.NONMEMBER, Audience.ALL)
        student = (Audience.STUDENT_MEMBER,) if self.student else ()
        return (*student, Audience.MEMBER, Audience.ALL)


@dataclass(frozen=True, slots=True)
class PriceLine:
    """A line of a price list, with the place where its amount stands."""

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
        """How often it lets one sit the exam, in words."""
        return "two attempts" if self.fee.attempts == 2 else "one attempt"


def price_lines(subject: str, name: str, fees: Sequence[Fee], kind: FeeKind) -> list[PriceLine]:
    """The lines of a kind whose amount in dollars is known."""
    return [
        PriceLine(fee, FactRef(subject, (name, position, "amount")))
        for position, fee in enumerate(fees)
        if fee.kind is kind
        and fee.currency is Currency.USD
        and fee.amount is not None
        and fee.amount.known
    ]


def credential_lines(sheet: Credential, kind: FeeKind) -> list[PriceLine]:
    """A credential's own lines; those of a shared exam stand in the sheet it is shared with."""
    return price_lines(sheet.same_exam_as or sheet.id, "fees", sheet.fees, kind)


def issuer_lines(issuer: Issuer, kind: FeeKind) -> list[PriceLine]:
    """What an issuer charges for all of its credentials."""
    return price_lines(issuer.id, "fees", issuer.fees, kind)


def select_dues(issuer: Issuer, buyer: Buyer) -> PriceLine | None:
    """The yearly dues of an ordinary member, or of a student; the first such line counts."""
    yearly = [
        line
        for line in price_lines(issuer.id, "dues", issuer.dues, FeeKind.MEMBERSHIP)
        if line.fee.per == "year"
    ]
    return _first_for(yearly, buyer)


def _first_for(candidates: Iterable[PriceLine], buyer: Buyer) -> PriceLine | None:
    found = list(candidates)
    for audience in buyer.audiences:
        for line in found:
            if line.fee.audience is audience:
                return line
    return None


def select_line(
    candidates: Sequence[PriceLine], buyer: Buyer, attempts: int = 1
) -> PriceLine | None:
    """The line a buyer would pay for so many exam attempts, or for the number on offer."""
    wanted = [line for line in candidates if (line.fee.attempts or 1) == attempts]
    return _first_for(wanted, buyer) or _first_for(candidates, buyer)


def exam_fees(sheet: Credential) -> list[Fee]:
    """The exam prices in dollars that buy one attempt, or all where none does."""
    dollars = [
        fee
        for fee in sheet.fees
        if fee.kind is FeeKind.EXAM
        and fee.currency is Currency.USD
        and fee.amount is not None
        and fee.amount.known
    ]
    return [fee for fee in dollars if fee.attempts in (None, 1)] or dollars


def exam_fee_span(sheet: Credential) -> tuple[float | None, float | None]:
    """The lowest and the highest of ``exam_fees`` over all audiences; None where none is known."""
    amounts = [fee.amount for fee in exam_fees(sheet) if fee.amount]
    lows = [amount.bottom for amount in amounts if amount.bottom is not None]
    highs = [amount.top for amount in amounts if amount.top is not None]
    return min(lows, default=None), max(highs, default=None)


def exam_attempts(sheet: Credential) -> int:
    """How many attempts these prices buy: more than one where no single attempt is priced."""
    return max((fee.attempts or 1 for fee in exam_fees(sheet)), default=1)
