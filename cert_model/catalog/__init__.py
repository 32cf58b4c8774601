"""Loads, checks and hands out the catalog."""

from cert_model.catalog.catalog import Catalog, UnknownCredential
from cert_model.catalog.load import DATA, load_catalog
from cert_model.catalog.suspicions import suspicions
from cert_model.loading.problems import CatalogError, Problem

__all__ = [
    "DATA",
    "Catalog",
    "CatalogError",
    "Problem",
    "UnknownCredential",
    "load_catalog",
    "suspicions",
]
