"""What the issuer of a credential charges and charged, and how the price of its exam moved."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from cert_model.formatting import with_capital
from cert_model.formatting.facts import format_price, format_price_name
from cert_model.formatting.markdown import escape
from cert_model.schema import Price
from cert_model.vocabulary import PriceKind, Quantity
from ui.charts import exam_specs
from ui.components import amounts, estimates, fact_list, figures, line_names
from ui.components.amounts import Basis
from ui.components.fact_list import FactList
from ui.components.table import draw_table
from ui.credential.view_model import CredentialView


def fees(view: CredentialView) -> None:
    """What the issuer charges now, what it charged, and how the exam price moved."""
    fact_list.show(fee_facts(view))
    _price_history(view)


def fee_facts(view: CredentialView) -> Markup:
    """What the issuer charges now and what it charged, as a written list."""
    return fact_list.write(view.catalog, f"fees {view.id}", partial(_fees, view))


def _fees(view: CredentialView, facts: FactList) -> None:
    sheet = view.sheet
    _bill(view, facts)
    if Quantity.EXAM_PRICE in view.estimates:
        estimates.row(facts, "Exam, 1 attempt", Quantity.EXAM_PRICE, view.estimates)
    elif not any(fee.kind is PriceKind.EXAM for fee in sheet.fees):
        facts.fact("Exam", None)
    for fee in sheet.fees:
        _fee(facts, fee)
    _charged_for_all(view, facts)
    with facts.fold("No longer offered in this form"):
        for fee in sheet.former_fees:
            _fee(facts, fee)


def _bill(view: CredentialView, facts: FactList) -> None:
    """How what it costs to earn it comes about, line by line, in a frame."""
    if not view.bill:
        return
    with facts.box():
        facts.text(f"**To earn it: {escape(view.overview.to_earn_text)}**")
        for row in view.bill:
            label = with_capital(row.label)
            amounts.line(facts, label, row.money, "sources", Basis.of_entries([row]))


def _charged_for_all(view: CredentialView, facts: FactList) -> None:
    """What the issuer charges for all of its credentials, and for some of them in general."""
    issuer = view.issuer
    shared = (*issuer.dues, *issuer.fees)
    with facts.fold(f"Charged by {issuer.letters} for all of its credentials"):
        if Quantity.DUES in view.estimates:
            estimates.row(facts, "Yearly dues", Quantity.DUES, view.estimates)
        for fee in shared:
            _fee(facts, fee)
        if issuer.dues_in_general:
            facts.fact("Yearly dues, all kinds of membership", issuer.dues_in_general, "USD")
    for group in issuer.exam_groups:
        if view.sheet.level in group.levels:
            with facts.fold(f"{issuer.letters}'s {group.name} in general"):
                for fee in group.fees:
                    _fee(facts, fee)


def _fee(facts: FactList, fee: Price) -> None:
    text = format_price(fee) if fee.stated.known else "not known today"
    facts.row(format_price_name(fee), facts.cell(text, fee.stated))


def _price_history(view: CredentialView) -> None:
    """The exam prices by year, in a fold with their chart and its table; or nothing."""
    rows = view.price_history
    if rows is None:
        return
    title = f"Exam prices of {view.sheet.code} by year"

    def draw() -> None:
        letters = line_names.widest(rows["name"])
        chart = exam_specs.over_the_years("Price", "$", letters)
        st.vega_lite_chart(rows, chart, alt=title, key="prices")
        table = rows.select(["year", "series", "words"]).rename_columns(["Year", "For", "Price"])
        draw_table(table, alt=title)

    figures.on_demand(title, draw)
