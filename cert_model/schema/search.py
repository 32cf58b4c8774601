"""What the search knows besides the texts: words that mean the same, and the pages of the app."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, Strict, model_validator

from cert_model.schema.facts import Model, Text
from cert_model.schema.texts import PageLink


class SynonymGroup(Model):
    """Words and phrases that people use for the same thing; a search for one finds the others."""

    words: tuple[Text, ...]

    @model_validator(mode="after")
    def _several(self) -> Self:
        if len(self.words) < 2:
            raise ValueError("a synonym needs another word; name two or more")
        return self


PageName = Annotated[str, Strict(), Field(pattern=r"^[a-z]+(_[a-z]+)*$")]


class AppPage(PageLink):
    """A page of the app, or one view of it, with what a reader can do there."""

    page: PageName
    """Its name in the address; ``home`` for the first one, which has none."""
    text: Text
    """What the page answers, in a sentence or two of our own."""
    also: tuple[Text, ...] = ()
    """Other words that people look for it by."""


class SearchFile(Model):
    """``data/search.yaml``."""

    NAME: ClassVar[str] = "search"
    """The name under which the catalog keeps the document behind it."""

    pages: tuple[AppPage, ...] = ()
    synonyms: tuple[SynonymGroup, ...] = ()
