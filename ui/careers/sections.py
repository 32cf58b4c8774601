"""The sections of the page Work and pay that rest on the government's counts, and its frame."""

import streamlit as st

from cert_model import careers
from cert_model.formatting.markdown import escape, heading_anchor
from cert_model.vocabulary import State
from ui.careers.chart_rows import series_in
from ui.careers.official_views import CATEGORIES, StatesView
from ui.careers.state import DOLLARS, CareersState
from ui.careers.view_model import CareersView
from ui.charts import career_specs
from ui.components import figures, glossary, line_names, tile_map
from ui.components.figures import LEGEND
from ui.components.table import draw_table
from ui.shell import session

PAGE = CareersState.page
READING_WIDTH = 960
_MAP = session.key(PAGE, "map")


def header(title: str) -> None:
    """A heading that can be linked to, with the term in it explained."""
    st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))


def work_and_place(view: CareersView) -> None:
    """The boxes for occupation, state and kind of dollars, where the view depends on them."""
    titles = view.occupation_titles
    with st.container(horizontal=True, gap="small"):
        if view.state.is_about_one_occupation:
            st.selectbox(
                "Work",
                list(titles),
                format_func=titles.__getitem__,
                key=session.key(PAGE, "work"),
                persist_state="session",
                width=400,
            )
        if view.state.is_about_one_state:
            st.selectbox(
                "State",
                list(State),
                index=None,
                format_func=lambda state: State(state).label,
                placeholder="The nation",
                key=session.key(PAGE, "state"),
                persist_state="session",
                width=220,
            )
        if view.state.compares_places:
            st.selectbox(
                "Dollars",
                list(DOLLARS),
                format_func=DOLLARS.__getitem__,
                key=session.key(PAGE, "dollars"),
                persist_state="session",
                width=220,
            )


def headline(view: CareersView) -> None:
    """What the occupation pays, with the sources of each figure."""
    figures.headline(view.headline)
    if view.not_found:
        figures.not_found(view.not_found)
    if view.buying_power:
        st.markdown(escape(view.buying_power))
    with st.container(horizontal=True, gap="small"):
        for figure in view.headline_figures:
            figures.figure(view.catalog, *figure)
    st.markdown(escape(view.workers_counted))


def pay_over_the_years(view: CareersView) -> None:
    """The band of pay by year, with each break explained."""
    takeaway = view.pay_takeaway
    st.markdown(escape(takeaway))
    st.vega_lite_chart(view.pay_band, career_specs.band_by_year(), alt=takeaway, key="band")
    st.markdown(
        ":small[The line is the median. The dark band holds the middle half of the workers, the "
        "light one the middle 80 percent. A dashed line marks a change in which workers the "
        "figures count.]"
    )
    for gap in view.pay_breaks:
        with figures.row(f"Between {gap.before} and {gap.after}"):
            figures.figure(view.catalog, gap.succession.text, gap.succession)
    figures.on_demand("Pay by year as a table", lambda: draw_table(view.pay_table, alt=takeaway))


def about_the_occupation(view: CareersView) -> None:
    """Facts about the occupation other than its pay, on demand."""
    if view.occupation_facts:
        figures.on_demand(
            "About this occupation", lambda: figures.notes(view.catalog, view.occupation_facts)
        )


def state_by_state(view: CareersView) -> None:
    """The states on a map and as a table, and further figures of the selected one."""
    states = view.states
    if states is None:
        figures.not_found("No state figures were found for this work.")
        return
    takeaway = states.takeaway
    st.markdown(escape(takeaway))
    tile_map.show(states.tiles, CATEGORIES, caption=takeaway, key=_MAP, on_press=_select_state)
    st.markdown(
        ":small[Press a tile, or choose the state at the top of the page; the arrow keys move from "
        "tile to tile. All states come from one release, so no trend is shown.]"
    )
    _areas(states)

    def draw() -> None:
        draw_table(states.table, alt=takeaway)
        for level in states.price_levels:
            figures.figure(view.catalog, *level)

    figures.on_demand("States as a table, highest median first", draw)
    if states.other_title:

        def draw() -> None:
            st.markdown(
                "Newest first. The figures come from different releases and count different "
                "workers, so they do not show a trend."
            )
            draw_table(states.other_table, alt=states.other_title)

        figures.on_demand(states.other_title, draw)


