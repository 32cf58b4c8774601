"""The log of CEUs on the page: add to it, read it, take it away and bring it back.

The log lives in the session of the browser tab and nowhere else.
"""

from functools import partial

import streamlit as st

from cert_model.catalog import Catalog, Problem
from cert_model.formatting import format_count, join_words
from cert_model.formatting.markdown import escape, quote
from cert_model.renewal.log import (
    MOST_ROWS,
    BadEntry,
    BadLog,
    LogReading,
    parse_entry,
    read_log,
    write_log_csv,
    write_log_yaml,
    write_set_aside,
    write_template_csv,
)
from ui.components import downloads, figures
from ui.components.table import draw_table
from ui.components.upload import draw_upload
from ui.keep import kept_log
from ui.keep.state import KeepState
from ui.keep.tables import MOST_SHOWN, entry_label, latest_of
from ui.keep.view_model import KeepView
from ui.shell import parts, person, session, window

PAGE = KeepState.page
_FAULTS, _REPORT, _SET_ASIDE = "keep:faults", "keep:report", "keep:set-aside"
CHANGE_THE_LOG = "Add CEUs, remove entries, download or upload the log"
"""The fold with all that changes the log."""
_OFFERED = "keep:log:offered"
"""The issuers at which a new entry was last offered to count."""
_CELLS = {"day": "Day", "title": "Activity", "ceus": "CEUs", "subject": "Subject (optional)"}
"""The boxes of a new entry, by the column of the log."""
_ISSUERS = "issuers"
_COUNTS_AT = f"log:{_ISSUERS}"
_EXAMPLES = {"day": "3/31/2026", "title": "Chapter meeting", "ceus": "1.5", "subject": "Auditing"}
_FILE_ENDS = ("csv", "tsv", "txt", "yaml", "yml")
_MOST_PROBLEMS = 10


def log(view: KeepView) -> None:
    """The log: what it has, the table, and folded what changes it: a new entry, the files."""
    figures.section(
        "Your log of CEUs",
        f"{escape(view.log_sentence)}\n\n"
        ":small[We store nothing: reloading or closing this tab loses the log. Download it "
        "first, and upload it next time.]",
    )
    _stated(view)
    _for_no_issuer(view)
    if view.entries:
        draw_table(view.log_table, alt=view.log_sentence)
        if len(view.entries) > MOST_SHOWN:
            st.markdown(f":small[The latest {MOST_SHOWN}; the file has them all.]")
    figures.on_demand(CHANGE_THE_LOG, partial(_change, view))


def _change(view: KeepView) -> None:
    """What changes the log, a part of the page after which all of it is drawn anew."""
    _new_entry(view)
    _take_out(view)
    _files(view)


def _stated(view: KeepView) -> None:
    """Where a number that was typed goes before the log, that it does, and how to change it."""
    for issuer in view.stated_beside_log:
        letters = escape(view.catalog.issuers[issuer].letters)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            ceus = f"{view.visitor.earned[issuer]:g}"
            st.markdown(
                f"At {letters}, the {ceus} CEUs that you typed above count.", width="content"
            )
            st.button(
                ":primary[Count the log instead]",
                type="tertiary",
                key=f"keep:log:{issuer}",
                on_click=_count_log,
                args=(view.catalog, issuer),
            )


def _count_log(catalog: Catalog, issuer: str) -> None:
    """Callback: forget the number that was typed for an issuer."""
    earned = person.visitor(catalog).earned
    rest = {key: ceus for key, ceus in earned.items() if key != issuer}
    person.change(catalog, earned=rest)


def _for_no_issuer(view: KeepView) -> None:
    """How many entries name no issuer, and a button for each issuer at which they may count."""
    if not view.no_issuer_sentence:
        return
    ids = [part.issuer.id for part in view.parts_as_held]
    ways = [[key] for key in ids] + ([ids] if len(ids) > 1 else [])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{escape(view.no_issuer_sentence)}**", width="content")
        for issuers in ways:
            letters = join_words(view.catalog.issuers[key].letters for key in issuers)
            st.button(
                f"Count them at {escape(letters)}",
                key=f"keep:log:count:{','.join(issuers)}",
                on_click=kept_log.count_at,
                args=(issuers,),
            )


