"""A file that a page asks for is handed over once, and not kept."""

import random

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.typing import UploadedFile

from tests import effort
from tests.app import junk
from tests.app.sessions import SECONDS, run


def page() -> None:
    import streamlit as st  # noqa: PLC0415 (AppTest runs the text of this function alone)

    from ui.components.upload import draw_upload  # noqa: PLC0415
    from ui.shell import client_values  # noqa: PLC0415

    client_values.guard()

    def take(name: str, content: bytes) -> None:
        st.session_state["taken"] = [*st.session_state.get("taken", []), (name, content)]

    draw_upload("keep", "Bring your log", ("csv", "yaml"), take)
    st.text(str(len(st.session_state.get("taken", []))))


def hand_in(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, content, "text/csv"))
    return run(app)


def test_a_file_is_handed_over_once_and_not_kept() -> None:
    app = run(AppTest.from_function(page, default_timeout=SECONDS))
    hand_in(app, "log.csv", b"first")
    assert app.session_state["taken"] == [("log.csv", b"first")]
    assert app.text[0].value == "1", "it is there before the page is drawn"
    run(app)
    hand_in(app, "log.yaml", b"second")
    assert app.session_state["taken"] == [("log.csv", b"first"), ("log.yaml", b"second")]
    state = app.session_state
    assert not any(isinstance(state[key], UploadedFile) for key in state)


def test_the_place_takes_the_kinds_of_file_that_are_asked_for() -> None:
    app = run(AppTest.from_function(page, default_timeout=SECONDS))
    assert app.file_uploader[0].allowed_type == [".csv", ".yaml"]
    assert app.file_uploader[0].proto.max_upload_size_mb == 5


def test_junk_from_a_client_is_no_file(pytestconfig: pytest.Config) -> None:
    chance = random.Random(1)
    app = run(AppTest.from_function(page, default_timeout=SECONDS))
    for _ in range(500 if effort.is_long(pytestconfig) else 10):
        for widget, kind in junk.widgets(app).items():
            junk.send(app, junk.junk(widget, kind, chance))
            assert not app.exception
    assert app.text[0].value == "0"
