"""nginx and two processes behind it, once for all tests that leave them as they were."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.deployment import Deployment, deployed
from tests.paths import DATA


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("published") / "data"))


@pytest.fixture(scope="session")
def deployment(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Iterator[Deployment]:
    settings = {"CERTLENS_DATA": str(data), "CERTLENS_METRICS": "1", "CERTLENS_LOG": "json"}
    with deployed(tmp_path_factory.mktemp("deployment"), settings) as running:
        yield running
