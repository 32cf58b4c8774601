"""The sections of the Home page: the questions, the candidates, the map, and the doors."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from cert_model.candidates import Draw, Priority, Situation, sentences
from cert_model.formatting.markdown import escape
from cert_model.vocabulary import Term
from ui.charts import home_specs
from ui.components import (
    choices,
    downloads,
    fact_list,
    figures,
    home_work,
    quick_quiz,
    sharing,
)
from ui.components.fact_list import FactList
from ui.components.table import draw_table
from ui.home import card_sections
from ui.home.view_model import NEUTRALITY, HomeState, HomeView
from ui.shell import menu, routes, session
from ui.shell.visitor import Visitor

READING_WIDTH = 720
PAGE_WIDTH = 1040
PAGE = HomeState.page
_QUESTIONS: Mapping[str, tuple[str, type[Term]]] = {
    "now": ("Where are you now?", Situation),
    "draw": (sentences.WHAT_DRAWS_YOU, Draw),
    "matters": ("What matters most?", Priority),
}
"""The three questions, by the names of their choices."""
_LINES = {
    routes.EXPLORE: "Every credential: filter, search, pick.",
    routes.COMPARE: "Two to five side by side, with costs over the years.",
    routes.COSTS: "The full cost of a plan, line by line.",
    routes.ELIGIBILITY: "An answer for each exam, with the reasons.",
    routes.PLAN: "What to do each month, what it costs, and who may pay.",
    routes.PREPARE: "A study plan for your hours, programs, and exam day.",
    routes.KEEP: "CEUs, fees and due dates across issuers.",
    routes.GUIDE: "New to the field? How it works, from the beginning.",
    routes.CAREERS: "Pay in your state and nationwide; does it pay off?",
    routes.CLAIMS: "What people say, checked against the sources.",
    routes.CLASS: "Many people at once: who is eligible, who is a step away.",
    routes.DATA_HEALTH: "How good they are, what is missing, how to correct them.",
}
"""What each page gives, in a line, by its path."""
DOORS = {path: (label, _LINES[path]) for path, label in menu.LABELS.items() if path in _LINES}
"""The pages as the menu names and orders them, each with its line."""
_STYLE = (Path(__file__).parent / "home.css").read_text(encoding="utf-8")
_OPENED = "home:opened"
"""How often a credential was opened from the map, which is drawn without a choice after that."""


def questions(view: HomeView) -> None:
    """The three questions, a row each, answered by one click.

    Which credential somebody holds is asked as soon as they say that they hold one.
    """
    st.html(f"<style>{_STYLE}</style>")
    with st.container(key="questions", gap="small"):
        for name, (question, terms) in _QUESTIONS.items():
            _question(name, question, terms)
            if terms is Situation:
                _ask_a_holder(view)


def _question(name: str, question: str, terms: type[Term]) -> None:
    st.pills(
        question,
        list(terms),
        format_func=_label,
        key=session.key(PAGE, name),
        wrap=True,
        persist_state="session",
    )


def _ask_a_holder(view: HomeView) -> None:
    """Which credential somebody holds who says so, and the page about keeping it."""
    if view.state.situation is Situation.HOLDER:
        label = ":primary[What it takes to keep it: CEUs, fees and due dates]"
        st.page_link(routes.KEEP, label=label)
    if quick_quiz.asks_what_is_held(view.catalog):
        quick_quiz.draw(view.catalog, view.scope)
    elif view.held:
        quick_quiz.show_what_is_held(view.catalog, view.held)


def _label(term: Term) -> str:
    return term.label


def candidates(view: HomeView, address: str, *, narrow: bool) -> None:
    """The candidates as cards, why these, what is still to ask, and what else there is.

    ``address`` is the short one of this view, to send. In a ``narrow`` window, where cards stand
    below one another, all but what leads on them is folded.
    """
    fact_list.style()
    st.header(escape(view.heading), anchor=False)
    st.markdown(escape(view.order))
    with st.grid(3, min_column_width=280, key="cards"):
        for place, card in enumerate(view.cards):
            card_sections.draw(card, is_first=place == 0, narrow=narrow)
    if view.below_cards:
        shared_facts(view).draw()
    with st.container(horizontal=True, gap="small"):
        if len(view.cards) > 1 and st.button(f"Compare these {len(view.cards)}"):
            routes.compare(view.scope)
        sharing.link("Share these answers", address, Visitor(wishes=view.state.wishes))
    home_work.draw(view.catalog)
    figures.on_demand("Why these?", lambda: _why_these(view), key="home:why")
    is_drawn_above = quick_quiz.asks_what_is_held(view.catalog)
    if view.scope and view.state.draw is not None and not is_drawn_above:
        quick_quiz.draw(view.catalog, view.scope)
    _folds(view)


def shared_facts(view: HomeView) -> FactList:
    """A line for each figure that stands once below the cards."""
    facts = FactList(view.catalog, "every card")
    card_sections.add_figures(facts, view.below_cards)
    return facts


def _why_these(view: HomeView) -> None:
    st.markdown("\n\n".join(map(escape, view.why_these)))


def _folds(view: HomeView) -> None:
    """What else fits, what little is known about, and what there is in other countries."""
    of = view.shortlist
    count = len(of.others) + len(of.later)
    if count:
        is_all = not of.candidates
        figures.on_demand(
            f"What else fits ({count})", lambda: _others(view), key="home:others", expanded=is_all
        )
    if of.little_known:
        figures.on_demand(
            f"Little is known about these ({len(of.little_known)})",
            lambda: st.markdown("\n".join(f"- {line}" for line in view.little_known)),
            key="home:little",
        )
    figures.on_demand("Outside the United States?", lambda: _abroad(view), key="home:abroad")


def _others(view: HomeView) -> None:
    if view.shortlist.others:
        draw_table(view.others, alt="What else fits, in the order of the cards")
    if view.later:
        st.markdown(f"**With more experience, or in a specialty:** {view.later}")


def _abroad(view: HomeView) -> None:
    st.markdown(
        "The cards show credentials of the United States. What their exams ask of people abroad "
        "was found for only a few; for the others, ask the issuer before you pay."
    )
    st.page_link(
        routes.GUIDE,
        label="What is known about taking them from abroad",
        query_params={"question": "abroad"},
    )
    st.markdown(f"Credentials of other countries in this catalog:\n\n{view.abroad}")


def field(view: HomeView, *, narrow: bool) -> None:
    """The map of the field, whose points and letters open a credential."""
    figures.section(
        "The field at a glance",
        f"{escape(view.field_takeaway)} Press a name or a circle to read about it.\n\n"
        ":small[The more people hold a credential, the larger its circle; an empty circle means "
        "that no number was found.]",
    )
    field_map = view.field_map(narrow)
    chart = f"home:map:{session.note(_OPENED, 0)}"
    st.vega_lite_chart(
        field_map.points,
        field_map.spec(),
        key=chart,
        on_select="rerun",
        alt=view.field_takeaway,
    )
    for name in (home_specs.PRESSED, home_specs.PRESSED_LETTERS):
        for pressed in session.selected_ids(chart, name):
            if pressed in view.catalog.credentials:
                session.keep_note(_OPENED, session.note(_OPENED, 0) + 1)
                routes.open_credential(pressed)
    figures.on_demand("The field as a table", lambda: _field_table(view))


def _field_table(view: HomeView) -> None:
    draw_table(dict(view.field_table), alt=view.field_takeaway)
    st.markdown(f":small[{escape(view.field_counts)}]")


def doors(view: HomeView) -> None:
    """Every page with a line, and a box to open a credential by its letters."""
    st.header("Or go straight to")
    with st.grid(3, min_column_width=260, key="doors"):
        for page, (label, line) in DOORS.items():
            st.page_link(page, label=f":primary[**{label}**] :small[{line}]", width="stretch")
    opened = st.selectbox(
        "Or open a credential by name or abbreviation",
        list(view.catalog.credentials),
        index=None,
        format_func=choices.titles(view.catalog).__getitem__,
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
    st.markdown(NEUTRALITY, width=READING_WIDTH)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("The whole catalog, every fact with its sources:")
        downloads.catalog()


def quality_of_figures() -> None:
    """What the mark beside a figure means."""
    meanings = "\n".join(f"- {mark} {escape(text)}" for mark, text in figures.MEANINGS.items())
    with st.container(key="marks"):
        figures.section(
            "How reliable a figure is",
            "Each figure has a small mark. Press it for the value, its date, every source, its "
            f"earlier values, and the sources that disagree.\n\n{meanings}",
        )
