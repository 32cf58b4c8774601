"""What has been chosen on the page Guide."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from cert_model.catalog import Catalog
from cert_model.catalog.catalog import once_per_catalog
from cert_model.explore.search import LONGEST_QUERY
from ui.shell.address_fields import AddressField, Options, one_of
from ui.shell.page_state import PageState, Refused, Spread

QUESTIONS = "questions"
GLOSSARY = "glossary"

QuestionId = Annotated[
    str,
    one_of(lambda options: {question.id for question in options.catalog.texts.faq.questions}),
]
TermId = Annotated[
    str, one_of(lambda options: {term.id for term in options.catalog.texts.glossary.terms})
]


@once_per_catalog
def part_titles(catalog: Catalog) -> Mapping[str, str]:
    """The titles of the guide's parts in order, by their names in the address."""
    chapters = {chapter.id: chapter.title for chapter in catalog.texts.guide}
    return {**chapters, QUESTIONS: "Questions people ask", GLOSSARY: "Glossary"}


@once_per_catalog
def _part_fields(catalog: Catalog) -> Mapping[str, AddressField]:
    titles = part_titles(catalog)
    part_name = Annotated[str, one_of(lambda _: titles)]
    return {"chapter": AddressField(part_name, next(iter(titles)))}


class GuideState(PageState):
    """The part that is open, and a question, a term or a search in it."""

    page: ClassVar[str] = "guide"

    parts: Annotated[Mapping[str, str], Spread(lambda options: _part_fields(options.catalog))] = (
        Field(default_factory=dict)
    )
    """The open part under the name ``chapter``; the default is the catalog's first chapter."""
    question: QuestionId | None = None
    term: TermId | None = None
    words: Annotated[str, Field(alias="q", max_length=LONGEST_QUERY)] = ""
    """A search among the questions."""

    @property
    def part(self) -> str:
        """The open part: a chapter, the questions or the glossary."""
        return self.parts["chapter"]

    @property
    def shown(self) -> str:
        """A name for exactly what is shown: the part, or the question or term within it."""
        return self.question or self.term or self.part

    @classmethod
    def settle(
        cls, choices: dict[str, Any], _options: Options
    ) -> tuple[dict[str, Any], list[Refused]]:
        """Open the part in which the chosen question or term stands."""
        part = choices["chapter"]
        if choices["question"]:
            part = QUESTIONS
        elif choices["term"]:
            part = GLOSSARY
        return {**choices, "chapter": part}, []

    def implied(self) -> Collection[str]:
        """The part, where a question or a term opens it."""
        return {"chapter"} if self.question or self.term else ()
