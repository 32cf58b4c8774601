"""Where the work pays how much: states and industries, by the government's counts."""

import streamlit as st

from cert_model import careers
from cert_model.careers import sentences
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import State
from ui.careers import data, tables
from ui.careers.boxes import PAGE
from ui.charts import career_specs
from ui.components import figures, tile_map
from ui.components.tile_map.tiles import tiles
from ui.shell import old_address as address

_MAP = f"{PAGE}:map"


def by_state(catalog: Catalog, soc: str, state: State | None) -> None:
    """The tile map, the same as a table, and what else is known of the chosen state."""
    medians = careers.state_medians(catalog, soc)
    nation = _nation_of(catalog, medians)
    if nation is None or not medians:
        figures.not_found("No figures of states were found for this work.")
        return
    takeaway = sentences.describe_states(medians, nation)
    st.markdown(escape(takeaway))
    tile_map.show(tiles(medians, nation, state), caption=takeaway, key=_MAP, on_press=_take_state)
    st.markdown(
        ":small[Press a tile, or choose the state at the top of the page; the arrow keys lead from "
        "tile to tile. The states are of one "
        "release only: no trend is drawn for them.]"
    )
    with figures.on_demand("States as a table, highest median first") as opened:
        if opened:
            rows = tables.by_state(catalog, medians.values(), nation)
            st.table(rows, hide_index=True, alt=takeaway)
    further = careers.other_state_rows(catalog, soc, state) if state else []
    if state and further:
        title = f"More on {state.label}: other releases, agencies and metros"
        with figures.on_demand(title) as opened:
            if opened:
                st.markdown(
                    "Each from its own release and count, so they make no trend; newest first."
                )
                st.table(tables.further(catalog, further), hide_index=True, alt=title)


def _nation_of(catalog: Catalog, medians: dict[State, WageRow]) -> WageRow | None:
    """The nation at the release of the states."""
    first = next(iter(medians.values()), None)
    return careers.national_row_beside(catalog, first) if first else None


def _take_state() -> None:
    """Callback: the tile pressed becomes the chosen state; pressed again, none is."""
    st.session_state[address.key(PAGE, "state")] = tile_map.pressed(_MAP)


def by_industry(catalog: Catalog, soc: str) -> None:
    """Pay and workers by industry."""
    rows, shares = (
        careers.industry_medians(catalog, soc),
        careers.largest_industries(catalog, soc),
    )
    if not rows and not shares:
        figures.not_found("No figures by industry were found for this work.")
        return
    takeaway = sentences.describe_industries(rows, shares)
    st.markdown(escape(takeaway))
    large = careers.comparable_industries(rows)
    if large:
        st.vega_lite_chart(
            data.industries(catalog, large),
            career_specs.labelled_bars("$"),
            alt=takeaway,
            key="industries",
        )
        st.markdown(
            ":small[Medians, the highest first. A single industry is part of a sector; sectors "
            f"with fewer than {careers.MIN_JOBS:,} jobs stand in the table only.]"
        )
    with figures.on_demand("Pay by industry as a table, highest median first") as opened:
        if opened:
            st.table(tables.by_industry(catalog, rows), hide_index=True, alt=takeaway)
    if shares:
        with figures.on_demand("Where they work as a table, largest share first") as opened:
            if opened:
                st.table(tables.shares(catalog, shares), hide_index=True, alt="Where they work")
