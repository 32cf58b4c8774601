"""What is on a first screen: plain data, and the pieces of HTML that its sections are made of.

Texts from view models are Markdown and go through ``markdown``; all other values are escaped
where they are put into a ``Markup``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markupsafe import Markup

from cert_model.formatting.markdown import heading_anchor
from ui.components.markdown_html import to_html, to_inline_html


class Section(NamedTuple):
    """A part of a screen under a heading."""

    title: str
    body: Markup

    @property
    def anchor(self) -> str:
        """The end of the address that leads to it."""
        return heading_anchor(self.title)


@dataclass(frozen=True)
class Screen:
    """One first screen, which tells of nobody and is the same for every visitor."""

    title: str
    """What the tab of the browser calls it, without the product's name."""
    description: str
    """What a search engine or a preview of the link says of it, as plain text."""
    heading: Markup
    answer: Markup
    """What stands below the heading: the page's answer."""
    sections: Sequence[Section] = ()
    subject: Mapping[str, Any] | None = None
    """What the page is about, in the terms of schema.org."""
    kind: str = "WebPage"
    """What the page is, in the terms of schema.org."""
    status: int = 200
    is_beside_controls: bool = False
    """Whether the app draws controls or contents at the side of a wide window."""
    is_below_a_box: bool = False
    """Whether the app draws a box to choose from above the heading."""


@dataclass(frozen=True)
class BigFigure:
    """A figure set large, with what stands below it."""

    label: str
    text: str
    below: Markup = field(default_factory=Markup)


def join(*pieces: Markup) -> Markup:
    """Pieces of HTML one after the other."""
    return Markup("\n").join(piece for piece in pieces if piece)


def paragraph(text: str) -> Markup:
    """A paragraph of plain text; nothing for an empty one."""
    return Markup("<p>{}</p>").format(text) if text else Markup()


def lead(text: str) -> Markup:
    """The page's answer, set large."""
    return Markup('<p class="lead">{}</p>').format(text)


def opening(text: Markup) -> Markup:
    """What a page begins with, in larger letters.

    The browser's measure of speed is when the largest text was painted: none that the app paints
    later may be larger.
    """
    return Markup('<div class="opening">{}</div>').format(text)


def big_figures(figures: Iterable[BigFigure]) -> Markup:
    """Figures set large, side by side."""
    pieces = [
        Markup("<div><dt>{}</dt><dd><b>{}</b>{}</dd></div>").format(
            figure.label, figure.text, figure.below
        )
        for figure in figures
    ]
    return Markup('<dl class="figures">{}</dl>').format(Markup().join(pieces))


def table(columns: Mapping[str, Sequence[object]], caption: str) -> Markup:
    """A table whose cells are Markdown or HTML; on a phone each row becomes a card.

    ``caption`` says what it is for those who hear it.
    """
    heads = [to_inline_html(title) for title in columns]
    rows = zip(*columns.values(), strict=True)
    return Markup(
        '<table><caption class="hidden">{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table>"
    ).format(
        caption,
        Markup().join(Markup('<th scope="col">{}</th>').format(head) for head in heads),
        Markup("\n").join(_row(heads, row) for row in rows),
    )


def _row(heads: Sequence[Markup], cells: Iterable[object]) -> Markup:
    written = (
        Markup('<td data-label="{}">{}</td>').format(head.striptags(), _cell(cell))
        for head, cell in zip(heads, cells, strict=True)
    )
    return Markup("<tr>{}</tr>").format(Markup().join(written))


def _cell(cell: object) -> Markup:
    return cell if isinstance(cell, Markup) else to_inline_html(str(cell))


def bullets(lines: Iterable[object]) -> Markup:
    """A list of lines of Markdown or HTML; nothing for none."""
    items = [Markup("<li>{}</li>").format(_cell(line)) for line in lines]
    return Markup("<ul>{}</ul>").format(Markup("\n").join(items)) if items else Markup()


def fold(title: str, body: Markup) -> Markup:
    """A part that opens on a press; nothing without a body."""
    if not body:
        return Markup()
    return Markup("<details><summary>{}</summary>{}</details>").format(title, body)


def prose(*texts: str) -> Markup:
    """Texts of Markdown, each with its own paragraphs."""
    return join(*(to_html(text) for text in texts if text))
