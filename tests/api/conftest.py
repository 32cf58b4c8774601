"""The API on the catalog of the tests, without a server and without a limit on how often to ask."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.application import build_api
from api.limits import Buckets
from cert_model.catalog import Catalog
from tests.catalogs import project_catalog

UNLIMITED = Buckets(a_second=1e9, at_once=10**9)


@pytest.fixture(scope="session")
def api(catalog: Catalog) -> Iterator[TestClient]:
    with TestClient(build_api(project_catalog, buckets=UNLIMITED)) as client:
        yield client
