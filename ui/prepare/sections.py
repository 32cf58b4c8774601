"""Books, who may pay, and the day of the exam."""

import streamlit as st

from cert_model import preparation_takeaways as takeaways
from cert_model.catalog import Catalog
from cert_model.preparation import Line, Payer, exam_day, funding_for
from cert_model.readings import said
from cert_model.schema.preparation import Material
from cert_model.vocabulary import ExamDay
from ui import figures
from ui.markdown import escape

_CAPS = {
    "cap_per_test": "At most, each test",
    "cap_per_year": "At most, a year",
    "cap_total": "At most, in all",
}


def books(catalog: Catalog, key: str) -> None:
    """Whether books are allowed, which, and what books and study material cost."""
    _topic(catalog, key, ExamDay.BOOKS)
    sheet = catalog.credentials[key]
    found = [each for each in catalog.preparation.materials.materials if each.serves(sheet)]
    st.markdown("**Books and study material**")
    if not found:
        figures.not_found("None was found that names this exam.")
    for material in found:
        _material(catalog, material)


def _material(catalog: Catalog, material: Material) -> None:
    need = ", needed to sit" if material.required else ""
    with figures.row(f"{material.name} ({material.kind.label.lower()}{need})"):
        for price in material.prices:
            text = f"{said(price.amount, '$')}, {price.label}"
            figures.figure(catalog, text, price.amount, money=True)
        if not material.prices:
            figures.not_found("price not found")
        if material.yearly is not None and material.yearly.value:
            figures.figure(catalog, "a new edition each year", material.yearly)


def who_may_pay(catalog: Catalog, key: str) -> None:
    """Who may pay, what each pays and does not, and the caps."""
    found = funding_for(catalog, key)
    st.markdown(f"**{escape(takeaways.payers(found, catalog.labels[key]))}**")
    for payer in found:
        if payer.seen_to_cover:
            _payer(catalog, payer)
    others = [payer for payer in found if not payer.seen_to_cover]
    more = " more" if len(others) < len(found) else ""
    with figures.on_demand(f"{len(others)}{more} to ask") as opened:
        if opened:
            for payer in others:
                _payer(catalog, payer)


def _payer(catalog: Catalog, payer: Payer) -> None:
    funding = payer.funding
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escape(funding.name)}** :small[{escape(funding.payer)}]")
        figures.fact(catalog, "Pays", funding.pays)
        if funding.does_not_pay is not None:
            figures.fact(catalog, "Does not pay", funding.does_not_pay)
        for name, label in _CAPS.items():
            cap = getattr(funding, name)
            if cap is not None:
                figures.fact(catalog, label, cap, unit="$", money=True)
        left = takeaways.exam_left(payer)
        if left:
            st.markdown(f":small[{escape(left)}]")
        figures.notes(catalog, (*funding.rules, *funding.details))
        for gap in funding.unknown:
            ask = f"  \nAsk: {escape(gap.ask)}" if gap.ask else ""
            st.markdown(f":small[Not known: {escape(gap.what)}]{ask}")


def the_day(catalog: Catalog, key: str) -> None:
    """Everything that is known of the day but the books, and what is not."""
    for topic in ExamDay:
        if topic is not ExamDay.BOOKS:
            st.subheader(topic.label, anchor=False)
            _topic(catalog, key, topic)


def _topic(catalog: Catalog, key: str, topic: ExamDay) -> None:
    lines = exam_day(catalog, key)[topic]
    if not lines:
        issuer = catalog.issuers[catalog.credentials[key].issuer].letters
        figures.not_found(f"not found; ask {issuer}")
    for line in lines:
        _line(catalog, key, line)


def _line(catalog: Catalog, key: str, line: Line) -> None:
    letters = catalog.issuers[catalog.credentials[key].issuer].letters
    label = f"{line.label} ({letters}, all exams)" if line.general else line.label
    figures.fact(catalog, label, line.fact, unit=line.unit)
