"""Prices: one line of any price list, and the facts that hold their amounts."""

from typing import ClassVar, Self

from pydantic import model_validator

from cert_model.schema.facts import (
    BUILT_AT_IMPORT,
    Count,
    Fact,
    Flag,
    Model,
    Number,
    Reading,
    Text,
)
from cert_model.vocabulary import Audience, Currency, PriceKind


class PriceReading(Reading[Number]):
    """One value of a price: it goes out of date sooner than other facts."""

    is_price: ClassVar[bool] = True


class PriceFact(Fact[Number]):
    """What is charged today, and what was charged before."""

    is_price: ClassVar[bool] = True
    history: tuple[PriceReading, ...] = ()
    disputed: tuple[PriceReading, ...] = ()


class Price(Model):
    """One line of a price list. Superseded amounts stand in ``amount.history``."""

    model_config = BUILT_AT_IMPORT

    kind: PriceKind
    audience: Audience = Audience.ALL
    label: Text | None = None
    """What sets this line apart from others of its kind, such as "2 to 5 credentials"."""
    attempts: Count | None = None
    """The number of exam attempts in the price."""
    every_months: Count | None = None
    """How often it is charged, if not once: 12 for yearly dues."""
    per: Text | None = None
    """Any other unit that is charged: "credential", "credit"."""
    sale: Flag = False
    """Whether it is a reduced price, beside the list price of the same thing."""
    amount: PriceFact | None = None
    percent: PriceFact | None = None
    """The percentage, if the price is a surcharge."""
    currency: Currency = Currency.USD

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        if (self.amount is None) == (self.percent is None):
            raise ValueError("give either amount or percent")
        if self.every_months is not None and self.per is not None:
            raise ValueError("give either every_months or per")
        return self

    @property
    def stated(self) -> PriceFact:
        """The amount, or the percentage of a surcharge."""
        stated = self.amount or self.percent
        assert stated is not None, "a price has an amount or a percentage"
        return stated
