"""The words of a request: ids, days and issuers, and what is said of a word that means nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from cert_model.catalog import AmbiguousCredential, Catalog, UnknownCredential
from cert_model.formatting import closest_names, did_you_mean

LONGEST_QUOTE = 40


class BadArgument(ValueError):
    """An argument that cannot be used; its text is one line that says how to mend it."""

    def __init__(self, field: str, message: str, allowed: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.field = field
        """The argument, as ``max_first_year_cost``."""
        self.allowed = tuple(allowed)
        """What may stand there, where that is a list."""


class UnknownName(BadArgument):
    """A name that nothing has; ``nearest`` holds the names most like it."""

    def __init__(self, field: str, message: str, nearest: Iterable[str]) -> None:
        super().__init__(field, message)
        self.nearest = tuple(nearest)


class AmbiguousName(BadArgument):
    """A name that several have; ``allowed`` holds the ids of all of them."""


def resolve_ids(catalog: Catalog, field: str, names: Iterable[str]) -> list[str]:
    """The ids of credentials that names such as ``cpc`` stand for.

    Raises UnknownName and AmbiguousName.
    """
    try:
        return [catalog.resolve(name) for name in names]
    except AmbiguousCredential as error:
        raise AmbiguousName(field, str(error), error.candidates) from error
    except UnknownCredential as error:
        raise UnknownName(field, str(error), error.nearest) from error


def resolve_issuer(catalog: Catalog, field: str, name: str) -> str:
    """The id of an issuer. Raises UnknownName, with the nearest."""
    key = name.strip().lower()
    if key not in catalog.issuers:
        message = f'no issuer is called "{name[:LONGEST_QUOTE]}"'
        hint = did_you_mean(key, catalog.issuers)
        raise UnknownName(field, f"{message}{hint}", closest_names(key, catalog.issuers))
    return key


def parse_day(field: str, text: str) -> date:
    """The day that a text such as 2022-01-01 names. Raises BadArgument for any other text."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        message = f'"{text[:LONGEST_QUOTE]}" is not a day; write it as 2022-01-01'
        raise BadArgument(field, message)
    return day


def parse_past_day(field: str, text: str, today: date) -> date:
    """The day that a text such as 2022-01-01 names, today at the latest.

    Raises BadArgument for any other text.
    """
    day = parse_day(field, text)
    if day > today:
        message = f"{text} has not come yet; name a day up to {today.isoformat()}"
        raise BadArgument(field, message)
    return day


def split_pairs(field: str, example: str, words: Sequence[str]) -> list[tuple[str, str]]:
    """The names and values of words such as ``aapc=12``.

    Names are in lower case. Raises BadArgument without a "=", and for a name given twice.
    """
    pairs: dict[str, str] = {}
    for word in words:
        name, equals, text = word.partition("=")
        name = name.strip().lower()
        quoted = name[:LONGEST_QUOTE]
        if not equals:
            raise BadArgument(field, f'{quoted}: expected a name and a value, as "{example}"')
        if name in pairs:
            raise BadArgument(field, f"{quoted}: given twice; give it once")
        pairs[name] = text
    return list(pairs.items())
