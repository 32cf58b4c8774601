"""A figure with its standing, which opens to its evidence; disputes, and what is not known."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from cert_model import formatting
from cert_model.catalog import Catalog
from cert_model.catalog.standing import standing
from cert_model.formatting.facts import format_publisher, format_reading
from cert_model.formatting.markdown import escape, format_link
from cert_model.schema import Dispute, Evidence, Fact, Gap, Note, Reading
from cert_model.vocabulary import SourceKind, Standing
from ui.components import glossary

MARKS = {
    Standing.ISSUER_CURRENT: "●",
    Standing.ISSUER_OLD: "◐",
    Standing.GOVERNMENT_CURRENT: "◆",
    Standing.GOVERNMENT_OLD: "◇",
    Standing.COPY_CURRENT: "▣",
    Standing.COPY_OLD: "▢",
    Standing.THIRD_PARTY_CURRENT: "○",
    Standing.THIRD_PARTY_OLD: "◌",
    Standing.ESTIMATED: formatting.ESTIMATE_MARK,
}
NOT_FOUND_MARK = "–"
_PAIRS = {
    "issuer": (Standing.ISSUER_CURRENT, Standing.ISSUER_OLD),
    "government": (Standing.GOVERNMENT_CURRENT, Standing.GOVERNMENT_OLD),
    "government, read in a copy": (Standing.COPY_CURRENT, Standing.COPY_OLD),
    "third party": (Standing.THIRD_PARTY_CURRENT, Standing.THIRD_PARTY_OLD),
}
_KINDS = (f"{MARKS[new]} {MARKS[old]} {kind}" for kind, (new, old) in _PAIRS.items())
LEGEND = (
    f"{' · '.join(_KINDS)}; the second mark of each pair: old · "
    f"{MARKS[Standing.ESTIMATED]} estimated"
)
MEANINGS = {
    MARKS[Standing.ISSUER_CURRENT]: "read on the issuer's own page, and recent",
    MARKS[Standing.ISSUER_OLD]: "read on the issuer's own page, but old",
    MARKS[Standing.GOVERNMENT_CURRENT]: "read on a government's page, and recent",
    MARKS[Standing.GOVERNMENT_OLD]: "read on a government's page, but old",
    MARKS[Standing.COPY_CURRENT]: "a government's figure, read in a copy, and recent",
    MARKS[Standing.COPY_OLD]: "a government's figure, read in a copy, and old",
    MARKS[Standing.THIRD_PARTY_CURRENT]: "read elsewhere, and recent",
    MARKS[Standing.THIRD_PARTY_OLD]: "read elsewhere, and old",
    MARKS[Standing.ESTIMATED]: "not read anywhere; estimated from figures of the same issuer",
    NOT_FOUND_MARK: "not found; the page says whom to ask",
}


LABEL_WIDTH = 240
LONGEST_BUTTON = 44
"""Longer texts are written beside their button, which would cut them off."""


class SourcedText(NamedTuple):
    """A text, and the statement with the sources that it rests on."""

    text: str
    evidence: Evidence


def figure(catalog: Catalog, text: str, statement: Evidence, *, unit: str = "") -> None:
    """A button that shows the figure and its mark, and opens to its evidence."""
    mark, evidence = mark_and_evidence(catalog, text, statement, unit)
    label = f"{escape(text)} {mark}"
    place = st.container(horizontal=True, gap="small") if len(text) > LONGEST_BUTTON else st
    if len(text) > LONGEST_BUTTON:
        place.markdown(escape(text), width="stretch")
        label = f"{mark} sources"
    with place.popover(label, type="tertiary"):
        st.markdown(evidence)


def mark_and_evidence(
    catalog: Catalog, text: str, statement: Evidence, unit: str = ""
) -> tuple[str, str]:
    """The mark of a figure, with a word where sources disagree, and its evidence as Markdown."""
    grade = standing(statement, catalog.sources, catalog.today)
    disputed = isinstance(statement, Fact) and bool(statement.disputed)
    mark = f"{MARKS[grade]} disputed" if disputed else MARKS[grade]
    return mark, "\n\n".join(_evidence(catalog, text, statement, grade, unit))


def evidence_button(catalog: Catalog, text: str, statement: Evidence) -> None:
    """The evidence for a figure that is printed elsewhere: a button that names its standing."""
    grade = standing(statement, catalog.sources, catalog.today)
    with st.popover(f"{MARKS[grade]} {grade.label}", type="tertiary"):
        st.markdown("\n\n".join(_evidence(catalog, text, statement, grade, "")))


def evidence_of(catalog: Catalog, statement: Evidence, name: str = "") -> str:
    """A fact used elsewhere, with its value, date, standing and sources, as Markdown.

    ``name`` says what it is about, with its value.
    """
    grade = standing(statement, catalog.sources, catalog.today)
    if name:
        return "\n\n".join(_evidence(catalog, name, statement, grade, ""))
    value = getattr(statement, "percent", None)
    text = (
        format_reading(statement)
        if isinstance(statement, Reading)
        else getattr(statement, "text", "")
    )
    text = f"{value:g}%" if value is not None else text
    return "\n\n".join(_evidence(catalog, text, statement, grade, ""))


def headline(sentence: str) -> None:
    """The answer of a page, set large at the top of its view."""
    st.markdown(f"## {escape(sentence)}")


def section(title: str, markdown: str) -> None:
    """The heading of a section with the text that it begins with, as one element."""
    st.markdown(f"## {escape(title)}\n\n{markdown}")


def not_found(label: str = formatting.NOT_FOUND) -> None:
    """What stands where there is no figure."""
    st.markdown(f"*{label}* {NOT_FOUND_MARK}")


def row(label: str) -> Any:
    """A line of a fact list: the label on the left; draw the figure inside."""
    line = st.container(horizontal=True, vertical_alignment="center", gap="small")
    line.markdown(f"**{escape(label)}**", width=LABEL_WIDTH, help=glossary.for_label(label))
    return line


def fact(
    catalog: Catalog,
    label: str,
    statement: Fact[Any] | None,
    *,
    unit: str = "",
) -> None:
    """A labeled figure, or the word for not knowing it."""
    with row(label):
        if statement is None:
            not_found()
        elif not statement.known:
            figure(catalog, "not published", statement, unit=unit)
        else:
            figure(catalog, format_reading(statement, unit), statement, unit=unit)


def notes(catalog: Catalog, statements: Iterable[Note]) -> None:
    """Labeled facts, a line each."""
    for note in statements:
        fact(catalog, note.label, note, unit=note.unit or "")


def fold(
    title: str, draw: Callable[[], object], *, key: str | None = None, expanded: bool = False
) -> None:
    """A fold whose content is drawn only once it is opened.

    ``key`` names a fold whose title changes, or does not tell it from others.
    """
    place = st.expander(
        escape(title), on_change="rerun", key=key or f"fold:{title}", expanded=expanded
    )
    if place.open:
        with place:
            draw()


@st.fragment
def on_demand(
    title: str, draw: Callable[[], object], *, key: str | None = None, expanded: bool = False
) -> None:
    """A ``fold`` that is all that is drawn anew when it is opened.

    A button inside may lead to another page; one that changes this page must ask for a rerun
    of the whole.
    """
    fold(title, draw, key=key, expanded=expanded)


@st.fragment
def several_on_demand(folds: Mapping[str, Callable[[], object]]) -> None:
    """Folds below one another, by title: one ``on_demand`` for all takes less than one for each."""
    for title, draw in folds.items():
        fold(title, draw)


def _evidence(
    catalog: Catalog, text: str, statement: Evidence, grade: Standing, unit: str
) -> Iterator[str]:
    since = f", {formatting.format_period(statement.as_of)}" if statement.as_of else ""
    yield f"**{escape(text)}**{escape(since)}"
    yield f"{MARKS[grade]} {grade.label}"
    if statement.note:
        yield escape(statement.note)
    yield sources(catalog, statement.src)
    if not isinstance(statement, Fact):
        return
    if statement.disputed:
        yield f"**Disputed.** {escape(statement.why or '')}"
        yield _readings(catalog, statement.disputed, unit)
    if statement.history:
        yield "**Before**"
        yield _readings(catalog, statement.history, unit)


def _readings(catalog: Catalog, readings: Iterable[Reading[Any]], unit: str) -> str:
    lines: list[str] = []
    for reading in readings:
        when = f" ({formatting.format_period(reading.as_of)})" if reading.as_of else ""
        note = f" {escape(reading.note)}" if reading.note else ""
        read_in = "; ".join(_source(catalog, source) for source in reading.src)
        lines.append(f"- {escape(format_reading(reading, unit))}{escape(when)}{note}: {read_in}")
    return "\n".join(lines)


def sources(catalog: Catalog, ids: Iterable[str]) -> str:
    """A list of sources as Markdown, the issuers' own pages first."""
    return "\n".join(f"- {_source(catalog, source)}" for source in _issuers_first(catalog, ids))


