"""What a credential costs its holder, now and before, and what holders report earning."""

import streamlit as st

from cert_model import careers
from cert_model.careers import sentences, survey_sentences
from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_fee_name, format_price
from cert_model.formatting.markdown import escape
from cert_model.schema import Fee
from cert_model.vocabulary import FeeKind
from ui.charts import exam_specs
from ui.components import figures
from ui.credential.view_model import CredentialView
from ui.shell import routes


def fees(view: CredentialView) -> None:
    """What the issuer charges now, what it charged, and how the exam price moved."""
    catalog, sheet = view.catalog, view.sheet
    if not any(fee.kind is FeeKind.EXAM for fee in sheet.fees):
        figures.fact(catalog, "Exam", None)
    for fee in sheet.fees:
        _fee(catalog, fee)
    shared = (*view.issuer.dues, *view.issuer.fees)
    if shared:
        st.markdown(f"**Charged by {escape(view.issuer.letters)} for all of its credentials**")
        for fee in shared:
            _fee(catalog, fee)
    if sheet.former_fees:
        st.markdown("**No longer offered in this shape**")
        for fee in sheet.former_fees:
            _fee(catalog, fee)
    _price_history(view)


def _fee(catalog: Catalog, fee: Fee) -> None:
    amount = fee.amount or fee.percent
    assert amount is not None, "a fee has an amount or a percentage"
    with figures.row(format_fee_name(fee)):
        if not amount.known:
            figures.figure(catalog, "not known today", amount, money=True)
            return
        figures.figure(catalog, format_price(fee), amount, money=True)


def _price_history(view: CredentialView) -> None:
    rows = view.price_history
    if rows is None:
        return
    takeaway = f"Exam prices of {view.sheet.code} by year"
    st.markdown("**The exam price over the years**")
    st.vega_lite_chart(rows, exam_specs.over_the_years("Price", "$"), alt=takeaway, key="prices")
    table = rows[["year", "series", "words"]]
    headings = {"year": "Year", "series": "For", "words": "Price"}
    st.table(table.rename(columns=headings), hide_index=True, alt=takeaway)


def earnings(view: CredentialView) -> None:
    """Every survey figure on the holders, newest first, with how to read it."""
    for row in view.survey_rows:
        with figures.row(f"{row.publisher}, {row.year}"):
            count = careers.survey_respondents(view.catalog, row)
            text = f"{row.measure.label} {sentences.format_per_year(row.amount)}"
            figures.figure(view.catalog, text, row)
            st.markdown(f":small[{escape(survey_sentences.format_respondents(count))}]")
    if not view.survey_rows:
        figures.not_found("No survey that names its holders was found.")
    for caveat in view.survey_caveats:
        st.markdown(f":small[{caveat}]")
    if st.button("Does it pay?", key="does_it_pay"):
        routes.careers([view.id])
