"""The credentials a person has picked, whichever picture or table they picked them in."""

from collections.abc import Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.explore.comparison import MOST
from cert_model.overview import Overview
from ui.charts import specs
from ui.shell import address, routes

PICK = "pick"


def among(page: str, shown: Sequence[Overview]) -> list[str]:
    """The ids of the picked ones of these, in their order."""
    picked = set(_picked(page))
    return [it.id for it in shown if it.id in picked]


def bar(page: str, catalog: Catalog, picked: Sequence[str]) -> None:
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
        if 1 < len(picked) <= MOST and st.button(f"Compare these {len(picked)}"):
            routes.compare(picked)
        if len(picked) <= MOST and st.button("Cost of these"):
            routes.costs(picked)
        if len(picked) <= MOST and st.button("Am I eligible?"):
            routes.eligibility(picked)
        st.button("Drop these picks", type="tertiary", on_click=clear, args=(page,))


def toggle(page: str, table: str) -> None:
    """Callback: pick, or drop, the credential whose box was pressed in the table."""
    pressed = st.session_state[table].pick
    picked = _picked(page)
    rest = [key for key in picked if key != pressed]
    _keep(page, rest if pressed in picked else [*picked, pressed])


def from_chart(page: str, chart: str) -> None:
    """Callback: follow the points pressed in a chart, leaving picks made elsewhere."""
    held_key = address.key(page, f"{chart}:held")
    pressed = [point["id"] for point in st.session_state[chart].selection[specs.PICKED]]
    held = st.session_state.get(held_key, [])
    kept = [key for key in _picked(page) if key not in held and key not in pressed]
    st.session_state[held_key] = pressed
    _keep(page, [*kept, *pressed])


def take(page: str, name: str, component: str, event: str) -> None:
    """Callback: put what a component sent into one of the page's choices."""
    st.session_state[address.key(page, name)] = st.session_state[component][event]


def clear(page: str) -> None:
    """Callback: drop every pick."""
    _keep(page, [])


def _picked(page: str) -> list[str]:
    return list(st.session_state.get(address.key(page, PICK)) or [])


def _keep(page: str, picked: list[str]) -> None:
    st.session_state[address.key(page, PICK)] = picked
