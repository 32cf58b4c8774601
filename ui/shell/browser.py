"""Access to the browser: tell its width, and scroll."""

import streamlit as st

from ui.shell import session

_NARROW = "viewport"
_viewport = st.components.v2.component(
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
    """Whether the browser last said that its window is narrow, so that filters can fold.

    Streamlit does not tell a script how wide the window is. Until the browser has, whoever calls
    itself a phone has a narrow one: the browser reports only what differs, which takes a rerun.
    """
    reported = session.part_of(_NARROW, "narrow")
    was_narrow = is_phone() if reported is None else bool(reported)
    result = _viewport(
        key=_NARROW,
        data={"narrow": was_narrow},
        default={"narrow": is_phone()},
        on_narrow_change=lambda: None,
    )
    return bool(result.narrow)


def is_phone() -> bool:
    """Whether the browser calls itself one of a phone.

    https://developer.mozilla.org/docs/Web/HTTP/Guides/Browser_detection_using_the_user_agent
    """
    return "Mobi" in st.context.headers.get("User-Agent", "")


_SCROLL_ASKED = "scroll:asked"

_scroll = st.components.v2.component(
    "scroll",
    js="""
const belowTheNavigation = "5rem"
// Kept here, as Streamlit makes the element anew when others come or go before it.
const asked = new Map()

function onceDrawn(act, frames = 120) {
  const drawing = document.querySelector("[data-test-script-state='running']")
  if (drawing && frames) requestAnimationFrame(() => onceDrawn(act, frames - 1))
  else act()
}

// What was asked for from within a popover would lie beneath it.
function closePopovers() {
  document.querySelectorAll("[data-testid=stPopover] button[aria-expanded=true]")
    .forEach(button => button.click())
}

export default function ({ data }) {
  // A place that was never drawn is brought into view if it was asked for from another page.
  const before = asked.get(data.place) ?? 0
  asked.set(data.place, data.asked)
  if (before === data.asked) return
  closePopovers()
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


def scroll_when_asked(place: str) -> None:
    """Bring the container with the key ``place`` into view, if a callback asked for it.

    Its heading takes the focus: whoever uses the keyboard goes on from there, and a screen
    reader reads it. A popover that is open closes.
    """
    _scroll(key="scroll", data={"asked": st.session_state.get(_SCROLL_ASKED, 0), "place": place})


def ask_to_scroll() -> None:
    """Callback: what the reader asked for stands elsewhere on the page."""
    st.session_state[_SCROLL_ASKED] = st.session_state.get(_SCROLL_ASKED, 0) + 1
