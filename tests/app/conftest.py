"""Sessions share what a served process shares; who needs another process asks for it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from cert_model.catalog import data_folder
from ui.shell import resources
from ui.shell.catalog_keeper import CatalogKeeper


@pytest.fixture(scope="session", autouse=True)
def packages_searched_once() -> Iterator[None]:
    """Have the installed packages searched for components once, as a server does at its start.

    ``AppTest`` searches them for every session, which takes longer than most pages do.
    """
    with pytest.MonkeyPatch.context() as patch:
        once = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


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