def _take_out(view: KeepView) -> None:
    """A list of entries to take out of the log, and a way to undo that."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if view.entries:
            labels = list(dict.fromkeys(map(entry_label, latest_of(view.entries))))
            chosen = st.multiselect(
                "Remove entries",
                labels,
                placeholder="Choose entries that are wrong",
                key=session.key(PAGE, kept_log.TAKE_OUT),
                width=340,
            )
            if chosen:
                st.button(
                    "Remove", key="keep:log:out", on_click=parts.and_all_else(kept_log.take_out)
                )
        if out := kept_log.taken_out():
            count = format_count(len(out), "entry", "entries")
            st.button(
                f"Put {count} back",
                key="keep:log:back",
                on_click=parts.and_all_else(kept_log.put_back),
            )


def _begin_choice(issuers: list[str]) -> None:
    """Where the issuers on offer changed: the only one is chosen, and no choice made for one stays.

    What was chosen among several stays as far as it is still on offer.
    """
    offered: list[str] = session.note(_OFFERED, [])
    chosen = session.choice(PAGE, _COUNTS_AT)
    if chosen is not None and offered == issuers:
        return
    session.keep_note(_OFFERED, issuers)
    if len(issuers) == 1:
        begun = issuers
    else:
        begun = [key for key in chosen or [] if key in issuers] if len(offered) > 1 else []
    session.choose(PAGE, {_COUNTS_AT: begun})


def _new_entry(view: KeepView) -> None:
    """The boxes of a new entry; what is wrong with one stands below it."""
    issuers = [part.issuer.id for part in view.parts_as_held]
    _begin_choice(issuers)
    faults: dict[str, str] = session.note(_FAULTS, {})
    with window.on_screen("entry", border=True, gap="small"):
        with st.grid(len(_CELLS), min_column_width=160):
            for name, label in _CELLS.items():
                with st.container(gap="xxsmall"):
                    st.text_input(
                        label,
                        key=session.key(PAGE, f"log:{name}"),
                        placeholder=_EXAMPLES[name],
                        help=_topics(view) if name == "subject" else None,
                    )
                    if name in faults:
                        st.markdown(f":small[:red[{escape(faults[name])}]]")
        st.pills(
            "Counts at",
            issuers,
            selection_mode="multi",
            format_func=lambda key: view.catalog.issuers[key].letters,
            key=session.key(PAGE, _COUNTS_AT),
        )
        if _ISSUERS in faults:
            st.markdown(f":small[:red[{escape(faults[_ISSUERS])}]]")
        add = parts.and_all_else(_add)
        st.button("Add to my log", key="keep:log:add", on_click=add, args=(view.catalog,))


def _topics(view: KeepView) -> str | None:
    """The subjects of which an issuer wants a number; None where none does."""
    if not view.topics:
        return None
    return (
        "To count toward a rule above, enter its subject exactly: "
        f"{escape('; '.join(view.topics))}."
    )


def _add(catalog: Catalog) -> None:
    """Callback: put what was typed into the log and empty the boxes, or note what is wrong."""
    cells = {name: session.text_of(session.key(PAGE, f"log:{name}")) or "" for name in _CELLS}
    issuers = session.texts_of(session.key(PAGE, _COUNTS_AT))
    faults = {} if issuers else {_ISSUERS: "choose at least one issuer"}
    session.take_note(_REPORT)
    try:
        entry = parse_entry(catalog, {**cells, _ISSUERS: ";".join(issuers)})
    except BadEntry as error:
        faults |= error.faults
    session.keep_note(_FAULTS, faults)
    if faults:
        return
    kept_log.add([entry])
    session.choose(PAGE, {f"log:{name}": "" for name in _CELLS})


def _files(view: KeepView) -> None:
    """The log to take away, and a box to bring it back."""
    if view.entries:
        with st.container(horizontal=True):
            downloads.made("Download the log (CSV)", write_log_csv(view.entries), "ceu-log.csv")
            downloads.made("Download the log (YAML)", write_log_yaml(view.entries), "ceu-log.yaml")
    else:
        downloads.made(
            "Download an empty log to fill in (CSV)", write_template_csv(), "ceu-log.csv"
        )
    take = parts.and_all_else(partial(_bring_back, view.catalog))
    draw_upload(PAGE, "Upload a log (CSV or YAML)", _FILE_ENDS, take)
    report = session.note(_REPORT)
    if report:
        st.markdown(report)
    aside: bytes = session.note(_SET_ASIDE, b"")
    if report and aside:
        downloads.made("Download the rows set aside (CSV)", aside, "ceu-log-kept-aside.csv")


def _bring_back(catalog: Catalog, name: str, raw: bytes) -> None:
    """Callback: merge the entries of a file into the log, and note what came of each row."""
    session.take_note(_SET_ASIDE)
    try:
        reading = read_log(catalog, raw, name)
    except BadLog as error:
        session.keep_note(_REPORT, f"Nothing was read. {quote(str(error), longest=300)}")
        return
    before = len(kept_log.entries())
    if not kept_log.add(reading.entries):
        session.keep_note(_REPORT, f"Nothing was read: a log has at most {MOST_ROWS:,} rows.")
        return
    session.keep_note(_REPORT, _report(reading, len(kept_log.entries()) - before))
    if reading.set_aside:
        session.keep_note(_SET_ASIDE, write_set_aside(reading))


def _report(reading: LogReading, added: int) -> str:
    """What came of a file, as Markdown: what is new, what was there, and the bad rows by line."""
    read = len(reading.entries)
    parts = [f"{format_count(read, 'row')} read, {added} of them new."]
    if reading.unread_columns:
        columns = join_words(quote(name) for name in reading.unread_columns)
        parts.append(f"Columns not read: {columns}.")
    if reading.set_aside:
        count = format_count(len(reading.set_aside), "row")
        parts.append(f"**{count} set aside**, because part of each could not be read:")
        problems = [f"- {_in_words(problem)}" for problem in reading.problems]
        parts.append("\n".join(problems[:_MOST_PROBLEMS]))
        if len(problems) > _MOST_PROBLEMS:
            parts.append(f"and {len(problems) - _MOST_PROBLEMS} more, listed in the file.")
    return "\n\n".join(parts)


def _in_words(problem: Problem) -> str:
    """What is wrong with a row, as Markdown: its line, the column, and what was expected there."""
    column = f", {quote(problem.field, longest=60)}" if problem.field else ""
    return f"Line {problem.line}{column}: {quote(problem.message, longest=200)}"
