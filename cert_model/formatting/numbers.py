"""Numbers, money, dates and lengths of time as text, and a text as part of a sentence."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

NOT_FOUND = "not found"
"""What stands where the catalog has no figure."""

ESTIMATE_MARK = "≈"
"""What stands before or beside a figure that was estimated."""

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


def mark_estimate(text: str) -> str:
    """A figure as an estimate: ``≈ $425``."""
    return f"{ESTIMATE_MARK} {text}"


def format_total(total: float | None, complete: bool, estimated: bool = False) -> str:
    """A computed total in whole dollars: ``$612``; "not found" for None.

    ``about $612`` where an estimate is in it, ``at least $612`` where a price is missing, but
    "not found" rather than "at least $0".
    """
    if total is None or not (complete or round(total)):
        return NOT_FOUND
    marks = ("" if complete else "at least ", "about " if estimated else "")
    return f"{''.join(marks)}{format_money(round(total))}"


def format_amount(value: float) -> str:
    """A number with thousands separated: ``1,250``, or ``374.93`` with cents where it has any."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def format_range(low: float | None, high: float | None) -> str:
    """A number or a range: ``30``, ``30–34``; the end that is known, or "not found"."""
    ends = [f"{end:g}" for end in (low, high) if end is not None]
    return "–".join(dict.fromkeys(ends)) or NOT_FOUND


def with_unit(text: str, unit: str) -> str:
    """A number in text with its unit: ``6 questions``, ``17–20%``, ``100`` where it has none."""
    return f"{text}{'' if unit == '%' else ' '}{unit}".strip()


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
    """A date in full: ``December 1, 2026``."""
    return f"{day:%B} {day.day}, {day.year}"


def format_month(day: date) -> str:
    """The month of a day with its year: ``December 2026``."""
    return f"{day:%B %Y}"


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
    if not month:
        return year
    name = _MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"


_ARTICLES = ("A", "An", "The")


def format_count(count: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: ``1 credential``, ``12 credentials``.

    ``plural`` is the noun's plural where it is not formed with an "s".
    """
    return f"{count:,} {singular if count == 1 else plural or f'{singular}s'}"


def join_words(words: Iterable[str]) -> str:
    """Words as one phrase: ``A``, ``A and B``, ``A, B and C``; empty for none."""
    *before, last = [*words] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def spell_duration(minutes: int) -> str:
    """A duration for running text: ``4 hours``, ``2 hours and 5 minutes``."""
    return _in_two_units(minutes, 60, "hour", "minute")


def format_weeks(days: int) -> str:
    """A number of days in weeks: ``12 weeks``, ``5 weeks and 2 days``, ``4 days``."""
    return _in_two_units(days, 7, "week", "day")


def _in_two_units(count: int, size: int, larger: str, smaller: str) -> str:
    """``count`` of the smaller unit, of which ``size`` make one of the larger."""
    whole, rest = divmod(count, size)
    parts = [format_count(whole, larger)] * bool(whole) + [format_count(rest, smaller)] * bool(rest)
    return " and ".join(parts) or format_count(0, smaller)


def format_months(months: int) -> str:
    """A number of months, in years where they are whole: ``2 years``, ``18 months``."""
    whole, rest = divmod(months, 12)
    return format_count(months, "month") if rest else format_count(whole, "year")


def as_phrase(text: str) -> str:
    """A text as it stands inside a sentence: with a small first letter, unless it names somebody.

    A first word that is no article and has further capitals, or a capital right after it, is
    part of a name: ``RHIA``, ``AAPC's training``, ``Registered Medical Assistant``.
    """
    first, _, rest = text.partition(" ")
    is_name = first not in _ARTICLES and (not first[1:].islower() or rest[:1].isupper())
    return text if is_name else f"{first.lower()} {rest}".rstrip()


def with_capital(text: str) -> str:
    """A text with a capital at its beginning, the rest as it is; empty text stays empty."""
    return f"{text[:1].upper()}{text[1:]}"


def as_sentence(text: str) -> str:
    """A text as a sentence of its own, with a capital and a period; empty text stays empty."""
    return f"{with_capital(text)}." if text else ""


def as_ended(text: str) -> str:
    """A text with a period at its end, unless it ends in another mark."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def closest_names(name: str, allowed: Iterable[str], limit: int = 1) -> list[str]:
    """The allowed names most like a mistyped one, the closest first; none where none is like it."""
    return get_close_matches(name, list(allowed), n=limit)


def did_you_mean(name: str, allowed: Iterable[str]) -> str:
    """The hint `` (did you mean "ahima/ccs"?)`` for the end of a message on an unknown name.

    Empty where no allowed name is like it.
    """
    closest = closest_names(name, allowed)
    return f' (did you mean "{closest[0]}"?)' if closest else ""
