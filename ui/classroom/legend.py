"""What the marks and the counts of a class mean."""

from cert_model.eligibility.sentences import VERDICT_MARKS
from cert_model.vocabulary import Verdict
from ui.components.reasons import VERDICTS

COUNTS_OVERLAP = (
    "People who are one step away are also counted in a later column, such as Not yet or Not "
    "settled yet. The columns overlap, so do not add them up."
)
"""Stands below a table of exams."""


def marks_legend(person: str) -> str:
    """Each mark with its word and its meaning, of whom ``person`` says: "you" or "they"."""
    return " · ".join(
        f"{VERDICT_MARKS[verdict]} {verdict.label}: {meaning.replace('you', person)}"
        for verdict, (_, meaning) in VERDICTS.items()
        if verdict is not Verdict.CLOSED
    )
