"""Terms for prices: what is charged, to whom, and in which currency."""

from cert_model.vocabulary.terms import Term


class PriceKind(Term):
    EXAM = "exam", "Exam"
    RETAKE = "retake", "Retake"
    APPLICATION = "application", "Application"
    MEMBERSHIP = "membership", "Membership dues"
    RECERTIFICATION = "recertification", "Recertification"
    RECERTIFICATION_ADDITIONAL = (
        "recertification-additional",
        "Recertification, each further credential",
    )
    CEUS = "ceus", "CEUs sold by the issuer"
    LATE = "late", "Late fee"
    EXTENSION = "extension", "Extension"
    RENEWAL_EXTENSION = "renewal-extension", "More time to renew"
    RESCHEDULE = "reschedule", "Reschedule"
    CANCELLATION = "cancellation", "Cancellation"
    ADMINISTRATIVE = "administrative", "Administrative fee kept from a refund"
    REINSTATEMENT = "reinstatement", "Reinstatement"
    TRANSFER = "transfer", "Transfer to another date"
    INTERNATIONAL_SURCHARGE = "international-surcharge", "Surcharge outside the U.S."
    DOCUMENT = "document", "Transcript or certificate copy"
    TRAINING = "training", "Training the issuer requires or sells"
    MATERIALS = "materials", "Study material"


class Audience(Term):
    ALL = "all", "everyone"
    MEMBER = "member", "members"
    NONMEMBER = "nonmember", "non-members"
    STUDENT_MEMBER = "student-member", "student members"
    CORPORATE = "corporate", "groups and employers"


class Currency(Term):
    USD = "USD", "$"
    AUD = "AUD", "A$"
    CAD = "CAD", "C$"
    GBP = "GBP", "£"
    INR = "INR", "₹"


class OpenTo(Term):
    """Whom a funding source is for, before its own rules on who qualifies."""

    ANYONE = "anyone", "everybody"
    SERVICE = "service", "those who serve or served in the military, and their families"


class Pays(Term):
    """What a funding source may pay for, by the categories of a cost plan."""

    EXAM = "exam", "exam fees"
    RETAKE = "retake", "retakes"
    APPLICATION = "application", "application fees"
    MEMBERSHIP = "membership", "membership dues"
    TRAINING = "training", "training"
    BOOKS = "books", "code books"
    MATERIALS = "materials", "study material"
    CEUS = "ceus", "continuing education"
    RENEWAL = "renewal", "recertification fees"
