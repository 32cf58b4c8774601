"""What the guide holds, which part is open, and the way to its neighbors."""

from collections.abc import Callable
from typing import cast

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from ui.shell import browser
from ui.shell import old_address as address

PAGE = "guide"
QUESTIONS = "questions"
WORDS = "glossary"
CHAPTER, QUESTION, TERM, SEARCH = "chapter", "question", "term", "q"
LONGEST_SEARCH = 100


def params(catalog: Catalog) -> list[address.Param]:
    """The open part, a question or term in it, and a search among the questions."""
    texts = catalog.texts
    names = list(titles(catalog))
    return [
        address.One(CHAPTER, names, names[0]),
        address.One(QUESTION, [each.id for each in texts.faq.questions]),
        address.One(TERM, [each.id for each in texts.glossary.terms]),
        address.Words(SEARCH, LONGEST_SEARCH),
    ]


def titles(catalog: Catalog) -> dict[str, str]:
    """The parts of the guide by their names in the address, in order."""
    chapters = {chapter.id: chapter.title for chapter in catalog.texts.guide}
    return {**chapters, QUESTIONS: "Questions people ask", WORDS: "Glossary"}


def held(name: str) -> str | None:
    """A choice of the page."""
    value: str | None = st.session_state[address.key(PAGE, name)]
    return value


def settle(catalog: Catalog) -> str:
    """The part that is open: a question or a term opens the one that it stands in."""
    implied = [part for name, part in ((QUESTION, QUESTIONS), (TERM, WORDS)) if held(name)]
    part = next(iter(implied), held(CHAPTER)) or next(iter(titles(catalog)))
    # Set anew, or the box of a phone, drawn in place of the list, would begin at its first entry.
    st.session_state[address.key(PAGE, CHAPTER)] = part
    return part


def opened(part: str) -> str:
    """A name for exactly what is shown: the part, or the question or term within it."""
    return held(QUESTION) or held(TERM) or part


def written(params: list[address.Param]) -> list[address.Param]:
    """What the address has to say: not the part, where a question or a term implies it."""
    implied = held(QUESTION) or held(TERM)
    return [each for each in params if not (implied and each.name == CHAPTER)]


def draw(catalog: Catalog) -> None:
    """The list of contents, or a box to choose from on a phone."""
    named = titles(catalog)
    draw_choice = cast(Callable[..., None], st.selectbox if browser.narrow() else st.radio)
    draw_choice(
        "Chapter",
        list(named),
        format_func=named.__getitem__,
        key=address.key(PAGE, CHAPTER),
        on_change=leave_details,
        persist_state="session",
    )


def neighbors(catalog: Catalog, open_part: str) -> None:
    """The way to the part before and the part after."""
    named = titles(catalog)
    order = list(named)
    at = order.index(open_part)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if at > 0:
            way(f"← {named[order[at - 1]]}", "before", chapter=order[at - 1])
        if at + 1 < len(order):
            way(f"{named[order[at + 1]]} →", "after", chapter=order[at + 1])


def way(label: str, name: str, **choices: str) -> None:
    """A button that opens another view of the guide; ``name`` sets it apart from others."""
    st.button(escape(label), key=f"{PAGE}:{name}", type="tertiary", on_click=_open, kwargs=choices)


def _open(**choices: str) -> None:
    leave_details()
    for name, value in choices.items():
        st.session_state[address.key(PAGE, name)] = value


def leave_details() -> None:
    """Another view was chosen: no question, term or search stays behind."""
    st.session_state[address.key(PAGE, QUESTION)] = None
    st.session_state[address.key(PAGE, TERM)] = None
    st.session_state[address.key(PAGE, SEARCH)] = ""
