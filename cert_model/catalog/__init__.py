"""Loads, checks and hands out the catalog."""

from cert_model.catalog.catalog import Catalog, once_per_catalog
from cert_model.catalog.load import data_folder, load_catalog
from cert_model.catalog.names import AmbiguousCredential, UnknownCredential, resolve_name
from cert_model.catalog.subjects import FactRef
from cert_model.loading.problems import CatalogError, Problem

__all__ = [
    "AmbiguousCredential",
    "Catalog",
    "CatalogError",
    "FactRef",
    "Problem",
    "UnknownCredential",
    "data_folder",
    "load_catalog",
    "once_per_catalog",
    "resolve_name",
]
