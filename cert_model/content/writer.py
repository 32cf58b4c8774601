"""Turns a template into prose: each placeholder into its figure, with what it rests on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from inspect import signature

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cert_model.catalog import Catalog
from cert_model.content import count_figures, fact_figures, pay_figures, placeholders
from cert_model.content.field_paths import did_you_mean
from cert_model.content.figures import BadText, Figure, FigureFunction, Reference
from cert_model.formatting.markdown import escape, unescape
from cert_model.vocabulary import Standing

FUNCTIONS: dict[str, FigureFunction] = {
    draw.__name__: draw
    for draw in (
        fact_figures.fact,
        fact_figures.fee,
        fact_figures.exam_price,
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
        count_figures.first_year,
        count_figures.upkeep,
        count_figures.cost,
        count_figures.programs,
        count_figures.program_prices,
        count_figures.program_months,
        pay_figures.wage,
        pay_figures.wage_year,
        pay_figures.projection,
        pay_figures.survey,
        pay_figures.pay_gap,
        pay_figures.industry_share,
        pay_figures.remote,
    )
}
"""What a text may call, by name."""


@dataclass(frozen=True, slots=True)
class Text:
    """Prose with its figures."""

    markdown: str
    figures: tuple[Figure, ...]
    """In the order in which they stand in it."""
    src: tuple[str, ...]
    """Ids of the sources of what it says without a figure."""

    @property
    def plain(self) -> str:
        """The prose without the marks that keep Markdown from acting on a figure."""
        return unescape(self.markdown)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all sources, each once: its own, then those of its figures."""
        drawn = (source for figure in self.figures for source in figure.sources)
        return tuple(dict.fromkeys((*self.src, *drawn)))

    def standing(self, catalog: Catalog) -> Standing | None:
        """The weakest standing among its figures; None where it has none that rest on sources."""
        found = [standing for each in self.figures if (standing := each.standing(catalog))]
        return max(found, key=list(Standing).index, default=None)


def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    made.globals.clear()
    return made


_ENVIRONMENT = _environment()


class Writer:
    """Writes the texts of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._reference = Reference(catalog)
        self._written: dict[tuple[str, tuple[str, ...]], Text] = {}

    def write(self, template: str, src: tuple[str, ...] = ()) -> Text:
        """The template as prose, written once. Raises BadText with everything wrong with it."""
        held = template, src
        if held not in self._written:
            self._written[held] = self._write(template, src)
        return self._written[held]

    def _write(self, template: str, src: tuple[str, ...]) -> Text:
        parsed = _parsed(template)
        drawn: list[Figure] = []
        calls = {
            name: self._recording(name, drawn) for name in placeholders.called_functions(parsed)
        }
        markdown = _ENVIRONMENT.from_string(template).render(calls)
        return Text(markdown, tuple(drawn), src)

    def _recording(self, name: str, drawn: list[Figure]) -> Callable[..., str]:
        """The function as a template calls it: it keeps each figure, and answers its words."""

        def call(*given: object, **named: object) -> str:
            try:
                signature(FUNCTIONS[name]).bind(self._reference, *given, **named)
                figure = FUNCTIONS[name](self._reference, *given, **named)
            except (BadText, TypeError) as error:
                raise BadText(f"{_as_written(name, given, named)}: {error}") from None
            drawn.append(figure)
            return figure.text if figure.is_markdown else escape(figure.text)

        return call


def _parsed(template: str) -> nodes.Template:
    try:
        parsed = _ENVIRONMENT.parse(template)
    except TemplateError as error:
        raise BadText(f"a placeholder is not written as expected: {error}") from None
    faults = list(placeholders.template_faults(parsed))
    faults += [
        f'unknown function "{name}"{did_you_mean(name, FUNCTIONS)}'
        for name in placeholders.called_functions(parsed)
        if name not in FUNCTIONS
    ]
    if faults:
        raise BadText("; ".join(dict.fromkeys(faults)))
    return parsed


def _as_written(name: str, given: Iterable[object], named: Mapping[str, object]) -> str:
    """The call as it stands in the text, for a message."""
    shown = [*map(_quoted, given), *(f"{key}={_quoted(value)}" for key, value in named.items())]
    return f"{name}({', '.join(shown)})"


def _quoted(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
