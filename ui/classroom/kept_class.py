"""The class in the session of the browser's tab: its table, what was said of its columns.

Nothing of it is kept elsewhere. The example has a place of its own, so that looking at it loses
nothing. The editor keeps what is written into it as changes to the table that it was given; the
table with them is noted on every run, so that another page, or another editor, loses none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from cert_model.catalog import Catalog
from cert_model.classes import (
    BadClass,
    ClassReading,
    ColumnChoice,
    RawRow,
    find_header,
    read_pasted,
    read_table,
    read_upload,
)
from ui.classroom import tables
from ui.classroom.column_choices import AS_READ, CHOICES
from ui.classroom.example import example_class
from ui.classroom.state import ClassState
from ui.classroom.tables import EditedTable
from ui.shell import session

PAGE = ClassState.page
PASTED = session.key(PAGE, "pasted")
_OWN, _EXAMPLE, _BEFORE = "classroom:kept:own", "classroom:kept:example", "classroom:kept:before"
_REFUSED, _EDITORS, _READING = (
    "classroom:kept:refused",
    "classroom:kept:editors",
    "classroom:kept:reading",
)

_MOST_ADDED = 40
"""Rows that one editor has added: Streamlit takes long over many, such as a class pasted there."""


@dataclass(frozen=True)
class KeptClass:
    """A class in the session."""

    table: EditedTable
    """The table with all that was written into it."""
    given: EditedTable
    """The table that the editor was given."""
    editor: str
    """The key of the editor."""
    choices: Mapping[int, str] = field(default_factory=dict)
    """What a person said that columns are, by position, as ``column_choices`` names it."""

    @property
    def column_choices(self) -> dict[int, ColumnChoice]:
        """The same for the model."""
        return {position: CHOICES[name][1] for position, name in self.choices.items()}


def _begin(table: EditedTable, choices: Mapping[int, str] | None = None) -> KeptClass:
    """A class whose editor is a new one: it takes the table as it is."""
    count = session.note(_EDITORS, 0) + 1
    session.keep_note(_EDITORS, count)
    whole = tables.numbered(table.table)
    return KeptClass(whole, whole, f"classroom:editor:{count}", choices or {})


def current(catalog: Catalog, state: ClassState) -> KeptClass | None:
    """The class that the page shows, with what was just written into its table; None for none."""
    place = _place(state)
    kept: KeptClass | None = session.note(place)
    if kept is None and state.example == "yes":
        kept = _begin(tables.numbered(example_class(catalog)))
    if kept is None:
        return None
    edited = tables.apply_edits(kept.given, session.widget_value(kept.editor))
    if edited is None:  # the editor was not on the page, or holds what no editor of ours sends
        kept = _begin(kept.table, kept.choices)
    elif edited.height > kept.given.height + _MOST_ADDED:
        kept = _begin(edited, kept.choices)
    elif edited != kept.table:
        kept = replace(kept, table=edited)
    session.keep_note(place, kept)
    return kept


def reading_of(catalog: Catalog, kept: KeptClass, *, complete: bool) -> ClassReading:
    """What the table says, read anew only where something changed. Raises BadClass."""
    asked = catalog, kept.table, kept.choices, complete
    noted: tuple[object, ClassReading] | None = session.note(_READING)
    if noted is None or noted[0] != asked:
        people, choices = kept.table.people, kept.column_choices
        noted = asked, read_table(catalog, people, choices, complete)
        session.keep_note(_READING, noted)
    return noted[1]


def _place(state: ClassState) -> str:
    return _EXAMPLE if state.example == "yes" else _OWN


def refused() -> str:
    """Why the last table could not be read, in a line; empty if it could."""
    line: str = session.note(_REFUSED, "")
    return line


def take_pasted(catalog: Catalog) -> None:
    """Callback: read what was pasted; it stays in its box only where it cannot be read.

    Otherwise a later press would have it replace the table with all that was mended there.
    """
    text = session.text_of(PASTED) or ""
    _take(catalog, lambda: read_pasted(text))


def take_file(catalog: Catalog, raw: bytes) -> None:
    """Callback: read a file, of which nothing else is kept."""
    _take(catalog, lambda: read_upload(raw))


def _take(catalog: Catalog, read: Callable[[], list[RawRow]]) -> None:
    session.take_note(_REFUSED)
    try:
        table = find_header(catalog, read())
    except BadClass as error:
        session.keep_note(_REFUSED, str(error))
        return
    _show_own(tables.numbered(table))


def type_in() -> None:
    """Callback: begin with an empty table."""
    session.take_note(_REFUSED)
    _show_own(tables.table_to_type_in())


def _show_own(table: EditedTable) -> None:
    session.keep_note(_OWN, _begin(table))
    session.choose(PAGE, {"example": "no", "pasted": ""})


def choose_column(state: ClassState, position: int, widget: str) -> None:
    """Callback: a column is what was chosen for it."""
    kept: KeptClass | None = session.note(_place(state))
    name = session.text_of(widget)
    if kept is None or name not in (AS_READ, *CHOICES):
        return
    others = {place: other for place, other in kept.choices.items() if place != position}
    choices = others if name == AS_READ else {**others, position: name}
    session.keep_note(_place(state), replace(kept, choices=choices))


def put_away() -> None:
    """Callback: begin anew; the table can be fetched back."""
    session.keep_note(_BEFORE, session.take_note(_OWN))
    session.choose(PAGE, {"example": "no"})


def is_put_away() -> bool:
    """Whether there is a table to fetch back."""
    return session.note(_BEFORE) is not None


def fetch_back() -> None:
    """Callback: the table that was put away is there again."""
    session.keep_note(_OWN, session.take_note(_BEFORE))
