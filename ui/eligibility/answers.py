"""The answers themselves: where one may start, how to check them, what has changed since."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.eligibility import receipt
from cert_model.eligibility.questionnaire import Interview
from cert_model.formatting.markdown import escape
from ui.eligibility import ask, controls
from ui.shell import old_address as address
from ui.shell import person, scroll

WAS = "was"


def starting_points(page: str, catalog: Catalog) -> None:
    """Answers of someone like the reader, to begin with."""
    with st.popover("Start as someone like me"):
        st.markdown("Each fills in some answers. You can change every one of them.")
        for each in catalog.questions.starting_points:
            with st.container(gap=None):
                st.button(
                    escape(each.label),
                    key=f"start:{each.id}",
                    type="tertiary",
                    on_click=_begin,
                    args=(page, catalog, dict(each.answers)),
                )
                st.markdown(f":small[{escape(each.text)}]")


def _begin(page: str, catalog: Catalog, given: dict[str, str]) -> None:
    person.keep(catalog, given)
    st.session_state[address.key(page, ask.QUESTION)] = None
    st.session_state[address.key(page, ask.SKIPPED)] = []
    st.session_state[address.key(page, WAS)] = None
    st.session_state[address.key(page, "view")] = "outcomes"
    scroll.ask()


def check(page: str, mine: Interview) -> None:
    """Every answer in words, each with a button to change it."""
    given = [each for each in mine.catalog.questions.questions if each.id in mine.parsed.answers]
    if not given:
        st.markdown("You have not answered anything yet.")
        return
    for each in given:
        text = controls.in_words(mine.catalog, each, mine.parsed.answers[each.id])
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{escape(each.ask)}  \n**{escape(text)}**", width="stretch")
            st.button("Change", key=f"change:{each.id}", on_click=ask.go_to, args=(page, each.id))
    st.button("Start over", on_click=_begin, args=(page, mine.catalog, {}))


def receipt_text(text: str) -> str:
    """The text of a receipt; raises LookupError for what is none."""
    try:
        return receipt.parse_receipt(text).format()
    except receipt.BadReceipt as error:
        raise LookupError(text) from error


def since(page: str, mine: Interview, ids: Sequence[str]) -> None:
    """What the answers lead to now, of some credentials, that they did not on the receipt."""
    text = st.session_state[address.key(page, WAS)]
    if not text:
        return
    before = receipt.parse_receipt(text)
    changed = receipt.changes_since(mine.catalog, before, {key: mine.verdicts[key] for key in ids})
    with st.container(border=True):
        st.markdown(f"**Your receipt of {before.day.isoformat()}**")
        if not changed:
            st.markdown("The same answers lead to the same outcomes today.")
        for sentence in changed:
            st.markdown(f"- {escape(sentence)}")
