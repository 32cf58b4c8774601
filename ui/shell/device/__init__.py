"""What a visitor has kept on their own device, by choice: the code of the profile, nothing else.

It lies in the browser's storage for this site. Nothing is kept on the server.
"""

from pathlib import Path

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting import format_count, join_words
from ui.shell import parts, person, session, visitor_address, visitor_code
from ui.shell.visitor import Visitor
from ui.shell.visitor_code import BadVisitorCode

_KEY = "device"
_KEEPING, _DECLINED, _FORGOTTEN, _FOCUS = (
    "device:keeping",
    "device:declined",
    "device:forgotten",
    "device:focus",
)
_component = st.components.v2.component(
    "device", js=(Path(__file__).parent / "device.js").read_text(encoding="utf-8")
)


def keep_in_step(catalog: Catalog) -> None:
    """Have the browser keep the profile where that was chosen; once a run, after the page."""
    visitor, known = person.visitor(catalog), _known()
    if not session.note(_KEEPING) and not session.note(_FORGOTTEN) and visitor != Visitor():
        session.keep_note(_KEEPING, _decode(catalog, known) == visitor)
    _component(
        key=_KEY,
        data={
            "code": visitor_address.code_of(visitor),
            "keeping": bool(session.note(_KEEPING)),
            "forgotten": session.note(_FORGOTTEN, 0),
            "known": known,
            "focus": session.note(_FOCUS, 0),
        },
        default={"kept": ""},
        on_kept_change=lambda: None,
    )


def _known() -> str:
    """The code that the browser last said is kept; it may send anything."""
    code = session.part_of(_KEY, "kept")
    return code if isinstance(code, str) else ""


def _kept(catalog: Catalog) -> Visitor:
    """The profile that is kept on the device."""
    return _decode(catalog, _known())


def _decode(catalog: Catalog, code: str) -> Visitor:
    """The profile behind a code; one that says nothing where there is none."""
    try:
        return visitor_code.decode(catalog, code).visitor
    except BadVisitorCode:
        return Visitor()


def has_offer(catalog: Catalog) -> bool:
    """Whether there is a kept profile to go on with, and nothing said or picked yet."""
    if session.note(_DECLINED) or session.note(_FORGOTTEN) or person.visitor(catalog) != Visitor():
        return False
    return _kept(catalog) != Visitor()


def offer(catalog: Catalog) -> None:
    """Ask whether to go on with the kept profile, where there is one and nothing was said yet."""
    if not has_offer(catalog):
        return
    kept = _kept(catalog)
    counts = {"answer": len(kept.answers), "pick": len(kept.picked)}
    parts = [format_count(count, word) for word, count in counts.items() if count]
    holds = f" ({join_words(parts)})" if parts else ""
    st.markdown(f"Continue where you left off{holds}?", width="content")
    st.button("Continue", key="device:continue", on_click=_continue, args=(catalog,))
    st.button("Not now", key="device:later", type="tertiary", on_click=_decline)
    _forget_button(catalog)


def keep_without_tray(catalog: Catalog) -> None:
    """The same where something was said and nothing is picked, so that there is no tray."""
    visitor = person.visitor(catalog)
    if visitor != Visitor() and not visitor.picked:
        keep_or_forget(catalog)


def keep_or_forget(catalog: Catalog) -> None:
    """A button that opens to the choice to keep the profile on this device, or to forget it."""
    is_kept = bool(session.note(_KEEPING))
    with st.popover(
        "Kept on this device" if is_kept else "Keep for later", key="tray:keep", type="tertiary"
    ):
        if is_kept:
            st.markdown(
                "Your answers and picks stay in this browser and open here on your next visit. We "
                "store nothing, and they contain no name."
            )
            _forget_button(catalog)
        else:
            st.markdown(
                "Keep your answers and picks in this browser for your next visit. We store "
                "nothing, and they contain no name. On a shared computer, copy the address of this "
                "page instead: it carries your answers and picks but no name."
            )
            st.button(
                "Keep this on my device", key="device:keep", on_click=parts.and_all_else(_keep)
            )


def _forget_button(catalog: Catalog) -> None:
    forget = parts.and_all_else(_forget)
    st.button("Forget me", key="device:forget", type="tertiary", on_click=forget, args=(catalog,))


def _keep() -> None:
    """Callback: keep the profile on the device from now on."""
    session.keep_note(_KEEPING, True)
    session.take_note(_FORGOTTEN)


def _continue(catalog: Catalog) -> None:
    """Callback: go on with the kept profile, and keep it in step again."""
    person.become(catalog, _kept(catalog))
    session.keep_note(_KEEPING, True)


def _decline() -> None:
    """Callback: begin anew, and leave what is kept as it is."""
    session.keep_note(_DECLINED, True)


def _forget(catalog: Catalog) -> None:
    """Callback: remove what the device keeps, and what this session knows."""
    person.become(catalog, Visitor())
    session.keep_note(_KEEPING, False)
    session.keep_note(_FORGOTTEN, session.note(_FORGOTTEN, 0) + 1)


def ask_for_focus() -> None:
    """Callback: what had the focus is gone; it goes to the button that takes that back."""
    session.keep_note(_FOCUS, session.note(_FOCUS, 0) + 1)
