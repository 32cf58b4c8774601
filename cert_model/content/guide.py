"""The common questions, which can be searched, and the terms of the glossary, written out."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.content.texts import Text, write_text
from cert_model.explore.search import WordIndex
from cert_model.formatting.markdown import escape
from cert_model.schema.texts import CommonQuestion, Term


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A term of the glossary with its meaning written out."""

    term: Term
    text: Text

    @property
    def line(self) -> str:
        """The term and its meaning, as Markdown."""
        return f"**{escape(self.term.title)}**: {self.text.markdown}"


@once_per_catalog
def glossary_terms(catalog: Catalog) -> Mapping[str, ExplainedTerm]:
    """Every term of the glossary by id, in alphabetical order."""
    terms = sorted(catalog.texts.glossary.terms, key=lambda term: term.title.casefold())
    return MappingProxyType(
        {term.id: ExplainedTerm(term, write_text(catalog, term.text, term.src)) for term in terms}
    )


def find_questions(catalog: Catalog, query: str) -> list[CommonQuestion]:
    """The common questions that have every word of a query, in them or in their answers.

    A word of the query matches any word that begins with it. An empty query matches all.
    """
    questions = catalog.texts.faq.questions
    matches = _question_index(catalog).mask(query)
    return [question for question, fits in zip(questions, matches, strict=True) if fits]


@once_per_catalog
def _question_index(catalog: Catalog) -> WordIndex:
    return WordIndex(
        (question.question, write_text(catalog, question.text).plain)
        for question in catalog.texts.faq.questions
    )
