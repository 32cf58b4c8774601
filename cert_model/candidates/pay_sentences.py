"""Sentences on the pay that a card shows: the figure, and whose it is."""

from cert_model.candidates.candidate import Candidate
from cert_model.formatting import format_money
from cert_model.schema.careers import SurveyRow


def format_pay(candidate: Candidate) -> str:
    """The pay reported for a credential, or that of the occupation; "not found" for neither."""
    row = candidate.survey or candidate.occupation
    amount = row.amount if isinstance(row, SurveyRow) else row.p50 if row else None
    return format_money(amount)


def explain_pay(candidate: Candidate) -> str:
    """What the figure of pay is: who reported it, or whose median it is; empty for none."""
    row = candidate.survey
    if row is not None:
        counted = f"{row.n:,} respondents" if row.n else "number of respondents not published"
        return f"{row.measure.label} in {row.publisher}'s survey of {row.year}, {counted}"
    occupation = candidate.occupation
    if occupation is None:
        return ""
    return f"median of medical records specialists, including coders, {occupation.area}"
