"""Where a fact was read and how good that is."""

from cert_model.vocabulary.term import Term


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
    """How good and how fresh the best evidence for a fact is."""

    ISSUER_CURRENT = "issuer-current", "issuer, current"
    ISSUER_OLD = "issuer-old", "issuer, old"
    THIRD_PARTY_CURRENT = "third-party-current", "third party, current"
    THIRD_PARTY_OLD = "third-party-old", "third party, old"
