"""The frame around every page: name and icon, navigation, and the stop for broken data."""

import streamlit as st

from cert_model.catalog import CatalogError
from ui.shell import browser, client_values, routes, window
from ui.shell.resources import keep_to_the_day

client_values.guard()
window.dress()

page = st.navigation(
    [
        st.Page(routes.HOME, title="Start", default=True),
        st.Page(routes.EXPLORE, title="Explore"),
        st.Page(routes.COMPARE, title="Compare"),
        st.Page(routes.COSTS, title="Costs"),
        st.Page(routes.ELIGIBILITY, title="Am I eligible?"),
        st.Page(routes.PREPARE, title="Prepare"),
        st.Page(routes.CAREERS, title="Work and pay"),
        st.Page(routes.GUIDE, title="Guide"),
        st.Page(routes.CLAIMS, title="Claim checker"),
        st.Page(routes.DATA_HEALTH, title="Data health"),
        st.Page(routes.CREDENTIAL, title="Credential", visibility="hidden"),
    ],
    position="top",
)

try:
    keep_to_the_day()
except CatalogError as error:
    window.begin("errors", "The data has errors")
    st.title("The data has errors")
    st.markdown("Nothing is shown until they are fixed. Correct the files, then reload this page.")
    st.code(error.report(), language=None, wrap_lines=True)
    st.stop()

page.run()
browser.focus_popovers()
