"""The frame around every page: name and icon, navigation, and the stop for broken data."""

import streamlit as st

from cert_model.catalog import CatalogError
from ui.shell import client_values, menu, routes, visitor_address, window
from ui.shell.resources import catalog, keep_to_the_day

client_values.guard()
window.dress()

page = st.navigation(menu.pages(), position="top")

try:
    keep_to_the_day()
except CatalogError as error:
    window.begin("errors", "The data has errors")
    st.title("The data has errors")
    st.markdown("Nothing is shown until they are fixed. Correct the files, then reload this page.")
    st.code(error.report(), language=None, wrap_lines=True)
    st.stop()

visitor_address.take_up(catalog(), page.url_path or routes.START)
page.run()
