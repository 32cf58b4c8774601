"""The tray at the foot of every page: the shortlist, and where it leads."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.formatting.markdown import escape
from ui.shell import device, person, routes, session, visitor_address

_STYLE = (Path(__file__).parent / "tray.css").read_text(encoding="utf-8")
_REMOVED = "tray:removed"
_DOORS = {
    "compare": ("Compare", routes.COMPARE, "ids"),
    "costs": ("What it costs", routes.COSTS, "ids"),
    "plan": ("Plan", routes.PLAN, ""),
}
"""By the name of a page: what its link says, the page, and its choice that is the shortlist."""


def draw(catalog: Catalog, page: str) -> None:
    """Draw the tray below a page, once something is picked or there is something to take back."""
    picked = person.visitor(catalog).picked
    removed = _removed(page, picked)
    if not picked and removed is None and not device.has_offer(catalog):
        return
    st.html(f"<style>{_STYLE}</style>")
    with st.bottom, _row("tray"):
        device.offer(catalog)
        _picks(catalog, page, picked, removed)
        if picked:
            with _row("tray-doors"):
                _doors(catalog, page, picked)
                device.keep_or_forget(catalog)


def _row(key: str) -> AbstractContextManager[object]:
    return st.container(
        horizontal=True, vertical_alignment="center", gap="small", width="content", key=key
    )


def _picks(catalog: Catalog, page: str, picked: Sequence[str], removed: str | None) -> None:
    """The shortlist, with a button to drop each, and one to take the last drop back."""
    if not picked and removed is None:
        return
    with _row("tray-picks"):
        st.markdown(f"{len(picked)} picked", width="content")
        for key in picked:
            st.button(
                f"{escape(catalog.labels[key])} ✕",
                key=f"tray:drop:{key}",
                help=f"Drop {catalog.credentials[key].name} from your shortlist",
                on_click=_remove,
                args=(catalog, page, key),
            )
        if removed is not None:
            label = f"Put {escape(catalog.labels[removed])} back"
            st.button(label, key="tray:undo", type="tertiary", on_click=_undo, args=(catalog,))


def _doors(catalog: Catalog, page: str, picked: tuple[str, ...]) -> None:
    """Links to the pages about the shortlist; on such a page itself, back to the shortlist."""
    query = visitor_address.parameters(catalog, "")
    for name, (label, route, choice) in _DOORS.items():
        if name != page:
            st.page_link(route, label=f":primary[**{label}**]", query_params=query)
        elif choice and tuple(session.choice(page, choice) or ()) != picked[:MAX_COMPARED]:
            st.button(
                f":primary[**{label}: my shortlist**]",
                key=f"tray:{name}",
                type="tertiary",
                on_click=session.choose,
                args=(page, {choice: list(picked[:MAX_COMPARED])}),
            )


def _removed(page: str, picked: tuple[str, ...]) -> str | None:
    """The credential that was just dropped here, until something else happens to the shortlist."""
    removed = session.note(_REMOVED)
    if removed is None:
        return None
    on_page, key, before = removed
    if on_page == page and picked == tuple(other for other in before if other != key):
        dropped: str = key
        return dropped
    session.take_note(_REMOVED)
    return None


def _remove(catalog: Catalog, page: str, key: str) -> None:
    """Callback: drop a credential, and keep in mind how to take that back."""
    session.keep_note(_REMOVED, (page, key, person.visitor(catalog).picked))
    person.unpick(key)
    device.ask_for_focus()


def _undo(catalog: Catalog) -> None:
    """Callback: the shortlist as it was before the last one was dropped."""
    removed = session.take_note(_REMOVED)
    if removed is not None:
        person.change(catalog, picked=removed[-1])
