"""The data package of the project's data, made and written once."""

from pathlib import Path

import pytest

from cert_model.catalog import Catalog
from cert_model.export.package import at_its_own_date, build_package, write_folder


@pytest.fixture(scope="session")
def dated(catalog: Catalog) -> Catalog:
    return at_its_own_date(catalog)


@pytest.fixture(scope="session")
def files(catalog: Catalog) -> dict[str, bytes]:
    return build_package(catalog)


@pytest.fixture(scope="session")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "package"
    write_folder(files, path)
    return path
