"""Prose that people read: sentences with live figures, and what they rest on."""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar

from pydantic import Field, Strict

from cert_model.schema.facts import Evidence, Model, SourceId, Text

Slug = Annotated[str, Strict(), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Prose = Annotated[str, Strict(), Field(min_length=1, max_length=5_000)]


class Passage(Evidence):
    """Prose in Markdown, whose every figure is drawn from the catalog.

    A figure is a placeholder such as ``{{ fact("aapc/cpc", "exam.questions") }}``; see
    ``cert_model.texts``. What the placeholders rest on need not be named again.
    """

    PROSE: ClassVar[tuple[str, ...]] = ("text",)
    """The fields that hold prose."""

    src: tuple[SourceId, ...] = ()
    """Ids of the sources of what is said without a figure."""


class Door(Model):
    """A way into a page of the app, where one can act on what was read."""

    label: Text
    page: Slug
    """The page as its address names it, such as ``explore``."""
    query: Mapping[str, Text] = {}
    """The choices to open it with, as its address writes them."""


class Term(Passage):
    """A term of the field, explained in our own words."""

    id: Slug
    term: Text
    letters: Text | None = None
    """The letters it is known by, such as CEU."""
    also: tuple[Text, ...] = ()
    """Other forms in which it stands in a text, such as its plural."""
    text: Prose

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way in which it may be written."""
        return tuple(filter(None, (self.term, self.letters, *self.also)))

    @property
    def title(self) -> str:
        """The term with its letters."""
        return f"{self.term} ({self.letters})" if self.letters else self.term


class GlossaryFile(Model):
    """``data/glossary.yaml``."""

    terms: tuple[Term, ...] = ()


class Section(Passage):
    """A part of a chapter that answers one question of a newcomer."""

    PROSE: ClassVar[tuple[str, ...]] = ("title", "text")

    title: Text
    text: Prose
    doors: tuple[Door, ...] = ()


class Chapter(Passage):
    """A chapter of the guide; ``data/guide`` holds one a file, in the order of their names."""

    PROSE: ClassVar[tuple[str, ...]] = ("title", "text")

    id: Slug
    title: Text
    text: Prose
    """What the chapter says, in a sentence or two."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class CommonQuestion(Passage):
    """A question that people ask, with its answer."""

    PROSE: ClassVar[tuple[str, ...]] = ("question", "text")

    id: Slug
    question: Text
    text: Prose
    """The answer."""
    doors: tuple[Door, ...] = ()


class FaqFile(Model):
    """``data/faq.yaml``."""

    questions: tuple[CommonQuestion, ...] = ()


class Texts(Model):
    """Everything there is to read."""

    glossary: GlossaryFile = GlossaryFile()
    guide: tuple[Chapter, ...] = ()
    faq: FaqFile = FaqFile()

    @classmethod
    def of(cls, files: Iterable[Model]) -> "Texts":
        """The files together, chapters in the order given."""
        held = list(files)
        return cls(
            glossary=next((it for it in held if isinstance(it, GlossaryFile)), GlossaryFile()),
            guide=tuple(it for it in held if isinstance(it, Chapter)),
            faq=next((it for it in held if isinstance(it, FaqFile)), FaqFile()),
        )

    @property
    def files(self) -> tuple[Model, ...]:
        """Each file of them."""
        return self.glossary, *self.guide, self.faq


def text_key(file: Model) -> str:
    """The name under which the catalog keeps the document behind a file of prose."""
    if isinstance(file, Chapter):
        return f"guide/{file.id}"
    return "glossary" if isinstance(file, GlossaryFile) else "faq"
