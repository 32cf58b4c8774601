"""Prose with live figures: chapters, questions and terms, each placeholder with its evidence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import signature
from types import MappingProxyType

from cert_model.catalog import Catalog, CatalogError, once_per_catalog
from cert_model.content import count_figures, fact_figures, pay_figures
from cert_model.content.figures import BadText, Figure, FigureFunction, weakest
from cert_model.content.placeholders import Placeholder, parse_template
from cert_model.formatting.markdown import escape, unescape
from cert_model.loading.messages import format_field_path
from cert_model.loading.problems import Problem
from cert_model.loading.yaml_reader import Document
from cert_model.schema import ClaimFile, Model
from cert_model.schema.facts import find_models
from cert_model.schema.texts import CommonQuestion, Passage, Term, text_key
from cert_model.search import WordIndex, synonyms_of
from cert_model.vocabulary import Standing

FUNCTIONS: Mapping[str, FigureFunction] = {
    function.__name__: function
    for function in (
        fact_figures.fact,
        fact_figures.fee,
        fact_figures.exam_price,
        fact_figures.renewal_cycles,
        fact_figures.pass_rate,
        fact_figures.pass_rate_year,
        fact_figures.pass_rate_of,
        fact_figures.program,
        fact_figures.accreditor,
        fact_figures.funding,
        fact_figures.study_time,
        count_figures.credentials,
        count_figures.issuers,
        count_figures.count,
        count_figures.names,
        count_figures.by_issuer,
        count_figures.to_earn,
        count_figures.upkeep,
        count_figures.cost,
        count_figures.programs,
        count_figures.program_prices,
        count_figures.program_months,
        pay_figures.wage,
        pay_figures.wage_year,
        pay_figures.projection,
        pay_figures.survey,
        pay_figures.study,
        pay_figures.pay_gap,
        pay_figures.industry_share,
        pay_figures.remote,
        pay_figures.program_outcome,
    )
}
"""The functions that a placeholder may call, by name."""


@dataclass(frozen=True, slots=True)
class Text:
    """Prose in Markdown with its figures."""

    markdown: str
    figures: tuple[Figure, ...]
    """In the order in which they stand in the prose."""
    src: tuple[str, ...]
    """Ids of the sources of what the prose says beside its figures."""

    @property
    def plain(self) -> str:
        """The prose without the backslashes that keep Markdown from acting on a figure."""
        return unescape(self.markdown)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all its sources, without repetition: its own, then those of its figures."""
        of_figures = (source for figure in self.figures for source in figure.sources)
        return tuple(dict.fromkeys((*self.src, *of_figures)))

    def standing(self, catalog: Catalog) -> Standing | None:
        """The weakest standing among its figures; None where none has any."""
        standings = (figure.standing(catalog) for figure in self.figures)
        return weakest(standing for standing in standings if standing is not None)


def write_text(catalog: Catalog, template: str, src: tuple[str, ...] = ()) -> Text:
    """A text with its figures of today; ``src`` are its own sources.

    Each template is written once per catalog. Raises BadText with everything that is wrong.
    """
    written = _written_texts(catalog)
    if template not in written:
        written[template] = _write(catalog, template)
    markdown, figures = written[template]
    return Text(markdown, figures, src)


@once_per_catalog
def _written_texts(_: Catalog) -> dict[str, tuple[str, tuple[Figure, ...]]]:
    """The prose and the figures of every template written so far, which fills up with use."""
    return {}


def _write(catalog: Catalog, template: str) -> tuple[str, tuple[Figure, ...]]:
    prose: list[str] = []
    figures: list[Figure] = []
    for part in parse_template(template, FUNCTIONS):
        if isinstance(part, str):
            prose.append(part)
            continue
        figure = _draw(catalog, part)
        figures.append(figure)
        prose.append(figure.text if figure.is_markdown else escape(figure.text))
    return "".join(prose), tuple(figures)


def _draw(catalog: Catalog, placeholder: Placeholder) -> Figure:
    """The figure that a placeholder calls for. Raises BadText where it cannot be drawn."""
    function = FUNCTIONS[placeholder.function]
    try:
        arguments = signature(function).bind(catalog, *placeholder.args, **placeholder.kwargs)
        return function(*arguments.args, **arguments.kwargs)
    except (BadText, TypeError) as error:
        raise BadText(f"{placeholder}: {error}") from None


def check_texts(catalog: Catalog) -> Catalog:
    """The catalog itself, once all its texts are written.

    Raises CatalogError with every fault of every text, by file and line.
    """
    files: dict[str, Model] = {text_key(file): file for file in catalog.texts.files}
    files[ClaimFile.NAME] = catalog.claims
    problems = [
        problem
        for key, file in files.items()
        if (document := catalog.documents.get(key))
        for problem in text_problems(catalog, file, document)
    ]
    if problems:
        raise CatalogError(problems)
    return catalog


def text_problems(catalog: Catalog, file: Model, document: Document) -> Iterator[Problem]:
    """The texts of a file that cannot be written, each with its line and field."""
    for path, passage in find_models(file, Passage):
        for field in type(passage).PROSE:
            template: str | None = getattr(passage, field)
            try:
                write_text(catalog, template or "")
            except BadText as error:
                place = (*path, field)
                yield Problem(
                    document.file,
                    document.line_of(place),
                    format_field_path(document, place),
                    str(error),
                )


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

    ``WordIndex`` says which words do for which. An empty query matches all.
    """
    questions = catalog.texts.faq.questions
    matches = _question_index(catalog).mask(query)
    return [question for question, fits in zip(questions, matches, strict=True) if fits]


@once_per_catalog
def _question_index(catalog: Catalog) -> WordIndex:
    texts = (
        (question.question, write_text(catalog, question.text).plain)
        for question in catalog.texts.faq.questions
    )
    return WordIndex(texts, synonyms_of(catalog))
