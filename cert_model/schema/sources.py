"""The sources of the facts: pages and documents that were read."""

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import SchemaValidator, core_schema

from cert_model.schema.facts import Model, Period, SourceId, Text
from cert_model.vocabulary import Quality, SourceKind

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
    publisher: Text
    url: Url | None = None
    """Its address; a source without one supports no fact alone."""
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
        return self.url is not None and self.quality not in (Quality.LOW, Quality.REJECTED)


class SourceFile(Model):
    """One file of ``data/sources``."""

    sources: tuple[Source, ...]
