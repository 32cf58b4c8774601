"""What is known about working from home, which many newcomers want, with the way to more."""

import streamlit as st

from cert_model.careers.survey_sentences import describe_work_from_home
from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape
from ui.shell import routes

_QUESTION = "from-home"
"""The question of the guide that answers it."""


def sentence(catalog: Catalog) -> str:
    """What is known about working from home, in plain text."""
    return describe_work_from_home(catalog.careers.findings.remote)


def draw(catalog: Catalog) -> None:
    """The sentence, and a link to the answer of the guide."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":small[{escape(sentence(catalog))}]")
        st.page_link(
            routes.GUIDE,
            label=":primary[Can I work from home?]",
            query_params={"question": _QUESTION},
        )
