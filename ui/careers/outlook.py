"""How the work is expected to grow, by edition of the government's outlook."""

import streamlit as st

from cert_model import career_takeaways, careers
from cert_model.catalog import Catalog
from ui import figures, views
from ui.careers import charts, data, tables


def draw(catalog: Catalog, soc: str) -> None:
    """Growth and openings by edition, newest first."""
    editions = careers.editions(catalog, soc)[::-1]
    if not editions:
        figures.not_found("No outlook was found for this work.")
        return
    said = {
        career_takeaways.outlook(edition, careers.of_all_occupations(catalog, edition)): edition
        for edition in careers.headline_editions(catalog, soc)
    }
    newest, *others = said
    views.headline(newest)
    figures.evidence_button(catalog, newest, said[newest])
    for sentence in others:
        figures.figure(catalog, sentence, said[sentence])
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
