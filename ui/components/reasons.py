"""Why an outcome is as it is: each condition, whether it is met, and where it was read."""

from collections.abc import Iterable, Iterator

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility import Explanation, Outcome, Truth
from cert_model.eligibility.sentences import format_changes, format_step, registration_cost
from cert_model.formatting import as_phrase
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape, format_link
from cert_model.schema import Evidence
from cert_model.vocabulary import Verdict
from ui.components import figures

VERDICTS = {
    Verdict.READY: (":green[●]", "you meet all that we found required or recommended"),
    Verdict.CAN_SIT: (
        ":blue[◐]",
        "you meet what is required; what is recommended is missing or not known",
    ),
    Verdict.UNDECIDED: (":yellow[?]", "an answer is missing"),
    Verdict.NOT_YET: (":red[○]", "something required is missing"),
    Verdict.ASK_ISSUER: (":gray[✉]", "only the issuer can say"),
}
"""A mark and a meaning for each verdict, never color alone."""

_MET = {
    Truth.YES: f":green[✓ {Truth.YES.label}]",
    Truth.NO: f":red[✗ {Truth.NO.label}]",
    Truth.UNKNOWN: f":yellow[? {Truth.UNKNOWN.label}]",
}
"""A mark and a word for each, never color alone."""
_MOST_WAYS = 3
_MOST_SOURCES = 3
"""All stand on the credential's page."""


def explain(catalog: Catalog, outcome: Outcome) -> None:
    """What is required, what is advised, what passing leads to, and what would be enough."""
    _block(catalog, "Required", "you cannot sit without it", outcome.required)
    _section("More about the rule", "what the questions do not cover", _details(catalog, outcome))
    if not outcome.passed:
        advice = "the issuer's advice; you may sit without it"
        _block(catalog, "Recommended", advice, outcome.recommended)
    _section("Consequence", "what passing leads to", _consequences(catalog, outcome))
    if outcome.passed:
        return
    _section("What would be enough", "the nearest ways first", _ways(outcome))
    _section(
        "Ask the issuer",
        "what we could not find, and the page that should say it",
        _inquiries(catalog, outcome),
    )
    _section("Before you register", "steps anyone can take", _steps(catalog, outcome))
    if outcome.formalities:
        st.markdown(escape(registration_cost(outcome)))


def _block(catalog: Catalog, title: str, meaning: str, explained: Explanation | None) -> None:
    if explained is not None:
        _section(title, meaning, _lines(catalog, explained, 0))


def _section(title: str, meaning: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if listed:
        st.markdown("\n".join([f"**{title}**: {meaning}\n", *listed]))


def _details(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    rule = catalog.credentials[outcome.id].eligibility
    for note in (*rule.early_testing, *rule.details):
        text = f"{note.label}: {format_reading(note, note.unit or '')}"
        yield f"- {escape(text)} {_sources(catalog, note)}"


def _consequences(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    for result in outcome.consequences:
        perhaps = "If so: " if result.applies is Truth.UNKNOWN else ""
        consequence = result.consequence
        yield f"- {perhaps}{escape(consequence.text)} {_sources(catalog, consequence)}"
        for changes in result.avoided_by:
            yield f"    - Unless you have {escape(as_phrase(format_changes(changes)))}"


def _ways(outcome: Outcome) -> Iterator[str]:
    if outcome.verdict in (Verdict.NOT_YET, Verdict.UNDECIDED):
        for changes in outcome.missing[:_MOST_WAYS]:
            yield f"- {escape(format_changes(changes))}"


def _inquiries(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    issuer = catalog.issuers[catalog.credentials[outcome.id].issuer]
    for inquiry in outcome.inquiries:
        where = f"{escape(inquiry.page)}; {format_link(issuer.letters, issuer.website)}"
        yield f"- {escape(inquiry.question)} :small[({where})]"


def _steps(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    for step in outcome.formalities:
        text = f"{step.text}: done" if step.settled else format_step(step)
        yield f"- {escape(text)} {_sources(catalog, step.evidence)}"


def _lines(catalog: Catalog, explained: Explanation, depth: int) -> Iterator[str]:
    indent = "    " * depth
    if explained.condition is not None:
        sources = _sources(catalog, explained.condition)
        text = escape(explained.condition.text)
        yield f"{indent}- {_MET[explained.truth]}: {text} {sources}"
        return
    choice = explained.group == "any_of"
    met = [part for part in explained.parts if choice and part.truth is Truth.YES]
    if len(met) == 1:
        yield from _lines(catalog, met[0], depth)
        return
    yield f"{indent}- {'One of these' if choice else 'All of these'}:"
    for part in met or explained.parts:
        yield from _lines(catalog, part, depth + 1)


def _sources(catalog: Catalog, statement: Evidence) -> str:
    return f":small[({figures.marked_sources(catalog, statement, most=_MOST_SOURCES)})]"
