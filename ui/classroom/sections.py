"""The results of a class: the answer, the people, the exams, the steps and who may pay."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import pyarrow as pa
import streamlit as st

from cert_model.classes import (
    ExamSummary,
    people_rows,
    write_class_csv,
    write_class_workbook,
)
from cert_model.formatting import format_count
from cert_model.formatting.markdown import escape, format_link
from cert_model.formatting.spreadsheets import without_formula
from ui.classroom import judging, paper
from ui.classroom.legend import COUNTS_OVERLAP, marks_legend
from ui.classroom.notes import overlooked_line
from ui.classroom.state import ClassState
from ui.classroom.view_model import MOST_NAMES, MOST_STEPS, ClassView, NamedGroup
from ui.components import choices, downloads, figures
from ui.components.table import draw_table
from ui.shell import routes, session

PAGE = ClassState.page
_PAGES, _CLASS_NAME = "classroom:people", "classroom:name"
_LONGEST_CLASS_NAME = 80
STYLE = """
@media (max-width: 768px) { [data-testid="stMain"] h1 { font-size: 1.5rem } }
[data-testid="stMain"] :is(a, li, p) { overflow-wrap: break-word }
[data-testid="stElementToolbarButton"]:has([aria-label^="Download as CSV"]) { display: none }
"""
"""The answer is smaller on a phone. No long name makes the page scroll sideways. The
editor's own CSV would have cells that run as formulas."""
_HTML, _CSV = "text/html", "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def answer(view: ClassView) -> None:
    """How many may sit for which exam now, and what would change most."""
    if line := overlooked_line(view.reading.overlooked):
        st.markdown(f":small[{escape(line)}]")
    st.title(escape(view.headline), anchor=False)
    if view.further:
        st.markdown(escape(" ".join(view.further)))
    if view.left_out:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            people = format_count(view.left_out, "person", "people")
            st.markdown(f"You stopped before {people} were checked.", width="content")
            st.button("Check the rest", key="classroom:go-on", on_click=judging.go_on)


def people(view: ClassView) -> None:
    """Each person with the first exams; a press on one opens their plan."""
    figures.section(
        "People",
        "Press a name to open that person's plan in a new tab. The plan's address contains the "
        "person's answers but no name.",
    )
    page = 1
    if view.pages > 1:
        page = min(st.pagination(view.pages, key=_PAGES, persist_state="session"), view.pages)
    _table(
        view,
        f"people {page}",
        partial(view.people_table, page),
        "The people in the class and their eligibility for each exam",
    )
    st.markdown(f":small[{escape(marks_legend('they'))}]")
    figures.on_demand(
        "Every exam, person by person", partial(_all_verdicts, view), key="classroom:all"
    )


def _all_verdicts(view: ClassView) -> None:
    header, *rows = people_rows(view.catalog, view.results)
    table = {
        name: [without_formula(row[place]) for row in rows] for place, name in enumerate(header)
    }
    labels = [view.catalog.labels[key] for key in view.exam_ids]
    st.dataframe(
        table,
        hide_index=True,
        column_order=[header[0], *labels],
        column_config={header[0]: st.column_config.TextColumn(pinned=True)},
        alt="Every person's eligibility for every exam",
    )


def exams(view: ClassView) -> None:
    """The exams with how many people stand where; the long tail folded."""
    st.header("Exams", anchor=False)
    _exam_table(view, "first exams", view.first_exams)
    st.markdown(f":small[{COUNTS_OVERLAP}]")
    if view.other_exams:
        figures.on_demand(
            f"The other {format_count(len(view.other_exams), 'exam')}",
            partial(_exam_table, view, "other exams", view.other_exams),
            key="classroom:others",
        )
    st.page_link(routes.COSTS, label=":primary[What they cost, line by line, with sources]")


def _exam_table(view: ClassView, name: str, shown: Sequence[ExamSummary]) -> None:
    _table(
        view,
        name,
        partial(_exam_rows, view, shown),
        "Exams, how many people in the class are eligible, and what they cost",
    )


def _exam_rows(view: ClassView, shown: Sequence[ExamSummary]) -> dict[str, list[str]]:
    names, *counts = view.exam_table(shown).items()
    links = [
        format_link(view.catalog.labels[exam.id], f"credential?id={exam.id}") for exam in shown
    ]
    return {names[0]: links, **{name: list(map(escape, cells)) for name, cells in counts}}


