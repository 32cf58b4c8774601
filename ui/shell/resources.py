"""What is made once per process and shared by every session: nobody may change it."""

import gc
import os
from datetime import date
from pathlib import Path

import streamlit as st

from cert_model import quality
from cert_model.catalog import DATA, Catalog, load_catalog
from cert_model.content import Writer, checked
from cert_model.content.claims import Claims
from cert_model.explore.credential_filters import credential_filters
from cert_model.overview import overviews
from cert_model.quality import Coverage
from ui.charts import career_specs as career_charts
from ui.charts import quality_specs as health_charts
from ui.charts import specs
from ui.charts.study_specs import study_weeks
from ui.explore import results
from ui.explore.view_model import ScopeMatrix


@st.cache_resource
def catalog() -> Catalog:
    """The catalog, from ``CERTLENS_DATA`` or the project's own ``data/``.

    Raises CatalogError, again at each call, until the data and its texts are mended.
    """
    folder = Path(os.environ.get("CERTLENS_DATA", DATA))
    return checked(load_catalog(folder, today=date.today()))


def keep_to_the_day() -> None:
    """Have everything made anew once midnight has passed: what counts as old goes by the day.

    Raises CatalogError as ``catalog`` does.
    """
    if catalog().today != date.today():
        st.cache_resource.clear()


@st.cache_resource
def writer() -> Writer:
    """What turns the texts of the catalog into prose."""
    return Writer(catalog())


@st.cache_resource
def result_rows() -> dict[str, results.Row]:
    """The finished table row of every credential."""
    return {key: results.row_of(overview) for key, overview in overviews(catalog()).items()}


@st.cache_resource
def scope_matrix() -> ScopeMatrix:
    """The cells of the scope matrix."""
    return ScopeMatrix(catalog())


@st.cache_resource
def coverage() -> Coverage:
    """How well each figure that people compare is known."""
    return quality.coverage(catalog())


@st.cache_resource
def disputed() -> list[quality.Disputed]:
    """Every dispute."""
    return quality.disputed(catalog())


@st.cache_resource(max_entries=40)
def stale(issuer: str | None) -> list[quality.Stale]:
    """What is old, of one issuer or of all."""
    return quality.stale(catalog(), issuer)


@st.cache_resource(max_entries=40)
def missing(issuer: str | None) -> list[quality.Missing]:
    """What was not found, of one issuer or of all."""
    return quality.missing(catalog(), issuer)


@st.cache_resource(max_entries=16)
def changes_since(day: date) -> list[quality.Change]:
    """What is different today from an earlier day."""
    return quality.diff(past(day), catalog())


@st.cache_resource(max_entries=16)
def past(day: date) -> Catalog:
    """The catalog as it stood on an earlier day."""
    return quality.as_at(catalog(), day)


def is_of_today(given: Catalog) -> bool:
    """Whether a catalog is the present one, not that of an earlier day."""
    return given is catalog()


@st.cache_resource
def claims() -> Claims:
    """Every claim, with what is right written out."""
    return Claims(catalog(), writer())


def warm_up() -> None:
    """Make all of it now, then take it out of the garbage collector's sight.

    A collection walks every object that the collector knows; the catalog and the
    imported libraries never become garbage, so they are frozen (anchored by
    ``runner.postScriptGC = false``, without which every run forces a full collection).
    """
    result_rows()
    scope_matrix()
    credential_filters(catalog()).counts({})
    specs.all_specs()
    study_weeks()
    claims()
    career_charts.all_specs()
    health_charts.all_specs()
    coverage()
    disputed()
    gc.collect()
    gc.freeze()
