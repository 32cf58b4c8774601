"""Claims that circulate about credentials: what they are about, and how they hold."""

from cert_model.vocabulary.term import Term


class ClaimVerdict(Term):
    """How a claim holds against its sources, in the order in which a list shows them."""

    WRONG = "wrong", "wrong", ("false", "myth")
    OUTDATED = "outdated", "outdated", ("old", "formerly")
    IMPRECISE = "imprecise", "imprecise", ("half", "partly")
    CANNOT_BE_TOLD = "cannot-be-told", "cannot be told", ("unknown", "unclear")
    CONFIRMED = "confirmed", "confirmed", ("true", "right")


class ClaimTopic(Term):
    PROGRAMS = "programs", "Programs and schooling", ("training", "course", "degree")
    ELIGIBILITY = "eligibility", "Who may sit", ("requirements", "experience")
    EXAM = "exam", "The exam", ("test", "pass rate")
    COST = "cost", "Cost", ("price", "fee")
    RENEWAL = "renewal", "Keeping it", ("recertification", "ceu")
    STANDING = "standing", "What it stands for", ("accreditation", "letters", "scope")
    PAY = "pay", "Pay", ("salary", "wage", "earnings")
    OUTLOOK = "outlook", "Outlook", ("jobs", "growth", "demand")
