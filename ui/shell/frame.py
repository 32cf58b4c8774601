"""The frame around every page: name and icon, navigation, tray, and the stop for broken data."""

from contextlib import suppress

import streamlit as st

from cert_model.catalog import CatalogError
from ui.shell import (
    client_values,
    device,
    menu,
    parts,
    resources,
    routes,
    search,
    tray,
    uploads,
    visitor_address,
    window,
)

client_values.guard()
window.dress()

page = st.navigation(menu.pages(), position="top")

try:
    resources.keep_to_the_day()
except CatalogError as error:
    window.begin("errors", "The data has errors")
    st.title("The data has errors")
    st.markdown("Nothing is shown until they are fixed. Correct the files, then reload this page.")
    st.code(error.report(), language=None, wrap_lines=True)
    st.stop()

parts.begin_page()
catalog, name = resources.catalog(), page.url_path or routes.START
uploads.keep_to(name)
visitor_address.take_up(catalog, name)
search.draw(catalog)
with suppress(window.PageEnds):
    page.run()
device.keep_in_step(catalog)
tray.draw(catalog, name)
parts.end_page()
