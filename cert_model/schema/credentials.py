"""The fact sheets of credentials and of the bodies that award them."""

from pydantic import Field

from cert_model.schema.exams import Exam, Holders
from cert_model.schema.facts import (
    Count,
    CredentialId,
    Dispute,
    Evidence,
    Fact,
    Flag,
    Gap,
    Model,
    Note,
    SourceId,
    Text,
    Url,
)
from cert_model.schema.prices import Price, PriceFact
from cert_model.schema.renewal import Renewal
from cert_model.schema.rules import Eligibility, Rule
from cert_model.vocabulary import (
    CodeSet,
    Level,
    Need,
    RemovalRoute,
    Role,
    Setting,
    Status,
)


class Membership(Model):
    """Whether membership of the issuer is needed."""

    to_sit: Fact[Need] | None = None
    to_hold: Fact[Need] | None = None


class Accreditation(Evidence):
    """A body that has accredited the credential."""

    body: Text


class ApprenticeRemoval(Evidence):
    """One way to lose the apprentice designation."""

    option: RemovalRoute
    text: Text


class Apprentice(Model):
    """The mark put on holders who have yet to show experience or a diploma."""

    marks: Text
    meaning: Fact[Text]
    removal: tuple[ApprenticeRemoval, ...] = ()
    details: tuple[Note, ...] = ()

    @property
    def is_provisional(self) -> bool:
        """Whether it marks a certificate until a diploma comes in, and is no apprentice's."""
        return {way.option for way in self.removal} == {RemovalRoute.DIPLOMA}


class Replacement(Evidence):
    """A credential of the same issuer whose place this one takes: one renewal for both."""

    credential: CredentialId


class ClassificationSources(Model):
    """The sources of our own classification of a credential, by field."""

    name: tuple[SourceId, ...] = ()
    level: tuple[SourceId, ...] = ()
    roles: tuple[SourceId, ...] = ()
    settings: tuple[SourceId, ...] = ()
    code_sets: tuple[SourceId, ...] = ()
    note: Text | None = None


class Credential(Model):
    """Everything known about one credential. An absent field was not found."""

    code: Text = Field(max_length=20)
    name: Text
    issuer: str = Field(pattern=r"^[a-z]+$")
    status: Fact[Status]
    level: Level
    roles: tuple[Role, ...] = Field(min_length=1)
    settings: tuple[Setting, ...] = ()
    """Places of work that it prepares for; empty if not known."""
    code_sets: tuple[CodeSet, ...] | None = None
    """Code sets on the exam; absent if not known, empty if known to be none."""
    summary: Text
    """One or two sentences in our own words."""
    aliases: tuple[Text, ...] = ()
    """Former letters and other names people search for."""
    classification: ClassificationSources = ClassificationSources.model_construct()
    same_exam_as: CredentialId | None = None
    """The credential whose exam, fees and entry rule this one shares."""
    replaces: tuple[Replacement, ...] = ()
    """The credentials that need not be kept up, once this one is held."""
    introduced: Fact[Text | int] | None = None
    former_names: tuple[Note, ...] = ()
    scope: Fact[Text] | None = None
    exam: Exam = Exam.model_construct()
    fees: tuple[Price, ...] = ()
    former_fees: tuple[Price, ...] = ()
    """Price lines that are no longer offered."""
    priced_apart: Fact[Flag] | None = None
    """Whether the issuer is known to have asked another price than for its other exams."""
    membership: Membership = Membership.model_construct()
    eligibility: Eligibility = Eligibility.model_construct()
    apprentice: Apprentice | None = None
    renewal: Renewal = Renewal.model_construct()
    accreditation: tuple[Accreditation, ...] | None = None
    """Absent if not known, empty if known to be none."""
    holders: tuple[Holders, ...] = ()
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()

    @property
    def id(self) -> str:
        """The key of the credential, such as ``aapc/cpc``."""
        return f"{self.issuer}/{self.code.lower()}"

    @property
    def exam_id(self) -> str:
        """The id of the credential whose fact sheet has the exam: the CPC's for the CPC-A."""
        return self.same_exam_as or self.id


class ExamGroup(Model):
    """What is published of a group of an issuer's exams as a whole, rather than of one exam."""

    name: Text
    """The group as the publisher calls it, such as "core exams"."""
    levels: tuple[Level, ...] = Field(min_length=1)
    """The levels of the credentials that belong to it, in our sorting."""
    fees: tuple[Price, ...] = ()
    questions: Fact[Count] | None = None
    minutes: Fact[Count] | None = None


class Issuer(Model):
    """One issuer, with the rules that hold for all of its credentials."""

    id: str = Field(pattern=r"^[a-z]+$")
    letters: Text
    """Its usual abbreviation, such as AAPC."""
    name: Text
    country: str = Field(pattern=r"^[A-Z]{2}$")
    website: Url | None = None
    summary: Text | None = None
    founded: Fact[int] | None = None
    size: tuple[Note, ...] = ()
    """Numbers of members, certified people and candidates, with their dates."""
    dues: tuple[Price, ...] = ()
    former_dues: tuple[Price, ...] = ()
    dues_in_general: PriceFact | None = None
    """A year's dues over all kinds of membership together, in U.S. dollars."""
    membership_rules: tuple[Note, ...] = ()
    fees: tuple[Price, ...] = ()
    """Fees that are the same for all of its credentials."""
    former_fees: tuple[Price, ...] = ()
    exam: Exam = Exam.model_construct()
    """Facts that hold for all of its exams."""
    general_rule: Rule | None = None
    """What the issuer itself writes of its exams in general about who may sit.

    It suggests what is likely where an exam's own rule was not found; it decides nothing.
    """
    exam_groups: tuple[ExamGroup, ...] = ()
    renewal: Renewal = Renewal.model_construct()
    accreditation: tuple[Accreditation, ...] | None = None
    details: tuple[Note, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()
