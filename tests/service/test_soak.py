"""The soak sends as many sessions as were asked for, and tells growth from wavering."""

import pytest

from benchmarks.soak import Measured, growth, in_waves


@pytest.mark.parametrize("sessions", [1, 300, 301, 500, 2_000])
def test_as_many_sessions_come_as_were_asked_for(sessions: int) -> None:
    assert sum(in_waves(sessions)) == sessions


def measured(*mebibytes: int) -> list[Measured]:
    return [Measured(200 * place, size, 0) for place, size in enumerate(mebibytes)]


def test_memory_that_wavers_does_not_grow() -> None:
    assert growth(measured(100, 104, 98, 103, 99, 102, 101, 103)) == pytest.approx(0, abs=0.01)


def test_memory_that_rises_with_every_wave_grows() -> None:
    assert growth(measured(100, 110, 120, 130)) == pytest.approx(0.3)
