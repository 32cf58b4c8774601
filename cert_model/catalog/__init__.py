"""Loads, checks and hands out the catalogue."""

from cert_model.catalog.catalog import Catalog, UnknownCredential
from cert_model.catalog.loading import DATA, load
from cert_model.catalog.problems import CatalogError, Problem
from cert_model.catalog.suspicions import suspicions

__all__ = ["DATA", "Catalog", "CatalogError", "Problem", "UnknownCredential", "load", "suspicions"]
