"""What a credential costs its holder, now and before."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_fee_name, format_price
from cert_model.formatting.markdown import escape
from cert_model.schema import Credential, Fee
from cert_model.vocabulary import FeeKind
from ui.charts import specs
from ui.components import figures
from ui.components.credential_rows import price_rows


def fees(catalog: Catalog, sheet: Credential) -> None:
    """What the issuer charges now, what it charged, and how the exam price moved."""
    if not any(fee.kind is FeeKind.EXAM for fee in sheet.fees):
        figures.fact(catalog, "Exam", None)
    for fee in sheet.fees:
        _fee(catalog, fee)
    issuer = catalog.issuers[sheet.issuer]
    shared = (*issuer.dues, *issuer.fees)
    if shared:
        st.markdown(f"**Charged by {escape(issuer.letters)} for all of its credentials**")
        for fee in shared:
            _fee(catalog, fee)
    if sheet.former_fees:
        st.markdown("**No longer offered in this shape**")
        for fee in sheet.former_fees:
            _fee(catalog, fee)
    _price_history(catalog, sheet)


def _fee(catalog: Catalog, fee: Fee) -> None:
    amount = fee.amount or fee.percent
    assert amount is not None, "a fee has an amount or a percentage"
    with figures.row(format_fee_name(fee)):
        if not amount.known:
            figures.figure(catalog, "not known today", amount, money=True)
            return
        figures.figure(catalog, format_price(fee), amount, money=True)


def _price_history(catalog: Catalog, sheet: Credential) -> None:
    rows = price_rows(catalog, sheet.id)
    if rows["year"].nunique() < 2:
        return
    st.markdown("**The exam price over the years**")
    st.vega_lite_chart(
        rows,
        specs.over_the_years("Price", "$"),
        alt=f"Exam prices of {sheet.code} by year",
        key="prices",
    )
    table = rows[["year", "series", "words"]]
    st.table(
        table.rename(columns={"year": "Year", "series": "For", "words": "Price"}),
        hide_index=True,
        alt=f"Exam prices of {sheet.code} by year",
    )
