"""The base of all controlled terms, and the terms for evidence and claims."""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """One word of a controlled vocabulary, written ``NAME = value, label, synonyms``."""

    label: str
    synonyms: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", synonyms: tuple[str, ...] = ()) -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.synonyms = synonyms
        return term


class SourceKind(Term):
    ISSUER = "issuer", "Issuer"
    GOVERNMENT = "government", "Government"
    ACCREDITOR = "accreditor", "Accreditor"
    THIRD_PARTY = "third-party", "Third party"


class Quality(Term):
    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"
    REJECTED = "rejected", "Rejected"


class Standing(Term):
    """How good and how fresh the best evidence for a fact is, best first.

    A government speaks for itself on wages and outlook, and as a third party on credentials: its
    old pages come after the recent ones of others.
    """

    ISSUER_CURRENT = "issuer-current", "issuer, current"
    ISSUER_OLD = "issuer-old", "issuer, old"
    GOVERNMENT_CURRENT = "government-current", "government, current"
    COPY_CURRENT = "government-copy-current", "government, read in a copy, current"
    THIRD_PARTY_CURRENT = "third-party-current", "third party, current"
    GOVERNMENT_OLD = "government-old", "government, old"
    COPY_OLD = "government-copy-old", "government, read in a copy, old"
    THIRD_PARTY_OLD = "third-party-old", "third party, old"
    ESTIMATED = "estimated", "estimated"
    """No source gives the figure; a rule made it from those of others. Never that of a fact."""

    @property
    def is_old(self) -> bool:
        """Whether even the best evidence is old."""
        return self in (self.ISSUER_OLD, self.GOVERNMENT_OLD, self.COPY_OLD, self.THIRD_PARTY_OLD)


class ClaimVerdict(Term):
    """The verdict on a claim, in the order of lists."""

    WRONG = "wrong", "Wrong", ("false", "myth")
    OUTDATED = "outdated", "Outdated", ("old", "formerly")
    IMPRECISE = "imprecise", "Imprecise", ("half", "partly")
    CANNOT_BE_TOLD = "cannot-be-told", "Unclear", ("unknown", "unclear")
    CONFIRMED = "confirmed", "Confirmed", ("true", "right")


class ClaimTopic(Term):
    PROGRAMS = "programs", "Programs and schooling", ("training", "course", "degree")
    ELIGIBILITY = "eligibility", "Eligibility", ("requirements", "experience")
    EXAM = "exam", "The exam", ("test", "pass rate")
    COST = "cost", "Cost", ("price", "fee")
    RENEWAL = "renewal", "Keeping it", ("recertification", "ceu")
    STANDING = "standing", "What it stands for", ("accreditation", "letters", "scope")
    PAY = "pay", "Pay", ("salary", "wage", "earnings")
    OUTLOOK = "outlook", "Outlook", ("jobs", "growth", "demand")


class DocumentKind(Term):
    """What a search can find, as a result names it."""

    PAGE = "page", "Page"
    CREDENTIAL = "credential", "Credential"
    FACTS = "facts", "Facts"
    QUESTION = "question", "Question"
    GUIDE = "guide", "Guide"
    TERM = "term", "Glossary"
    CLAIM = "claim", "Claim"
    PROGRAM = "program", "Program"
    MATERIAL = "material", "Study material"
    PAYER = "payer", "Who may pay"
    PLACE = "place", "Pay"
