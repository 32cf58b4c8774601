"""Whether the browser's back or forward button was just pressed.

Streamlit reruns a page for that button with the address it leads to. A rerun for a click that
the visitor made before the browser had our latest address carries an older one as well, and
looks the same; so the browser says itself which of the two it was.
"""

import streamlit as st

_KEY = "back_button"
_PRESSED = "back_button:pressed"
_component = st.components.v2.component(
    "back_button",
    html="<span hidden>\n</span>",
    js="""
export default function ({ setTriggerValue }) {
  const path = location.pathname
  const report = () => {
    if (location.pathname === path) setTriggerValue("pressed", true)
  }
  window.addEventListener("popstate", report)
  return () => window.removeEventListener("popstate", report)
}
""",
)


def listen() -> None:
    """Have the browser report the button; once on every page."""
    _component(key=_KEY, on_pressed_change=_note)


def _note() -> None:
    st.session_state[_PRESSED] = True


def pressed() -> bool:
    """Whether this run was started by the button; asked once a run."""
    return bool(st.session_state.pop(_PRESSED, False))
