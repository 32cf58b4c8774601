"""New data are taken while the app runs, once their files rest."""

import shutil
from pathlib import Path

import pytest

from api import documentation
from cert_model.catalog import load_catalog
from service import startup
from service.startup import DataWatch
from tests.catalogs import TODAY
from tests.paths import GOOD
from ui.shell.catalog_keeper import CatalogKeeper


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "data"))


@pytest.fixture
def keeper(folder: Path, monkeypatch: pytest.MonkeyPatch) -> CatalogKeeper:
    monkeypatch.setattr(startup, "freeze", lambda: None)
    keeper = CatalogKeeper(lambda day: load_catalog(folder, day), lambda: TODAY, lambda: folder)
    keeper.current()
    return keeper


def write_note(folder: Path, words: str) -> None:
    sheet = folder / "credentials" / "demo" / "abc.yaml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(f"{text}# {words}\n", encoding="utf-8")


def test_files_that_are_still_written_wait_until_they_rest(
    keeper: CatalogKeeper, folder: Path
) -> None:
    before = keeper.current()
    watch = DataWatch(keeper)
    for words in ("half of it", "all of it"):
        write_note(folder, words)
        watch.look()
        assert keeper.current() is before
    watch.look()
    assert keeper.current() is not before


def test_as_long_as_nothing_changes_nothing_is_loaded(keeper: CatalogKeeper) -> None:
    before = keeper.current()
    watch = DataWatch(keeper)
    watch.look()
    watch.look()
    assert keeper.current() is before


def test_the_first_to_ask_for_the_apis_document_does_not_wait_for_its_examples(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    catalog = load_catalog(GOOD, TODAY)
    startup.prepare(catalog)
    monkeypatch.setattr(documentation, "_responses", None)
    assert documentation.describe_api("/api", catalog)["paths"]
