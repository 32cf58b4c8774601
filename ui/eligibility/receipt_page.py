"""The receipt as one page to print or send."""

import html
from collections.abc import Sequence

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
from ui.eligibility import controls

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>May I sit? {day}</title><style>
@page {{ size: A4; margin: 10mm }}
body {{ font: 7.5pt/1.3 Georgia, serif; color: #1b2733; max-width: 190mm; margin: 0 auto }}
h1 {{ font-size: 1.9em; margin: 0 0 2mm }}
h2 {{ font-size: 1.3em; margin: 3mm 0 1mm }}
ul {{ columns: 2; column-gap: 7mm; margin: 0; padding-left: 4mm }}
li {{ break-inside: avoid }}
p {{ margin: 1mm 0 }}
@media screen {{ body {{ padding: 1em; font-size: 1rem }} }}
@media screen and (max-width: 40em) {{ ul {{ columns: 1 }} }}
a {{ color: #0b5f59; overflow-wrap: anywhere }}
</style></head><body><h1>Which exams may I sit for?</h1>
<p>{tally} Catalog of {day}, version {fingerprint}.</p>
<h2>What I answered</h2><ul>{answers}</ul>
{groups}
<p>CertLens is not an issuer: the issuer has the last word. Each rule stands with its source on the
page of its credential. <a href="{link}">Open these answers again</a> to see what has changed
since.</p>
</body></html>
"""


def page(mine: Interview, ids: Sequence[str], link: str) -> bytes:
    """The receipt for some credentials as HTML, on its own; ``link`` opens the answers again."""
    catalog, costs = mine.catalog, first_year_costs(mine.catalog)
    shown = [assess(catalog, key, mine.person, costs) for key in ids]
    groups = "".join(
        _group(catalog, verdict, [each for each in shown if each.verdict is verdict])
        for verdict in Verdict
    )
    return _PAGE.format(
        day=catalog.today.isoformat(),
        tally=html.escape(interview_summary(mine, ids)),
        fingerprint=catalog.fingerprint,
        answers=_answers(catalog, mine.parsed.answers),
        groups=groups,
        link=html.escape(link, quote=True),
    ).encode()


def _answers(catalog: Catalog, answers: Answers) -> str:
    lines = [
        f"<li>{html.escape(question.ask)} "
        f"<b>{html.escape(controls.in_words(catalog, question, answers[question.id]))}</b></li>"
        for question in catalog.questions.questions
        if question.id in answers
    ]
    return "".join(lines) or "<li>Nothing yet.</li>"


def _group(catalog: Catalog, verdict: Verdict, outcomes: Sequence[Outcome]) -> str:
    if not outcomes:
        return ""
    lines = [(catalog.labels[each.id], reason(each)) for each in outcomes]
    listed = "".join(
        f"<li><b>{html.escape(label)}</b> {html.escape(why)}</li>" for label, why in lines if why
    )
    bare = ", ".join(html.escape(label) for label, why in lines if not why)
    heading = f"<h2>{verdict.label} ({len(outcomes)})</h2>"
    return f"{heading}<p>{bare}</p><ul>{listed}</ul>" if bare else f"{heading}<ul>{listed}</ul>"


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
