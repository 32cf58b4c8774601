"""The bodies that award credentials, with the rules that cut across theirs."""

from pydantic import Field

from cert_model.schema.credentials import Accreditation
from cert_model.schema.exams import Exam
from cert_model.schema.facts import Dispute, Fact, Gap, Model, Note, Text
from cert_model.schema.fees import Fee
from cert_model.schema.renewals import Renewal
from cert_model.schema.sources import Url


class Issuer(Model):
    """One issuer. Rules that hold for all of its credentials stand here, once."""

    id: str = Field(pattern=r"^[a-z]+$")
    letters: Text
    """What people call it, such as AAPC."""
    name: Text
    country: str = Field(pattern=r"^[A-Z]{2}$")
    website: Url | None = None
    summary: Text | None = None
    founded: Fact[int] | None = None
    size: tuple[Note, ...] = ()
    """Members, certified people, candidates: each with its date."""
    dues: tuple[Fee, ...] = ()
    former_dues: tuple[Fee, ...] = ()
    membership_rules: tuple[Note, ...] = ()
    fees: tuple[Fee, ...] = ()
    """Fees that are the same for all of its credentials."""
    former_fees: tuple[Fee, ...] = ()
    exam: Exam = Exam()
    """What is the same for all of its exams."""
    renewal: Renewal = Renewal()
    accreditation: tuple[Accreditation, ...] | None = None
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()
