"""The one profile that all pages read: who is at the screen, what they want and have picked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cert_model.candidates import Wishes
from cert_model.renewal.request import CalendarDay

MOST_PICKED = 12
"""Credentials on a shortlist; a longer one decides nothing."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """What one visitor said of themselves. Plain data; ``ui.shell.person`` keeps it."""

    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Answers of the questionnaire by question id; what one holds is among them."""
    wishes: Wishes = field(default_factory=Wishes)
    picked: tuple[str, ...] = ()
    """The ids on the shortlist, in the order in which they were picked."""
    home_state: str | None = None
    """Two letters, such as OH."""
    pay: int | None = None
    """Their own pay in dollars a year."""
    hours_a_week: int | None = None
    """The hours a week for study; None for what plans assume."""
    is_student: bool = False
    passed: Mapping[str, CalendarDay] = field(default_factory=lambda: MappingProxyType({}))
    """By id of a credential that is held, when its exam was passed, as far as they said."""
    renews: Mapping[str, CalendarDay] = field(default_factory=lambda: MappingProxyType({}))
    """By issuer, when membership or cycle next ends."""
    earned: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """By issuer, the CEUs earned so far in the current cycle."""

    @property
    def key(self) -> tuple[object, ...]:
        """What two visitors have in common who said the same, to look things up by."""
        stated = (self.wishes, self.picked, self.home_state, self.pay, self.hours_a_week)
        keeping = (self.passed, self.renews, self.earned)
        mappings = (tuple(part.items()) for part in (self.answers, *keeping))
        return (*mappings, *stated, self.is_student)
