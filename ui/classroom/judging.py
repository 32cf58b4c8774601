"""Judges a class while the page shows how far it is, and stops where the visitor says so.

The page's script goes from chunk to chunk. A press on Stop ends it at the next figure of the
progress that it draws, as any press on a page does, and begins it anew; what was judged by then is
in the session, and judged no second time. A change of one answer has that person judged alone.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.classes import (
    ClassReading,
    Judged,
    StudentResult,
    judge_class,
    sum_up,
)
from ui.classroom.progress import Progress
from ui.classroom.view_model import ClassView
from ui.shell import session

_JUDGING = "classroom:kept:judging"
QUIET_SECONDS = 0.7
"""How long judging may take before the page says how far it is."""


@dataclass
class Judging:
    """What was judged so far in a session."""

    catalog: Catalog
    reading: ClassReading
    judged: Judged = field(default_factory=dict)
    done: int = 0
    """How many people of the reading are judged."""
    is_stopped: bool = False
    view: ClassView | None = None
    """What they come to once that is worth drawing: of all people, or of those before a stop."""


def judge(
    catalog: Catalog, reading: ClassReading, clock: Callable[[], float] = time.monotonic
) -> ClassView:
    """What a class comes to; after a stop, those alone who were judged by then."""
    judging = _judging_of(catalog, reading)
    if judging.view is None:
        count = judging.done if judging.is_stopped else len(reading.students)
        results: list[StudentResult] = []
        box, begun = ProgressBox(len(reading.students), clock), clock()
        for chunk in judge_class(catalog, reading.students[:count], judged=judging.judged):
            results.extend(chunk.results)
            judging.done = max(judging.done, chunk.done)
            if clock() - begun > QUIET_SECONDS and chunk.done < count:
                box.show(chunk.done, clock() - begun)
        box.clear()
        judging.view = ClassView(catalog, reading, results, sum_up(catalog, results))
    return judging.view


def _judging_of(catalog: Catalog, reading: ClassReading) -> Judging:
    """What the session has judged of a reading; a new reading keeps the verdicts it can use."""
    judging: Judging | None = session.note(_JUDGING)
    if judging is None or judging.catalog is not catalog:
        judging = Judging(catalog, reading)
    elif judging.reading is not reading:
        judging = Judging(catalog, reading, judging.judged)
    session.keep_note(_JUDGING, judging)
    return judging


class ProgressBox:
    """Shows how far judging is; stays empty where judging is quick."""

    def __init__(self, total: int, clock: Callable[[], float]) -> None:
        self._total, self._clock = total, clock
        self._place = st.empty()
        self._bar: st.delta_generator.DeltaGenerator | None = None

    def show(self, done: int, seconds: float) -> None:
        """Draw the progress; the first call adds the button to stop."""
        progress = Progress(done, self._total, seconds)
        if self._bar is None:
            with self._place.container(border=True):
                self._bar = st.empty()
                st.button("Stop, and show the results so far", key="classroom:stop", on_click=stop)
        self._bar.progress(progress.share, progress.text)

    def clear(self) -> None:
        """Take the progress off the page."""
        self._place.empty()


def stop() -> None:
    """Callback: judge no further."""
    judging: Judging | None = session.note(_JUDGING)
    if judging is not None:
        judging.is_stopped = True


def go_on() -> None:
    """Callback: judge the rest after a stop."""
    judging: Judging | None = session.note(_JUDGING)
    if judging is not None:
        judging.is_stopped, judging.view = False, None
