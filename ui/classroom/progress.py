"""How far judging a class is, in words."""

from dataclasses import dataclass

from cert_model.formatting import format_count


@dataclass(frozen=True)
class Progress:
    """How far judging is."""

    done: int
    total: int
    seconds: float
    """The time that it took so far."""

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.done / self.total

    @property
    def text(self) -> str:
        """The people judged, how many a second, and the time left."""
        a_second = self.done / self.seconds
        left = (self.total - self.done) / a_second
        return (
            f"{self.done:,} of {format_count(self.total, 'person', 'people')} checked, "
            f"{a_second:,.0f} a second, about {format_count(max(1, round(left)), 'second')} left"
        )
