"""What a person says of themselves in three clicks: where they are, what work, what matters."""

from dataclasses import dataclass

from cert_model.vocabulary import Term


class Situation(Term):
    """Where a person stands now."""

    NEW = "new", "New to the field"
    HEALTH_CARE = "health-care", "In health care"
    WORKING = "working", "Already coding or billing"
    HOLDER = "holder", "I hold a credential"


class Draw(Term):
    """The work that draws a person."""

    OFFICE = "office", "Doctor's office"
    HOSPITAL = "hospital", "Hospital"
    BILLING = "billing", "Billing"
    DOCUMENTATION = "documentation", "Documentation"
    AUDITING = "auditing", "Auditing"
    RISK_ADJUSTMENT = "risk-adjustment", "Risk adjustment"
    NOT_SURE = "not-sure", "Not sure"


class Priority(Term):
    """What matters most to a person."""

    SOON = "soon", "Speed"
    CHEAP = "cheap", "Low cost"
    PAY = "pay", "Pay"
    FROM_HOME = "from-home", "Exam at home"


@dataclass(frozen=True, slots=True)
class Wishes:
    """The answers to the three questions; None where one is not answered yet."""

    situation: Situation | None = None
    draw: Draw | None = None
    priority: Priority | None = None

    @property
    def tell_candidates(self) -> bool:
        """Whether they tell some credentials from others: a priority alone only orders them."""
        return self.situation is not None or self.draw is not None
