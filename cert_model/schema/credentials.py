"""The fact sheet of one credential."""

from pydantic import Field

from cert_model.schema.exams import Exam, Holders
from cert_model.schema.facts import (
    CredentialId,
    Dispute,
    Evidence,
    Fact,
    Gap,
    Model,
    Note,
    SourceId,
    Text,
)
from cert_model.schema.fees import Fee
from cert_model.schema.renewals import Renewal
from cert_model.schema.rules import Eligibility
from cert_model.vocabulary import CodeSet, Level, Need, Role, Setting, Status


class Membership(Model):
    """Whether one has to be a member of the issuer."""

    to_sit: Fact[Need] | None = None
    to_hold: Fact[Need] | None = None


class Accreditation(Evidence):
    """A body that has accredited the credential."""

    body: Text


class ApprenticeRemoval(Evidence):
    """One way to lose the apprentice mark."""

    option: Text
    text: Text


class Apprentice(Model):
    """The mark put on holders who have yet to show experience or a diploma."""

    marks: Text
    meaning: Fact[Text]
    removal: tuple[ApprenticeRemoval, ...] = ()
    details: tuple[Note, ...] = ()


class ClassificationSources(Model):
    """What our own sorting of a credential rests on, field by field."""

    name: tuple[SourceId, ...] = ()
    level: tuple[SourceId, ...] = ()
    roles: tuple[SourceId, ...] = ()
    settings: tuple[SourceId, ...] = ()
    code_sets: tuple[SourceId, ...] = ()
    note: Text | None = None


class Credential(Model):
    """Everything known about one credential; an absent field was not found."""

    code: Text = Field(max_length=20)
    name: Text
    issuer: str = Field(pattern=r"^[a-z]+$")
    status: Fact[Status]
    level: Level
    roles: tuple[Role, ...] = Field(min_length=1)
    settings: tuple[Setting, ...] = ()
    """Places of work it speaks to; empty where not known."""
    code_sets: tuple[CodeSet, ...] | None = None
    """Code sets the exam tests; absent where not known, empty where known to be none."""
    summary: Text
    """One or two sentences in our own words."""
    aliases: tuple[Text, ...] = ()
    """Former letters and other names people search for."""
    classification: ClassificationSources = ClassificationSources()
    same_exam_as: CredentialId | None = None
    """The credential whose exam, exam fees and entry rule this one shares."""
    introduced: Fact[Text | int] | None = None
    former_names: tuple[Note, ...] = ()
    scope: Fact[Text] | None = None
    exam: Exam = Exam()
    fees: tuple[Fee, ...] = ()
    former_fees: tuple[Fee, ...] = ()
    """Price lines no longer offered in that shape."""
    membership: Membership = Membership()
    eligibility: Eligibility = Eligibility()
    apprentice: Apprentice | None = None
    renewal: Renewal = Renewal()
    accreditation: tuple[Accreditation, ...] | None = None
    """Absent where not known, empty where known to be none."""
    holders: tuple[Holders, ...] = ()
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()

    @property
    def id(self) -> str:
        """The key of the credential, such as ``aapc/cpc``."""
        return f"{self.issuer}/{self.code.lower()}"
