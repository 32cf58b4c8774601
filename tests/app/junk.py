"""An automatic visitor that sends what no browser would: junk values, junk addresses, any step."""

import math
import random
from collections.abc import Callable
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

TEXTS = (
    "",
    "x",
    "nan",
    "-1",
    "1e999",
    "aapc/cpc",
    "cpc",
    "nobody/none",
    "aapc/cpc,ahima/cca",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "www.evil.example",
    "\x00\x1b[31m\u202e",
    "2026-02-30",
    "9999-12-31",
    "0001-01-01",
    "😀" * 50,
    "a" * 3_000,
    "coding:aapc:1",
    "${7*7}{{7*7}}%s%n",
)
NUMBERS = (math.nan, math.inf, -math.inf, 0.0, -1.0, 0.5, 3.0, 1e18, -1e308, 2.0**63)
JSON = (
    "",
    "{",
    "null",
    "NaN",
    "[]",
    "[1,2]",
    "{}",
    '"x"',
    "[" * 3_000,
    '{"narrow": "NaN", "open": 5, "sort": [], "pick": {"a": 1}, "state": ["AL"]}',
    '{"pick": "nobody/none", "sort": "nonsense", "open": "nobody/none", "state": "XX"}',
    '{"selection": {"picked": [{"id": "nobody/none"}]}}',
    '{"selection": {"picked": [{"id": 5}, {"id": null}, {}, 7, "x"]}}',
    '{"selection": {"picked": 5}}',
    '[{"event": "pick", "value": {"a": 1}}, {"event": "sort", "value": 5}]',
    '[{"event": "pick", "value": "nobody/none"}, {"event": "open", "value": "nobody/none"}]',
    '[{"event": "open", "value": ["x"]}, {"event": "state", "value": {}}, {"event": 5}, 5]',
    '{"event": "pick", "value": "aapc/cpc"}',
    '{"selection": 1}',
)


def texts(chance: random.Random) -> list[str]:
    """A few texts that may stand for choices."""
    return chance.choices(TEXTS, k=chance.randrange(7))


FIELDS: dict[str, Callable[[WidgetState, random.Random], Any]] = {
    "trigger_value": lambda state, _: setattr(state, "trigger_value", True),
    "bool_value": lambda state, chance: setattr(state, "bool_value", chance.random() < 0.5),
    "double_value": lambda state, chance: setattr(state, "double_value", chance.choice(NUMBERS)),
    "int_value": lambda state, chance: setattr(state, "int_value", chance.choice([0, -1, 2**62])),
    "string_value": lambda state, chance: setattr(state, "string_value", chance.choice(TEXTS)),
    "double_array_value": lambda state, chance: state.double_array_value.data.extend(
        chance.choices(NUMBERS, k=chance.randrange(3))
    ),
    "int_array_value": lambda state, chance: state.int_array_value.data.append(
        chance.randrange(-5, 99)
    ),
    "string_array_value": lambda state, chance: state.string_array_value.data.extend(texts(chance)),
    "json_value": lambda state, chance: setattr(state, "json_value", chance.choice(JSON)),
    "bytes_value": lambda state, _: setattr(state, "bytes_value", b"\xff\x00"),
    "string_trigger_value": lambda state, chance: setattr(
        state.string_trigger_value, "data", chance.choice(TEXTS)
    ),
    "json_trigger_value": lambda state, chance: setattr(
        state, "json_trigger_value", chance.choice(JSON)
    ),
    "file_uploader_state_value": lambda state, chance: (
        state.file_uploader_state_value.uploaded_file_info.add(
            name=chance.choice(TEXTS), size=chance.choice([0, 2**62]), file_id="none"
        )
    ),
}
"""What puts a value of each kind into the message of a widget."""


def junk(widget: str, kind: str, chance: random.Random) -> WidgetState:
    """A value for a widget, most often of the kind that it takes."""
    state = WidgetState(id=widget)
    FIELDS[kind if chance.random() < 0.7 else chance.choice(list(FIELDS))](state, chance)
    return state


def widgets(app: AppTest) -> dict[str, str]:
    """The kind of value that everything on the page may send, by its id."""
    metadata = app._session_state._state._new_widget_state.widget_metadata
    return {name: str(known.value_type) for name, known in sorted(metadata.items())}


def send(app: AppTest, *sent: WidgetState) -> None:
    """Run the page as if the browser had sent these values; the others stay as they are."""
    app._run(WidgetStates(widgets=sent))
    app._page_hash = ""


def step(app: AppTest, chance: random.Random) -> str:
    """Do what a visitor might: press a button, choose, type; returns what was done."""
    actions: list[tuple[str, Callable[[], Any]]] = [
        *((f"press {node.label}", node.click) for node in app.button if not node.disabled),
        *(
            (
                f"choose in {node.label}",
                lambda node=node: node.set_value(chance.choice(node.options)),
            )
            for node in (*app.selectbox, *app.radio)
            if node.options
        ),
        *(
            (
                f"type a number into {node.label}",
                lambda node=node: node.set_value(_near(node, chance)),
            )
            for node in app.number_input
        ),
        *(
            (f"type into {node.label}", lambda node=node: node.set_value(chance.choice(TEXTS)))
            for node in app.text_input
        ),
    ]
    if not actions:
        return "nothing"
    name, act = chance.choice(actions)
    act()
    app.run()
    app._page_hash = ""
    return name


def _near(box: Any, chance: random.Random) -> float:
    """A number within the ends of a box, or near zero where it has none."""
    low, high = box.min if box.min is not None else 0, box.max if box.max is not None else 9
    return chance.randint(int(max(low, -9)), int(min(high, 99)))
