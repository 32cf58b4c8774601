"""The filters of a list: a pill for every choice, with the number of matches it would leave."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import streamlit as st

from cert_model.explore.filters import SEARCH, Choices, Facet, Filters, Outline
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape, quote
from ui.components import glossary
from ui.shell import parts, session
from ui.shell.address_fields import AddressField, Options

_RESET = parts.and_all_else(session.reset)
"""The filters stand outside the part of a page in which their chips do."""

FilterChoices = Mapping[str, tuple[str, ...] | str | None]
"""The chosen terms by facet: several, or one where a facet takes only one."""


def filter_fields(options: Options) -> Mapping[str, AddressField]:
    """The parameters of the address for the filters of a page, by facet."""
    assert options.filters is not None, "the page has filters"
    return _fields(options.filters.outline)


@lru_cache(maxsize=16)
def _fields(facets: Outline) -> Mapping[str, AddressField]:
    return {name: _field(exclusive, terms) for name, exclusive, terms in facets}


def _field(exclusive: bool, terms: tuple[str, ...]) -> AddressField:
    if exclusive:
        return AddressField(Literal[*terms] | None)
    term = Literal[*terms]  # type: ignore[valid-type]
    return AddressField(tuple[term, ...], (), order=list(terms))


@dataclass(frozen=True)
class ActiveFilters:
    """The filters that narrow a list now."""

    words: str
    choices: Choices
    names: Mapping[str, str]
    """Each filter that narrows the list in words, by the name of its parameter."""

    @property
    def is_search_alone(self) -> bool:
        """Whether words are searched for, and nothing else narrows the list."""
        return set(self.names) == {SEARCH}


def active_filters(filters: Filters, words: str, chosen: FilterChoices) -> ActiveFilters:
    """The filters that a page's state sets."""
    choices = {
        name: frozenset([terms] if isinstance(terms, str) else terms or ())
        for name, terms in chosen.items()
    }
    names = {SEARCH: f"Search: {words}"} if words else {}
    for name, terms in choices.items():
        if terms:
            facet = filters.facets[name]
            labels = [label for term, label in facet.terms.items() if term in terms]
            names[name] = f"{facet.label}: {' or '.join(labels)}"
    return ActiveFilters(words, choices, names)


def panel(
    page: str, filters: Filters, part: str | None = None, first: Collection[str] | None = None
) -> None:
    """Draw every facet; ``part`` is the key of the part of the page that they alone bear on.

    All but the ``first`` ones stand in a fold below, which is open where one of them is chosen.
    """
    folded = [facet for facet in filters.facets.values() if first and facet.name not in first]
    for facet in filters.facets.values():
        if facet not in folded:
            _pills(page, facet, part)
    if folded:
        is_chosen = any(session.choice(page, facet.name) for facet in folded)
        with st.expander("More filters", expanded=is_chosen):
            for facet in folded:
                _pills(page, facet, part)


def counts_beside(
    page: str, filters: Filters, counts: Mapping[str, Mapping[str, int]], chosen: Choices
) -> None:
    """Write the matches that each term would leave beside it, by facet and term.

    A term that would leave none vanishes, and so does a facet without any other, unless it is
    ``chosen``: then it is the way back. Where no term of any facet would leave any, all stay,
    without numbers.
    """
    has_matches = any(count for terms in counts.values() for count in terms.values())
    rules = (
        _rules(
            session.key(page, name),
            [counts[name][term] for term in facet.terms],
            {
                place
                for place, term in enumerate(facet.terms, start=1)
                if term in chosen.get(name, ())
            },
        )
        for name, facet in filters.facets.items()
        if has_matches
    )
    # Without rules too: an element that comes and goes would have what follows drawn anew.
    st.html(f"<style>{''.join(rules)}</style>")


def _pills(page: str, facet: Facet, part: str | None) -> None:
    st.pills(
        facet.label,
        list(facet.terms),
        help=glossary.for_label(facet.label),
        selection_mode="single" if facet.exclusive else "multi",
        format_func=facet.terms.__getitem__,
        key=session.key(page, facet.name),
        persist_state="session",
        **parts.redrawing(part),
    )


def _rules(key: str, counts: Sequence[int], kept: Collection[int]) -> str:
    """Rules of a style that write a number beside each pill; of 0 only at the places ``kept``.

    It cannot be part of the label: the browser names a pressed pill by its label, and a press
    that was under way while the numbers changed would name a pill that is no more.
    """
    facet = f".st-key-{key.replace(':', '-')}"
    if not any(counts) and not kept:
        return f"{facet} {{display: none}}\n"
    return "".join(
        f'{facet} button:nth-of-type({position}) p::after {{content: " · {count}"}}\n'
        if count or position in kept
        else f"{facet} button:nth-of-type({position}) {{display: none}}\n"
        for position, count in enumerate(counts, start=1)
    )


def chips(page: str, active: ActiveFilters) -> None:
    """A button for each active filter that drops it; a search alone is dropped in its box."""
    if active.is_search_alone:
        return
    for name in active.names:
        _drop_button(page, name, f"{_in_words(active, name)} ✕")
    if len(active.names) > 1:
        st.button("Clear all filters", type="tertiary", on_click=_RESET, args=(page, *active.names))


def explain_empty(
    page: str, filters: Filters, active: ActiveFilters, what: str = "credential"
) -> None:
    """Say which filter empties the list of ``what``, and offer to drop it."""
    if active.is_search_alone:
        st.markdown(f"No {what} has these words. Check the spelling, or try fewer or other words.")
        _drop_button(page, SEARCH, "Clear the search")
        return
    culprits = filters.matches_without(active.choices, active.words)
    if not culprits:
        st.markdown(f"No {what} matches, and removing one filter is not enough.")
        st.button("Clear all filters", on_click=_RESET, args=(page, *active.names), key="empty:all")
        return
    st.markdown(f"No {what} matches all of these filters. Removing one helps:")
    for name, count in culprits:
        left = format_count(count, "match", "matches")
        _drop_button(page, name, f"Remove “{_in_words(active, name)}” · {left}")


def _in_words(active: ActiveFilters, name: str) -> str:
    """A filter as Markdown; what was searched for may come from an address."""
    is_search = name == SEARCH
    return f"Search: {quote(active.words)}" if is_search else escape(active.names[name])


def _drop_button(page: str, name: str, text: str) -> None:
    st.button(text, key=f"drop:{name}:{text}", on_click=_RESET, args=(page, name))
