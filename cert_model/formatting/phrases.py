"""Counts and lengths of time in words, texts in a sentence, and hints at the name meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_ARTICLES = ("A", "An", "The")


def format_count(count: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: ``1 credential``, ``12 credentials``.

    ``plural`` is the noun's plural where it is not formed with an "s".
    """
    return f"{count:,} {singular if count == 1 else plural or f'{singular}s'}"


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


def as_sentence(text: str) -> str:
    """A text as a sentence of its own, with a capital and a full stop; empty text stays empty."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def closest_names(name: str, allowed: Iterable[str], limit: int = 1) -> list[str]:
    """The allowed names most like a mistyped one, the closest first; none where none is like it."""
    return get_close_matches(name, list(allowed), n=limit)


def did_you_mean(name: str, allowed: Iterable[str]) -> str:
    """The hint `` (did you mean "ahima/ccs"?)`` for the end of a message on an unknown name.

    Empty where no allowed name is like it.
    """
    closest = closest_names(name, allowed)
    return f' (did you mean "{closest[0]}"?)' if closest else ""
