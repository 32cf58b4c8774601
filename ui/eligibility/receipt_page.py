"""The receipt as one page to print or send."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cert_model.eligibility import MAY_SIT, IdsByVerdict, Outcome, assess
from cert_model.eligibility.questionnaire import Interview
from cert_model.eligibility.registration_sentences import starting_letters
from cert_model.eligibility.sentences import (
    format_changes,
    next_step,
    verdict_summary,
)
from cert_model.formatting import as_phrase
from cert_model.overview import costs_to_earn
from cert_model.vocabulary import Verdict
from ui.components import downloads


@dataclass(frozen=True, slots=True)
class _Group:
    """The credentials with one verdict, as they stand on the receipt."""

    title: str
    with_reason: Sequence[tuple[str, str]]
    """The label of a credential and the reason for its verdict."""
    without_reason: Sequence[str]


def page(
    interview: Interview,
    ids_by_verdict: IdsByVerdict,
    answers: Iterable[tuple[str, str]],
    link: str,
) -> bytes:
    """The receipt for some credentials as HTML, on its own.

    ``answers`` are the questions with their answers in words; ``link`` opens them again.
    """
    catalog = interview.catalog
    return downloads.render_page(
        "eligibility/receipt.html",
        day=catalog.today.isoformat(),
        tally=verdict_summary(ids_by_verdict),
        fingerprint=catalog.fingerprint,
        answers=list(answers),
        groups=list(_groups(interview, ids_by_verdict)),
        link=link,
    )


def _groups(interview: Interview, ids_by_verdict: IdsByVerdict) -> Iterator[_Group]:
    """The outcomes by verdict, without the verdicts that none has."""
    catalog, costs = interview.catalog, costs_to_earn(interview.catalog)
    for verdict, keys in ids_by_verdict.items():
        reasons = [
            (catalog.labels[key], reason(assess(catalog, key, interview.person, costs)))
            for key in keys
        ]
        if reasons:
            yield _Group(
                f"{verdict.label} ({len(keys)})",
                [(label, why) for label, why in reasons if why],
                [label for label, why in reasons if not why],
            )


def reason(outcome: Outcome) -> str:
    """The shortest reason for a verdict; nothing where the verdict says it all."""
    if outcome.verdict is Verdict.HELD:
        return "" if outcome.holding and outcome.holding.by == outcome.id else next_step(outcome)
    if outcome.likely is not None:
        return f"likely {outcome.likely.verdict.label.lower()}"
    marks = starting_letters(outcome) if outcome.verdict in MAY_SIT else ""
    if outcome.verdict is Verdict.CAN_SIT and outcome.recommended_missing:
        advised = f"advised: {as_phrase(format_changes(outcome.recommended_missing[0]))}"
        return "; ".join(filter(None, (marks, advised)))
    if outcome.verdict in (Verdict.NOT_YET, Verdict.UNDECIDED) and outcome.missing:
        return f"needs: {as_phrase(format_changes(outcome.missing[0]))}"
    return marks
