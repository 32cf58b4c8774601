"""What a long-running server knows of the day."""

from datetime import date, timedelta

import pytest
import streamlit as st

from tests.app.sessions import open_page
from tests.catalogs import TODAY
from ui.shell import resources


def test_after_midnight_the_catalog_goes_by_the_new_day(
    another_process: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("home")
    tomorrow = TODAY + timedelta(days=1)
    monkeypatch.setenv("CERTLENS_TODAY", tomorrow.isoformat())
    app.run()
    assert not app.exception
    assert resources.catalog().today == tomorrow


def test_within_a_day_nothing_is_loaded_twice() -> None:
    app = open_page("home")
    loaded = resources.catalog()
    app.run()
    assert resources.catalog() is loaded


def test_no_visitor_can_empty_what_everybody_shares() -> None:
    loaded, earlier = resources.catalog(), resources.past(TODAY - timedelta(days=9))
    st.cache_resource.clear()
    st.cache_data.clear()
    assert resources.catalog() is loaded
    assert resources.past(TODAY - timedelta(days=9)) is earlier


def test_without_a_fixed_day_the_app_goes_by_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    class SomeDay(date):
        @classmethod
        def today(cls) -> "SomeDay":
            return cls(2031, 5, 17)

    monkeypatch.delenv("CERTLENS_TODAY")
    monkeypatch.setattr(resources, "date", SomeDay)
    assert resources.today() == date(2031, 5, 17)
