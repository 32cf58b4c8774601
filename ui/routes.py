"""Where the pages stand, as seen from the frame script, and how to get to them."""

from typing import NoReturn

import streamlit as st

HOME = "../pages/home.py"
EXPLORE = "../pages/explore.py"
CREDENTIAL = "../pages/credential.py"


def open_credential(key: str) -> NoReturn:
    """Leave for a credential's page."""
    st.switch_page(CREDENTIAL, query_params={"id": key})