def _table(
    view: ClassView, name: str, rows: Callable[[], Mapping[str, Sequence[str]]], alt: str
) -> None:
    """A table of the view, which is made once, by its name."""
    if name not in view.drawn:
        view.drawn[name] = pa.table(rows())
    draw_table(view.drawn[name], alt=alt)


def groups(view: ClassView, exam: ExamSummary) -> None:
    """Who may sit for the chosen exam now, and who is one step away."""
    st.header("Who is eligible, exam by exam", anchor=False)
    choices.credential_box(
        view.catalog, view.exam_ids, "Exam", session.key(PAGE, "exam"), width=340
    )
    name = f"groups {exam.id}"
    if name not in view.drawn:
        view.drawn[name] = "\n\n".join(_paragraphs(view, exam))
    st.markdown(view.drawn[name])


def _paragraphs(view: ClassView, exam: ExamSummary) -> Iterator[str]:
    """What an exam costs, then the people by how they stand with it."""
    if costs := view.cost_sentence(exam):
        yield escape(costs)
    groups = view.groups(exam)
    for group in groups:
        yield _group(view, exam, group)
    if not groups:
        yield "Nobody is eligible for this exam now, and nobody is one step away."


def _group(view: ClassView, exam: ExamSummary, group: NamedGroup) -> str:
    shown = group.people[:MOST_NAMES]
    links = [view.link_to_plan(person, exam.id) for person in shown]
    more = f" and {len(group.people) - len(shown):,} more" if len(shown) < len(group.people) else ""
    return f"**{escape(group.title)}** ({len(group.people):,}): {', '.join(links)}{more}"


def steps(view: ClassView) -> None:
    """The single steps that open most for most people."""
    st.header("Steps that would open the most exams", anchor=False)
    if not view.summary.steps:
        st.markdown("No single step would make anyone in this class eligible for another exam.")
        return
    _step_table(view, "first steps", slice(MOST_STEPS))
    if rest := len(view.summary.steps[MOST_STEPS:]):
        figures.on_demand(
            f"{format_count(rest, 'further step')}",
            partial(_step_table, view, "other steps", slice(MOST_STEPS, None)),
            key="classroom:steps",
        )


def _step_table(view: ClassView, name: str, part: slice) -> None:
    about = "Single steps, how many people need them, and which exams they open"
    _table(view, name, partial(_step_rows, view, part), about)


def _step_rows(view: ClassView, part: slice) -> dict[str, list[str]]:
    table = view.step_table(view.summary.steps[part])
    return {name: list(map(escape, cells)) for name, cells in table.items()}


def payers(view: ClassView, exam: ExamSummary) -> None:
    """Who is known to pay for the exams for which somebody may sit, and the rules for one exam."""
    if not view.summary.payers:
        figures.section("Who may pay", "No payer was found for the exams open to this class.")
        return
    lines = "\n".join(f"- {escape(view.payer_line(payer))}" for payer in view.summary.payers)
    figures.section(
        "Who may pay", f"{lines}\n\n:small[Ask each payer whether it pays in your state.]"
    )
    st.page_link(
        routes.PREPARE,
        label=":primary[Read each payer's rules]",
        query_params={"id": exam.id, "view": "payers"},
    )


def take_away(view: ClassView, pages: str) -> None:
    """The sheet for the wall, a page for each person, and the files.

    ``pages`` is the address of the app's pages.
    """
    st.header("Print and download", anchor=False)
    st.text_input(
        "Class name for the sheets",
        key=_CLASS_NAME,
        max_chars=_LONGEST_CLASS_NAME,
        width=340,
        persist_state="session",
    )
    name = (session.text_of(_CLASS_NAME) or "").strip()
    files = paper.file_name(name)
    with st.container(horizontal=True, gap="small"):
        downloads.made(
            "Print a sheet for the wall", partial(paper.wall, view, name), f"{files}.html", _HTML
        )
        downloads.made(
            "Print a page for each person",
            partial(paper.pages, view, name, pages),
            f"{files}-people.html",
            _HTML,
        )
        downloads.made(
            "Download CSV",
            partial(write_class_csv, view.catalog, view.results),
            f"{files}.csv",
            _CSV,
        )
        downloads.made(
            "Download XLSX",
            partial(write_class_workbook, view.catalog, view.summary, view.results),
            f"{files}.xlsx",
            _XLSX,
        )
    st.markdown(
        ":small[The sheet for the wall shows no names. Open a sheet in your browser and print it.]"
    )
    if len(view.results) > paper.MOST_PAGES:
        st.markdown(f":small[Pages are printed for the first {paper.MOST_PAGES} people.]")
