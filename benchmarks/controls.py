"""Visitors who work one control of a page, such as its slider, again and again."""

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.protocol import FailedError, Run, Tab

HIGHEST = 200
"""The highest number typed into a box that has no limit below it."""


class Control(NamedTuple):
    """A control by its kind, as the protocol names it, and the beginning of its label."""

    kind: str
    label: str


class _Drawn(NamedTuple):
    """A control as the page last drew it, and the fragment in which it stands."""

    element: Any
    fragment: str


class ControlTab(Tab):
    """A visitor of any page, who works its control."""

    control: Control | None = None
    """What is worked; None asks for the whole page again."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._drawn: dict[Control, _Drawn] = {}
        self._values: dict[str, WidgetState] = {}
        self._fragment = ""

    async def press(self) -> None:
        """Give the control another value, and wait until the page has answered."""
        if self.control is not None:
            drawn = self._find(self.control)
            value = WidgetState(id=drawn.element.id)
            _CHANGES[self.control.kind](drawn.element, value, self._values, self._random)
            self._values[value.id] = value
            self._fragment = drawn.fragment
        await self._rerun()

    def _find(self, control: Control) -> _Drawn:
        for known, drawn in self._drawn.items():
            if known.kind == control.kind and known.label.startswith(control.label):
                return drawn
        raise FailedError(f"the page has no {control.kind} {control.label!r}")

    def _check(self, run: Run) -> None:
        if not run.elements:
            raise FailedError("a run finished and drew nothing")

    def _request(self) -> BackMsg:
        request = super()._request()
        request.rerun_script.fragment_id = self._fragment
        del request.rerun_script.widget_states.widgets[:]
        request.rerun_script.widget_states.widgets.extend(self._values.values())
        return request

    def _take(self, message: ForwardMsg, run: Run) -> bool:
        block = message.delta.add_block
        if message.delta.WhichOneof("type") == "add_block" and block.expandable.id:
            run.elements["fold"] += 1
            self._remember("fold", block.expandable, message.delta.fragment_id)
        return super()._take(message, run)

    def _draw(self, message: ForwardMsg, run: Run) -> None:
        super()._draw(message, run)
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        if kind in _CHANGES:
            self._remember(kind, getattr(element, kind), message.delta.fragment_id)

    def _remember(self, kind: str, element: Any, fragment: str) -> None:
        label = element.label.replace("\\", "")
        self._drawn[Control(kind, label)] = _Drawn(element, fragment)


Values = dict[str, WidgetState]
Change = Callable[[Any, WidgetState, Values, random.Random], None]


def _slide(slider: Any, value: WidgetState, values: Values, chance: random.Random) -> None:
    before = values[slider.id].double_array_value.data if slider.id in values else slider.default
    places = [place for place in range(int(slider.min), int(slider.max) + 1) if place != before[0]]
    value.double_array_value.data.append(chance.choice(places))


def _type_number(box: Any, value: WidgetState, _: Values, chance: random.Random) -> None:
    lowest = int(box.min) if box.has_min else 0
    highest = min(int(box.max), HIGHEST) if box.has_max else HIGHEST
    value.double_value = chance.randint(lowest, highest)


def _choose(box: Any, value: WidgetState, values: Values, chance: random.Random) -> None:
    before = values[box.id].string_value if box.id in values else None
    value.string_value = chance.choice([option for option in box.options if option != before])


def _press_button(group: Any, value: WidgetState, values: Values, chance: random.Random) -> None:
    before = list(values[group.id].string_array_value.data) if group.id in values else []
    others = [option.content for option in group.options if option.content not in before]
    value.string_array_value.data.append(chance.choice(others))


def _unfold(fold: Any, value: WidgetState, values: Values, _: random.Random) -> None:
    value.bool_value = not values[fold.id].bool_value if fold.id in values else not fold.expanded


_CHANGES: dict[str, Change] = {
    "slider": _slide,
    "number_input": _type_number,
    "selectbox": _choose,
    "radio": _choose,
    "button_group": _press_button,
    "fold": _unfold,
}
