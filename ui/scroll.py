"""Brings the reader to the top of a page that shows something new in the same place.

Streamlit keeps the window where it was, which is right for a changed figure and wrong for the
next chapter, opened by a button at the end of the one before.
"""

import streamlit as st

_component = st.components.v2.component(
    "scroll",
    html="<span hidden>\n</span>",
    js="""
export default function ({ data, parentElement }) {
  const mark = parentElement.querySelector("span")
  const moved = mark.dataset.shown !== undefined && mark.dataset.shown !== data.shown
  mark.dataset.shown = data.shown
  if (moved) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
}
""",
)


def to_top_on_change(shown: str) -> None:
    """Scroll up when ``shown`` names something else than at the last run."""
    _component(key="scroll", data={"shown": shown})
