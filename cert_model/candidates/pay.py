"""What is known of the pay with a credential: a survey's figure, or that of the occupation."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cert_model.careers import (
    CODER_SOC,
    newest_national_row,
    state_medians,
    survey_rows_by_credential,
    survey_rows_of,
)
from cert_model.catalog import Catalog
from cert_model.schema.careers import SurveyRow, WageRow
from cert_model.vocabulary import Measure, Role, State


class Survey(NamedTuple):
    """One survey's kind of figure, within which the pay of two credentials may be compared."""

    publisher: str
    year: int
    measure: Measure


def newest_pay(catalog: Catalog, key: str) -> SurveyRow | None:
    """What holders of a credential reported in the newest survey that has a figure for them."""
    return next(iter(survey_rows_of(catalog, key)), None)


def survey_of_most(catalog: Catalog, keys: Iterable[str]) -> Survey | None:
    """The survey with figures for most of some credentials, of several the newest; None for none.

    Figures of two surveys are never ranked against each other.
    """
    wanted = set(keys)
    rows = [row for row in survey_rows_by_credential(catalog) if row.credential in wanted]
    counts = Counter(_survey(row) for row in rows)
    return max(
        counts, key=lambda survey: (counts[survey], survey.year, survey.publisher), default=None
    )


def pay_in(catalog: Catalog, survey: Survey | None) -> Mapping[str, SurveyRow]:
    """The figures of one survey by the id of the credential; none without a survey."""
    return {
        row.credential: row
        for row in survey_rows_by_credential(catalog)
        if row.credential is not None and _survey(row) == survey
    }


def _survey(row: SurveyRow) -> Survey:
    return Survey(row.publisher, row.year, row.measure)


def occupation_pay(
    catalog: Catalog, roles: Iterable[Role], home_state: State | None
) -> WageRow | None:
    """The newest wages of the occupation that coders are counted in, for a credential's roles.

    Those of the home state where it has a median, else the nation's. None for other work: the
    catalog's occupations count no billers, auditors or documentation specialists of health care.
    """
    if Role.CODING not in roles:
        return None
    in_state = state_medians(catalog, CODER_SOC).get(home_state) if home_state else None
    return in_state or newest_national_row(catalog, CODER_SOC)
