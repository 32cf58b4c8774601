"""What surveys report: pay by credential, and how much more the certified earn than others."""

from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.schema.careers import CertificationEffectRow, SurveyRow
from cert_model.vocabulary import GroupKind, PayUnit

_OTHER_GROUPS = (
    GroupKind.SETTING,
    GroupKind.REGION,
    GroupKind.STATE,
    GroupKind.EXPERIENCE,
    GroupKind.EDUCATION,
)
_NUMBER_GROUPS = (GroupKind.NOT_CERTIFIED, GroupKind.CERTIFIED, GroupKind.NUMBER)


def survey_rows_by_credential(catalog: Catalog) -> list[SurveyRow]:
    """Every figure for holders of a credential: newest survey first, then highest amount."""
    rows = [row for row in catalog.careers.surveys.rows if row.group_kind is GroupKind.CREDENTIAL]
    return sorted(rows, key=lambda row: (-row.year, row.publisher, row.measure, -row.amount))


def newest_rows_by_credential(catalog: Catalog) -> list[SurveyRow]:
    """Each credential's figures of the newest year that has any, in the same order."""
    rows = survey_rows_by_credential(catalog)
    newest: dict[str | None, int] = {}
    for row in rows:
        newest.setdefault(row.credential, row.year)
    return [row for row in rows if row.year == newest[row.credential]]


def survey_rows_of(catalog: Catalog, key: str) -> list[SurveyRow]:
    """What holders of one credential reported, newest first."""
    return [row for row in survey_rows_by_credential(catalog) if row.credential == key]


def survey_rows_by_number(catalog: Catalog) -> list[SurveyRow]:
    """Every figure for those not certified, certified, and by number held; newest first."""
    rows = [row for row in catalog.careers.surveys.rows if row.group_kind in _NUMBER_GROUPS]
    return sorted(
        rows, key=lambda row: (-row.year, _NUMBER_GROUPS.index(row.group_kind), row.held or 0)
    )


def newest_rows_by_number(catalog: Catalog) -> list[SurveyRow]:
    """The figures of the newest survey that reports pay by the number of credentials held."""
    rows = survey_rows_by_number(catalog)
    newest = next((row for row in rows if row.group_kind is GroupKind.NUMBER), None)
    return [row for row in rows if newest is not None and row.compares_with(newest)]


def survey_rows_by_other_group(catalog: Catalog) -> list[SurveyRow]:
    """Every figure by place of work, region, state, experience or schooling; newest first."""
    rows = [row for row in catalog.careers.surveys.rows if row.group_kind in _OTHER_GROUPS]
    return sorted(rows, key=lambda row: (-row.year, row.group_kind, -row.amount))


def newest_rows_by_setting(catalog: Catalog) -> list[SurveyRow]:
    """The figures of the newest survey that reports pay by place of work, highest first."""
    rows = survey_rows_by_other_group(catalog)
    settings = [row for row in rows if row.group_kind is GroupKind.SETTING]
    return [row for row in settings if row.compares_with(settings[0])]


def survey_respondents(catalog: Catalog, row: SurveyRow) -> int | None:
    """The number of respondents to a row's whole survey; None where it was not published."""
    counts = [
        other.n
        for other in catalog.careers.surveys.rows
        if (other.publisher, other.year) == (row.publisher, row.year) and other.n is not None
    ]
    return max(counts, default=None)


def survey_caveat(catalog: Catalog, publisher: str) -> str | None:
    """How to read a publisher's surveys; None where nothing is noted."""
    surveys = catalog.careers.findings.surveys
    return next((survey.caveat for survey in surveys if survey.publisher == publisher), None)


@dataclass(frozen=True, slots=True)
class PayGap:
    """One comparison of the pay of certified people with that of others.

    It does not measure the effect of a credential: the certified also tend to have more
    schooling and experience.
    """

    row: CertificationEffectRow

    @property
    def percent_of_others(self) -> float:
        """The usual calculation: (certified − others) ÷ others × 100."""
        return (self.row.certified - self.row.not_certified) / self.row.not_certified * 100

    @property
    def percent_of_certified(self) -> float:
        """The calculation with the smaller result: (certified − others) ÷ certified × 100."""
        return (self.row.certified - self.row.not_certified) / self.row.certified * 100


def pay_gaps(catalog: Catalog) -> list[PayGap]:
    """Every comparison of pay, newest first."""
    rows = [
        row for row in catalog.careers.certification_effect.rows if row.unit is not PayUnit.PERCENT
    ]
    return [PayGap(row) for row in sorted(rows, key=lambda row: (-row.year, -row.certified))]


def other_comparisons(catalog: Catalog) -> list[CertificationEffectRow]:
    """The comparisons of anything but pay, such as unemployment."""
    rows = catalog.careers.certification_effect.rows
    return [row for row in rows if row.unit is PayUnit.PERCENT]


def smallest_and_newest_gap(catalog: Catalog) -> tuple[PayGap, PayGap] | None:
    """The smallest difference in pay of any comparison, and that of the newest; None without one.

    Nobody has measured what a credential adds to one person's pay, so these are no forecast.
    """
    gaps = pay_gaps(catalog)
    if not gaps:
        return None
    return min(gaps, key=lambda gap: gap.percent_of_others), gaps[0]
