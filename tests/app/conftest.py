"""Sessions share what a served process shares; who needs another process asks for it."""

from dataclasses import replace

import pytest

from cert_model.catalog import data_folder
from ui.shell import resources
from ui.shell.catalog_keeper import CatalogKeeper


@pytest.fixture
def another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the app load its data anew, for a test that points it at other data or another day."""
    monkeypatch.setattr(resources, "keeper", resources.new_keeper())


@pytest.fixture
def nothing_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the app begin with a catalog of which nothing was asked before."""
    untouched = replace(resources.catalog())
    keeper = CatalogKeeper(lambda _: untouched, resources.today, data_folder)
    monkeypatch.setattr(resources, "keeper", keeper)
