"""A list of facts, drawn as one element: a label, its figure, and the evidence one press away.

A page with a hundred figures used to send six hundred elements, each of which costs the server
as much as a small sum does. A list is one text of HTML instead, which the browser takes as it is.
Its figures are buttons of the browser's own popovers, so that a press opens, Escape and a press
elsewhere close, and nobody is asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from html import escape as as_html
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st
from markupsafe import Markup

from cert_model import formatting
from cert_model.catalog import Catalog, once_per_catalog
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import heading_anchor
from cert_model.schema import Evidence, Fact, Note
from ui.components import figures, glossary
from ui.components.markdown_html import to_html

STYLE = (Path(__file__).parent / "fact_list.css").read_text(encoding="utf-8")
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")


class Bar(NamedTuple):
    """A labeled figure with its size, or the range in which that lies."""

    label: str
    low: float
    high: float
    cell: str


class FactList:
    """Facts in the order in which they are added, as HTML.

    Whatever a text holds stays text: labels and figures are escaped, and no HTML is taken from
    what is Markdown, such as the evidence.
    """

    def __init__(self, catalog: Catalog, name: str) -> None:
        """``name`` tells the list from the others of its page."""
        self.catalog = catalog
        self._name = _NOT_IN_NAME.sub("-", name.lower())
        self._openers = 0
        self._parts: list[str] = []

    @property
    def html(self) -> Markup:
        """The list; empty without a fact."""
        return Markup(f'<div class="facts">{"".join(self._parts)}</div>' if self._parts else "")

    def draw(self) -> None:
        """Draw the list, unless nothing is in it."""
        show(self.html)

    def fact(self, label: str, statement: Fact[Any] | None, unit: str = "") -> None:
        """A labeled figure, or the word for not knowing it."""
        self.row(label, self.cell_of(statement, unit))

    def if_there(self, label: str, statement: Fact[Any] | None, unit: str = "") -> None:
        """A labeled figure, and nothing where there is none."""
        if statement is not None:
            self.fact(label, statement, unit)

    def notes(self, statements: Iterable[Note]) -> None:
        """Labeled facts, a line each."""
        for note in statements:
            self.fact(note.label, note, note.unit or "")

    def row(self, label: str, *cells: str) -> None:
        """A label, explained where the glossary has its term, and cells beside it."""
        meaning = glossary.plain(label)
        explained = _explanation(label, meaning) if meaning else ""
        self._add(
            f'<div class="fact"><div class="label">{_line(label)}{explained}</div>'
            f'<div class="cells">{"".join(cells)}</div></div>'
        )

    def bars(self, bars: Sequence[Bar]) -> None:
        """Labeled figures with bars to compare them by; what may be more is lighter."""
        longest = max(bar.high for bar in bars)
        drawn = "".join(
            f'<div class="bar"><div class="label">{_line(bar.label)}</div>'
            f'<div class="track" style="--low: {bar.low / longest:.1%}; '
            f'--high: {bar.high / longest:.1%}"></div>{bar.cell}</div>'
            for bar in bars
        )
        self._add(f'<div class="bars">{drawn}</div>')

    def figure(self, text: str, statement: Evidence) -> None:
        """A figure without a label, on a line of its own."""
        self.line(self.cell(text, statement))

    def line(self, *cells: str) -> None:
        """Cells without a label, on a line of their own."""
        self._add(f'<div class="cells">{"".join(cells)}</div>')

    def heading(self, title: str, level: int = 2) -> None:
        """The heading of the section that the list is, or of a part of it."""
        self._add(f'<h{level} id="{heading_anchor(title)}">{_line(title)}</h{level}>')

    def text(self, markdown: str) -> None:
        """A paragraph between the facts."""
        self._add(to_html(markdown))

    def remark(self, text: str) -> None:
        """A plain text in small letters, about the fact before."""
        self._add(f"<p><small>{_line(text)}</small></p>")

    def bullets(self, lines: Iterable[str]) -> None:
        """Plain texts as a list. None of their words can be Markdown, whoever wrote them."""
        self._add(f"<ul>{''.join(f'<li>{_line(line)}</li>' for line in lines)}</ul>")

    def not_found(self, label: str = formatting.NOT_FOUND) -> None:
        """What stands where there is no figure, on a line of its own."""
        self.line(not_found(label))

    @contextmanager
    def box(self) -> Iterator[None]:
        """A frame around what is added inside."""
        self._add('<div class="box">')
        yield
        self._add("</div>")

    @contextmanager
    def side_by_side(self) -> Iterator[None]:
        """A place for boxes, as many in a row as there is room for."""
        self._add('<div class="side-by-side">')
        yield
        self._add("</div>")

    @contextmanager
    def fold(self, title: str, contents: str = "", anchor: str = "") -> Iterator[None]:
        """A fold around what is added inside, closed at first; none where nothing is added.

        The browser alone opens it, as does a link to its ``anchor``. ``contents`` says beside the
        title what is inside.
        """
        outside, self._parts = self._parts, []
        yield
        inside, self._parts = self._parts, outside
        if not inside:
            return
        beside = f"<small>{_line(contents)}</small>" if contents else ""
        place = f' id="{as_html(anchor)}"' if anchor else ""
        self._add(
            f"<details><summary><span>{_line(title)}</span>{beside}</summary>"
            f'<div class="folded"{place}>'
        )
        self._parts += inside
        self._add("</div></details>")

    def key_figure(self, title: str, text: str, note: str, opener: str) -> None:
        """A large figure with its title and a line about it, in a frame of its own."""
        meaning = glossary.plain(title)
        explained = _explanation(title, meaning) if meaning else ""
        self._add(
            f'<div class="key-figure"><div class="title">{_line(title)}{explained}</div>'
            f'<div class="value">{_line(text)}</div>'
            f'<div class="note">{_line(note)}</div>{opener}</div>'
        )

    def cell_of(self, statement: Fact[Any] | None, unit: str = "") -> str:
        """A fact as a cell, in words."""
        if statement is None:
            return not_found()
        text = format_reading(statement, unit) if statement.known else "not published"
        return self.cell(text, statement, unit)

    def cell(self, text: str, statement: Evidence, unit: str = "") -> str:
        """A figure with its mark, which opens to its evidence; a long text beside its button."""
        mark, evidence = figures.mark_and_evidence(self.catalog, text, statement, unit)
        if len(text) <= figures.LONGEST_BUTTON:
            return self.opener(f"{text} {mark}", evidence)
        return f'<div class="words">{_line(text)}</div>{self.opener(f"{mark} sources", evidence)}'

    def opener(self, label: str, markdown: str) -> str:
        """A button that opens to a text."""
        self._openers += 1
        name = f"{self._name}-{self._openers}"
        return (
            f'<button type="button" popovertarget="{name}">{_line(label)}</button>'
            f'<div popover="auto" id="{name}">{to_html(markdown)}</div>'
        )

    def _add(self, part: str) -> None:
        self._parts.append(part)


Written = dict[str, Markup]
"""Lists that were written, by name."""


def draw(
    catalog: Catalog,
    name: str,
    add_facts: Callable[[FactList], None],
    written: Written | None = None,
) -> None:
    """Draw a list, as ``write`` has it."""
    show(write(catalog, name, add_facts, written))


def write(
    catalog: Catalog,
    name: str,
    add_facts: Callable[[FactList], None],
    written: Written | None = None,
) -> Markup:
    """A list, which is written once.

    ``written`` are those of the view on which it depends; without, it depends on the catalog and
    its name alone.
    """
    written = _written(catalog) if written is None else written
    html = written.get(name)
    if html is None:
        facts = FactList(catalog, name)
        add_facts(facts)
        html = written[name] = facts.html
    return html


def show(html: Markup) -> None:
    """Draw a list that is written."""
    if html:
        st.html(html)


def style(of_page: str = "") -> None:
    """What a list looks like, and what else of a page has a style; once, before the first list."""
    st.html(f"<style>{STYLE}{of_page}</style>")


def not_found(label: str = formatting.NOT_FOUND) -> str:
    """A cell in the place of a figure that is not known."""
    return f"<em>{_line(label)}</em> {figures.NOT_FOUND_MARK}"


def words(text: str) -> str:
    """A cell of plain text."""
    return f'<div class="words">{_line(text)}</div>'


def amount(text: str) -> str:
    """A cell of plain text as wide as the others of its kind, so that they make a column."""
    return f'<div class="amount">{_line(text)}</div>'


def strong(text: str) -> str:
    """A cell of plain text that stands out."""
    return f'<div class="words"><strong>{_line(text)}</strong></div>'


def small(text: str) -> str:
    """A cell of plain text that explains the one before."""
    return f'<div class="words"><small>{_line(text)}</small></div>'


@once_per_catalog
def _written(_: Catalog) -> Written:
    """The lists of a catalog by name; there are so many as credentials have sections."""
    return {}


def _explanation(label: str, meaning: str) -> str:
    return (
        f'<span class="help" tabindex="0" role="note" aria-label="What {_line(label)} means">'
        f'<span class="meaning" role="tooltip">{_line(meaning)}</span></span>'
    )


def _line(text: str) -> str:
    """A text as HTML, in a line."""
    return as_html(" ".join(text.split()))