def _issuers_first(catalog: Catalog, ids: Iterable[str]) -> list[str]:
    return sorted(ids, key=lambda key: catalog.sources[key].kind is not SourceKind.ISSUER)


def source_links(catalog: Catalog, ids: Iterable[str], most: int | None = None) -> str:
    """The publishers of sources in a line, each a link; beyond ``most`` only how many more.

    Of several pages of one publisher, the first is linked; an issuer's own page comes first.
    """
    pages = (catalog.sources[source] for source in _issuers_first(catalog, ids))
    addresses: dict[str, str | None] = {}
    for page in pages:
        addresses.setdefault(format_publisher(page), page.url)
    links = [format_link(name, address) for name, address in addresses.items()]
    further = len(links[most:]) if most else 0
    return ", ".join(links[:most]) + f" and {further} more" * bool(further)


def marked_sources(catalog: Catalog, statement: Evidence, *, most: int | None = None) -> str:
    """The mark of a statement's standing and its sources in a line, for a cell of a table."""
    grade = standing(statement, catalog.sources, catalog.today)
    return f"{MARKS[grade]} {source_links(catalog, statement.src, most)}"


def _source(catalog: Catalog, key: str) -> str:
    source = catalog.sources[key]
    seen = f"seen {formatting.format_period(source.seen)}" if source.seen else "undated"
    when = formatting.format_period(source.date) if source.date else seen
    original = f"; the original: {_original(source.copy_of)}" if source.copy_of else ""
    return (
        f"{format_link(source.title, source.url)}, {escape(format_publisher(source))}, "
        f"{escape(when)} ({source.kind.label.lower()}){original}"
    )


