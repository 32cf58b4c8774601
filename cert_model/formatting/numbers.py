"""Numbers, money, durations and dates as text."""

from datetime import date

NOT_FOUND = "not found"
"""What stands where the catalog has no figure."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def format_money(low: float | None, high: float | None = None, sign: str = "$") -> str:
    """An amount or a range of money: ``$425``, ``$199–299``; "not found" for None.

    ``sign`` is the currency's, written before the number. A range with equal ends is one amount.
    """
    if low is None:
        return NOT_FOUND
    minus = "−" if low < 0 else ""
    if high is None or high == low:
        return f"{minus}{sign}{format_amount(abs(low))}"
    return f"{sign}{format_amount(low)}–{format_amount(high)}"


def format_total(total: float | None, complete: bool) -> str:
    """A computed total in whole dollars: ``$612``, or ``at least $612`` where it is incomplete."""
    if total is None:
        return NOT_FOUND
    dollars = format_money(round(total))
    return dollars if complete else f"at least {dollars}"


def format_amount(value: float) -> str:
    """A number with thousands separated: ``1,250``, or ``374.93`` with cents where it has any."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def format_range(low: float | None, high: float | None) -> str:
    """A number or a range: ``30``, ``30–34``; the end that is known, or "not found"."""
    ends = [f"{end:g}" for end in (low, high) if end is not None]
    return "–".join(dict.fromkeys(ends)) or NOT_FOUND


def format_percent(value: float) -> str:
    """A share in words: ``20.7 percent``, ``9 percent``."""
    return f"{round(value, 1):g} percent"


def format_duration(minutes: int | None) -> str:
    """A duration in short form: ``4 h``, ``2 h 5 min``, ``45 min``; "not found" for None."""
    if minutes is None:
        return NOT_FOUND
    whole, rest = divmod(minutes, 60)
    parts = [f"{whole} h"] * bool(whole) + [f"{rest} min"] * bool(rest)
    return " ".join(parts) or "0 min"


def format_day(day: date) -> str:
    """A date in full: ``1 December 2026``."""
    return f"{day.day} {day:%B %Y}"


def format_period(period: str | None) -> str:
    """When a fact held: ``May 2025``, ``2024``, ``2023–2024``; "undated" for None.

    ``period`` is written as in the data: ``2025-05``, ``2024``, ``2023/2024``.
    """
    if period is None:
        return "undated"
    return "–".join(_format_date(part) for part in period.split("/"))


def _format_date(text: str) -> str:
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    named = f"{_MONTHS[int(month) - 1]} {year}" if month else year
    return f"{int(day)} {named}" if day else named
