"""What follows directly from a fact sheet: renewal, the newest pass rate, the delivery."""

from cert_model.schema import Credential, Exam, Issuer, PassRate
from cert_model.schema.renewals import Renewal
from cert_model.vocabulary import Cohort, Delivery

ONLINE = (Delivery.ONLINE_PROCTORED, Delivery.ONLINE)


def renewal_of(sheet: Credential, issuer: Issuer) -> Renewal:
    """The credential's own renewal rule, completed by what its issuer says of all."""
    own = sheet.renewal
    general = issuer.renewal
    return own.model_copy(
        update={
            "cycle_months": own.cycle_months or general.cycle_months,
            "ceus": own.ceus or general.ceus,
            "grace_days": own.grace_days or general.grace_days,
            "reinstatement": own.reinstatement or general.reinstatement,
        }
    )


def newest_pass_rate(exam: Exam, year: int | None = None) -> PassRate | None:
    """The newest pass rate that the issuer stands behind, of any year or of one year.

    A first-time rate comes before one of all takers.
    """
    stated = [
        rate
        for rate in exam.pass_rates
        if rate.percent is not None and not rate.estimate and not rate.superseded
        if year in (None, rate.year)
    ]
    return max(
        stated, key=lambda rate: (rate.year or 0, rate.cohort is Cohort.FIRST_TIME), default=None
    )


def offered_online(exam: Exam) -> bool | None:
    """Whether the exam can be taken online; None where its delivery is not known."""
    ways = exam.delivery.value if exam.delivery else None
    return None if ways is None else any(way in ONLINE for way in ways)
