"""The private parts of Streamlit that the app leans on are there, and are used in one place."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit import string_util
from streamlit.elements import html, markdown
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime import app_session
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState, WStates

from tests.paths import ROOT
from ui.shell import streamlit_inside
from ui.shell.streamlit_inside import StateOnDemand

PUBLIC = "testing|typing import|errors import|delta_generator import DeltaGenerator$"
PRIVATE = re.compile(rf"^(?:from|import) streamlit\.(?!{PUBLIC})", re.MULTILINE)


def test_this_version_of_streamlit_has_every_part() -> None:
    missing = "; ".join(streamlit_inside.missing_parts())
    assert not missing, f"another Streamlit lacks {missing}: see ui/shell/streamlit_inside.py"


def test_a_part_that_is_gone_is_named_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit_inside, "SafeSessionState", object)
    assert streamlit_inside.missing_parts() == ["the dictionary of a session's values"]


def test_no_other_module_imports_what_is_private() -> None:
    sources = [
        path for folder in ("ui", "service", "pages") for path in ROOT.glob(f"{folder}/**/*.py")
    ]
    users = {path.name for path in sources if PRIVATE.search(path.read_text("utf-8"))}
    assert users == {"streamlit_inside.py"}


@pytest.fixture
def state() -> SafeSessionState:
    inner = SessionState()
    inner["a"], inner["b"] = 1, None
    return SafeSessionState(inner, lambda: None)


def test_a_value_is_looked_up_without_working_out_the_others(state: SafeSessionState) -> None:
    def work_out() -> dict[str, Any]:
        raise AssertionError("the others were worked out")

    values = StateOnDemand(state, work_out)
    assert values["a"] == 1
    assert "b" in values
    assert "c" not in values
    assert values.get("c") is None


def test_all_values_are_those_that_streamlit_gives(state: SafeSessionState) -> None:
    values = StateOnDemand(state, lambda: state._state.filtered_state)
    assert dict(values) == values.copy() == {"a": 1, "b": None}
    assert len(values) == 2


def test_a_value_that_cannot_be_looked_up_hinders_none_of_the_others() -> None:
    gone = SafeSessionState(SessionState(), lambda: None)
    values = StateOnDemand(gone, lambda: {"of another page": 1})
    assert list(values.items()) == [("of another page", 1)]
    assert list(values.values()) == [1]


def test_widgets_are_given_values_on_demand(state: SafeSessionState) -> None:
    streamlit_inside.look_up_state_on_demand()
    assert isinstance(state.filtered_state, StateOnDemand)
    assert dict(state.filtered_state) == {"a": 1, "b": None}


def box_that_sent(*texts: str | None) -> tuple[list[Any], list[str]]:
    """What is read of a box's values, in the order of their being sent, and the refusals."""
    refusals: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WStates, "__getitem__", WStates.__getitem__)
        streamlit_inside.miss_what_cannot_be_read.__wrapped__(
            lambda what, _error: refusals.append(what)
        )
        states = WStates()
        states.set_widget_metadata(
            WidgetMetadata("box", lambda text: text, lambda text: text, "string_value")
        )
        read = []
        for text in texts:
            sent = WidgetState(id="box")
            if text is not None:
                sent.string_value = text
            states.set_widget_from_proto(sent)
            read.append(states["box"])
    return read, refusals


def test_a_box_that_was_empty_takes_a_choice_though_it_was_not_drawn_anew() -> None:
    assert box_that_sent(None, "aapc/cpma") == ([None, "aapc/cpma"], [])


def test_the_theme_is_the_one_that_streamlit_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    sections = {"theme": {"font": "serif"}, "theme.dark": {"primaryColor": "#112233"}}
    monkeypatch.setattr(
        "streamlit.config.get_options_for_section", lambda name: dict(sections.get(name, {}))
    )
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    write = app_session._populate_theme_msg
    streamlit_inside.write_theme_once.__wrapped__()
    for section in sections:
        expected, once, again = (CustomThemeConfig() for _ in range(3))
        write(expected, section)
        app_session._populate_theme_msg(once, section)
        app_session._populate_theme_msg(again, section)
        assert once == again == expected


@pytest.fixture
def cleaned(monkeypatch: pytest.MonkeyPatch) -> Callable[[object], tuple[str, int]]:
    """What a text is drawn as, and how often Streamlit has looked for indents by then."""
    looks: list[object] = []
    clean = string_util.clean_text

    def look(text: object) -> str:
        looks.append(text)
        return clean(text)

    for kind in (markdown, html):
        monkeypatch.setattr(kind, "clean_text", clean)
    with monkeypatch.context() as patch:
        patch.setattr(string_util, "clean_text", look)
        streamlit_inside.dedent_long_texts_once.__wrapped__()
    draw: Callable[[object], str] = vars(markdown)["clean_text"]
    return lambda text: (draw(text), len(looks))


LONG = "    one\n      two\n" + "    three\n" * 500


def test_a_long_text_is_drawn_as_streamlit_draws_it(cleaned: Any) -> None:
    assert [cleaned(LONG)[0], cleaned(LONG)[0]] == [string_util.clean_text(LONG)] * 2


def test_the_indent_of_a_long_text_is_looked_for_once(cleaned: Any) -> None:
    assert [cleaned(LONG)[1], cleaned(LONG)[1], cleaned(f"{LONG}four")[1]] == [1, 1, 2]


def test_a_short_text_is_not_kept(cleaned: Any) -> None:
    assert [cleaned("  short"), cleaned("  short")] == [("short", 1), ("short", 2)]


def test_what_is_no_text_is_drawn_as_its_text(cleaned: Any) -> None:
    assert cleaned(12)[0] == "12"
