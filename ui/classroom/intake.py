"""The ways in which a class is taken: pasted, as a file, typed, or an example."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.classes import LARGEST_UPLOAD, MOST_PEOPLE
from cert_model.formatting.markdown import escape
from ui.classroom import kept_class
from ui.classroom.state import ClassState
from ui.components.upload import draw_upload
from ui.shell import session

PAGE = ClassState.page
_FILE_ENDS = ("csv", "tsv", "txt", "xlsx")
QUESTION = "Who in your class may sit for which exam?"
WHAT_TO_BRING = (
    "Bring your table as it is, with a row for each person: names, and what you know about their "
    "schooling, work and certifications, in your own columns and words. You will see who is "
    "eligible now, who is one step away and what it costs, and get a sheet for the wall and a page "
    "for each person."
)
LIMITS = (
    f"A table may have up to {MOST_PEOPLE:,} people and {LARGEST_UPLOAD // 1_000_000} MB. It is "
    "read once, and no copy is kept: it exists only in this tab, so closing or reloading the tab "
    "deletes it. The link to this page never contains it. For more people, or for many tables, use "
    "the command `certlens screen people.csv -o verdicts.csv`."
)
"""What the page takes, and what becomes of it."""


def begin(catalog: Catalog) -> None:
    """Draw what the page is for, and the ways to bring a class."""
    st.title(QUESTION, anchor=False)
    st.markdown(WHAT_TO_BRING)
    st.text_area(
        "Paste from a spreadsheet, including the headings",
        key=kept_class.PASTED,
        height=160,
        placeholder="Name\tHighest education\tYears coding\tCerts",
        persist_state="session",
    )
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Read what I pasted",
            type="primary",
            key="classroom:read",
            on_click=kept_class.take_pasted,
            args=(catalog,),
        )
        st.button("Type into an empty table", key="classroom:type", on_click=kept_class.type_in)
        st.button(
            "Show an example class",
            key="classroom:example",
            on_click=session.choose,
            args=(PAGE, {"example": "yes"}),
        )
        if kept_class.is_put_away():
            st.button(
                "Back to the last table", key="classroom:back", on_click=kept_class.fetch_back
            )
    if line := kept_class.refused():
        st.warning(escape(line))
    draw_upload(
        PAGE,
        "Or upload a file, CSV or Excel (.xlsx)",
        _FILE_ENDS,
        lambda _name, raw: kept_class.take_file(catalog, raw),
    )
    st.markdown(f":small[{LIMITS}]")


def say_whose(state: ClassState) -> None:
    """Say that this is an example, or offer to begin with another class."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if state.example == "yes":
            st.markdown("An example: 30 made-up people.", width="content")
            st.button(
                ":primary[Bring my own class]",
                type="tertiary",
                key="classroom:own",
                on_click=session.choose,
                args=(PAGE, {"example": "no"}),
            )
        else:
            st.button(
                ":primary[Another class]",
                type="tertiary",
                key="classroom:other",
                on_click=kept_class.put_away,
            )


def ask_for_people() -> None:
    """Say what to do with a table that has no people yet."""
    st.title("Who is in your class?", anchor=False)
    st.markdown(
        "Add a row for each person: double-click a cell, or paste several rows into the table. Use "
        "your own words, such as HS diploma, 2 years, CPC-A. Leave blank what you do not know. "
        "Results appear as you go, and the page lists what it did not understand."
    )
