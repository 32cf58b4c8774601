"""Terms of the field, explained where they stand: in running text, and on labels and headings.

Streamlit explains a label (``help=``), not a word. Inside a text a term is therefore an
element that takes the focus, with its meaning beside it, which CSS shows on hover, on focus
and so on a tap. No script is needed, and nothing in a text is taken for HTML.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import streamlit as st

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.content.texts import ExplainedTerm, glossary_terms
from cert_model.schema.texts import Term
from ui.shell.resources import catalog

_STYLE = (Path(__file__).parent / "glossary.css").read_text(encoding="utf-8")
LABELS = {
    "Code sets": "code-set",
    "Books allowed": "open-book",
    "Taken online": "proctoring",
    "Continuing education": "ceu",
    "Issuer": "issuer",
    "Pass rate": "first-time-pass-rate",
    "Each year after": "recertification",
    "Unscored trial questions": "pretest-question",
    "Passing score": "pass-mark",
    "What the exam asks about": "blueprint",
    "Wait before a retake": "retake",
    "Who may take the exam": "eligibility",
    "The apprentice designation": "apprentice",
    "Keeping it": "recertification",
    "Grace period": "grace-period",
    "Reinstatement fee": "reinstatement",
    "Accreditation": "accredited-certification",
    "Optional membership": "member-price",
    "Price of one CEU, $": "ceu",
    "How an apprentice designation is removed": "apprentice",
    "Times a credential lapses": "lapse",
    "Accredited or approved by": "accredited-program",
    "Pay over the years": "median",
    "How the work will grow": "outlook",
    "Certified and not": "certification",
}
"""Labels and headings of the pages, each with the term that it needs explained."""
_UNTOUCHED = re.compile(r"(\[[^\]]*\]\([^)]*\)|`[^`]*`|^#+ .*$|<[^>]*>)", re.MULTILINE)
"""Links, code, headings and HTML, in which no term is marked."""
_MOST_PATTERNS = 8
"""Patterns that are kept: there is one for each glossary, which takes long to compile."""


@once_per_catalog
def _by_form(of: Catalog) -> dict[str, ExplainedTerm]:
    return {
        form.casefold(): explained
        for explained in glossary_terms(of).values()
        for form in (explained.term.id, *explained.term.forms)
    }


def for_label(label: str, note: str = "") -> str | None:
    """The help of a label or heading: its own note, and its term; None where it has neither."""
    explained = _of(label)
    meaning = explained.line if explained else ""
    return "  \n".join(filter(None, (note, meaning))) or None


def plain(label: str) -> str:
    """What the term of a label means, as text without marks; empty where it has none."""
    explained = _of(label)
    return explained.text.plain if explained else ""


def lines(labels: Iterable[str]) -> list[str]:
    """The terms behind some labels with their meanings, each once, as Markdown."""
    meanings = [explained.line for label in labels if (explained := _of(label))]
    return list(dict.fromkeys(meanings))


def _of(label: str) -> ExplainedTerm | None:
    """The term of a label, where the data at hand explains it."""
    return glossary_terms(catalog()).get(LABELS.get(label, ""))


def draw(markdown: str) -> None:
    """Draw a text in which the first use of each term is explained."""
    st.markdown(marked(markdown, _by_form(catalog())), unsafe_allow_html=True)


def style() -> None:
    """What an explained term looks like; once a page."""
    st.html(f"<style>{_STYLE}</style>")


def marked(markdown: str, by_form: Mapping[str, ExplainedTerm]) -> str:
    """The text with the first occurrence of each term marked and explained.

    ``by_form`` holds the terms by each of their forms, in lower case. Abbreviations count only
    as they are written in the glossary, other words in any case.
    """
    seen: set[str] = set()
    pieces = _UNTOUCHED.split(_inert(markdown))
    pattern = _pattern(tuple(_forms(by_form)))
    if pattern is None:
        return "".join(pieces)

    def mark(match: re.Match[str]) -> str:
        explained = by_form[match[0].casefold()]
        if explained.term.id in seen or not _is_meant(match[0], explained.term):
            return match[0]
        seen.add(explained.term.id)
        return _element(match[0], explained)

    # Every second piece is one in which no term is marked.
    return "".join(
        piece if position % 2 else pattern.sub(mark, piece) for position, piece in enumerate(pieces)
    )


@lru_cache(_MOST_PATTERNS)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any form of any term, the longest first, as a word of its own."""
    if not forms:
        return None
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _forms(by_form: Mapping[str, ExplainedTerm]) -> Iterator[str]:
    for explained in by_form.values():
        yield from explained.term.forms


def _is_meant(written: str, term: Term) -> bool:
    """Whether a word is the term: an abbreviation such as CDI counts only as it is written."""
    return written in term.forms or not any(
        form.casefold() == written.casefold() and form.isupper() for form in term.forms
    )


def _element(written: str, explained: ExplainedTerm) -> str:
    meaning = _inert(" ".join(explained.line.split()))
    return (
        f'<span class="term" tabindex="0">{written}'
        f'<span class="meaning" role="tooltip">{meaning}</span></span>'
    )


def _inert(markdown: str) -> str:
    """The text with nothing in it that could open an HTML tag."""
    return markdown.replace("<", "&lt;")
