"""Days, periods and lengths of study as text."""

from datetime import date

from cert_model.formatting.numbers import plural


def day(given: date) -> str:
    """``1 December 2026``."""
    return f"{given.day} {given:%B %Y}"


def weeks(days: int) -> str:
    """``12 weeks``, ``5 weeks and 2 days``, ``4 days``."""
    whole, rest = divmod(days, 7)
    parts = [plural(whole, "week")] * bool(whole) + [plural(rest, "day")] * bool(rest)
    return " and ".join(parts) or plural(0, "day")


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def when(period: str | None) -> str:
    """A period of a fact in words: ``May 2025``, ``2024``, ``2023–2024``."""
    if period is None:
        return "undated"
    return "–".join(_day(part) for part in period.split("/"))


def _day(text: str) -> str:
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    named = f"{_MONTHS[int(month) - 1]} {year}" if month else year
    return f"{int(day)} {named}" if day else named
