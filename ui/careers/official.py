"""What the work pays and how it grows, by the government's counts."""

import streamlit as st

from cert_model import career_takeaways, careers
from cert_model.catalog import Catalog
from cert_model.schema.careers import WageRow
from cert_model.vocabulary import State
from ui import address, figures
from ui.careers import charts, data, tables
from ui.charts import PICKED
from ui.markdown import escape


def headline(catalog: Catalog, soc: str, state: State | None) -> None:
    """The state's median against the nation's, each with its source."""
    work = careers.occupations(catalog)[soc]
    own = careers.state_medians(catalog, soc).get(state) if state else None
    nation = careers.newest_national(catalog, soc)
    if own is not None:
        beside = careers.nation_beside(catalog, own)
        sentence = (
            career_takeaways.state_against_nation(own, beside, work.short)
            if beside
            else f"{work.short} in {own.area}: {career_takeaways.pay(own)}."
        )
        st.markdown(f"### {escape(sentence)}")
    elif nation is not None:
        st.markdown(f"### {escape(career_takeaways.nation(nation, work.short))}")
        if state is not None:
            figures.not_found(f"No median of {state.label} was found for this work.")
    with st.container(horizontal=True, gap="small"):
        for row in filter(None, (own, nation)):
            figures.figure(catalog, f"{row.area}: {career_takeaways.measured(row)}", row)
    st.markdown(f"{escape(work.holds)} Pay is that of wage and salary workers, before taxes.")


def by_year(catalog: Catalog, soc: str) -> None:
    """The band of pay by year, with every break explained."""
    parts, breaks = careers.segments(catalog, soc), careers.breaks(catalog, soc)
    takeaway = career_takeaways.band(parts, breaks)
    st.markdown(escape(takeaway))
    st.vega_lite_chart(data.band(parts, breaks), charts.band_by_year(), alt=takeaway, key="band")
    st.markdown(
        ":small[The line is the median. Half of the workers earn within the dark band, eight in "
        "ten within the light one. A dashed line marks a change in whom the figures count.]"
    )
    for each in breaks:
        with figures.row(f"Between {each.before} and {each.after}"):
            figures.figure(catalog, each.succession.text, each.succession)
    with figures.on_demand("Pay by year as a table") as opened:
        if opened:
            rows = [row for part in parts for row in part.rows]
            st.table(tables.by_year(catalog, rows), hide_index=True, alt=takeaway)


def by_state(catalog: Catalog, soc: str, state: State | None, page: str) -> None:
    """The tile map, the same as a table, and what else is known of the chosen state."""
    medians = careers.state_medians(catalog, soc)
    nation = _nation_of(catalog, medians)
    if nation is None or not medians:
        figures.not_found("No figures of states were found for this work.")
        return
    takeaway = career_takeaways.states(medians, nation)
    st.markdown(escape(takeaway))
    chart = f"{page}:map"
    st.vega_lite_chart(
        data.tiles(medians, nation, state),
        charts.tile_map(),
        alt=takeaway,
        key=chart,
        on_select=lambda: _take_state(page, chart),
        selection_mode=PICKED,
    )
    st.markdown(
        ":small[Press a tile, or choose the state at the top of the page. The states are of one "
        "release only: no trend is drawn for them.]"
    )
    with figures.on_demand("States as a table, highest median first") as opened:
        if opened:
            rows = tables.by_state(catalog, medians.values(), nation)
            st.table(rows, hide_index=True, alt=takeaway)
    further = careers.further_rows(catalog, soc, state) if state else []
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
    return careers.nation_beside(catalog, first) if first else None


def _take_state(page: str, chart: str) -> None:
    """Callback: the tile pressed becomes the chosen state; pressed again, none is."""
    pressed = [point["state"] for point in st.session_state[chart].selection[PICKED]]
    st.session_state[address.key(page, "state")] = pressed[0] if pressed else None


def by_industry(catalog: Catalog, soc: str) -> None:
    """Pay and workers by industry."""
    rows, shares = (
        careers.industry_medians(catalog, soc),
        careers.largest_industries(catalog, soc),
    )
    if not rows and not shares:
        figures.not_found("No figures by industry were found for this work.")
        return
    takeaway = career_takeaways.industries(rows, shares)
    st.markdown(escape(takeaway))
    large = careers.comparable(rows)
    if large:
        st.vega_lite_chart(
            data.industries(large), charts.labelled_bars("$"), alt=takeaway, key="industries"
        )
        st.markdown(
            ":small[Medians, the highest first. A single industry is part of a sector; sectors "
            f"with fewer than {careers.FEWEST_JOBS:,} jobs stand in the table only.]"
        )
    with figures.on_demand("Pay by industry as a table, highest median first") as opened:
        if opened:
            st.table(tables.by_industry(catalog, rows), hide_index=True, alt=takeaway)
    if shares:
        with figures.on_demand("Where they work as a table, largest share first") as opened:
            if opened:
                st.table(tables.shares(catalog, shares), hide_index=True, alt="Where they work")


def outlook(catalog: Catalog, soc: str) -> None:
    """Growth and openings by edition, newest first."""
    editions = careers.editions(catalog, soc)[::-1]
    if not editions:
        figures.not_found("No outlook was found for this work.")
        return
    said = {
        career_takeaways.outlook(edition, careers.of_all_occupations(catalog, edition)): edition
        for edition in careers.headline_editions(catalog, soc)
    }
    for sentence, edition in said.items():
        figures.figure(catalog, sentence, edition)
    takeaway = " ".join(said)
    st.vega_lite_chart(
        data.outlook(editions), charts.labelled_bars("%"), alt=takeaway, key="outlook"
    )
    st.markdown(
        ":small[Growth over ten years, the newest edition first. Each was made for the code of its "
        "time, so two codes are not to be compared.]"
    )
    with figures.on_demand("The outlook as a table, newest edition first") as opened:
        if opened:
            st.table(tables.outlook(catalog, editions), hide_index=True, alt=takeaway)
    schooling = careers.schooling(catalog, soc)
    if schooling:
        title = "The schooling of those who do this work as a table"
        with figures.on_demand(title) as opened:
            if opened:
                st.table(tables.schooling(catalog, schooling), hide_index=True, alt=title)


def about(catalog: Catalog, soc: str) -> None:
    """Facts on the occupation that are no pay."""
    figures.notes(catalog, careers.occupations(catalog)[soc].facts)
