"""The catalog made by hand on which quality is measured."""

import pytest

from cert_model.catalog import Catalog
from tests import handmade_catalog


@pytest.fixture(scope="session")
def handmade(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return handmade_catalog.load(tmp_path_factory.mktemp("handmade"))
