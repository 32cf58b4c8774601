"""The profile of the visitor in the address of every page, as one short parameter."""

from dataclasses import replace

import streamlit as st

from cert_model.catalog import Catalog
from ui.shell import person, session, streamlit_inside, visitor_code
from ui.shell.page_state import Refused
from ui.shell.visitor import Visitor
from ui.shell.visitor_code import ME, BadVisitorCode

_PAGE = "visitor:page"
_REFUSED = "visitor:refused"
_CODE = "visitor:code"
_PUBLISHED = "visitor:published"
_EMPTY = "visitor:empty"
_MOST_PUBLISHED = 50
"""Codes that a session knows for its own: more than a browser is behind."""
GONE = "The catalog no longer has it."


def take_up(catalog: Catalog, page: str) -> None:
    """Before a page runs: make the profile in its address that of the session, if it was opened.

    A click may bring along an address from before a change; only a visit and the browser's back
    and forward buttons take a profile from it. An address without one leaves the profile, unless
    the buttons lead back to where this page was shown with none.
    """
    code = st.query_params.get(ME, "")
    last_page = session.note(_PAGE)
    session.keep_note(_PAGE, page)
    came_back = streamlit_inside.went_back_or_forward()
    if code:
        is_ours = code in session.note(_PUBLISHED, ())
        if came_back or last_page is None or (last_page != page and not is_ours):
            _open(catalog, code)
    elif came_back and last_page == page and page in session.note(_EMPTY, ()):
        person.become(catalog, Visitor())


def _open(catalog: Catalog, code: str) -> None:
    try:
        visitor, dropped = visitor_code.decode(catalog, code)
    except BadVisitorCode as error:
        session.keep_note(_REFUSED, [Refused(ME, code, str(error))])
        return
    person.become(catalog, visitor)
    session.keep_note(_REFUSED, [Refused(ME, key, GONE) for key in dropped])


def take_refused() -> list[Refused]:
    """What an address just opened said of the visitor in vain."""
    refused: list[Refused] = session.take_note(_REFUSED) or []
    return refused


def parameters(catalog: Catalog, page: str) -> dict[str, str]:
    """The parameter that carries the profile; none where it says nothing, or too much.

    The page that asks the questions spells out the answers, so that they are left out there.
    """
    visitor = person.visitor(catalog)
    if page == person.PAGE:
        visitor = replace(visitor, answers={})
    code = code_of(visitor)
    return {ME: code} if code else {}


def code_of(visitor: Visitor) -> str:
    """The code of the profile, which is packed anew only when that changes."""
    kept = session.note(_CODE)
    if kept is None or kept[0] != visitor:
        kept = visitor, visitor_code.encode(visitor)
        session.keep_note(_CODE, kept)
    code: str = kept[1]
    return code


def note_published(page: str, code: str) -> None:
    """Keep in mind which profile a page was last shown with."""
    if not code:
        session.keep_note(_EMPTY, {*session.note(_EMPTY, ()), page})
        return
    others = [other for other in session.note(_PUBLISHED, ()) if other != code]
    session.keep_note(_PUBLISHED, [*others[1 - _MOST_PUBLISHED :], code])
