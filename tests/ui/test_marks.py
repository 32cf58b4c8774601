"""A mark means one thing, wherever it stands."""

from cert_model.eligibility.sentences import VERDICT_MARKS
from ui.components.figures import MARKS


def test_no_mark_of_a_verdict_is_a_mark_of_a_figure() -> None:
    assert not set(VERDICT_MARKS.values()) & set(MARKS.values())
