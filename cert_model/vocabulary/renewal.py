"""Terms for keeping a credential: cycles, continuing education, what follows a missed date."""

from cert_model.vocabulary.terms import Term


class CycleKind(Term):
    """What decides on which day a cycle of recertification ends."""

    PASSING_DAY = "passing-day", "the anniversary of the day the exam was passed"
    PASSING_MONTH = "passing-month", "the end of the month in which the exam was passed"
    MEMBERSHIP_MONTH = "membership-month", "the month in which the membership renews"
    CALENDAR_YEAR = "calendar-year", "the end of the calendar year"
    FIXED_DAY = "fixed-day", "a fixed day of the year"


class CeuPart(Term):
    """What a part of the CEUs must have in common."""

    SUBJECT = "subject", "on"
    PROVIDER = "provider", "from"
    FORMAT = "format", "in the form of"


class CeuProviders(Term):
    """Whose courses an issuer takes."""

    APPROVED_LIST = "approved-list", "only what it has approved before"
    ANY_PROVIDER = "any-provider", "any provider, where the subject fits"


class LapseState(Term):
    """What becomes of a credential that was not renewed in time, in the order of one day."""

    EXTENSION = "extension", "More time can be bought"
    GRACE = "grace", "Can still be renewed"
    LATE_FEE = "late-fee", "Can still be renewed, with a late fee"
    INACTIVE = "inactive", "Inactive"
    SUSPENDED = "suspended", "Suspended"
    REVOKED = "revoked", "Revoked"
    APPEAL = "appeal", "Last day for an appeal"
    REINSTATEMENT = "reinstatement", "Reinstated for a fee"
    EXAM_AGAIN = "exam-again", "Only the exam brings it back"


class TimeUnit(Term):
    DAYS = "days", "days"
    MONTHS = "months", "months"
    YEARS = "years", "years"
