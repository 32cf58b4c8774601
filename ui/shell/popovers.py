"""Lets the keyboard go into a popover: Streamlit draws it at the end of the page, far away."""

import streamlit as st

_component = st.components.v2.component(
    "popovers",
    js="""
const opened = new WeakSet()

function enter() {
  for (const popover of document.querySelectorAll("[data-testid=stPopoverBody]")) {
    if (opened.has(popover)) continue
    opened.add(popover)
    popover.tabIndex = -1
    popover.focus({ preventScroll: true })
  }
}

const watch = new MutationObserver(enter)

export default function () {
  watch.observe(document.body, { childList: true, subtree: true })
  return () => watch.disconnect()
}
""",
)


def enter_by_keyboard() -> None:
    """Have every popover take the focus when it opens; the Escape key gives it back."""
    _component(key="popovers")
