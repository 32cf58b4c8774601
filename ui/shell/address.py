"""Keeps the state of a page, its widgets and its address in step.

A page calls ``read`` before its widgets and ``publish`` after them; in between its choices live
in the session under the keys of its widgets.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar
from urllib.parse import urlencode

import streamlit as st

from cert_model.formatting.markdown import escape, quote
from ui.shell import session, shared, streamlit_inside, visitor_address, visitor_code
from ui.shell.address_fields import AddressField, Options
from ui.shell.page_state import (
    PageState,
    Parsed,
    Refused,
    address_fields,
    choices_of,
    format_query,
    parse_choices,
    settled,
    unknown_parameters,
    with_present_names,
)

_PAGE = "address:page"
_WRITTEN = "address:written"
_REFUSED = "address:refused"
_MOST_SHOWN = 60

S = TypeVar("S", bound=PageState)


def read(kind: type[S], options: Options) -> Parsed[S]:
    """Bring the session and the address together: the page's state, and what means nothing.

    A visit and the browser's back button take the address. Otherwise the choices on the page
    stand, and an address that differs has not caught up: a click made before the browser had
    our latest address brings an older one along. Returning through the navigation keeps the
    choices made before.
    """
    fields = address_fields(kind, options)
    query = with_present_names(kind, st.query_params.to_dict())
    query.pop(visitor_code.ME, None)
    named = {name: text for name in fields if (text := query.get(name))}
    arrived = st.session_state.get(_PAGE) != kind.page
    if arrived:
        st.session_state[_PAGE] = kind.page
        st.session_state.pop(_WRITTEN, None)
    came_back = streamlit_inside.went_back_or_forward()
    kept = st.session_state.to_dict().copy()  # each look at the session itself takes long
    choices = _choices_on_page(kind.page, kept, fields, options)
    refused: list[Refused] = []
    if came_back or (arrived and named):
        asked, refused = parse_choices(fields, query, options)
        profile = kind.of_profile(options)
        of_profile = () if named.keys() & set(profile) else profile
        choices = asked | {name: choices[name] for name in of_profile}
    refused += unknown_parameters(fields, query)
    parsed = settled(kind, choices, refused, options)
    alone = choices_of(parsed.state)
    agreed = shared.agree(
        kind,
        alone,
        {name: field.default for name, field in fields.items()},
        options.catalog,
        is_opened=arrived or came_back,
        named=named,
    )
    if agreed != alone:
        parsed = settled(kind, agreed, parsed.refused, options)
    _put_into_session(parsed.state, kept)
    return Parsed(parsed.state, [*visitor_address.take_refused(), *parsed.refused])


def open_anew() -> None:
    """Have the next page take its address, even one that is open already."""
    st.session_state.pop(_PAGE, None)


def reread(state: S, options: Options) -> S:
    """The state of an open page as its widgets have it by now."""
    fields = address_fields(type(state), options)
    kept = st.session_state.to_dict().copy()
    choices = _choices_on_page(state.page, kept, fields, options)
    return settled(type(state), choices, [], options).state


def _choices_on_page(
    page: str, kept: Mapping[str, Any], fields: Mapping[str, AddressField], options: Options
) -> dict[str, Any]:
    return {
        name: field.from_widget(kept[key], options)
        if (key := session.key(page, name)) in kept
        else field.default
        for name, field in fields.items()
    }


def _put_into_session(state: PageState, kept: Mapping[str, Any]) -> None:
    """What the page draws no widget for is kept only where it was before."""
    undrawn = state.undrawn()
    changed: dict[str, Any] = {}
    for name, value in choices_of(state).items():
        key, for_widget = session.key(state.page, name), AddressField.for_widget(value)
        if kept[key] != for_widget if key in kept else name not in undrawn:
            changed[name] = for_widget
    if changed:
        session.choose(state.page, changed)


def publish(state: PageState, options: Options) -> None:
    """Put the state into the address, if it changed since it was last put there."""
    query = _query(state, options)
    if st.session_state.get(_WRITTEN) == query:
        return
    st.session_state[_WRITTEN] = query
    visitor_address.note_published(state.page, query.get(visitor_code.ME, ""))
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)


def _query(state: PageState, options: Options) -> dict[str, str]:
    """The parameters of the address: the page's choices, and the visitor's profile."""
    of_visitor = visitor_address.parameters(options.catalog, state.page)
    return {**format_query(state, options), **of_visitor}


def link(state: PageState, options: Options, *, with_visitor: bool = True) -> str:
    """The full address of the view, to copy; ``with_visitor`` says who looks at it as well."""
    base = (st.context.url or "").partition("?")[0]
    parameters = _query(state, options) if with_visitor else format_query(state, options)
    query = urlencode(parameters, safe=",/")
    return f"{base}?{query}" if query else base


def pages() -> str:
    """The address under which the pages are, such as http://127.0.0.1:8501/."""
    page = (st.context.url or "").partition("?")[0]
    return f"{page.rpartition('/')[0]}/"


def api() -> str:
    """The address of the JSON API beside the pages, such as http://127.0.0.1:8501/api."""
    return f"{pages()}api"


def is_explaining() -> bool:
    """Whether the page shows what was left out of its address."""
    return _REFUSED in st.session_state


def explain(refused: Sequence[Refused]) -> Sequence[Refused]:
    """Say which parts of the address were left out, if any, until a choice is made on the page.

    A phone's browser reports its width only once a page is drawn, and has it drawn again.
    Returns the parts that were named.
    """
    named = _until_a_choice(refused)
    if named:
        parts = groupby(named, key=lambda part: (part.name, part.why))
        st.warning("\n\n".join(_left_out(*key, [part.text for part in of]) for key, of in parts))
    return named


def _left_out(name: str, why: str, texts: Sequence[str]) -> str:
    shown = ", ".join(quote(text[:_MOST_SHOWN]) for text in texts)
    if not why:
        is_one = len(texts) == 1
        why = f"{'There is no such choice' if is_one else 'There are no such choices'} here."
    return f"The address asked for {quote(name)} = {shown}. {escape(why)}"


def _until_a_choice(refused: Sequence[Refused]) -> Sequence[Refused]:
    if not refused and _REFUSED not in st.session_state:
        return ()
    prefix = session.key(st.session_state.get(_PAGE, ""), "")
    # To look values up one by one would raise at one that went with another page.
    kept = st.session_state.to_dict().copy()
    choices = {name: value for name, value in kept.items() if _begins(name, prefix)}
    if refused:
        st.session_state[_REFUSED] = prefix, choices, refused
        return refused
    earlier_prefix, earlier_choices, earlier = st.session_state[_REFUSED]
    unchanged = earlier_prefix == prefix and all(
        choices.get(name) == value for name, value in earlier_choices.items()
    )
    if unchanged:
        return tuple(earlier)
    del st.session_state[_REFUSED]
    return ()


def _begins(name: object, prefix: str) -> bool:
    return str(name).startswith(prefix)
