"""What the work pays, by the government's counts."""

import streamlit as st

from cert_model import careers
from cert_model.careers import sentences
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.vocabulary import State
from ui.careers import data, tables
from ui.charts import career_specs
from ui.components import figures, views


def headline(catalog: Catalog, soc: str, state: State | None) -> None:
    """The state's median against the nation's, each with its source."""
    work = careers.occupations(catalog)[soc]
    own = careers.state_medians(catalog, soc).get(state) if state else None
    if own is not None:
        nation = careers.national_row_beside(catalog, own)
        views.headline(sentences.compare_state_with_nation(own, nation, work.short))
    else:
        nation = careers.newest_national_row(catalog, soc)
        views.headline(sentences.describe_national_pay(nation, work.short))
    if state is not None and own is None:
        figures.not_found(f"No median of {state.label} was found for this work.")
    with st.container(horizontal=True, gap="small"):
        for row in filter(None, (own, nation)):
            figures.figure(catalog, f"{row.area}: {sentences.format_pay(row)}", row)
    st.markdown(f"{escape(work.holds)} Pay is that of wage and salary workers, before taxes.")


def by_year(catalog: Catalog, soc: str) -> None:
    """The band of pay by year, with every break explained."""
    parts, breaks = careers.series_segments(catalog, soc), careers.series_breaks(catalog, soc)
    takeaway = sentences.describe_pay_trend(parts, breaks)
    st.markdown(escape(takeaway))
    st.vega_lite_chart(
        data.band(catalog, parts, breaks), career_specs.band_by_year(), alt=takeaway, key="band"
    )
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


def about(catalog: Catalog, soc: str) -> None:
    """Facts on the occupation that are no pay."""
    facts = careers.occupations(catalog)[soc].facts
    if facts:
        with figures.on_demand("What this occupation is") as opened:
            if opened:
                figures.notes(catalog, facts)
