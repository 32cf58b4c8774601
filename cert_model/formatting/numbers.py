"""Numbers, money and lengths of time as text."""

NOT_FOUND = "not found"
"""What stands where we have no figure."""


def dollars(low: float | None, high: float | None = None, sign: str = "$") -> str:
    """``$425``, ``$199–299``, or the words for not knowing."""
    if low is None:
        return NOT_FOUND
    minus = "−" if low < 0 else ""
    if high is None or high == low:
        return f"{minus}{sign}{amount(abs(low))}"
    return f"{sign}{amount(low)}–{amount(high)}"


def at_least(total: float | None, complete: bool) -> str:
    """A computed total to the dollar: "at least" it, where a price is missing."""
    if total is None:
        return NOT_FOUND
    return dollars(round(total)) if complete else f"at least {dollars(round(total))}"


def amount(value: float) -> str:
    """``1,250`` or ``374.93``: cents only where there are some."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def span(low: float | None, high: float | None) -> str:
    """``30`` or ``30–34``, or the words for not knowing."""
    ends = [f"{end:g}" for end in (low, high) if end is not None]
    return "–".join(dict.fromkeys(ends)) or NOT_FOUND


def hours(minutes: int | None) -> str:
    """``4 h``, ``2 h 5 min`` or ``45 min``."""
    if minutes is None:
        return NOT_FOUND
    whole, rest = divmod(minutes, 60)
    parts = [f"{whole} h"] * bool(whole) + [f"{rest} min"] * bool(rest)
    return " ".join(parts) or "0 min"


def spelled_hours(minutes: int) -> str:
    """``4 hours``, ``2 hours and 5 minutes``, for running text."""
    whole, rest = divmod(minutes, 60)
    parts = [plural(whole, "hour")] * bool(whole) + [plural(rest, "minute")] * bool(rest)
    return " and ".join(parts) or plural(0, "minute")


def years(months: int) -> str:
    """``2 years``, ``18 months``."""
    whole, rest = divmod(months, 12)
    return plural(months, "month") if rest else plural(whole, "year")


def percent(value: float) -> str:
    """``20.7 percent``, ``9 percent``: one decimal where it is not zero."""
    return f"{round(value, 1):g} percent"


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 credential``, ``12 credentials``."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
