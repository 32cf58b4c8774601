"""Fixtures that many tests share."""

import os

import pytest
from hypothesis import settings

from cert_model.catalog import Catalog
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Filters
from tests.catalogs import TODAY, demo_catalog, project_catalog

# How fast a machine is says nothing about a claim; speed is measured in benchmarks/.
settings.register_profile("certlens", deadline=None)
settings.load_profile("certlens")

# The app of the tests, and the servers that they start, live on the same day.
os.environ["CERTLENS_TODAY"] = TODAY.isoformat()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return project_catalog()


@pytest.fixture(scope="session")
def demo() -> Catalog:
    return demo_catalog()


@pytest.fixture(scope="session")
def index(catalog: Catalog) -> Filters:
    return credential_filters(catalog)
