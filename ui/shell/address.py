"""Keeps the state of a page, its widgets and its address in step.

A page calls ``read`` before its widgets and ``publish`` after them; in between its choices live
in the session under the keys of its widgets.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cert_model.formatting.markdown import quote
from ui.shell import session
from ui.shell.address_fields import AddressField, Options
from ui.shell.page_state import (
    PageState,
    Parsed,
    Refused,
    address_fields,
    choices_of,
    format_query,
    parse,
    settled,
    unknown_parameters,
)

_PAGE = "address:page"
_WRITTEN = "address:written"
_REFUSED = "address:refused"

S = TypeVar("S", bound=PageState)


def read(kind: type[S], options: Options) -> Parsed[S]:
    """Bring the session and the address together: the page's state, and what means nothing.

    A visit and the browser's back button take the address. Otherwise the choices on the page
    stand, and an address that differs has not caught up; returning through the navigation
    keeps the choices made before.
    """
    fields = address_fields(kind, options)
    query = st.query_params.to_dict()
    asked = any(query.get(name) for name in fields)
    arrived = st.session_state.get(_PAGE) != kind.page
    if arrived:
        st.session_state[_PAGE] = kind.page
        st.session_state.pop(_WRITTEN, None)
    kept = st.session_state.to_dict()  # each look at the session itself takes long
    if asked if arrived else _went_back_or_forward():
        parsed = parse(kind, query, options)
    else:
        choices = _choices_on_page(kind.page, kept, fields, options)
        parsed = settled(kind, choices, unknown_parameters(fields, query), options)
    _put_into_session(parsed.state, kept)
    return parsed


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
    for name, value in choices_of(state).items():
        key, for_widget = session.key(state.page, name), AddressField.for_widget(value)
        if kept[key] != for_widget if key in kept else name not in undrawn:
            st.session_state[key] = for_widget


def _went_back_or_forward() -> bool:
    """Whether a button of the browser started this run.

    The address alone does not tell: a click made before the browser had our latest address
    brings an older one along as well.
    """
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def publish(state: PageState, options: Options) -> None:
    """Put the state into the address, if it changed since it was last put there."""
    query = format_query(state, options)
    if st.session_state.get(_WRITTEN) == query:
        return
    st.session_state[_WRITTEN] = query
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)


def link(state: PageState, options: Options) -> str:
    """The full address of the view, to copy."""
    base = (st.context.url or "").partition("?")[0]
    query = urlencode(format_query(state, options), safe=",/")
    return f"{base}?{query}" if query else base


def explain(refused: Sequence[Refused]) -> Sequence[Refused]:
    """Say which parts of the address were left out, if any, until a choice is made on the page.

    A phone's browser reports its width only once a page is drawn, and has it drawn again.
    Returns the parts that were named.
    """
    named = _until_a_choice(refused)
    if named:
        st.warning("\n\n".join(_left_out(part) for part in named))
    return named


def _left_out(part: Refused) -> str:
    return (
        f"The address asked for {quote(part.name)} = {quote(part.text)}, "
        "which is not possible here. It was left out."
    )


def _until_a_choice(refused: Sequence[Refused]) -> Sequence[Refused]:
    if not refused and _REFUSED not in st.session_state:
        return ()
    prefix = session.key(st.session_state.get(_PAGE, ""), "")
    choices = {name: value for name, value in st.session_state.items() if _begins(name, prefix)}
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
