"""The tile map: where each state stands, and what a press is taken for."""

import pytest

from cert_model.vocabulary import State
from ui.components import tile_map
from ui.shell import session


def test_every_state_has_a_tile_of_its_own() -> None:
    assert set(tile_map.POSITIONS) == set(State)
    assert len(set(tile_map.POSITIONS.values())) == len(State)


@pytest.mark.parametrize(
    ("sent", "state"), [("OH", State.OH), ("", None), ("XX", None), (None, None), (["OH"], None)]
)
def test_only_the_letters_of_a_state_choose_it(
    sent: object, state: State | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "widget_value", {"map": {"state": sent}}.__getitem__)
    assert tile_map.pressed("map") is state
