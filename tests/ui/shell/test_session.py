"""What is noted in a session stays in it, and is looked up once in a run."""

from typing import Any

import pytest
import streamlit as st

from ui.shell import session, streamlit_inside


class State(dict[str, Any]):
    """The state of a session, as Streamlit has it, which counts how often it is asked."""

    looks = 0

    def setdefault(self, key: str, default: Any = None) -> Any:
        self.looks += 1
        return super().setdefault(key, default)


def begin_run(monkeypatch: pytest.MonkeyPatch, state: State) -> None:
    """Have a new run of a session begin on this thread."""
    run = object()
    monkeypatch.setattr(streamlit_inside, "current_run", lambda: run)
    monkeypatch.setattr(st, "session_state", state)


def test_a_later_run_finds_what_was_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    state = State()
    begin_run(monkeypatch, state)
    session.keep_note("picked", "cpc")
    begin_run(monkeypatch, state)
    assert session.note("picked") == "cpc"


def test_a_note_that_was_taken_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    begin_run(monkeypatch, State())
    session.keep_note("picked", "cpc")
    assert [session.take_note("picked"), session.take_note("picked")] == ["cpc", None]


def test_no_session_sees_the_notes_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    begin_run(monkeypatch, State())
    session.keep_note("picked", "cpc")
    begin_run(monkeypatch, State())
    assert session.note("picked", "nothing") == "nothing"


def test_a_run_looks_up_its_notes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    state = State()
    begin_run(monkeypatch, state)
    for name in "abc":
        session.keep_note(name, session.note(name, 0) + 1)
    assert state.looks == 1


def test_outside_of_a_run_nothing_is_kept_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit_inside, "current_run", lambda: None)
    monkeypatch.setattr(st, "session_state", State())
    session.keep_note("picked", "cpc")
    monkeypatch.setattr(st, "session_state", State())
    assert session.note("picked") is None
