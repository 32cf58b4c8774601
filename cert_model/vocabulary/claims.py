"""Claims that circulate about credentials: what they are about, and how they hold."""

from cert_model.vocabulary.term import Term


class ClaimVerdict(Term):
    """How a claim holds against its sources, in the order in which a list shows them."""

    WRONG = "wrong", "Wrong", ("false", "myth")
    OUTDATED = "outdated", "Outdated", ("old", "formerly")
    IMPRECISE = "imprecise", "Imprecise", ("half", "partly")
    CANNOT_BE_TOLD = "cannot-be-told", "Cannot be told", ("unknown", "unclear")
    CONFIRMED = "confirmed", "Confirmed", ("true", "right")


class ClaimTopic(Term):
    PROGRAMS = "programs", "Programs and schooling", ("training", "course", "degree")
    ELIGIBILITY = "eligibility", "Who may sit", ("requirements", "experience")
    EXAM = "exam", "The exam", ("test", "pass rate")
    COST = "cost", "Cost", ("price", "fee")
    RENEWAL = "renewal", "Keeping it", ("recertification", "ceu")
    STANDING = "standing", "What it stands for", ("accreditation", "letters", "scope")
    PAY = "pay", "Pay", ("salary", "wage", "earnings")
    OUTLOOK = "outlook", "Outlook", ("jobs", "growth", "demand")
