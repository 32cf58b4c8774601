"""Brings something new into view: the top of a page, or a place on it.

Streamlit keeps the window where it was, which is right for a changed figure and wrong for the
next chapter, opened by a button at the end of the one before.
"""

import streamlit as st

_ASKED = "scroll:asked"

_component = st.components.v2.component(
    "scroll",
    js="""
const belowTheNavigation = "5rem"
// Kept here, as Streamlit makes the element anew when others come or go before it.
const shown = new Map()

function onceDrawn(act, frames = 120) {
  const drawing = document.querySelector("[data-test-script-state='running']")
  if (drawing && frames) requestAnimationFrame(() => onceDrawn(act, frames - 1))
  else act()
}

export default function ({ data }) {
  // A place that was never drawn is brought into view if it was asked for from another page.
  const before = shown.get(data.place) ?? (data.place && "0")
  shown.set(data.place, data.shown)
  if (before === undefined || before === data.shown) return
  if (!data.place) return document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
  onceDrawn(() => {
    const place = document.querySelector(`.st-key-${data.place}`)
    if (!place) return
    place.style.scrollMarginTop = belowTheNavigation
    place.scrollIntoView({ block: "nearest" })
    const heading = place.querySelector("h1, h2, h3")
    heading?.setAttribute("tabindex", "-1")
    heading?.focus({ preventScroll: true })
  })
}
""",
)


def to_top_on_change(shown: str) -> None:
    """Scroll up when ``shown`` names something else than at the last run."""
    _component(key="scroll", data={"shown": shown})


def when_asked(place: str) -> None:
    """Bring the container with the key ``place`` into view, if a callback asked for it.

    Its heading takes the focus: whoever uses the keyboard goes on from there, and a screen
    reader reads it.
    """
    _component(key="scroll", data={"shown": str(st.session_state.get(_ASKED, 0)), "place": place})


def ask() -> None:
    """Callback: what the reader asked for stands elsewhere on the page."""
    st.session_state[_ASKED] = st.session_state.get(_ASKED, 0) + 1
