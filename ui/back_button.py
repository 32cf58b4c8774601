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
    css=f".st-key-{_KEY} {{ display: none }}",
    isolate_styles=False,
    js="""
let report = null
export default function ({ data, setTriggerValue }) {
  window.removeEventListener("popstate", report)
  report = () => {
    if (location.pathname.split("/").pop() === data.page) setTriggerValue("pressed", true)
  }
  window.addEventListener("popstate", report)
  return () => window.removeEventListener("popstate", report)
}
""",
)


def listen(page: str) -> None:
    """Have the browser report the button on a page, named as in its address.

    Where the button leads to another page, Streamlit runs that one by itself.
    """
    _component(key=_KEY, data={"page": page}, on_pressed_change=_note)


def _note() -> None:
    st.session_state[_PRESSED] = True


def pressed() -> bool:
    """Whether this run was started by the button; asked once a run."""
    return bool(st.session_state.pop(_PRESSED, False))
