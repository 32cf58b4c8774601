"""The credentials a person has picked, whichever picture or table they picked them in."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.explore.comparison import MAX_COMPARED
from ui.charts import explore_specs
from ui.explore.state import ExploreState
from ui.shell import routes, session

PAGE = ExploreState.page
PICK = "pick"


def bar(catalog: Catalog, picked: Sequence[str]) -> None:
    """What can be done with the picked ones."""
    if not picked:
        st.markdown(
            ":small[Press letters to read about a credential; tick boxes to set some aside.]"
        )
        return
    with st.container(horizontal=True, gap="small"):
        for key in picked:
            if st.button(f"Read about {catalog.labels[key]}", key=f"open:{key}"):
                routes.open_credential(key)
        if 1 < len(picked) <= MAX_COMPARED and st.button(f"Compare these {len(picked)}"):
            routes.compare(picked)
        if len(picked) <= MAX_COMPARED and st.button("Cost of these"):
            routes.costs(picked)
        if len(picked) <= MAX_COMPARED and st.button("Am I eligible?"):
            routes.eligibility(picked)
        st.button("Drop these picks", type="tertiary", on_click=session.reset, args=(PAGE, PICK))


def toggle(table: str) -> None:
    """Callback: pick, or drop, the credential whose box was pressed in the table."""
    pressed = session.widget_value(table).pick
    others = [key for key in _picked() if key != pressed]
    _pick(others if pressed in _picked() else [*others, pressed])


def follow_chart(chart: str) -> None:
    """Callback: follow the points pressed in a chart, leaving picks made elsewhere."""
    note = f"{chart}:pressed"
    pressed = [point["id"] for point in session.widget_value(chart).selection[explore_specs.PICKED]]
    pressed_before = session.note(note, [])
    kept = [key for key in _picked() if key not in pressed_before and key not in pressed]
    session.keep_note(note, pressed)
    _pick([*kept, *pressed])


def follow_heading(table: str) -> None:
    """Callback: order the list as the heading that was pressed says."""
    session.choose(PAGE, {"order": session.widget_value(table).sort})


def _picked() -> list[str]:
    return list(session.choice(PAGE, PICK) or [])


def _pick(ids: list[str]) -> None:
    session.choose(PAGE, {PICK: ids})
