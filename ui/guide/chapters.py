"""A chapter of the guide."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.content import write_text
from cert_model.formatting.markdown import escape, heading_anchor
from ui.components import prose


def draw(catalog: Catalog, name: str) -> None:
    """The chapter's sentence, then its sections."""
    chapter = next(chapter for chapter in catalog.texts.guide if chapter.id == name)
    st.header(chapter.title, anchor=False)
    prose.passage(catalog, chapter.title, write_text(catalog, chapter.text, chapter.src))
    for section in chapter.sections:
        st.subheader(escape(section.title), anchor=heading_anchor(section.title))
        text = write_text(catalog, section.text, section.src)
        prose.passage(catalog, section.title, text, section.doors)
