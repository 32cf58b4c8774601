"""Guide: the field in ten minutes, questions that people ask, and the terms of the field."""

from collections.abc import Callable

import streamlit as st

from ui.components import glossary
from ui.guide import chapters, contents, questions, words
from ui.shell import browser
from ui.shell import old_address as address
from ui.shell.resources import catalog

READING_WIDTH = 720

data = catalog()
params = contents.params(data)
refused = address.read(contents.PAGE, params)
view = contents.settle(data)

st.title("Guide")
address.explain(refused)
glossary.style()
views: dict[str, Callable[[], None]] = {
    contents.QUESTIONS: lambda: questions.draw(data),
    contents.WORDS: words.draw,
}
side, text = st.columns([1, 3], gap="large")
with side:
    contents.draw(data)
with text.container(width=READING_WIDTH):
    views.get(view, lambda: chapters.draw(data, view))()
    contents.neighbors(data, view)
browser.scroll_to_top_on_change(contents.opened(view))
address.write(contents.PAGE, contents.written(params))
