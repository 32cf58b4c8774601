"""Terms are marked where each first stands in a text, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cert_model.catalog import Catalog
from cert_model.content import Text
from cert_model.content.texts import ExplainedTerm
from cert_model.schema.texts import Term
from tests.paths import ROOT
from ui.components.glossary import LABELS, marked

CEU = Term(id="ceu", term="Continuing education unit", letters="CEU", also=("CEUs",), text="x")
CDI = Term(id="cdi", term="Clinical documentation", letters="CDI", text="x")
CODE_SET = Term(id="code-set", term="Code set", also=("code sets",), text="x")
KNOWN = {
    form.casefold(): ExplainedTerm(term, Text(f"The meaning of {term.id}.", (), ()))
    for term in (CEU, CDI, CODE_SET)
    for form in term.forms
}


def terms_in(markdown: str) -> int:
    return marked(markdown, KNOWN).count('class="term"')


def test_a_term_carries_its_meaning_and_takes_the_focus() -> None:
    assert marked("Earn CEUs.", KNOWN) == (
        'Earn <span class="term" tabindex="0">CEUs<span class="meaning" role="tooltip">'
        "**Continuing education unit \\(CEU\\)**: The meaning of ceu.</span></span>."
    )


def test_only_the_first_of_a_term_is_marked_in_whatever_form() -> None:
    assert terms_in("A CEU, more CEUs, and a continuing education unit.") == 1


def test_each_term_is_marked_once() -> None:
    assert terms_in("A CEU on CDI and code sets.") == 3


def test_words_count_in_any_case_and_letters_only_as_they_are_written() -> None:
    assert terms_in("Code sets first.") == 1
    assert terms_in("The cdi and the ceu.") == 0


@pytest.mark.parametrize(
    "untouched",
    ["CEU-like", "preCEU", "[CEUs](costs?ids=cpc)", "`CEU`", "## What CEUs cost", "OtherCEU"],
)
def test_parts_of_words_links_code_and_headings_are_left_alone(untouched: str) -> None:
    assert marked(untouched, KNOWN) == untouched


def test_what_looks_like_html_in_a_meaning_is_shown_and_never_run() -> None:
    known = {"ceu": ExplainedTerm(CEU, Text("<img src=x onerror=alert(1)>", (), ()))}
    assert "<img" not in marked("A CEU.", known)


def test_what_looks_like_html_in_a_text_is_shown_and_never_run() -> None:
    assert marked("<img src=x onerror=alert(1)>", KNOWN).startswith("&lt;img")


def test_without_a_glossary_a_text_stays_as_it_is() -> None:
    assert marked("Earn CEUs.", {}) == "Earn CEUs."


@given(st.text(alphabet="CEUcdi <>&[]()`#\n*-", max_size=60))
def test_taking_the_marks_out_again_gives_the_text_back(text: str) -> None:
    shown = marked(text, KNOWN)
    for explained in KNOWN.values():
        meaning = f'<span class="meaning" role="tooltip">{explained.line}</span></span>'
        shown = shown.replace(meaning, "")
    shown = shown.replace('<span class="term" tabindex="0">', "")
    assert shown == text.replace("<", "&lt;")


STYLE = (ROOT / "ui/components/glossary.css").read_text(encoding="utf-8")


def test_the_meaning_is_shown_on_hover_and_on_focus() -> None:
    assert ".term:hover .meaning" in STYLE
    assert ".term:focus .meaning" in STYLE


def test_every_label_that_needs_a_term_finds_it(catalog: Catalog) -> None:
    known = {term.id for term in catalog.texts.glossary.terms}
    assert {label: term for label, term in LABELS.items() if term not in known} == {}


def test_every_label_that_is_explained_stands_on_a_page(catalog: Catalog) -> None:
    folders = (ROOT / "pages", ROOT / "ui", ROOT / "cert_model")
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in folder.rglob("*.py")
        if path != ROOT / "ui/components/glossary.py"
    )
    assert [label for label in LABELS if f'"{label}"' not in code] == []


def test_no_two_terms_explain_one_form(catalog: Catalog) -> None:
    forms = [
        form.casefold()
        for term in catalog.texts.glossary.terms
        for form in {name.casefold() for name in (term.id, *term.forms)}
    ]
    assert len(forms) == len(set(forms))
