"""What people reported earning, by credential and by how many they hold.

A survey reports means or medians. Each figure keeps its measure, year and number of
respondents, and figures of two surveys are never ranked against each other.
"""

from cert_model.catalog import Catalog
from cert_model.schema.careers import SurveyRow
from cert_model.vocabulary import GroupKind

_OTHER_GROUPS = (
    GroupKind.SETTING,
    GroupKind.REGION,
    GroupKind.STATE,
    GroupKind.EXPERIENCE,
    GroupKind.EDUCATION,
)
_BY_NUMBER = (GroupKind.NOT_CERTIFIED, GroupKind.CERTIFIED, GroupKind.NUMBER)


def by_credential(catalog: Catalog) -> list[SurveyRow]:
    """Every figure for holders of a credential: newest survey first, then highest amount."""
    rows = [
        each for each in catalog.careers.surveys.rows if each.group_kind is GroupKind.CREDENTIAL
    ]
    return sorted(rows, key=lambda row: (-row.year, row.publisher, row.measure, -row.amount))


def newest_by_credential(catalog: Catalog) -> list[SurveyRow]:
    """The rows of ``by_credential`` of the newest year in which each credential stands."""
    rows = by_credential(catalog)
    newest: dict[str | None, int] = {}
    for row in rows:
        newest.setdefault(row.credential, row.year)
    return [row for row in rows if row.year == newest[row.credential]]


def of_credential(catalog: Catalog, key: str) -> list[SurveyRow]:
    """What holders of one credential reported, newest first."""
    return [row for row in by_credential(catalog) if row.credential == key]


def by_number(catalog: Catalog) -> list[SurveyRow]:
    """Every figure for the certified, the others, and by credentials held; newest first."""
    rows = [each for each in catalog.careers.surveys.rows if each.group_kind in _BY_NUMBER]
    return sorted(
        rows, key=lambda row: (-row.year, _BY_NUMBER.index(row.group_kind), row.held or 0)
    )


def newest_by_number(catalog: Catalog) -> list[SurveyRow]:
    """The rows of ``by_number`` of the newest survey that tells how many are held."""
    rows = by_number(catalog)
    newest = next((row for row in rows if row.group_kind is GroupKind.NUMBER), None)
    return [row for row in rows if newest is not None and row.compares_with(newest)]


def by_other_group(catalog: Catalog) -> list[SurveyRow]:
    """Every figure by place of work, region, state, experience or schooling; newest first."""
    rows = [row for row in catalog.careers.surveys.rows if row.group_kind in _OTHER_GROUPS]
    return sorted(rows, key=lambda row: (-row.year, row.group_kind, -row.amount))


def newest_by_setting(catalog: Catalog) -> list[SurveyRow]:
    """The places of work of the newest survey that tells them apart, highest first."""
    rows = [row for row in by_other_group(catalog) if row.group_kind is GroupKind.SETTING]
    return [row for row in rows if row.compares_with(rows[0])]


def respondents(catalog: Catalog, row: SurveyRow) -> int | None:
    """How many answered the survey that a row is from; None where nobody published it."""
    counts = [
        other.n
        for other in catalog.careers.surveys.rows
        if (other.publisher, other.year) == (row.publisher, row.year) and other.n is not None
    ]
    return max(counts, default=None)


def caveat(catalog: Catalog, publisher: str) -> str | None:
    """How a publisher's survey has to be read."""
    found = catalog.careers.findings.surveys
    return next((each.caveat for each in found if each.publisher == publisher), None)
