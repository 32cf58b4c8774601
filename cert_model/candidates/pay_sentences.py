"""Sentences on the pay that a card shows: the figure, whose it is, and from which survey."""

from cert_model.candidates.candidate import Candidate
from cert_model.candidates.pay import newest_pay
from cert_model.careers.sentences import with_article
from cert_model.catalog import Catalog
from cert_model.formatting import format_money, format_period
from cert_model.schema.careers import SurveyRow, WageRow

NO_OCCUPATION = "no government figure covers this work alone"


def pay_label(catalog: Catalog, candidate: Candidate) -> str:
    """Whose pay a card shows: "Pay of full CPC holders", "Coders' pay in Ohio", or "Pay"."""
    if candidate.survey is not None:
        full = "full " if candidate.starts_as else ""
        return f"Pay of {full}{catalog.labels[candidate.id]} holders"
    return "Pay" if candidate.occupation is None else label_of_occupation(candidate.occupation)


def label_of_occupation(row: WageRow) -> str:
    """Whose pay official wages are: "Coders' pay in the United States"."""
    return f"Coders' pay in {with_article(row.area)}"


def format_pay(candidate: Candidate) -> str:
    """The pay reported for a credential, or that of the occupation; "not found" for neither."""
    row = candidate.survey or candidate.occupation
    amount = row.amount if isinstance(row, SurveyRow) else row.p50 if row else None
    return format_money(amount)


def explain_pay(catalog: Catalog, candidate: Candidate) -> str:
    """What the figure of pay is: from which survey and of whom; or why there is none."""
    row, survey = candidate.survey, candidate.compared_in
    if row is not None:
        counted = f"{row.n:,} respondents" if row.n else "number of respondents not published"
        source = f"{row.measure.label} in {row.publisher}'s survey of {row.year}, {counted}"
        return f"{source}{_of_apprentices(catalog, candidate)}"
    if survey is not None:
        return f"not in {survey.publisher}'s survey of {survey.year}"
    if candidate.occupation is not None:
        return explain_occupation(candidate.occupation)
    return NO_OCCUPATION


def explain_occupation(row: WageRow) -> str:
    """What official wages are: whose median, of when, and that beginners' were not found."""
    return (
        "government median of medical records specialists, including coders, "
        f"{format_period(row.as_of)}; beginners' pay was not found"
    )


def _of_apprentices(catalog: Catalog, candidate: Candidate) -> str:
    """That the figure is not that of the apprentice designation the person would start with."""
    sheets = catalog.credentials.values()
    form = next((sheet.id for sheet in sheets if sheet.same_exam_as == candidate.id), None)
    if candidate.starts_as is None or form is None:
        return ""
    label, newest = catalog.labels[form], newest_pay(catalog, form)
    if newest is None:
        return f"; that of {label} holders was not found"
    return f"; {label} holders were last counted in {newest.year}, at {format_money(newest.amount)}"
