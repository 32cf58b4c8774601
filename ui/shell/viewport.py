"""Whether the screen is narrow, so that filters can fold into one button on a phone.

Streamlit does not tell a script how wide the window is. The browser reports only a change
from wide, so a desktop never reruns for it.
"""

import streamlit as st

_KEY = "viewport"
_component = st.components.v2.component(
    "viewport",
    html="<span hidden>\n</span>",
    js="""
export default function ({ data, parentElement, setStateValue }) {
  // Says for which width the page is drawn; the tests wait for it.
  parentElement.querySelector("span").dataset.narrow = data.narrow
  const query = window.matchMedia("(max-width: 768px)")
  const report = () => {
    if (query.matches !== data.narrow) setStateValue("narrow", query.matches)
  }
  query.onchange = report
  report()
  return () => { query.onchange = null }
}
""",
)


def narrow() -> bool:
    """Whether the browser last said that its window is narrow."""
    held = bool(st.session_state.get(_KEY, {}).get("narrow", False))
    result = _component(
        key=_KEY, data={"narrow": held}, default={"narrow": False}, on_narrow_change=lambda: None
    )
    return bool(result.narrow)
