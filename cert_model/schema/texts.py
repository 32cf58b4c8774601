"""Prose that people read: the guide, the questions, the glossary and the claims.

Figures in it are placeholders, filled in from the catalog; what it says besides names its sources.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar

from pydantic import Field, Strict

from cert_model.schema.dates import Period
from cert_model.schema.facts import CredentialId, Evidence, Model, SourceId, Text
from cert_model.vocabulary import ClaimTopic, ClaimVerdict

Slug = Annotated[str, Strict(), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Prose = Annotated[str, Strict(), Field(min_length=1, max_length=5_000)]
QuestionId = Annotated[str, Strict(), Field(pattern=r"^[a-z]+(-[a-z]+)*$")]


class Passage(Evidence):
    """Prose in Markdown, whose every figure is drawn from the catalog.

    A figure is a placeholder such as ``{{ fact("aapc/cpc", "exam.questions") }}``; see
    ``cert_model.content``. A placeholder brings its own sources; ``src`` need not repeat them.
    """

    PROSE: ClassVar[tuple[str, ...]] = ("text",)
    """The fields that hold prose."""

    src: tuple[SourceId, ...] = ()
    """Ids of the sources of what the text states without a placeholder."""


class PageLink(Model):
    """A link to a page of the app, where a reader can act on the text."""

    label: Text
    page: Slug
    """The page's name in its address, such as ``explore``."""
    query: Mapping[str, Text] = {}
    """The parameters of the address, which set the choices on the page."""


class Term(Passage):
    """A term of the field, explained in our own words."""

    id: Slug
    term: Text
    letters: Text | None = None
    """The letters it is known by, such as CEU."""
    also: tuple[Text, ...] = ()
    """Other forms of the term that texts use, such as its plural."""
    text: Prose

    @property
    def forms(self) -> tuple[str, ...]:
        """Every spelling of the term: in full, its letters, and its other forms."""
        return tuple(filter(None, (self.term, self.letters, *self.also)))

    @property
    def title(self) -> str:
        """The term with its letters: ``continuing education unit (CEU)``."""
        return f"{self.term} ({self.letters})" if self.letters else self.term


class GlossaryFile(Model):
    """``data/glossary.yaml``."""

    terms: tuple[Term, ...] = ()


class Section(Passage):
    """One part of a chapter, which answers one question of a newcomer."""

    PROSE: ClassVar[tuple[str, ...]] = ("title", "text")

    title: Text
    text: Prose
    doors: tuple[PageLink, ...] = ()


class Chapter(Passage):
    """A chapter of the guide: one file of ``data/guide``; file names give the order."""

    PROSE: ClassVar[tuple[str, ...]] = ("title", "text")

    id: Slug
    title: Text
    text: Prose
    """A summary of the chapter, in a sentence or two."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class CommonQuestion(Passage):
    """A question that people ask, with its answer."""

    PROSE: ClassVar[tuple[str, ...]] = ("question", "text")

    id: Slug
    question: Text
    text: Prose
    """The answer."""
    doors: tuple[PageLink, ...] = ()


class FaqFile(Model):
    """``data/faq.yaml``."""

    questions: tuple[CommonQuestion, ...] = ()


class Claim(Passage):
    """Something people say, with a verdict on it; ``src`` is the evidence, not who says it."""

    PROSE: ClassVar[tuple[str, ...]] = ("right",)

    id: Slug
    """The claim's name in addresses, which never changes."""
    topic: ClaimTopic
    claim: Text
    """The claim in the words of those who make it, figures included."""
    verdict: ClaimVerdict
    right: Text
    """What is true instead, in our own words; figures are placeholders."""
    since: Period | None = None
    """When the claim stopped being true, or when ``right`` began to hold."""
    said_by: tuple[SourceId, ...] = ()
    """Ids of the pages that make the claim."""
    src: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Ids of the pages that support the verdict."""
    credentials: tuple[CredentialId, ...] = ()
    """Ids of the credentials that the claim is about."""


class ClaimFile(Model):
    """``data/claims.yaml``."""

    NAME: ClassVar[str] = "claims"
    """The name under which the catalog keeps the document behind it."""

    claims: tuple[Claim, ...] = ()


class Question(Model):
    """A question of the questionnaire; ``questionnaire.topics`` gives its answers a meaning."""

    id: QuestionId
    ask: Text
    help: Text | None = None
    options: Mapping[str, Text] = {}
    """The label of each term that may be chosen, in the order on the screen."""


class StartingPoint(Model):
    """A typical person, whose answers a reader may start from and then change."""

    id: QuestionId
    label: Text
    text: Text
    answers: Mapping[QuestionId, Text]


class QuestionFile(Model):
    """``data/questions.yaml``."""

    questions: tuple[Question, ...] = ()
    starting_points: tuple[StartingPoint, ...] = ()


class Texts(Model):
    """All prose but the claims: the glossary, the guide and the common questions."""

    glossary: GlossaryFile = GlossaryFile.model_construct()
    guide: tuple[Chapter, ...] = ()
    faq: FaqFile = FaqFile.model_construct()

    @classmethod
    def from_files(cls, files: Iterable[Model]) -> "Texts":
        """The texts of several files, chapters in the given order; an absent file is empty."""
        models = list(files)
        glossaries = (model for model in models if isinstance(model, GlossaryFile))
        faqs = (model for model in models if isinstance(model, FaqFile))
        return cls.model_construct(
            glossary=next(glossaries, GlossaryFile()),
            guide=tuple(model for model in models if isinstance(model, Chapter)),
            faq=next(faqs, FaqFile()),
        )

    @property
    def files(self) -> tuple[Model, ...]:
        """The model of each file: the glossary, the chapters in order, the common questions."""
        return self.glossary, *self.guide, self.faq


def text_key(file: Model) -> str:
    """The key of a file of prose in ``Catalog.documents``."""
    if isinstance(file, Chapter):
        return f"guide/{file.id}"
    return "glossary" if isinstance(file, GlossaryFile) else "faq"
