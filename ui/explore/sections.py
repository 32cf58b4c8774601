"""The sections of the page Explore: search and filters, the list, and two pictures."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.explore import ordering
from cert_model.explore.comparison import MAX_COMPARED
from cert_model.formatting.markdown import escape
from cert_model.overview import Overview
from ui.charts import explore_specs
from ui.components import (
    choices,
    downloads,
    facets,
    figures,
    glossary,
    scope,
    sharing,
    shortlist,
)
from ui.components.table import draw_table
from ui.explore import results
from ui.explore.scatter import EFFORTS
from ui.explore.view_model import ORDERS, ExploreState, ExploreView
from ui.shell import browser, parts, person, routes, search, session
from ui.shell.visitor import MOST_PICKED

PAGE = ExploreState.page
_FIRST_FILTERS = frozenset({"sit", "role", "setting", "level", "to_earn", "online"})
RESULTS = "explore-results"
"""The key of the part of the page that shows what matches."""
_TABLE = session.key(PAGE, "table")
_CHART = session.key(PAGE, "chart")


def controls(view: ExploreView) -> None:
    """The boxes to search in and to order by, and the filters: at the side, or behind a button.

    The button, on a phone, counts what is active, so that it is drawn anew with each choice.
    """
    above = st.container()
    narrow = browser.narrow()
    part = None if narrow else RESULTS
    with above:
        _search_and_order(part)
    folded = f"Filters ({len(view.active.names)} active)"
    with st.popover(folded, key="on-screen-filters") if narrow else st.sidebar:
        facets.panel(PAGE, view.filters, part, _FIRST_FILTERS)


def _search_and_order(part: str | None) -> None:
    searching, ordered = st.columns([3, 2])
    with searching:
        choices.search_box(
            PAGE,
            "Search names, abbreviations and places of work",
            "inpatient, CPC-H, billing …",
            part=part,
        )
    ordered.selectbox(
        "Order",
        ORDERS,
        format_func=ordering.order_label,
        key=session.key(PAGE, "order"),
        persist_state="session",
        **parts.redrawing(part),
    )


def summary(view: ExploreView) -> None:
    """How many match, and which filters are active."""
    st.markdown(view.headline)
    if view.active.names:
        with st.container(horizontal=True, gap="small"):
            facets.chips(PAGE, view.active)


def take_away(view: ExploreView, link: str) -> None:
    """The list to send or take away."""
    with st.container(horizontal=True, gap="small"):
        sharing.link("Share this view", link, person.visitor(view.catalog))
        with st.popover("Download this list", type="tertiary", key="on-screen-files"):
            downloads.links("credentials", ("csv", "json"), view.file_query)


def elsewhere(view: ExploreView) -> None:
    """Where else the words of the search lead, when no credential has them."""
    if not view.elsewhere:
        return
    st.markdown("**Elsewhere on this site**")
    for document in view.elsewhere:
        label = f":primary[{escape(document.title)}] :small[· {escape(document.trail)}]"
        if st.button(label, key=f"elsewhere:{document.id}", type="tertiary"):
            search.open_place(document.place)


def pictures(view: ExploreView) -> None:
    """Price against effort, and what is covered, side by side."""
    cost, covered = st.columns(2, gap="large")
    with cost:
        st.header("Price and length of the exam")
        choices.choose_term(PAGE, "effort", "Measure length in", EFFORTS)
        _cost_against_effort(view)
    with covered:
        st.header("What it covers")
        _scope(view)


def _cost_against_effort(view: ExploreView) -> None:
    takeaway = view.effort_takeaway
    st.markdown(escape(takeaway))
    st.vega_lite_chart(
        view.effort_points,
        explore_specs.cost_against_effort(view.state.effort),
        key=_CHART,
        on_select=parts.and_all_else(partial(follow_chart, view.catalog, _CHART)),
        alt=takeaway,
    )
    figures.on_demand(
        "Price and effort as a table",
        lambda: draw_table(view.effort_table, alt=takeaway),
    )


def _scope(view: ExploreView) -> None:
    takeaway = view.scope_takeaway
    st.markdown(escape(takeaway))
    scope.draw(view.in_matrix, takeaway)
    drawn, matching = len(view.in_matrix), len(view.shown)
    if matching > drawn:
        st.markdown(f":small[The first {drawn} of {matching}, in the list's order.]")


def the_list(view: ExploreView) -> None:
    """The credentials that match, to pick from and to open; the tail of a long list in folds."""
    if len(view.state.picked) >= MOST_PICKED:
        st.markdown(f":small[{shortlist.FULL}]")
    _table(view, view.listed, view.list_caption, _TABLE)
    if view.further:
        more = {"rows": "all"}
        st.button(f"Show {view.further} more", on_click=session.choose, args=(PAGE, more))
    for shelf, overviews in view.apart.items():
        title = f"{shelf.value} · {len(overviews)}"
        key = f"{_TABLE}:{shelf.name.lower()}"
        figures.on_demand(title, partial(_table, view, overviews, title, key), key=f"fold:{key}")
    pick_actions(view.catalog, view.picked)


def _table(view: ExploreView, overviews: Sequence[Overview], caption: str, key: str) -> None:
    """A part of the list as a table."""
    opened = results.show(
        view.rows(overviews),
        order=view.state.order,
        picked=view.picked,
        is_full=len(view.state.picked) >= MOST_PICKED,
        caption=caption,
        explain=glossary.plain,
        key=key,
        on_sort=parts.and_all_else(partial(follow_heading, key)),
        on_pick=parts.and_all_else(partial(toggle_pick, view.catalog, key)),
    )
    if opened:
        routes.open_credential(opened)


def pick_actions(catalog: Catalog, picked: Sequence[str]) -> None:
    """What can be done with the picked ones besides what the tray offers."""
    if not picked:
        return
    with st.container(horizontal=True, gap="small"):
        if len(picked) <= MAX_COMPARED and st.button("Am I eligible for these?"):
            routes.eligibility(picked)
        clear = parts.and_all_else(partial(_clear, catalog))
        st.button("Clear these picks", type="tertiary", on_click=clear)


def _clear(catalog: Catalog) -> None:
    """Callback: drop every pick."""
    person.change(catalog, picked=())


def toggle_pick(catalog: Catalog, table: str) -> None:
    """Callback: pick, or drop, the credential whose box was pressed in the table."""
    pressed = session.part_of(table, "pick")
    if isinstance(pressed, str):
        (person.unpick if pressed in person.visitor(catalog).picked else person.pick)(pressed)


def follow_chart(catalog: Catalog, chart: str) -> None:
    """Callback: follow the points pressed in a chart, leaving picks made elsewhere."""
    note = f"{chart}:pressed"
    pressed = session.selected_ids(chart, explore_specs.PICKED)
    pressed_before = session.note(note, [])
    picked = person.visitor(catalog).picked
    kept = [key for key in picked if key not in pressed_before and key not in pressed]
    session.keep_note(note, pressed)
    person.change(catalog, picked=(*kept, *pressed))


def follow_heading(table: str) -> None:
    """Callback: order the list as the heading that was pressed says."""
    session.choose(PAGE, {"order": session.part_of(table, "sort")})
