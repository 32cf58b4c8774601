"""What is made once per process and shared by every session: nobody may change it."""

import os
from datetime import date

import streamlit as st

from cert_model import quality
from cert_model.catalog import Catalog, load_catalog
from cert_model.content import check_texts


def today() -> date:
    """The day the app goes by: ``CERTLENS_TODAY``, written 2026-12-01, or that of the calendar."""
    fixed = os.environ.get("CERTLENS_TODAY")
    return date.fromisoformat(fixed) if fixed else date.today()


@st.cache_resource
def catalog() -> Catalog:
    """The catalog, from ``CERTLENS_DATA`` or the project's own ``data/``.

    Raises CatalogError, again at each call, until the data and its texts are mended.
    """
    return check_texts(load_catalog(today=today()))


def keep_to_the_day() -> None:
    """Have everything made anew once midnight has passed: what counts as old goes by the day.

    Raises CatalogError as ``catalog`` does.
    """
    if catalog().today != today():
        st.cache_resource.clear()


@st.cache_resource(max_entries=16)
def changes_since(day: date) -> list[quality.Change]:
    """What is different today from an earlier day."""
    return quality.diff_catalogs(past(day), catalog())


@st.cache_resource(max_entries=16)
def past(day: date) -> Catalog:
    """The catalog as it stood on an earlier day."""
    return quality.as_at(catalog(), day)
