"""A place on a page for a file of the visitor's own, which is read at once and not kept."""

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.typing import UploadedFile

from ui.shell import session, uploads

TakeFile = Callable[[str, bytes], None]
"""Gets the name and the content of a file, before the page is drawn anew."""


def draw_upload(page: str, label: str, types: Sequence[str], take: TakeFile) -> None:
    """Draw a place for a file with one of these ends (``csv``), which ``take`` gets once.

    The page must be among ``uploads.PAGES``. Once taken, neither Streamlit nor the session
    has the file: the place is a new one after each.
    """
    counter = session.key(page, "files")
    count = session.note(counter, 0)
    key = f"{counter}:{count}"

    def hand_over() -> None:
        file = session.widget_value(key)
        uploads.let_go()
        session.keep_note(counter, count + 1)
        if isinstance(file, UploadedFile):
            take(file.name, file.getvalue())

    st.file_uploader(label, type=list(types), key=key, on_change=hand_over)
