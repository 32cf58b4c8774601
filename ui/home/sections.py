"""The sections of the Start page: links to the pages, the data behind it, and its marks."""

import streamlit as st

from cert_model.formatting.markdown import escape
from cert_model.overview import overviews
from ui.components import downloads, figures
from ui.home.view_model import FIRST_COMPARISON, STARTING_POINTS, HomeView
from ui.shell import routes

READING_WIDTH = 720
_QUESTIONS = {
    routes.GUIDE: "New to the field? Read the guide",
    routes.EXPLORE: "Which credential fits?",
    routes.ELIGIBILITY: "For which exams may I sit now?",
    routes.COSTS: "What will it cost over the years?",
    routes.PREPARE: "How do I get ready?",
    routes.CAREERS: "What does the work pay?",
    routes.COMPARE: "How do credentials differ, side by side?",
    routes.CLAIMS: "Is what people say true?",
    routes.DATA_HEALTH: "How good is the data?",
}


def questions() -> None:
    """A link to each page, by the question that it answers."""
    with st.grid(3, min_column_width=260, gap="small", border=True):
        for page, question in _QUESTIONS.items():
            st.page_link(page, label=question)


def starting_points(view: HomeView) -> None:
    """Lists and a comparison to begin with, and a box to open a credential by abbreviation."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("Or begin with")
        for label, filters in STARTING_POINTS.items():
            if st.button(label):
                st.switch_page(routes.EXPLORE, query_params=dict(filters))
        if st.button(view.first_comparison):
            routes.compare(FIRST_COMPARISON)
    opened = st.selectbox(
        "Or open a credential by name or abbreviation",
        list(view.catalog.credentials),
        index=None,
        format_func=lambda key: overviews(view.catalog)[key].title,
        placeholder="Type an abbreviation or a name",
        width=READING_WIDTH,
    )
    if opened is not None and opened in view.catalog.credentials:
        routes.open_credential(opened)


def foundations(view: HomeView) -> None:
    """How much data there is, who pays for the app (nobody), and downloads of all data."""
    with st.grid(5, min_column_width=140):
        for label, text in view.figures.items():
            st.metric(label, text)
    st.markdown(
        "Nobody pays to be listed or ranked. Every list says how it is ordered, and we give no "
        "scores of our own. Where sources disagree, you see both sides and the reason for the one "
        "we use.",
        width=READING_WIDTH,
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("The whole catalog, every fact with its sources:")
        downloads.catalog()


def quality_of_figures() -> None:
    """What the mark beside a figure means."""
    st.markdown(
        "Each figure has a small mark. Press it for the value, its date, every source, its earlier "
        "values, and the sources that disagree.\n\n"
        + "\n".join(f"- {mark} {escape(text)}" for mark, text in figures.MEANINGS.items()),
        width=READING_WIDTH,
    )
