"""The state and the view model of the Guide page: plain rows and sentences to draw."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import Field

from cert_model.catalog import Catalog
from cert_model.catalog.catalog import once_per_catalog
from cert_model.content import Text, write_text
from cert_model.content.texts import ExplainedTerm, find_questions, glossary_terms
from cert_model.formatting import format_count
from cert_model.formatting.markdown import quote
from cert_model.schema.texts import Chapter, CommonQuestion, PageLink
from cert_model.search import LONGEST_QUERY
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

    def title(self, catalog: Catalog) -> str:
        """The page's part, or the question or term within it."""
        texts = catalog.texts
        if self.question:
            return next(item.question for item in texts.faq.questions if item.id == self.question)
        if self.term:
            return next(item.term for item in texts.glossary.terms if item.id == self.term)
        return f"{part_titles(catalog)[self.part]} – Guide"

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


class Passage(NamedTuple):
    """A text under its title, with the links to where a reader can act on it."""

    title: str
    text: Text
    links: Sequence[PageLink] = ()


class Part(NamedTuple):
    """A part of the guide: its name in the address, and its title."""

    name: str
    title: str


@dataclass(frozen=True)
class GuideView:
    """The open part of the guide; each piece is worked out when it is drawn."""

    catalog: Catalog
    state: GuideState

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of all parts in order, by name."""
        return part_titles(self.catalog)

    @property
    def title(self) -> str:
        """The title of the open part."""
        return self.titles[self.state.part]

    @property
    def previous(self) -> Part | None:
        """The part before the open one; None at the first."""
        return self._neighbor(-1)

    @property
    def next(self) -> Part | None:
        """The part after the open one; None at the last."""
        return self._neighbor(1)

    def _neighbor(self, step: int) -> Part | None:
        names = list(self.titles)
        position = names.index(self.state.part) + step
        if not 0 <= position < len(names):
            return None
        return Part(names[position], self.titles[names[position]])

    @property
    def summary(self) -> Passage:
        """The summary of the open chapter. Raises KeyError where another part is open."""
        chapter = self._chapter
        return Passage(chapter.title, write_text(self.catalog, chapter.text, chapter.src))

    @property
    def sections(self) -> list[Passage]:
        """The sections of the open chapter. Raises KeyError where another part is open."""
        return [
            Passage(
                section.title, write_text(self.catalog, section.text, section.src), section.doors
            )
            for section in self._chapter.sections
        ]

    @cached_property
    def _chapter(self) -> Chapter:
        chapters = {chapter.id: chapter for chapter in self.catalog.texts.guide}
        return chapters[self.state.part]

    @property
    def answer(self) -> Passage | None:
        """The chosen question with its answer; None where none is chosen."""
        for question in self.catalog.texts.faq.questions:
            if question.id == self.state.question:
                text = write_text(self.catalog, question.text, question.src)
                return Passage(question.question, text, question.doors)
        return None

    @cached_property
    def matching_questions(self) -> list[CommonQuestion]:
        """The questions that match the search; all of them without one."""
        return find_questions(self.catalog, self.state.words)

    @property
    def search_result(self) -> str:
        """How many questions match the search, as Markdown; empty without one."""
        words = self.state.words.strip()
        if not words:
            return ""
        return f"{format_count(len(self.matching_questions), 'question')} with {quote(words)}."

    @property
    def terms(self) -> Mapping[str, ExplainedTerm]:
        """The terms of the glossary by id, in alphabetical order."""
        return glossary_terms(self.catalog)

    @property
    def chosen_term(self) -> Passage | None:
        """The chosen term with its meaning; None where none is chosen."""
        if self.state.term is None:
            return None
        explained = self.terms[self.state.term]
        return Passage(explained.term.title, explained.text)


def build(catalog: Catalog, state: GuideState) -> GuideView:
    """Return the view model of the page in a state."""
    return GuideView(catalog, state)