def _original(copied: str) -> str:
    """The page that was copied, as a link where its address is known."""
    return format_link(copied, copied if copied.startswith("http") else None)


def draw_dispute(catalog: Catalog, dispute: Dispute) -> None:
    """Each side of a dispute with its sources, and what is taken."""
    with st.container(border=True):
        st.markdown(describe_dispute(catalog, dispute))


def describe_dispute(catalog: Catalog, dispute: Dispute) -> str:
    """Each side of a dispute with its sources, then what is taken, as Markdown."""
    return "\n\n".join(_dispute(catalog, dispute))


def _dispute(catalog: Catalog, dispute: Dispute) -> Iterator[str]:
    yield f"**{escape(dispute.topic)}**"
    for side in dispute.values:
        yield f"“{escape(side.value)}”\n\n{sources(catalog, side.src)}"
    yield f"Used here: **{escape(dispute.taken)}**. {escape(dispute.why)}"


def draw_unknown(gaps: Sequence[Gap]) -> None:
    """The gaps under a heading of their own, if there are any."""
    if gaps:
        st.markdown(f"**Not known**\n\n{list_gaps(gaps)}")


def list_gaps(gaps: Iterable[Gap]) -> str:
    """What is not known, and who could settle it, as a list in Markdown."""
    return "\n".join(map(_gap, gaps))


def _gap(gap: Gap) -> str:
    ask = f"  \n  Ask: {escape(gap.ask)}" if gap.ask else ""
    return f"- {escape(gap.what)}{ask}"
