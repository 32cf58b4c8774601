"""A chapter of the guide."""

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.markdown import escape, heading_anchor
from ui.components import prose
from ui.shell.resources import writer


def draw(catalog: Catalog, name: str) -> None:
    """The chapter's sentence, then its sections."""
    chapter = next(each for each in catalog.texts.guide if each.id == name)
    st.header(chapter.title, anchor=False)
    prose.passage(catalog, chapter.title, writer().write(chapter.text, chapter.src))
    for section in chapter.sections:
        st.subheader(escape(section.title), anchor=heading_anchor(section.title))
        text = writer().write(section.text, section.src)
        prose.passage(catalog, section.title, text, section.doors)
