"""The next catalog is loaded and checked before it takes the place of the last good one."""

import os
import shutil
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from cert_model.catalog import Catalog, CatalogError, load_catalog
from tests.catalogs import TODAY
from tests.paths import GOOD
from ui.shell.catalog_keeper import CatalogKeeper, stamp_of

TOMORROW = TODAY + timedelta(days=1)
SHEET = "credentials/demo/abc.yaml"


class Clock:
    """The day, until a test moves it."""

    day = TODAY


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of good data, for a test to change."""
    return Path(shutil.copytree(GOOD, tmp_path / "data"))


@pytest.fixture
def keeper(folder: Path, clock: Clock) -> CatalogKeeper:
    return CatalogKeeper(
        load=lambda day: load_catalog(folder, day),
        today=lambda: clock.day,
        folder=lambda: folder,
    )


def test_a_folder_that_goes_while_it_is_listed_is_another_state(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stamp_of(folder)

    def vanish(*_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "guide")

    monkeypatch.setattr(Path, "rglob", vanish)
    assert stamp_of(folder) != before


def break_data(folder: Path) -> str:
    """Make one sheet wrong; what it said before."""
    sheet = folder / SHEET
    good = sheet.read_text(encoding="utf-8")
    sheet.write_text("code: 1\n", encoding="utf-8")
    return good


def rename_credential(folder: Path) -> None:
    sheet = folder / SHEET
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("name: ", "name: New ", 1), encoding="utf-8")


def test_good_data_move_to_the_new_day_at_midnight(keeper: CatalogKeeper, clock: Clock) -> None:
    assert keeper.current().today == TODAY
    clock.day = TOMORROW
    keeper.keep_to_the_day()
    assert keeper.current().today == TOMORROW
    assert keeper.refused is None


def test_broken_data_at_midnight_leave_the_last_good_catalog_on_the_new_day(
    keeper: CatalogKeeper, clock: Clock, folder: Path
) -> None:
    names = [sheet.name for sheet in keeper.current().credentials.values()]
    break_data(folder)
    clock.day = TOMORROW
    keeper.keep_to_the_day()
    assert [sheet.name for sheet in keeper.current().credentials.values()] == names
    assert keeper.current().today == TOMORROW
    assert keeper.refused is not None
    assert SHEET in keeper.refused.report()


def test_new_data_take_the_place_of_the_old_without_a_restart(
    keeper: CatalogKeeper, folder: Path
) -> None:
    before = keeper.current()
    rename_credential(folder)
    assert keeper.refresh()
    after = keeper.current()
    assert before.fingerprint != after.fingerprint
    assert after.credentials["demo/abc"].name.startswith("New ")


def test_data_that_are_mended_are_taken_and_no_longer_refused(
    keeper: CatalogKeeper, folder: Path
) -> None:
    before = keeper.current()
    good = break_data(folder)
    assert not keeper.refresh()
    assert keeper.current() is before
    (folder / SHEET).write_text(good, encoding="utf-8")
    assert keeper.refresh()
    assert keeper.refused is None


def test_without_a_good_catalog_every_call_says_what_is_wrong_until_it_is_mended(
    keeper: CatalogKeeper, folder: Path
) -> None:
    good = break_data(folder)
    for _ in range(2):
        with pytest.raises(CatalogError, match=SHEET):
            keeper.current()
    (folder / SHEET).write_text(good, encoding="utf-8")
    assert list(keeper.current().credentials) == ["demo/abc"]


def test_the_same_day_and_files_are_loaded_once(folder: Path) -> None:
    days: list[date] = []

    def load(day: date) -> Catalog:
        days.append(day)
        return load_catalog(folder, day)

    keeper = CatalogKeeper(load, lambda: TODAY, lambda: folder)
    keeper.current()
    assert not keeper.refresh()
    assert days == [TODAY]


def test_a_catalog_that_cannot_be_prepared_is_refused_as_well(
    keeper: CatalogKeeper, folder: Path
) -> None:
    before = keeper.current()

    def fail(_: Catalog) -> None:
        raise ZeroDivisionError("a fault of ours")

    keeper.prepare = fail
    rename_credential(folder)
    assert not keeper.refresh()
    assert keeper.current() is before
    assert keeper.refused is not None
    assert "ZeroDivisionError: a fault of ours" in keeper.refused.report()


def test_others_go_on_with_the_old_catalog_while_one_loads_the_new(
    keeper: CatalogKeeper, folder: Path
) -> None:
    before = keeper.current()
    begun, finish = threading.Event(), threading.Event()

    def wait(_: Catalog) -> None:
        begun.set()
        assert finish.wait(timeout=30)

    keeper.prepare = wait
    rename_credential(folder)
    loading = threading.Thread(target=keeper.refresh)
    loading.start()
    assert begun.wait(timeout=30)
    assert not keeper.refresh()
    assert keeper.current() is before
    finish.set()
    loading.join()
    assert keeper.current() is not before


def test_the_stamp_of_a_folder_changes_with_its_files(folder: Path) -> None:
    before = stamp_of(folder)
    assert stamp_of(folder) == before
    new = folder / "new.yaml"
    new.touch()
    assert stamp_of(folder) != before


def test_the_stamp_goes_by_the_time_and_by_the_size_of_a_file(folder: Path) -> None:
    sheet = folder / SHEET
    stamps = [stamp_of(folder)]
    os.utime(sheet, ns=(1, 1))
    stamps.append(stamp_of(folder))
    sheet.write_bytes(sheet.read_bytes() + b"\n")
    os.utime(sheet, ns=(1, 1))
    assert len({*stamps, stamp_of(folder)}) == 3
