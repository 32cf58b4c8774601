"""Why an outcome is as it is: each condition, whether it is met, and where it was read."""

from collections.abc import Iterator

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility import Explained, Outcome, Truth
from cert_model.eligibility_takeaways import in_words, to_register, to_settle
from cert_model.schema import Evidence
from cert_model.vocabulary import Verdict
from ui import figures
from ui.markdown import escape

VERDICTS = {
    Verdict.READY: (":green[●]", "nothing that the issuer asks or advises is lacking"),
    Verdict.CAN_SIT: (
        ":blue[◐]",
        "what is required is there; what is advised is not, or not known",
    ),
    Verdict.UNDECIDED: (":yellow[?]", "an answer is lacking"),
    Verdict.NOT_YET: (":red[○]", "something required is lacking"),
    Verdict.ASK_ISSUER: (":gray[✉]", "only the issuer can tell"),
}
"""A mark and a meaning for each verdict, never color alone."""

_MET = {
    Truth.YES: ":green[✓ met]",
    Truth.NO: ":red[✗ not met]",
    Truth.UNKNOWN: ":orange[? not known]",
}
"""A mark and a word for each, never color alone."""
_WAYS = 3


def explain(catalog: Catalog, outcome: Outcome) -> None:
    """What is required, what is advised, what passing leads to, and what would be enough."""
    _block(catalog, "Required", "no exam without it", outcome.required)
    _block(catalog, "Recommended", "the issuer's advice, which bars nobody", outcome.recommended)
    if outcome.consequences:
        lines = [
            f"- {'If so: ' if applies is Truth.UNKNOWN else ''}{escape(each.text)} "
            f"{_sources(catalog, each)}"
            for each, applies in outcome.consequences
        ]
        _section("Consequence", "what passing leads to", lines)
    if outcome.verdict in (Verdict.NOT_YET, Verdict.UNDECIDED) and outcome.missing:
        ways = [f"- {escape(in_words(each))}" for each in outcome.missing[:_WAYS]]
        _section("What would be enough", "the nearest ways first", ways)
    if outcome.formalities:
        lines = [
            f"- {escape(each.text if each.settled else to_settle(each))}"
            f"{': done' if each.settled else ''} "
            f"{_sources(catalog, each.evidence)}"
            for each in outcome.formalities
        ]
        _section("Before you register", "steps anyone can settle", lines)
        st.markdown(escape(to_register(outcome)))


def _block(catalog: Catalog, title: str, meaning: str, explained: Explained | None) -> None:
    if explained is not None:
        _section(title, meaning, list(_lines(catalog, explained, 0)))


def _section(title: str, meaning: str, lines: list[str]) -> None:
    st.markdown("\n".join([f"**{title}**: {meaning}\n", *lines]))


def _lines(catalog: Catalog, explained: Explained, depth: int) -> Iterator[str]:
    indent = "    " * depth
    if explained.condition is not None:
        sources = _sources(catalog, explained.condition)
        text = escape(explained.condition.text)
        yield f"{indent}- {_MET[explained.truth]}: {text} {sources}"
        return
    several = "all of these" if explained.group == "all_of" else "any one of these"
    yield f"{indent}- {_MET[explained.truth]}: {several}"
    for part in explained.parts:
        yield from _lines(catalog, part, depth + 1)


def _sources(catalog: Catalog, statement: Evidence) -> str:
    return f":small[({figures.source_links(catalog, statement.src)})]"
