"""What was understood of a table: its columns, its cells, and the table to mend them in."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.classes import CellNote, ClassReading, ColumnUse
from cert_model.formatting import format_count, join_words
from cert_model.formatting.markdown import quote
from ui.classroom import kept_class
from ui.classroom.column_choices import AS_READ, CHOICES, use_label
from ui.classroom.kept_class import KeptClass
from ui.classroom.notes import grouped
from ui.classroom.state import ClassState
from ui.classroom.tables import TO_TYPE_IN
from ui.components import choices, figures
from ui.components.fact_list import FactList

PAGE = ClassState.page
_MOST_GROUPS = 20
_MOST_OPEN_COLUMNS = 12
_ROWS_IN_VIEW = 9
_ROW_HEIGHT = 35
_REST = {"open": "is unknown", "absent": "counts as no"}


def draw(catalog: Catalog, state: ClassState, kept: KeptClass, reading: ClassReading) -> None:
    """Draw the columns, the cells that were not understood, and the table."""
    figures.section("How your table was read", " ".join(_summary(state, kept, reading)))
    _columns(state, kept, reading)
    _notes(catalog, reading)
    draw_table(kept)
    choices.choose_term(PAGE, "rest", "What the table leaves out", _REST)


def _summary(state: ClassState, kept: KeptClass, reading: ClassReading) -> list[str]:
    """How much was understood, in sentences."""
    used, unused = len(reading.uses) - len(reading.unused), reading.unused
    people = format_count(len(reading.students), "person", "people")
    sentences = [f"{people}. {used} of {format_count(len(reading.uses), 'column')} used."]
    if not kept.table.table.headings:
        sentences.append("No headings were found.")
    if guessed := [use for use in reading.uses if use.is_guess]:
        sentences.append(f"{format_count(len(guessed), 'column')} guessed.")
    if named := [quote(use.heading) for use in unused if use.heading]:
        sentences.append(f"Not used: {join_words(named)}.")
    if reading.faults:
        count = len(reading.faults)
        says = "it says counts" if count == 1 else "they say count"
        counts_as = "no, as do blanks" if state.rest == "absent" else "unknown"
        cells = f"**{format_count(count, 'cell')} not understood**"
        sentences.append(f"{cells}; what {says} as {counts_as}.")
    return sentences


def _columns(state: ClassState, kept: KeptClass, reading: ClassReading) -> None:
    """A box for each column with what it was taken for; those that were sure are folded away."""
    to_check = [use for use in reading.uses if _is_open(kept, reading, use)]
    sure = [use for use in reading.uses if not _is_open(kept, reading, use)]
    _column_boxes(state, kept, to_check[:_MOST_OPEN_COLUMNS])
    folded = [*to_check[_MOST_OPEN_COLUMNS:], *sure]
    if folded:
        figures.fold(
            _folded_label(len(folded), are_all=not to_check),
            partial(_column_boxes, state, kept, folded),
            key="classroom:columns",
        )


def _folded_label(count: int, *, are_all: bool) -> str:
    """What stands above the columns that are folded away."""
    if count == 1:
        return "The column" if are_all else "The other column"
    return f"{'All' if are_all else 'The other'} {format_count(count, 'column')}"


def _is_open(kept: KeptClass, reading: ClassReading, use: ColumnUse) -> bool:
    """Whether the visitor should check what a column was taken for, or has chosen it."""
    is_at_fault = use.heading in {fault.heading for fault in reading.faults}
    return use.is_guess or not use.column or use.position in kept.choices or is_at_fault


def _column_boxes(state: ClassState, kept: KeptClass, uses: Sequence[ColumnUse]) -> None:
    if uses:
        with st.grid(4, min_column_width=200, gap="small"):
            for use in uses:
                _column_box(state, kept, use.position, use_label(use))


def _column_box(state: ClassState, kept: KeptClass, position: int, taken_for: str) -> None:
    widget = f"{kept.editor}:column:{position}"
    chosen = kept.choices.get(position)
    as_read = "As first read" if chosen else taken_for
    names = [AS_READ, *(name for name, (label, _) in CHOICES.items() if label != as_read)]
    st.selectbox(
        quote(kept.table.heading(position)),
        names,
        index=names.index(chosen) if chosen else 0,
        format_func=lambda name: as_read if name == AS_READ else CHOICES[name][0],
        key=widget,
        on_change=kept_class.choose_column,
        args=(state, position, widget),
    )


def _notes(catalog: Catalog, reading: ClassReading) -> None:
    """The cells that were not understood, and folded those that were guessed."""
    facts = FactList(catalog, "class notes")
    if reading.faults:
        facts.text("Reword these cells in the table below:")
        facts.bullets(_note_lines(reading.faults))
    if reading.guesses:
        with facts.fold(f"{format_count(len(reading.guesses), 'cell')} read as a best guess"):
            facts.bullets(_note_lines(reading.guesses))
    facts.draw()


def _note_lines(notes: Sequence[CellNote]) -> list[str]:
    """Cells by column, and how many there are where these are not all."""
    groups = grouped(notes)
    lines = [group.text for group in groups[:_MOST_GROUPS]]
    if len(groups) > _MOST_GROUPS:
        lines.append(f"The first {_MOST_GROUPS} of {len(groups):,}.")
    return lines


def draw_table(kept: KeptClass) -> None:
    """The table itself, in which cells are mended, and people added and taken out.

    Its columns depend on nothing but the table that it was given: an editor whose columns are
    described otherwise is a new one for Streamlit, and begins without what was written.
    """
    given = kept.given
    st.data_editor(
        given.frame,
        key=kept.editor,
        num_rows="dynamic",
        hide_index=False,
        height=_ROW_HEIGHT * (min(given.height, _ROWS_IN_VIEW) + 2) + 2,
        column_config={
            name: st.column_config.TextColumn(heading, help=TO_TYPE_IN.get(heading))
            for name, heading in zip(given.columns, given.headings, strict=True)
        },
        placeholder="",
        alt="The people in the class and what the table says about them, ready to edit",
    )
