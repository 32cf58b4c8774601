"""The parameters of an address: their types, and how each is read and written.

Everything that comes from outside, be it an address or a widget, is validated by pydantic;
what does not fit falls back to the default. Validators get the page's ``Options`` as context.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import chain
from typing import Annotated, Any, get_args, get_origin

from annotated_types import MaxLen
from pydantic import (
    AfterValidator,
    BeforeValidator,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
)
from pydantic.fields import FieldInfo

from cert_model.catalog import AmbiguousCredential, Catalog
from cert_model.explore.filters import Filters
from cert_model.formatting import join_words

NO_CREDENTIAL = "No credential has that abbreviation or id."
LONGEST_TEXT = 2_000
"""Characters of one parameter; a longer one is refused unread."""


@dataclass(frozen=True, eq=False)
class Options:
    """What the choices of a page are among; it reaches the validators as their context."""

    catalog: Catalog
    filters: Filters | None = None
    """The filters of a page that narrows a list."""


_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]{1,2})?")


def one_of(names: Callable[[Options], Collection[str]]) -> AfterValidator:
    """Accepts a text that is among the names that the options give."""

    def check(text: str, info: ValidationInfo[Options]) -> str:
        if text not in names(info.context):
            raise ValueError("unknown")
        return text

    return AfterValidator(check)


def day_between(ends: Callable[[Catalog], tuple[date, date]]) -> AfterValidator:
    """Accepts a day from the first to the last that the catalog allows."""

    def check(day: date, info: ValidationInfo[Options]) -> date:
        first, last = ends(info.context.catalog)
        if not first <= day <= last:
            raise ValueError("out of reach")
        return day

    return AfterValidator(check)


def _resolve_credential(text: str, info: ValidationInfo[Options]) -> str:
    try:
        return info.context.catalog.resolve(text)
    except LookupError as error:
        raise ValueError(str(error)) from None


def _whole_number(value: object) -> object:
    """Refuse texts that pydantic would take for a number: ``1_0``, `` 7``, ``+3``."""
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        raise ValueError("no whole number")
    return value


def _plain_number(value: object) -> object:
    """Refuse texts that pydantic would take for a number, and more than cents: ``1e2``, ``.5``."""
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value):
        raise ValueError("no plain number")
    return value


def _to_cents(value: float) -> float:
    return round(value, 2)


def _iso_day(value: object) -> object:
    """Refuse texts that pydantic would take for a day: ``0``, ``2026-1-2``."""
    if isinstance(value, str) and value != date.fromisoformat(value).isoformat():
        raise ValueError("no day written as 2026-12-01")
    return value


CredentialId = Annotated[str, AfterValidator(_resolve_credential)]
"""An id such as ``aapc/cpc``; a code alone is resolved where they are unambiguous."""

IssuerId = Annotated[str, one_of(lambda options: options.catalog.issuers)]

Whole = Annotated[int, BeforeValidator(_whole_number)]
"""A whole number, to be narrowed with ``Field(ge=…, le=…)``."""

Number = Annotated[float, BeforeValidator(_plain_number), AfterValidator(_to_cents)]
"""A number with up to two decimals, to be narrowed like a whole one."""

Day = Annotated[date, BeforeValidator(_iso_day)]


class AnyOrder:
    """Marks a list whose order means nothing: the address sorts it and drops repetitions."""


class AddressField:
    """One parameter of an address: its default, and how it is read and written."""

    def __init__(
        self, annotation: Any, default: Any = None, *, order: Sequence[str] | None = None
    ) -> None:
        """``order`` is that in which the address lists several choices, where it is free."""
        self.default = default
        self._adapter: TypeAdapter[Any] = TypeAdapter(annotation)
        bare, *markers = _flattened(annotation)
        self._item = _item_adapter(bare)
        self._most = next((mark.max_length for mark in markers if isinstance(mark, MaxLen)), None)
        self._any_order = order is not None or any(
            isinstance(mark, AnyOrder) or mark is AnyOrder for mark in markers
        )
        self._order = list(order or _terms_of(bare))
        self._names_credentials = _names_credentials(annotation)

    def parse(self, text: str, options: Options) -> tuple[Any, list[str]]:
        """The value that a text asks for, and the parts of the text that mean nothing."""
        if not text or len(text) > LONGEST_TEXT:
            return self.default, [text] if text else []
        if self._item is not None:
            return self._parse_list(text, options)
        try:
            return self._adapter.validate_python(text, context=options), []
        except ValidationError:
            return self.default, [text]

    def _parse_list(self, text: str, options: Options) -> tuple[Any, list[str]]:
        accepted: list[Any] = []
        refused: list[str] = []
        for part in filter(None, text.split(",")):
            item = self._valid_item(part, options)
            if item in accepted:
                continue
            if item is None or len(accepted) == self._most:
                refused.append(part)
            else:
                accepted.append(item)
        return tuple(accepted), refused

    def why_refused(self, part: str, options: Options) -> str:
        """Why a part was refused, in a sentence; empty where there is no such choice."""
        if self._item is not None and self._valid_item(part, options) is not None:
            return f"There is room for {self._most} here."
        return _why_no_credential(part, options.catalog) if self._names_credentials else ""

    def _valid_item(self, part: Any, options: Options) -> Any:
        assert self._item is not None, "only lists have items"
        try:
            return self._item.validate_python(part, context=options)
        except ValidationError:
            return None

    def format(self, value: Any) -> str:
        """The text in the address; nothing for the default."""
        if value is None or value == self.default:
            return ""
        if isinstance(value, tuple):
            return ",".join(self._sorted(value) if self._any_order else value)
        return f"{value:g}" if isinstance(value, float) else str(value).strip()

    def _sorted(self, values: tuple[Any, ...]) -> list[str]:
        places = {term: place for place, term in enumerate(self._order)}
        return sorted(map(str, values), key=lambda term: (places.get(term, len(places)), term))

    def from_widget(self, value: Any, options: Options) -> Any:
        """The value that a widget holds, or the default where the widget holds what cannot be."""
        if isinstance(value, list):
            value = tuple(value)
        if value is None:
            return self.default
        try:
            return self._adapter.validate_python(value, context=options)
        except ValidationError:
            return self._what_fits(value, options)

    def _what_fits(self, value: Any, options: Options) -> Any:
        """The choices of a list that can be; the default for anything else."""
        if self._item is None or not isinstance(value, tuple):
            return self.default
        items = (self._valid_item(part, options) for part in value)
        return tuple(dict.fromkeys(item for item in items if item is not None))[: self._most]

    @staticmethod
    def for_widget(value: Any) -> Any:
        """The value as widgets keep it: several choices as a list."""
        return list(value) if isinstance(value, tuple) else value


def _flattened(annotation: Any) -> list[Any]:
    """The bare type behind ``Annotated``, then the markers, those of pydantic's fields too."""
    if get_origin(annotation) is not Annotated:
        return [annotation]
    bare, *markers = get_args(annotation)
    inner = (mark.metadata if isinstance(mark, FieldInfo) else [mark] for mark in markers)
    return [bare, *chain.from_iterable(inner)]


def _why_no_credential(text: str, catalog: Catalog) -> str:
    """Why a text names no credential; empty where it names one."""
    try:
        catalog.resolve(text)
    except AmbiguousCredential as error:
        return f"Several credentials have that abbreviation: {join_words(error.candidates)}."
    except LookupError:
        return NO_CREDENTIAL
    return ""


def _names_credentials(annotation: Any) -> bool:
    """Whether a type is the id of a credential, a list of them, or one of them or nothing."""
    if isinstance(annotation, AfterValidator):
        return annotation.func is _resolve_credential
    return any(map(_names_credentials, get_args(annotation)))


def _item_adapter(bare: Any) -> TypeAdapter[Any] | None:
    """Validates one entry of a list; None for what is no list."""
    if get_origin(bare) is not tuple:
        return None
    return TypeAdapter(get_args(bare)[0])


def _terms_of(bare: Any) -> list[str]:
    """The terms of a list of vocabulary terms in their order; nothing for other types."""
    item = get_args(bare)[0] if get_origin(bare) is tuple else None
    return (
        [str(term.value) for term in item]
        if isinstance(item, type) and issubclass(item, Enum)
        else []
    )
