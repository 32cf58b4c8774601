"""The filters: a pill for every choice, with the number of matches it would leave."""

from collections.abc import Mapping

import streamlit as st

from cert_model.filters import Choices, Facet, FilterIndex
from cert_model.search import LONGEST_QUERY
from cert_model.wording import plural
from ui import address

SEARCH = "q"


def params(index: FilterIndex) -> list[address.Param]:
    """The search and every facet, as the address writes them."""
    facets: list[address.Param] = [
        address.One(facet.name, list(facet.terms))
        if facet.exclusive
        else address.Many(facet.name, list(facet.terms))
        for facet in index.facets.values()
    ]
    return [address.Words(SEARCH, LONGEST_QUERY), *facets]


def words(page: str) -> str:
    """What stands in the search box."""
    return st.session_state[address.key(page, SEARCH)] or ""


def choices(page: str, index: FilterIndex) -> Choices:
    """What is chosen in each facet."""
    held = {name: st.session_state[address.key(page, name)] for name in index.facets}
    return {
        name: frozenset([value] if isinstance(value, str) else value or [])
        for name, value in held.items()
    }


def panel(page: str, index: FilterIndex, counts: Mapping[str, Mapping[str, int]]) -> None:
    """Draw every facet."""
    for facet in index.facets.values():
        _pills(page, facet, counts[facet.name])


def _pills(page: str, facet: Facet, counts: Mapping[str, int]) -> None:
    st.pills(
        facet.label,
        list(facet.terms),
        selection_mode="single" if facet.exclusive else "multi",
        format_func=lambda term: f"{facet.terms[term]} · {counts[term]}",
        key=address.key(page, facet.name),
        persist_state="session",
    )


def active(page: str, index: FilterIndex) -> dict[str, str]:
    """The filters in force, in words, by name."""
    chosen = choices(page, index)
    named = {
        name: f"{index.facets[name].label}: "
        + " or ".join(label for term, label in index.facets[name].terms.items() if term in terms)
        for name, terms in chosen.items()
        if terms
    }
    search = words(page).strip()
    return {**({SEARCH: f"Search: {search}"} if search else {}), **named}


def chips(page: str, index: FilterIndex) -> None:
    """A button for each filter in force that drops it."""
    named = active(page, index)
    for name, text in named.items():
        _drop_button(page, index, name, f"{text} ✕")
    if len(named) > 1:
        st.button("Drop all filters", type="tertiary", on_click=drop_all, args=(page, index))


def explain_empty(page: str, index: FilterIndex) -> None:
    """Say which filter empties the list, and offer to drop it."""
    named = active(page, index)
    culprits = index.blame(choices(page, index), words(page))
    if not culprits:
        st.markdown("No credential matches, and no single filter is to blame.")
        st.button("Drop all filters", on_click=drop_all, args=(page, index), key="empty:all")
        return
    st.markdown("No credential matches all of these filters. Dropping one helps:")
    for name, count in culprits:
        _drop_button(
            page, index, name, f"Drop “{named[name]}” · {plural(count, 'match', 'matches')}"
        )


def _drop_button(page: str, index: FilterIndex, name: str, text: str) -> None:
    st.button(
        text.replace("[", "(").replace("]", ")"),
        key=f"drop:{name}:{text}",
        on_click=address.forget,
        args=(page, name, params(index)),
    )


def drop_all(page: str, index: FilterIndex) -> None:
    """Open every filter again; for use in a callback."""
    for param in params(index):
        address.forget(page, param.name, [param])
