"""Facts with their evidence and sources, and how to find them in a model."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    model_validator,
)
from pydantic_core import SchemaValidator, core_schema

from cert_model.schema.dates import Period
from cert_model.vocabulary import ExamDay, PriceKind, Quality, SourceKind

T = TypeVar("T")

LONGEST_TEXT = 2_000


class Model(BaseModel):
    """The base of everything read from ``data/``: frozen, and closed to unknown fields.

    Its validator is built on first use. A field that is a block of fields has
    ``Block.model_construct()`` as its default, since ``Block()`` would build one at import.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


BUILT_AT_IMPORT = ConfigDict(defer_build=False)
"""For models that many files hold: built once, and not again within each file's model."""


Text = Annotated[str, Strict(), Field(min_length=1, max_length=LONGEST_TEXT)]
Count = Annotated[int, Strict(), Field(ge=0)]
Number = Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Flag = Annotated[bool, Strict()]
SourceId = Annotated[str, Strict(), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Slug = Annotated[str, Strict(), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
CredentialId = Annotated[str, Strict(), Field(pattern=r"^[a-z]+/[a-z0-9-]+$")]


class Evidence(Model):
    """A statement that names its sources, and when it held."""

    is_price: ClassVar[bool] = False
    """Whether it is a price, which goes out of date sooner than other facts."""

    as_of: Period | None = None
    """When the value held: a year, a month, a day, or two of them joined by a slash."""
    src: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Ids of the sources, at least one."""
    note: Text | None = None


class Reading(Evidence, Generic[T]):
    """One value of a fact: ``value``, or ``low`` and ``high`` for a range; no value if unknown."""

    model_config = BUILT_AT_IMPORT

    value: T | None = None
    low: T | None = None
    high: T | None = None

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        if self.value is not None and (self.low is not None or self.high is not None):
            raise ValueError("give either value, or low and high, not both")
        low, high = self.low, self.high
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            raise ValueError(f"the range is upside down: low {low} is above high {high}")
        return self

    @property
    def known(self) -> bool:
        """Whether there is a value or at least one end of a range."""
        return any(part is not None for part in (self.value, self.low, self.high))

    @property
    def bottom(self) -> T | None:
        """The value, or the low end of the range."""
        return self.value if self.value is not None else self.low

    @property
    def top(self) -> T | None:
        """The value, or the high end of the range."""
        return self.value if self.value is not None else self.high


def ends_of(reading: Reading[T]) -> tuple[T, T]:
    """Both ends of a value or range; one known end counts as both.

    Raises ValueError for a reading without a value.
    """
    ends = [end for end in (reading.bottom, reading.top) if end is not None]
    if not ends:
        raise ValueError("the fact has no value")
    return ends[0], ends[-1]


def top_of(reading: Reading[T] | None) -> T | None:
    """The value of a fact, or the high end of its range; None where neither is known."""
    return None if reading is None else reading.top


class Fact(Reading[T], Generic[T]):
    """A current value, with its earlier values and those of sources that disagree."""

    history: tuple[Reading[T], ...] = ()
    """Superseded values, newest first."""
    disputed: tuple[Reading[T], ...] = ()
    """Values from sources that disagree with the current one."""
    why: Text | None = None
    """Why the current value was chosen; required if there are ``disputed`` values."""

    @model_validator(mode="after")
    def _dispute_is_decided(self) -> Self:
        if self.disputed and not self.why:
            raise ValueError("a disputed fact needs why: the reason for the value taken as current")
        return self


class Note(Fact[str | int | float | bool]):
    """A labeled fact that has no field of its own."""

    label: Text
    unit: Text | None = None
    about: tuple[ExamDay, ...] = ()
    """The questions about the day of the exam that it answers."""
    about_price: PriceKind | None = None
    """The price that it states in words, where no line of a price list does."""


class Rival(Evidence):
    """One side of a dispute, in words."""

    value: Text | int | float


class Dispute(Model):
    """A question on which sources disagree and that is no single fact of the sheet."""

    model_config = BUILT_AT_IMPORT

    topic: Text
    values: Annotated[tuple[Rival, ...], Field(min_length=1)]
    taken: Text
    """The value that the catalog takes as current."""
    why: Text


class Gap(Model):
    """Something that was not found, and who could settle it."""

    model_config = BUILT_AT_IMPORT

    what: Text
    ask: Text | None = None
    """The page or the body that should hold the answer."""


_WEB_ADDRESS = SchemaValidator(
    core_schema.url_schema(allowed_schemes=["http", "https"], max_length=2_083)
)
"""The rules of pydantic's HttpUrl, without the import of all of its kinds of addresses."""


def _check_url(value: object) -> object:
    """The address as it was written: a normalized one might not be found."""
    if isinstance(value, str):
        try:
            _WEB_ADDRESS.validate_python(value)
        except ValueError:
            raise ValueError(f'"{value}" is not a web address (https://…)') from None
    return value


Url = Annotated[str, BeforeValidator(_check_url), Field(max_length=500)]


class Source(Model):
    """A page or document that was read."""

    id: SourceId
    title: Text
    publisher: Text | None = None
    """Who first published it; absent if nobody could tell. Then it supports no fact alone."""
    url: Url | None = None
    """The address at which it was read; a source without one supports no fact alone."""
    copy_of: Text | None = None
    """The address or name of the original, where the page at ``url`` is a copy of it."""
    kind: SourceKind
    date: Period | None = None
    """The date on the source; absent if it has none."""
    seen: Period | None = None
    """When it was read or archived; estimated from its contents if undated."""
    quality: Quality | None = None
    note: Text | None = None

    @property
    def supports_alone(self) -> bool:
        """Whether a fact may rest on this source and no other."""
        can_be_judged = self.url is not None and self.publisher is not None
        return can_be_judged and self.quality not in (Quality.LOW, Quality.REJECTED)


class SourceFile(Model):
    """One file of ``data/sources``."""

    sources: tuple[Source, ...]


FieldPath = tuple[str | int, ...]
"""The path of a part in a file, step by step: ``("fees", 2, "amount")``."""
M = TypeVar("M", bound=Model)


def find_models(model: Model, kind: type[M], path: FieldPath = ()) -> Iterator[tuple[FieldPath, M]]:
    """Every ``kind`` in ``model``, itself included, with its path; outer ones come first.

    ``path`` is that of ``model`` itself.
    """
    if isinstance(model, kind):
        yield path, model
    for name in _fields_with_models(type(model)):
        value: object = getattr(model, name)
        if isinstance(value, Model):
            yield from find_models(value, kind, (*path, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Model):
                    yield from find_models(item, kind, (*path, name, position))


def find_statements(model: Model) -> Iterator[tuple[FieldPath, Evidence]]:
    """Every statement in ``model`` that names sources, with its path."""
    return find_models(model, Evidence)


@cache
def _fields_with_models(kind: type[Model]) -> tuple[str, ...]:
    """The fields of such a model that may hold other models."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if _may_be_model(field.annotation))


def _may_be_model(annotation: Any) -> bool:
    """Whether a model is among the types of an annotation; a name in quotes may stand for one."""
    if isinstance(annotation, type):
        return issubclass(annotation, Model)
    return isinstance(annotation, str) or any(map(_may_be_model, get_args(annotation)))
