"""How the work is expected to grow, by edition of the government's outlook."""

import streamlit as st

from cert_model import careers
from cert_model.careers import sentences
from cert_model.catalog import Catalog
from cert_model.schema.careers import ProjectionRow
from ui.careers import data, tables
from ui.charts import career_specs
from ui.components import figures, views


def headline(catalog: Catalog, soc: str) -> None:
    """What the newest edition expects, and the newest with the jobs behind its percent."""
    said = _said(catalog, soc)
    if not said:
        figures.not_found("No outlook was found for this work.")
    for at, (sentence, edition) in enumerate(said.items()):
        if at == 0:
            views.headline(sentence)
            figures.evidence_button(catalog, sentence, edition)
        else:
            figures.figure(catalog, sentence, edition)


def _said(catalog: Catalog, soc: str) -> dict[str, ProjectionRow]:
    """The editions that are put into words, by their sentence."""
    return {
        sentences.describe_outlook(
            edition, careers.all_occupations_edition(catalog, edition)
        ): edition
        for edition in careers.headline_editions(catalog, soc)
    }


def editions(catalog: Catalog, soc: str) -> None:
    """Growth and openings by edition, newest first."""
    found = careers.outlook_editions(catalog, soc)[::-1]
    if not found:
        figures.not_found("Not found.")
        return
    takeaway = " ".join(_said(catalog, soc))
    st.vega_lite_chart(
        data.outlook(catalog, found), career_specs.labelled_bars("%"), alt=takeaway, key="outlook"
    )
    st.markdown(
        ":small[Growth over ten years, the newest edition first. Each was made for the code of its "
        "time, so two codes are not to be compared.]"
    )
    with figures.on_demand("The outlook as a table, newest edition first") as opened:
        if opened:
            st.table(tables.outlook(catalog, found), hide_index=True, alt=takeaway)
    schooling = careers.worker_education(catalog, soc)
    if schooling:
        title = "The schooling of those who do this work as a table"
        with figures.on_demand(title) as opened:
            if opened:
                st.table(tables.schooling(catalog, schooling), hide_index=True, alt=title)
