"""The filters: a pill for every choice, with the number of matches it would leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from cert_model.explore.filters import SEARCH, Choices, Facet, Filters
from cert_model.explore.search import LONGEST_QUERY
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape
from ui.components import glossary
from ui.shell import address


def params(index: Filters) -> list[address.Param]:
    """The search and every facet, as the address writes them."""
    facets: list[address.Param] = [
        address.One(facet.name, list(facet.terms))
        if facet.exclusive
        else address.Many(facet.name, list(facet.terms))
        for facet in index.facets.values()
    ]
    return [address.Words(SEARCH, LONGEST_QUERY), *facets]


@dataclass(frozen=True)
class InForce:
    """The filters of a page as the session holds them now."""

    words: str
    choices: Choices
    named: Mapping[str, str]
    """Each filter in force, in words."""


def in_force(page: str, index: Filters) -> InForce:
    """Read the filters of a page from the session."""
    words = (st.session_state[address.key(page, SEARCH)] or "").strip()
    held = {name: st.session_state[address.key(page, name)] for name in index.facets}
    choices = {
        name: frozenset([value] if isinstance(value, str) else value or [])
        for name, value in held.items()
    }
    named = {SEARCH: f"Search: {words}"} if words else {}
    for name, terms in choices.items():
        if terms:
            facet = index.facets[name]
            labels = [label for term, label in facet.terms.items() if term in terms]
            named[name] = f"{facet.label}: {' or '.join(labels)}"
    return InForce(words, choices, named)


def panel(page: str, index: Filters, counts: Mapping[str, Mapping[str, int]]) -> None:
    """Draw every facet."""
    for facet in index.facets.values():
        _pills(page, facet, counts[facet.name])


def _pills(page: str, facet: Facet, counts: Mapping[str, int]) -> None:
    name = address.key(page, facet.name)
    st.pills(
        facet.label,
        list(facet.terms),
        help=glossary.for_label(facet.label),
        selection_mode="single" if facet.exclusive else "multi",
        format_func=facet.terms.__getitem__,
        key=name,
        persist_state="session",
    )
    st.html(_beside(name, [counts[term] for term in facet.terms]))


def _beside(name: str, counts: Sequence[int]) -> str:
    """A style that writes a number beside each pill.

    It cannot be part of the label: the browser names a pressed pill by its label, and a press
    that was under way while the numbers changed would name a pill that is no more.
    """
    pill = f".st-key-{name.replace(':', '-')} button:nth-of-type"
    rules = (
        f'{pill}({at}) p::after {{content: " · {count}"}}'
        for at, count in enumerate(counts, start=1)
    )
    return f"<style>{''.join(rules)}</style>"


def chips(page: str, index: Filters, now: InForce) -> None:
    """A button for each filter in force that drops it."""
    for name, text in now.named.items():
        _drop_button(page, index, name, f"{text} ✕")
    if len(now.named) > 1:
        st.button("Drop all filters", type="tertiary", on_click=drop_all, args=(page, index))


def explain_empty(page: str, index: Filters, now: InForce, what: str = "credential") -> None:
    """Say which filter empties the list of ``what``, and offer to drop it."""
    culprits = index.matches_without(now.choices, now.words)
    if not culprits:
        st.markdown(f"No {what} matches, and no single filter is to blame.")
        st.button("Drop all filters", on_click=drop_all, args=(page, index), key="empty:all")
        return
    st.markdown(f"No {what} matches all of these filters. Dropping one helps:")
    for name, count in culprits:
        left = format_count(count, "match", "matches")
        _drop_button(page, index, name, f"Drop “{now.named[name]}” · {left}")


def _drop_button(page: str, index: Filters, name: str, text: str) -> None:
    st.button(
        escape(text),
        key=f"drop:{name}:{text}",
        on_click=address.forget,
        args=(page, name, params(index)),
    )


def drop_all(page: str, index: Filters) -> None:
    """Open every filter again; for use in a callback."""
    for param in params(index):
        address.forget(page, param.name, [param])
