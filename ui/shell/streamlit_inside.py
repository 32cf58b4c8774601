"""The private parts of Streamlit on which the app leans, all of them, each with its reason.

Nothing else imports them. ``missing_parts`` says in words which of them another version lacks,
and a test fails with those words.
"""

import functools
import math
import time
from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from typing import Any

from google.protobuf.message import DecodeError
from streamlit import net_util, runtime, string_util
from streamlit.elements import html, markdown
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import Runtime, app_session
from streamlit.runtime.media_file_manager import MediaFileMetadata
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import Serialized, WStates

Report = Callable[[str, Exception | None], None]
"""Takes in what a client sent that cannot be read, in words, and the exception that it raised."""
_LONGEST_LAST_MESSAGE = 400
"""Bytes of the message that ends a run, and more; what draws is longer, and is not read."""
SECONDS_KEPT = 10
"""How long a download stays once no page refers to it."""
_SHORT_TEXT = 1000
"""The length up to which a text's indent is looked for sooner than the text itself is."""
_GIVEN_UP = "_certlens_given_up"
"""Where a download notes when the last page that referred to it was gone."""
_MOST_TEXTS = 200
"""Long texts that are kept without their indent, those of all sessions together."""


def went_back_or_forward() -> bool:
    """Whether a button of the browser started this run; Streamlit tells scripts in no other way.

    The address alone does not tell: a click made before the browser had our latest address
    brings an older one along as well.
    """
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def current_run() -> object | None:
    """What tells this run from those of all other sessions; None outside of a run."""
    return get_script_run_ctx()


def session_id() -> str | None:
    """The id of the session whose script runs; None outside of a run."""
    context = get_script_run_ctx()
    return context.session_id if context else None


def is_active_session(session: str) -> bool:
    """Whether a session is connected to this process."""
    return runtime.exists() and runtime.get_instance().is_active_session(session)


def drop_files(session: str) -> None:
    """Forget the files that a session has handed in; Streamlit keeps them until it ends."""
    if runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(session)


def asks_for_run(data: bytes | None) -> bool:
    """Whether a message of a client asks to run a page or a part of one."""
    if not data:
        return False
    try:
        return bool(BackMsg.FromString(data).WhichOneof("type") == "rerun_script")
    except DecodeError:
        return False  # junk, which Streamlit refuses


def ends_run(data: bytes | None) -> bool:
    """Whether a message to a client is the last of a run."""
    if not data or len(data) > _LONGEST_LAST_MESSAGE:
        return False
    message = ForwardMsg.FromString(data)
    goes_on = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return message.WhichOneof("type") == "script_finished" and not goes_on


@functools.cache
def miss_what_cannot_be_read(report: Report) -> None:
    """Have a widget's value that cannot be read count as not sent; once a process.

    Streamlit has no place of its own to check what a client sends: the widget's reader raises,
    which ends the run before any script could look at the value.
    """
    read = WStates.__getitem__

    def read_or_miss(states: WStates, widget: str) -> Any:
        sent, metadata = states.states.get(widget), states.widget_metadata.get(widget)
        if not isinstance(sent, Serialized):  # none, or read before: each run looks often
            return read(states, widget)
        if _is_of_another_kind(sent, metadata):
            report("a value of another kind than its widget's", None)
            raise KeyError(widget)
        try:
            value = read(states, widget)
            if _is_empty(sent) and metadata is not None:
                # Streamlit takes the kind of what was sent for the widget's, here none at all. The
                # next value of a widget that the run does not draw anew would then be refused.
                states.set_widget_metadata(metadata)
            return value
        except KeyError:
            raise
        except Exception as error:  # whatever a reader raises is the client's doing
            report("a value that its widget cannot read", error)
            raise KeyError(widget) from None

    WStates.__getitem__ = read_or_miss  # type: ignore[method-assign]


_NUMBERS = {"int_value", "double_value"}
"""One kind: a box for numbers waits for decimals, and the browser sends whole ones as such."""


def _is_empty(sent: Serialized) -> bool:
    """Whether a client sent that a widget holds nothing, such as a box in which none is chosen."""
    return sent.value.WhichOneof("value") is None


def _is_of_another_kind(sent: Serialized, metadata: WidgetMetadata[Any] | None) -> bool:
    """Whether a client sent, say, a text for a number."""
    kind = sent.value.WhichOneof("value")
    if metadata is None or kind in (None, metadata.value_type):
        return False
    return not {kind, metadata.value_type} <= _NUMBERS


class StateOnDemand(Mapping[str, Any]):
    """All values of a session, each of them worked out when somebody looks it up."""

    def __init__(self, state: SafeSessionState, work_out: Callable[[], dict[str, Any]]) -> None:
        self._state = state
        self._work_out = work_out

    def __getitem__(self, key: str) -> Any:
        return self._state[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._work_out())

    def __len__(self) -> int:
        return len(self._work_out())

    def items(self) -> ItemsView[str, Any]:
        """All values with their keys; some are listed that cannot be looked up by themselves."""
        return self._work_out().items()

    def values(self) -> ValuesView[Any]:
        """All values, as ``items`` has them."""
        return self._work_out().values()

    def copy(self) -> dict[str, Any]:
        """All values as they are now."""
        return self._work_out()


