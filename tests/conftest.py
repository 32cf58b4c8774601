"""Fixtures that many tests share."""

from datetime import date

import pytest
from hypothesis import settings

from cert_model.catalog import Catalog, load_catalog
from cert_model.explore.credential_filters import credential_filters
from cert_model.explore.filters import Filters
from tests.paths import GOOD

# How fast a machine is says nothing about a claim; speed is measured in benchmarks/.
settings.register_profile("certlens", deadline=None)
settings.load_profile("certlens")

TODAY = date(2026, 11, 23)
"""The day on which the tests stand still, so that no fact ages under them."""


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(today=TODAY)


@pytest.fixture(scope="session")
def demo() -> Catalog:
    return load_catalog(GOOD, today=TODAY)


@pytest.fixture(scope="session")
def index(catalog: Catalog) -> Filters:
    return credential_filters(catalog)
