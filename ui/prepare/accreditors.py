"""Who accredits and approves programs, and how to check it oneself."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.schema.preparation import Accreditor
from ui.components import figures, open_questions


def check_yourself(catalog: Catalog, key: str) -> None:
    """The bodies that bear on the credential with what to do to check; the others in a fold."""
    bodies = catalog.preparation.accreditors.accreditors
    for body in bodies:
        if key in body.matters_for:
            _accreditor(catalog, body)
    others = [body for body in bodies if key not in body.matters_for]
    with figures.on_demand(f"{len(others)} other bodies that accredit or approve") as opened:
        if opened:
            for body in others:
                _accreditor(catalog, body)


def _accreditor(catalog: Catalog, body: Accreditor) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f"**{escape(body.letters)}** {escape(body.name)}  \n"
            f":small[approves {escape(body.approves.label)}]"
        )
        if body.matters is not None:
            figures.figure(catalog, format_reading(body.matters), body.matters)
        for at, step in enumerate(body.verify, start=1):
            figures.figure(catalog, f"{at}. {step.text}", step)
        figures.notes(catalog, body.details)
        open_questions.draw_unknown(body.unknown)
