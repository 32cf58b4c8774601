"""The files of ``data/careers``: what explains the codes and surveys, and the tables as wholes."""

from cert_model.schema.careers import (
    CertificationEffectRow,
    EducationShareRow,
    IndustryShareRow,
    PriceParityRow,
    ProjectionRow,
    Soc,
    SurveyRow,
    WageRow,
    YearlyEvidence,
)
from cert_model.schema.exams import Percent
from cert_model.schema.facts import Count, Dispute, Evidence, Flag, Gap, Model, Note, Slug, Text


class Succession(Evidence):
    """The code that this one replaced, and why the two series cannot be joined."""

    soc: Soc
    text: Text


class Occupation(Model):
    """One code of the Standard Occupational Classification."""

    soc: Soc
    title: Text
    short: Text
    """Its name on the screen."""
    holds: Text
    """Who is counted under the code, in our own words."""
    follows: Succession | None = None
    facts: tuple[Note, ...] = ()


class OccupationFile(Model):
    """``data/careers/occupations.yaml``."""

    occupations: tuple[Occupation, ...]


class Finding(YearlyEvidence):
    """A statement of a survey or a page that is no single figure."""

    publisher: Text
    text: Text
    n: Count | None = None


class SurveyPublisher(Model):
    """What to keep in mind about a publisher's survey."""

    publisher: Text
    caveat: Text


class RemoteShare(YearlyEvidence):
    """The share of a group that works remotely."""

    publisher: Text
    measure: Text
    percent: Percent
    confirmed: Flag = True
    """False if it is not known which survey the figure comes from."""


class Study(YearlyEvidence):
    """A figure that a study found."""

    id: Slug
    publisher: Text
    text: Text
    """What the figure is the share of."""
    percent: Percent
    n: Count | None = None
    """How many codes, notes or people it rests on."""

    @property
    def value(self) -> float:
        """The figure, in percent."""
        return self.percent


class FindingFile(Model):
    """``data/careers/findings.yaml``."""

    surveys: tuple[SurveyPublisher, ...] = ()
    remote: tuple[RemoteShare, ...] = ()
    findings: tuple[Finding, ...] = ()
    studies: tuple[Study, ...] = ()
    """Studies of what artificial intelligence does in coding."""
    disputed: tuple[Dispute, ...] = ()
    unknown: tuple[Gap, ...] = ()


class WageFile(Model):
    """``data/careers/wages.csv``."""

    rows: tuple[WageRow, ...] = ()


class PriceParityFile(Model):
    """``data/careers/price_parities.csv``."""

    rows: tuple[PriceParityRow, ...] = ()


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
    """All of ``data/careers``, one field per file."""

    wages: WageFile = WageFile.model_construct()
    price_parities: PriceParityFile = PriceParityFile.model_construct()
    projections: ProjectionFile = ProjectionFile.model_construct()
    industry_shares: IndustryShareFile = IndustryShareFile.model_construct()
    worker_education: EducationShareFile = EducationShareFile.model_construct()
    surveys: SurveyFile = SurveyFile.model_construct()
    certification_effect: CertificationEffectFile = CertificationEffectFile.model_construct()
    occupations: OccupationFile = OccupationFile.model_construct(occupations=())
    findings: FindingFile = FindingFile.model_construct()
