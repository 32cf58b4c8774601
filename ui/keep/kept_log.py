"""The visitor's log of CEUs in the session of the browser tab, and what may be changed in it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from cert_model.catalog import Catalog
from cert_model.renewal.log import MOST_ROWS, LogEntry, merge_logs
from ui.keep import tables, view_model
from ui.keep.state import KeepState
from ui.keep.view_model import KeepView
from ui.shell import session
from ui.shell.visitor import Visitor

PAGE = KeepState.page
TAKE_OUT = "log:take-out"
"""The choice of entries to take out, by their labels."""
_LOG, _TAKEN_OUT, _VIEW = "keep:log", "keep:log:taken-out", "keep:view"


def entries() -> Sequence[LogEntry]:
    """The visitor's log."""
    log: Sequence[LogEntry] = session.note(_LOG, ())
    return log


def view(catalog: Catalog, visitor: Visitor, state: KeepState) -> KeepView | None:
    """The view model of the page with the log; made anew only where something changed."""
    asked = catalog, visitor, state, entries()
    noted: tuple[object, KeepView | None] | None = session.note(_VIEW)
    if noted is None or noted[0] != asked:
        noted = asked, view_model.build(*asked)
        session.keep_note(_VIEW, noted)
    return noted[1]


def add(new: Iterable[LogEntry]) -> bool:
    """Merge entries into the log; whether it has room for them."""
    merged = merge_logs(entries(), new)
    if len(merged) > MOST_ROWS:
        return False
    session.keep_note(_LOG, merged)
    return True


def count_at(issuers: Collection[str]) -> None:
    """Callback: entries that name no issuer count at these."""
    named = [
        entry if entry.issuers else replace(entry, issuers=tuple(sorted(issuers)))
        for entry in entries()
    ]
    session.keep_note(_LOG, merge_logs(named))


def take_out() -> None:
    """Callback: take the chosen entries out of the log."""
    chosen = set(session.texts_of(session.key(PAGE, TAKE_OUT)))
    out = tuple(entry for entry in entries() if tables.entry_label(entry) in chosen)
    if out:
        session.keep_note(_LOG, tuple(entry for entry in entries() if entry not in out))
        session.keep_note(_TAKEN_OUT, out)
    session.choose(PAGE, {TAKE_OUT: []})


def taken_out() -> Sequence[LogEntry]:
    """The entries that were last taken out, to put back."""
    out: Sequence[LogEntry] = session.note(_TAKEN_OUT, ())
    return out


def put_back() -> None:
    """Callback: the entries that were last taken out are in the log again."""
    add(session.take_note(_TAKEN_OUT) or ())
