"""Resources made once per process and shared by every session: nobody may change them."""

import os
from datetime import date

import streamlit as st

from cert_model import quality
from cert_model.catalog import Catalog, load_catalog
from cert_model.content import check_texts


def today() -> date:
    """The current day for the app: ``CERTLENS_TODAY``, written 2026-12-01, or the calendar's."""
    fixed = os.environ.get("CERTLENS_TODAY")
    return date.fromisoformat(fixed) if fixed else date.today()


@st.cache_resource
def catalog() -> Catalog:
    """The catalog, from ``CERTLENS_DATA`` or the project's own ``data/``.

    Raises CatalogError, again at each call, until the data and its texts are fixed.
    """
    return check_texts(load_catalog(today=today()))


def keep_to_the_day() -> None:
    """Rebuild everything after midnight, since what counts as old depends on the day.

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
