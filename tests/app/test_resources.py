"""What a long-running server knows of the day."""

from datetime import date, timedelta

import pytest

from tests.app.test_pages import opened
from ui.shell import resources


def test_after_midnight_the_catalog_goes_by_the_new_day(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("home")
    tomorrow = date.today() + timedelta(days=1)

    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(tomorrow.year, tomorrow.month, tomorrow.day)

    monkeypatch.setattr(resources, "date", Tomorrow)
    app.run()
    assert not app.exception
    assert resources.catalog().today == tomorrow


def test_within_a_day_nothing_is_loaded_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("home")
    loaded = resources.catalog()
    app.run()
    assert resources.catalog() is loaded
