"""The receipt as one page to print or send."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.eligibility import MAY_SIT, Outcome, assess
from cert_model.eligibility.questionnaire import Answers, Interview
from cert_model.eligibility.sentences import (
    format_changes,
    interview_summary,
    next_step,
    starting_letters,
)
from cert_model.formatting import as_phrase
from cert_model.overview import first_year_costs
from cert_model.vocabulary import Verdict
from ui.components import downloads
from ui.eligibility import controls


@dataclass(frozen=True, slots=True)
class _Group:
    """The credentials with one verdict, as they stand on the receipt."""

    title: str
    with_reason: Sequence[tuple[str, str]]
    """The label of a credential and the reason for its verdict."""
    without_reason: Sequence[str]


def page(mine: Interview, ids: Sequence[str], link: str) -> bytes:
    """The receipt for some credentials as HTML, on its own; ``link`` opens the answers again."""
    catalog, costs = mine.catalog, first_year_costs(mine.catalog)
    outcomes = [assess(catalog, key, mine.person, costs) for key in ids]
    return downloads.render_page(
        "eligibility/receipt.html",
        day=catalog.today.isoformat(),
        tally=interview_summary(mine, ids),
        fingerprint=catalog.fingerprint,
        answers=list(_answers(catalog, mine.parsed.answers)),
        groups=list(_groups(catalog, outcomes)),
        link=link,
    )


def _answers(catalog: Catalog, answers: Answers) -> Iterator[tuple[str, str]]:
    """Every question that was answered, with its answer in words."""
    for question in catalog.questions.questions:
        if question.id in answers:
            yield question.ask, controls.in_words(catalog, question, answers[question.id])


def _groups(catalog: Catalog, outcomes: Sequence[Outcome]) -> Iterator[_Group]:
    """The outcomes by verdict, without the verdicts that none has."""
    for verdict in Verdict:
        reasons = [
            (catalog.labels[outcome.id], reason(outcome))
            for outcome in outcomes
            if outcome.verdict is verdict
        ]
        if reasons:
            yield _Group(
                f"{verdict.label} ({len(reasons)})",
                [(label, why) for label, why in reasons if why],
                [label for label, why in reasons if not why],
            )


def reason(outcome: Outcome) -> str:
    """The shortest reason for a verdict; nothing where the verdict says it all."""
    if outcome.passed:
        return next_step(outcome)
    marks = starting_letters(outcome) if outcome.verdict in MAY_SIT else ""
    if outcome.verdict is Verdict.CAN_SIT and outcome.recommended_missing:
        advised = f"advised: {as_phrase(format_changes(outcome.recommended_missing[0]))}"
        return "; ".join(filter(None, (marks, advised)))
    if outcome.verdict in (Verdict.NOT_YET, Verdict.UNDECIDED) and outcome.missing:
        return f"needs: {as_phrase(format_changes(outcome.missing[0]))}"
    return marks
