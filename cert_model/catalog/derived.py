"""Facts derived directly from fact sheets: inherited rules, the newest figures, delivery."""

from collections.abc import Mapping

from cert_model.schema import Credential, Exam, Issuer, PassRate
from cert_model.schema.exams import Holders
from cert_model.schema.renewal import Renewal
from cert_model.vocabulary import Cohort, Delivery

ONLINE = (Delivery.ONLINE_PROCTORED, Delivery.ONLINE)
_INHERITED = (
    "cycle_months",
    "cycle",
    "first_cycle",
    "ceus",
    "counts_twice",
    "carried_over",
    "providers",
    "grace_days",
    "grace_fee",
    "reinstatement",
)
"""The rules on renewal that an issuer states once for all of its credentials."""


def renewal_of(sheet: Credential, issuer: Issuer) -> Renewal:
    """The renewal rule of a credential; what it leaves out is that of its issuer."""
    own = sheet.renewal
    inherited = {name: getattr(own, name) or getattr(issuer.renewal, name) for name in _INHERITED}
    return own.model_copy(update=inherited)


def with_shared_exam(sheet: Credential, credentials: Mapping[str, Credential]) -> Credential:
    """A fact sheet with the exam, fees and entry rule of the credential whose exam it shares.

    A sheet that names no such credential is returned as it is.
    """
    if sheet.same_exam_as is None:
        return sheet
    shared = credentials[sheet.same_exam_as]
    return sheet.model_copy(
        update={
            "exam": shared.exam,
            "fees": shared.fees,
            "former_fees": shared.former_fees,
            "eligibility": shared.eligibility,
            "apprentice": sheet.apprentice or shared.apprentice,
        }
    )


def newest_pass_rate(exam: Exam, year: int | None = None) -> PassRate | None:
    """The newest pass rate without a doubt that the issuer stands behind, of any year or of one.

    A first-time rate comes before one of all takers.
    """
    stated = [
        rate
        for rate in exam.pass_rates
        if rate.percent is not None and rate.is_stated
        if year in (None, rate.year)
    ]
    return max(
        stated, key=lambda rate: (rate.year or 0, rate.cohort is Cohort.FIRST_TIME), default=None
    )


def newest_holders(sheet: Credential) -> Holders | None:
    """The newest published number of holders; None where none was found."""
    return max(sheet.holders, key=lambda count: count.as_of or "", default=None)


def offered_online(exam: Exam) -> bool | None:
    """Whether the exam can be taken online; None where its delivery is not known."""
    ways = exam.delivery.value if exam.delivery else None
    return None if ways is None else any(way in ONLINE for way in ways)
