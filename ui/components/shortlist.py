"""Controls that put credentials on the visitor's shortlist, and go from one pick to another."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting import join_words
from cert_model.formatting.markdown import escape
from ui.shell import person, routes, session, window
from ui.shell.visitor import MOST_PICKED

FULL = (
    f"Your shortlist has {MOST_PICKED} credentials, the most it can hold. Remove one to add "
    "another."
)


def pick_button(catalog: Catalog, key: str, *, quiet: bool = False) -> None:
    """A button that puts a credential on the shortlist, or takes it off.

    A ``quiet`` one stands beside a button that matters more.
    """
    picked = person.visitor(catalog).picked
    if key in picked:
        st.button(
            "Picked ✓" if quiet else "On my shortlist ✓",
            key=f"pick:{key}",
            type="tertiary" if quiet else "secondary",
            help="Take it off your shortlist",
            on_click=person.unpick,
            args=(key,),
        )
        return
    is_full = len(picked) >= MOST_PICKED
    st.button(
        "Pick" if quiet else "Add to my shortlist",
        key=f"pick:{key}",
        type="tertiary" if quiet else "primary",
        help=FULL if is_full else "Add it to your shortlist, to compare and to plan",
        disabled=is_full,
        on_click=person.pick,
        args=(key,),
    )


def offer_to_pick(catalog: Catalog, ids: Sequence[str]) -> None:
    """What a page's list has to do with the shortlist: a button for what is not on it."""
    picked = person.visitor(catalog).picked
    if len(picked) > len(ids) and picked[: len(ids)] == tuple(ids) and ids:
        st.markdown(f":small[The first {len(ids)} of your {len(picked)} picks.]")
    new = [key for key in ids if key not in picked]
    if not new or len(picked) + len(new) > MOST_PICKED:
        return
    with window.on_screen("pick", horizontal=True, vertical_alignment="center", gap="small"):
        labels = join_words([catalog.labels[key] for key in new])
        st.button(
            f":primary[Add {escape(labels)} to my shortlist]",
            key="pick:these",
            type="tertiary",
            on_click=_pick,
            args=(catalog, new),
        )


def explain_example(catalog: Catalog, ids: Sequence[str]) -> None:
    """Say that a page shows an example, since nothing is chosen on it, and where to choose."""
    labels = join_words([catalog.labels[key] for key in ids])
    st.markdown(
        f"An example: {escape(labels)}, the most widely held by published numbers. Choose your own "
        "here, or check them in the list of credentials."
    )
    st.page_link(routes.EXPLORE, label=":primary[Find a credential]")


def _pick(catalog: Catalog, ids: Sequence[str]) -> None:
    """Callback: put these on the shortlist as well."""
    person.change(catalog, picked=(*person.visitor(catalog).picked, *ids))


def other_picks(catalog: Catalog, page: str, name: str, key: str | None) -> None:
    """On a page about one credential: a button for each other pick, kept under ``name``."""
    others = [other for other in person.visitor(catalog).picked if other != key]
    if not others:
        return
    with window.on_screen("picks", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(":small[Also picked:]", width="content")
        for other in others:
            st.button(
                f":primary[{escape(catalog.labels[other])}]",
                key=f"{page}:other:{other}",
                help=escape(catalog.credentials[other].name),
                type="tertiary",
                on_click=session.choose,
                args=(page, {name: other}),
            )
