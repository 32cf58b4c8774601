"""What an issuer charges."""

from typing import Self

from pydantic import model_validator

from cert_model.schema.facts import Count, Fact, Model, Number, Text
from cert_model.vocabulary import Audience, Currency, FeeKind


class Fee(Model):
    """One line of a price list. Superseded amounts stand in ``amount.history``."""

    kind: FeeKind
    audience: Audience = Audience.ALL
    label: Text | None = None
    """What tells this line from others of its kind, such as "2 to 5 credentials"."""
    attempts: Count | None = None
    """Exam attempts the price includes."""
    per: Text | None = None
    """What the amount is charged for, where not once: "year", "30 days", "credential"."""
    amount: Fact[Number] | None = None
    percent: Fact[Number] | None = None
    """A surcharge in percent, where the fee is one."""
    currency: Currency = Currency.USD

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        if (self.amount is None) == (self.percent is None):
            raise ValueError("give either amount or percent")
        return self
