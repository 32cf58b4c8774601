"""The files on work and pay: what explains the codes and surveys, and the tables as a whole."""

from cert_model.schema.careers import (
    CertificationEffectRow,
    EducationShareRow,
    IndustryShareRow,
    OfAYear,
    ProjectionRow,
    Soc,
    SurveyRow,
    WageRow,
)
from cert_model.schema.exams import Percent
from cert_model.schema.facts import Count, Dispute, Evidence, Flag, Gap, Model, Note, Text


class Succession(Evidence):
    """The code whose count this one took over, and why the two cannot be joined."""

    soc: Soc
    text: Text


class Occupation(Model):
    """One code of the Standard Occupational Classification."""

    soc: Soc
    title: Text
    short: Text
    """What the screen calls it."""
    holds: Text
    """Who is counted under it, in our own words."""
    follows: Succession | None = None
    facts: tuple[Note, ...] = ()


class OccupationFile(Model):
    """``data/careers/occupations.yaml``."""

    occupations: tuple[Occupation, ...]


class Finding(OfAYear):
    """Something a survey or a page says that is no single figure."""

    publisher: Text
    text: Text
    n: Count | None = None


class SurveyPublisher(Model):
    """How a publisher's survey has to be read."""

    publisher: Text
    caveat: Text


class RemoteShare(OfAYear):
    """The share of a group that works remotely."""

    publisher: Text
    measure: Text
    percent: Percent
    confirmed: Flag = True
    """False where nobody could say which survey the figure comes from."""


class FindingFile(Model):
    """``data/careers/findings.yaml``."""

    surveys: tuple[SurveyPublisher, ...] = ()
    remote: tuple[RemoteShare, ...] = ()
    findings: tuple[Finding, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()


class WageFile(Model):
    """``data/careers/wages.csv``."""

    rows: tuple[WageRow, ...] = ()


class ProjectionFile(Model):
    """``data/careers/projections.csv``."""

    rows: tuple[ProjectionRow, ...] = ()


class IndustryShareFile(Model):
    """``data/careers/industry_shares.csv``."""

    rows: tuple[IndustryShareRow, ...] = ()


class EducationShareFile(Model):
    """``data/careers/worker_education.csv``."""

    rows: tuple[EducationShareRow, ...] = ()


class SurveyFile(Model):
    """``data/careers/surveys.csv``."""

    rows: tuple[SurveyRow, ...] = ()


class CertificationEffectFile(Model):
    """``data/careers/certification_effect.csv``."""

    rows: tuple[CertificationEffectRow, ...] = ()


class Careers(Model):
    """All of ``data/careers``, a file a field."""

    wages: WageFile = WageFile.model_construct()
    projections: ProjectionFile = ProjectionFile.model_construct()
    industry_shares: IndustryShareFile = IndustryShareFile.model_construct()
    worker_education: EducationShareFile = EducationShareFile.model_construct()
    surveys: SurveyFile = SurveyFile.model_construct()
    certification_effect: CertificationEffectFile = CertificationEffectFile.model_construct()
    occupations: OccupationFile = OccupationFile.model_construct(occupations=())
    findings: FindingFile = FindingFile.model_construct()
