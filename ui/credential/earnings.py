"""What people who hold a credential report earning."""

import streamlit as st

from cert_model import careers
from cert_model.careers import sentences, survey_sentences
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from cert_model.schema import Credential
from ui.components import figures
from ui.shell import routes


def earnings(catalog: Catalog, sheet: Credential) -> None:
    """Every survey figure on its holders, newest first, with how to read it."""
    rows = careers.survey_rows_of(catalog, sheet.id)
    for row in rows:
        with figures.row(f"{row.publisher}, {row.year}"):
            answered = survey_sentences.format_respondents(careers.survey_respondents(catalog, row))
            text = f"{row.measure.label} {sentences.format_per_year(row.amount)}"
            figures.figure(catalog, text, row)
            st.markdown(f":small[{escape(answered)}]")
    if not rows:
        figures.not_found("No survey that names its holders was found.")
    for publisher in dict.fromkeys(row.publisher for row in rows):
        caveat = careers.survey_caveat(catalog, publisher)
        if caveat:
            st.markdown(f":small[{escape(caveat)}]")
    if st.button("Does it pay?", key="does_it_pay"):
        routes.careers([sheet.id])
