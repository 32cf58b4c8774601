"""A walk through a page by the Tab key, which looks at every stop that it makes."""

from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect

from tests.browser.actions import settle

MOST_STOPS = 150
"""The Tab key leads no farther than that to anything that a page is for."""
SLACK = 8
"""By how many pixels a stop in a row may begin above the one before it."""
NO_TRANSITIONS = "*, ::before, ::after { transition: none !important }"
LOOK_AT_STOP = """control => {
  let stop = document.activeElement
  while (stop.shadowRoot?.activeElement) stop = stop.shadowRoot.activeElement
  const look = element => {
    const style = getComputedStyle(element)
    return ["outline", "boxShadow", "borderColor", "backgroundColor", "color", "textDecoration"]
      .map(property => style[property]).join()
  }
  const around = [stop, ...stop.children]
  for (let box = stop, up = 0; box && up < 5; box = box.parentElement, up++)
    around.push(box, ...(box.parentElement?.children ?? []))
  const before = window.stopBefore
  const looksAsBefore = before?.around.every((element, at) => look(element) === before.looks[at])
  window.stopBefore = { around, looks: around.map(look) }
  const places = ".st-key-search, [data-testid=stSidebarContent], [data-testid=stMain]"
  const place = (stop.getRootNode().host ?? stop).closest(places)
  const { left, top, bottom } = stop.getBoundingClientRect()
  return {
    name: stop === document.body ? "" : stop.ariaLabel || stop.innerText || stop.outerHTML,
    place: place?.className ?? "",
    left,
    top: top + (place?.scrollTop ?? 0),
    is_in_window: bottom >= 0 && top <= innerHeight,
    is_goal: stop === control,
    was_seen: !looksAsBefore,
  }
}"""
"""What the stop is, where it stands, and whether the one before looked other than it does now."""


class Stop(NamedTuple):
    """What has the focus."""

    name: str
    """Its words; empty where the page as a whole has the focus, after the last stop."""
    place: str
    """The part of the window in which it moves when that is scrolled."""
    left: float
    top: float
    is_in_window: bool
    is_goal: bool
    was_seen: bool
    """Whether the focus could be seen at the stop before this one."""


class Walk:
    """Somebody who has a keyboard and no pointer, and begins at the top of the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_style_tag(content=NO_TRANSITIONS)

    def to(self, control: Locator) -> None:
        """Press the Tab key until a control has the focus; each stop is seen, and in its order.

        The control is left once and come back to: that shows whether the focus is seen there.
        """
        control.wait_for(state="attached")
        settle(self.page)
        before = None
        for _ in range(MOST_STOPS):
            stop = self._tab(control)
            if before is None and not stop.name:
                continue  # drawn anew between the press and the look; the next goes on from there
            expect_next(before, stop)
            if stop.is_goal:
                break
            before = stop
        else:
            raise AssertionError(f"{MOST_STOPS} stops do not lead to {control}")
        assert self._tab(control).was_seen, f"the focus is not seen at {stop.name!r}"
        assert self._tab(control, "Shift+Tab").is_goal, f"no way back to {stop.name!r}"

    def choose(self, group: str, choice: str) -> None:
        """Choose one of the pills of a question: the Tab key leads there, arrow keys within."""
        pills = self.page.get_by_role("radiogroup", name=group).get_by_role("radio")
        wanted = pills.and_(self.page.get_by_role("radio", name=choice, exact=True))
        self.to(pills.first)
        for _ in range(pills.count()):
            if wanted.evaluate("pill => pill === document.activeElement"):
                break
            self.press("ArrowRight")
        self.press("Space")
        expect(wanted).to_be_checked()
        settle(self.page)
        expect(wanted).to_be_focused()

    def press(self, key: str) -> None:
        """Press a key where the walk stands."""
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Type where the walk stands, over what stands there, and end with the Enter key."""
        self.press("Control+a")
        self.page.keyboard.type(text)
        self.press("Enter")

    def _tab(self, control: Locator, key: str = "Tab") -> Stop:
        """Press a key that moves the focus; returns the stop, and whether it is the control."""
        self.press(key)
        return Stop(**control.evaluate(LOOK_AT_STOP))


def expect_next(before: Stop | None, stop: Stop) -> None:
    """Expect a stop to be in the window, and to follow the one before as a reader's eye does."""
    assert stop.name, f"the keyboard leaves the page after {before.name if before else 'its top'!r}"
    assert stop.is_in_window, f"{stop.name!r} has the focus outside of the window"
    if before is None:
        return
    assert stop.was_seen, f"the focus is not seen at {before.name!r}"
    is_back = stop.top < before.top - SLACK and stop.left <= before.left
    assert stop.place != before.place or not is_back, f"{stop.name!r} comes after {before.name!r}"