@functools.cache
def look_up_state_on_demand() -> None:
    """Have a widget that looks up its own value work out that one alone; once a process.

    Every number input, select box and slider asks Streamlit for a dictionary of the whole session
    to look up one key: with forty widgets on a page, a quarter of the time of a run.
    """
    work_out: Callable[[SafeSessionState], dict[str, Any]]
    work_out = vars(SafeSessionState)["filtered_state"].fget

    def on_demand(state: SafeSessionState) -> Mapping[str, Any]:
        return StateOnDemand(state, functools.partial(work_out, state))

    SafeSessionState.filtered_state = property(on_demand)  # type: ignore[assignment]


def ask_nobody_for_our_address() -> None:
    """Have Streamlit not look up by which address this machine is seen from outside.

    It asks a server of others for it, and everybody here waits for the answer, two seconds where a
    firewall swallows the question: once for each request from the page of another site, which any
    client can forge.
    """
    net_util.get_external_ip = lambda: None


def keep_downloads_a_while(clock: Callable[[], float] = time.monotonic) -> None:
    """Have a download to which no page refers any more stay for some seconds.

    Streamlit deletes it after two runs, of whomever. A file that is made when its button is pressed
    has no page that refers to it from the start: among sixty visitors it is gone before a browser
    on a slow line asks for it.
    """

    def give_up(metadata: MediaFileMetadata) -> None:
        vars(metadata).setdefault(_GIVEN_UP, clock())

    def is_over(metadata: MediaFileMetadata) -> bool:
        given_up: float = vars(metadata).get(_GIVEN_UP, math.inf)
        return clock() - given_up >= SECONDS_KEPT

    MediaFileMetadata.mark_for_delete = give_up  # type: ignore[assignment,method-assign]
    MediaFileMetadata.is_marked_for_delete = property(is_over)  # type: ignore[assignment,method-assign]


@functools.cache
def write_theme_once() -> None:
    """Have the theme written once for all runs; once a process.

    Streamlit sends it with every run, and goes through all of its options for each of the ten
    sections of the theme: one part in twenty of a run. The settings are read at the start alone.
    """
    write = app_session._populate_theme_msg
    written: dict[str, CustomThemeConfig] = {}

    def write_once(msg: CustomThemeConfig, section: str = "theme") -> None:
        if section not in written:
            write(fresh := CustomThemeConfig(), section)
            written[section] = fresh
        msg.MergeFrom(written[section])

    app_session._populate_theme_msg = write_once


@functools.cache
def dedent_long_texts_once() -> None:
    """Have the indent of a long text looked for when it is first drawn; once a process.

    Streamlit takes the indent off every text of every run, line by line. Styles and lists of facts
    are the same long texts each time: to look at them again was one part in ten of a run.
    """
    clean = string_util.clean_text
    clean_once = functools.lru_cache(_MOST_TEXTS)(clean)

    def clean_or_look_up(text: object) -> str:
        is_long = isinstance(text, str) and len(text) > _SHORT_TEXT
        return clean_once(text) if is_long else clean(text)

    for kind in (markdown, html):
        kind.clean_text = clean_or_look_up  # type: ignore[attr-defined]


def missing_parts() -> list[str]:
    """What this version of Streamlit lacks of the parts above, in words; empty as it should be."""
    parts = {
        "the script run's note that the browser went back or forward": (
            "is_history_navigation" in getattr(ScriptRunContext, "__dataclass_fields__", {})
        ),
        "the id of a session": (
            "session_id" in getattr(ScriptRunContext, "__dataclass_fields__", {})
        ),
        "the keeper of files that were handed in": (
            hasattr(Runtime, "uploaded_file_mgr") and hasattr(Runtime, "is_active_session")
        ),
        "the reader of widget values": callable(getattr(WStates, "__getitem__", None)),
        "the raw value of a widget": "value" in getattr(Serialized, "__annotations__", {}),
        "the kind of a widget's value": (
            "value_type" in getattr(WidgetMetadata, "__dataclass_fields__", {})
        ),
        "the asker for the address of this machine": callable(
            getattr(net_util, "get_external_ip", None)
        ),
        "the mark of a download that is to be deleted": (
            callable(getattr(MediaFileMetadata, "mark_for_delete", None))
            and isinstance(vars(MediaFileMetadata).get("is_marked_for_delete"), property)
        ),
        "the writer of the theme": callable(getattr(app_session, "_populate_theme_msg", None)),
        "the cleaner of texts": all(hasattr(kind, "clean_text") for kind in (markdown, html)),
        "the dictionary of a session's values": isinstance(
            vars(SafeSessionState).get("filtered_state"), property
        ),
    }
    return [words for words, is_there in parts.items() if not is_there]
