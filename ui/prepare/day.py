"""The day of the exam: what may be brought, and what happens when."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_reading
from cert_model.preparation import ExamDayFact, exam_day_facts
from cert_model.preparation import sentences as takeaways
from cert_model.schema.preparation import Material
from ui.components import figures, views


def draw(catalog: Catalog, key: str) -> None:
    """What is known of each thing that people ask about the day; what is not is named first."""
    issuer = catalog.issuers[catalog.credentials[key].issuer].letters
    found = exam_day_facts(catalog, key)
    views.headline(takeaways.describe_exam_day(found, catalog.labels[key], issuer))
    for topic, lines in found.items():
        if lines:
            st.header(topic.label, anchor=topic.value)
            with st.container(gap="xsmall"):
                for line in lines:
                    _line(catalog, line, issuer)


def _line(catalog: Catalog, line: ExamDayFact, issuer: str) -> None:
    label = f"{line.label} ({issuer}, all exams)" if line.general else line.label
    figures.fact(catalog, label, line.fact, unit=line.unit)


def materials(catalog: Catalog, key: str) -> None:
    """What books and study material for the exam cost."""
    sheet = catalog.credentials[key]
    found = [each for each in catalog.preparation.materials.materials if each.serves(sheet)]
    if not found:
        figures.not_found("No book or study material was found that names this exam.")
    for material in found:
        _material(catalog, material)


def _material(catalog: Catalog, material: Material) -> None:
    need = ", needed to sit" if material.required else ""
    with figures.row(f"{material.name} ({material.kind.label.lower()}{need})"):
        for price in material.prices:
            text = f"{format_reading(price.amount, '$')}, {price.label}"
            figures.figure(catalog, text, price.amount, money=True)
        if not material.prices:
            figures.not_found("price not found")
        if material.yearly is not None and material.yearly.value:
            figures.figure(catalog, "a new edition each year", material.yearly)
