"""Why an outcome is as it is: each condition, whether it is met, and where it was read."""

from collections.abc import Iterable, Iterator

import streamlit as st

from cert_model.catalog import Catalog, FactRef
from cert_model.eligibility import SETTLED_FOR_GOOD, Explanation, Likelihood, Outcome, Truth
from cert_model.eligibility.registration_sentences import format_step, registration_cost
from cert_model.eligibility.sentences import (
    VERDICT_MARKS,
    describe_likelihood,
    describe_shown_schooling,
    format_changes,
)
from cert_model.formatting import as_phrase
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape, format_link
from cert_model.schema import Evidence
from cert_model.vocabulary import Verdict
from ui.components import figures

_COLORS = {
    Verdict.READY: "green",
    Verdict.CAN_SIT: "blue",
    Verdict.UNDECIDED: "yellow",
    Verdict.NOT_YET: "red",
    Verdict.ASK_ISSUER: "gray",
    Verdict.CLOSED: "gray",
}
_MEANINGS = {
    Verdict.HELD: (
        "you hold it, in full or with a mark such as the A in CPC-A, or one that replaces it"
    ),
    Verdict.READY: "you meet every requirement and every recommendation",
    Verdict.CAN_SIT: (
        "you meet the requirements; the recommendations are not met, not known or not found"
    ),
    Verdict.UNDECIDED: "an answer is missing",
    Verdict.NOT_YET: "something required is missing",
    Verdict.ASK_ISSUER: "the rule was not found, or only the issuer can judge",
    Verdict.CLOSED: "the exam is no longer given",
}


def with_mark(verdict: Verdict, words: str = "") -> str:
    """The mark of a verdict before words in Markdown, all in the color of the verdict."""
    marked = f"{VERDICT_MARKS[verdict]} {words}".rstrip()
    color = _COLORS.get(verdict)
    return f":{color}[{marked}]" if color else marked


VERDICTS = {verdict: (with_mark(verdict), meaning) for verdict, meaning in _MEANINGS.items()}
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
    st.markdown("\n\n".join(filter(None, _explanation(catalog, outcome))))


def _explanation(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    if outcome.verdict in SETTLED_FOR_GOOD:
        yield _section("Why", "what settles it", _what_settles(catalog, outcome))
        yield _section("To hold it in full", "the nearest ways first", _ways(outcome))
        yield _section(
            "How to remove the designation",
            "the issuer's routes",
            _removal_routes(catalog, outcome),
        )
        return
    yield _block(catalog, "Required", "you cannot sit without it", outcome.required)
    if outcome.likely is not None:
        yield likely_text(catalog, outcome.likely)
    details = _details(catalog, outcome)
    yield _section("More about the rule", "what the questions do not cover", details)
    advice = "the issuer's advice; you may sit without it"
    yield _block(catalog, "Recommended", advice, outcome.recommended)
    yield _section("Consequence", "what passing leads to", _consequences(catalog, outcome))
    if outcome.verdict in (Verdict.NOT_YET, Verdict.UNDECIDED):
        yield _section("What would be enough", "the nearest ways first", _ways(outcome))
    yield _section(
        "Ask the issuer",
        "what we could not find, and the page that should say it",
        _inquiries(catalog, outcome),
    )
    yield _section("Before you register", "steps anyone can take", _steps(catalog, outcome))
    if outcome.formalities:
        yield escape(registration_cost(outcome))


def likely_text(catalog: Catalog, likelihood: Likelihood) -> str:
    """What is likely, and the rules that suggest it, as Markdown."""
    meaning = "what suggests it, although it settles nothing"
    return _section("Likely", meaning, _likely_lines(catalog, likelihood))


def _block(catalog: Catalog, title: str, meaning: str, explained: Explanation | None) -> str:
    return "" if explained is None else _section(title, meaning, _lines(catalog, explained, 0))


def _section(title: str, meaning: str, lines: Iterable[str]) -> str:
    """A heading and its lines as Markdown; empty without lines."""
    listed = list(lines)
    return "\n".join([f"**{title}**: {meaning}\n", *listed]) if listed else ""


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
    for changes in outcome.missing[:_MOST_WAYS]:
        yield f"- {escape(format_changes(changes))}"


def _what_settles(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    """By which credential it is held, or that the exam is no longer given."""
    sheet, holding = catalog.credentials[outcome.id], outcome.holding
    if holding is None:
        yield f"- The exam is no longer given {_sources(catalog, sheet.status)}"
        return
    yield f"- You hold the {escape(holding.letters)}"
    for replacement in catalog.credentials[holding.by].replaces:
        if replacement.credential == outcome.id:
            yield f"- It replaces the {escape(sheet.code)} {_sources(catalog, replacement)}"
    if holding.is_marked and sheet.apprentice is not None:
        meaning = sheet.apprentice.meaning
        yield f"- {escape(format_reading(meaning))} {_sources(catalog, meaning)}"


def _removal_routes(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    mark = catalog.credentials[outcome.id].apprentice
    if outcome.held_as is not None and mark is not None:
        for route in mark.removal:
            yield f"- {escape(route.text)} {_sources(catalog, route)}"


def _likely_lines(catalog: Catalog, likelihood: Likelihood) -> Iterator[str]:
    yield f"- {escape(describe_likelihood(likelihood))}"
    for ref in likelihood.facts:
        sources = _sources(catalog, catalog.find_fact(ref))
        yield f"    - {escape(_subject(catalog, ref))} {sources}"


def _subject(catalog: Catalog, ref: FactRef) -> str:
    """The letters of the credential or issuer that a fact is about."""
    issuer = catalog.issuers.get(ref.subject)
    return catalog.labels[ref.subject] if issuer is None else issuer.letters


def _inquiries(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    issuer = catalog.issuers[catalog.credentials[outcome.id].issuer]
    for inquiry in outcome.inquiries:
        where = f"{escape(inquiry.page)}; {format_link(issuer.letters, issuer.website)}"
        yield f"- {escape(inquiry.question)} :small[({where})]"


def _steps(catalog: Catalog, outcome: Outcome) -> Iterator[str]:
    for step in outcome.formalities:
        text = f"{step.text}: done" if step.settled else format_step(step)
        rule = f" {step.estimate}" if step.estimate else ""
        yield f"- {escape(text)}{escape(rule)} {_sources(catalog, step.evidence)}"


def _lines(catalog: Catalog, explained: Explanation, depth: int) -> Iterator[str]:
    indent = "    " * depth
    if explained.condition is not None:
        sources = _sources(catalog, explained.condition)
        shown = describe_shown_schooling(explained.shown_by)
        text = escape(f"{explained.condition.text}. {shown}" if shown else explained.condition.text)
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