def _areas(states: StatesView) -> None:
    """The areas of the selected state, on demand."""
    if not states.areas:
        return

    def draw() -> None:
        st.markdown(escape(states.areas_remark))
        draw_table(states.areas_table, alt=states.areas_title)
        figures.evidence_button(states.catalog, states.areas_title, states.areas[0])

    figures.on_demand(states.areas_title, draw)


def _select_state() -> None:
    """Callback: choose the state of the pressed tile, or none if it was the chosen one."""
    session.choose(PAGE, {"state": tile_map.pressed(_MAP)})


def by_industry(view: CareersView) -> None:
    """Pay and workers by industry."""
    industries = view.industries
    takeaway = industries.takeaway
    if not takeaway:
        figures.not_found("No industry figures were found for this work.")
        return
    st.markdown(escape(takeaway))
    bars = industries.bars
    if bars is not None:
        spec = career_specs.labeled_bars("$", series_in(bars), line_names.most_lines(bars["title"]))
        st.vega_lite_chart(bars, spec, alt=takeaway, key="industries")
        st.markdown(
            ":small[Medians, highest first. A single industry is part of a sector. Sectors with "
            f"fewer than {careers.MIN_JOBS:,} jobs are in the table only.]"
        )
    figures.on_demand(
        "Pay by industry as a table, highest median first",
        lambda: draw_table(industries.table, alt=takeaway),
    )
    if industries.shares:
        figures.on_demand(
            "Where they work as a table, largest share first",
            lambda: draw_table(industries.shares_table, alt="Where they work"),
        )


def outlook_headline(view: CareersView) -> None:
    """What the newest edition expects, and the newest one with numbers of jobs."""
    if not view.outlook.headlines:
        figures.not_found("No outlook was found for this work.")
        return
    newest, *others = view.outlook.headlines
    figures.headline(newest.text)
    figures.evidence_button(view.catalog, *newest)
    for sentence in others:
        figures.figure(view.catalog, *sentence)


def growth(view: CareersView) -> None:
    """Growth and openings by edition of the outlook, and the education of the workers."""
    outlook = view.outlook
    if not outlook.editions:
        figures.not_found("Not found.")
        return
    takeaway = outlook.takeaway
    bars = outlook.bars
    spec = career_specs.labeled_bars("%", series_in(bars), line_names.most_lines(bars["title"]))
    st.vega_lite_chart(bars, spec, alt=takeaway, key="outlook")
    st.markdown(
        ":small[Growth over ten years, newest edition first. Each edition uses the occupation "
        "code of its time. Editions under different codes cannot be compared.]"
    )
    figures.on_demand(
        "The outlook as a table, newest edition first",
        lambda: draw_table(outlook.table, alt=takeaway),
    )
    if outlook.education:
        title = "The education of those who do this work as a table"
        figures.on_demand(title, lambda: draw_table(outlook.education_table, alt=title))


def artificial_intelligence(view: CareersView) -> None:
    """What studies found on artificial intelligence in coding, on demand."""
    if not view.outlook.studies:
        return

    def draw() -> None:
        for study in view.outlook.studies:
            figures.figure(view.catalog, *study)
        st.markdown("Each study asks a different question, so the figures cannot be compared.")

    figures.on_demand("What studies found on artificial intelligence in coding", draw)


def disagreements_and_gaps(view: CareersView) -> None:
    """Where sources disagree, and what is not known, on demand."""

    def draw() -> None:
        for dispute in view.disputes:
            figures.draw_dispute(view.catalog, dispute)
        figures.draw_unknown(view.unknown)

    figures.on_demand("Where sources disagree, and what is not known", draw)


def legend() -> None:
    """What the marks of the figures mean."""
    st.markdown(f":small[{LEGEND} · – not found. Press a figure for its date and sources.]")
