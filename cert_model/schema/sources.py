"""Where a fact was read."""

from typing import Annotated

from pydantic import BeforeValidator, Field, HttpUrl, TypeAdapter

from cert_model.schema.facts import Model, Period, SourceId, Text
from cert_model.vocabulary import Quality, SourceKind

_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)


def _check_url(given: object) -> object:
    """Check an address but keep it as it was written: normalised, it may no longer be found."""
    if isinstance(given, str):
        try:
            _URL.validate_python(given)
        except ValueError:
            raise ValueError(f'"{given}" is not a web address (https://…)') from None
    return given


Url = Annotated[str, BeforeValidator(_check_url), Field(max_length=500)]


class Source(Model):
    """A page or document that was read."""

    id: SourceId
    title: Text
    publisher: Text
    url: Url | None = None
    """Its address; a source without one only corroborates."""
    kind: SourceKind
    date: Period | None = None
    """The date the source carries; absent where it is undated."""
    seen: Period | None = None
    """When it was read or archived, estimated from its contents where it is undated."""
    quality: Quality | None = None
    note: Text | None = None

    @property
    def supports_alone(self) -> bool:
        """Whether a fact may rest on this source and no other."""
        return self.url is not None and self.quality not in (Quality.LOW, Quality.REJECTED)


class SourceFile(Model):
    """One file of ``data/sources``."""

    sources: tuple[Source, ...]
