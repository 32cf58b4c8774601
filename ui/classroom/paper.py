"""What a class prints: one sheet for the wall, on which nobody is named, and a page a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from cert_model.classes import SheetLine, StudentResult, student_sheet
from cert_model.eligibility import MAY_SIT
from cert_model.formatting import format_day
from cert_model.overview import overviews
from cert_model.search.words import words_in
from cert_model.vocabulary import Verdict
from ui.classroom.column_choices import cell_in_words, column_label
from ui.classroom.legend import COUNTS_OVERLAP, marks_legend
from ui.classroom.state import FIRST_EXAMS
from ui.classroom.view_model import ClassView
from ui.components import downloads

MOST_PAGES = 200
"""People for whom pages are printed at once."""
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
_LONGEST_FILE_NAME = 60
_MOST_EXAMS = 22
_MOST_STEPS = 8
_MOST_LINES = 8
"""So many lines fit on a sheet, or on a person's page."""


@dataclass(frozen=True)
class PersonPage:
    """One person's page."""

    name: str
    answers: Sequence[tuple[str, str]]
    """What the table was understood to say of them."""
    first: Sequence[SheetLine]
    """The exams that most classes prepare for."""
    also_open: str
    """The labels of the others for which they may sit now."""
    one_step: Sequence[SheetLine]
    """The others that a single step would open."""
    link: str
    """Opens their plan; empty where they cannot reach it."""


def wall(view: ClassView, class_name: str) -> bytes:
    """The sheet for the wall: exams and steps with counts; nobody is named."""
    shown = [*view.first_exams, *view.divided_exams]
    exams = shown[:_MOST_EXAMS]
    titles = [overviews(view.catalog)[exam.id].title for exam in exams]
    table = view.exam_table(exams) | {"Credential": titles}
    steps = view.step_table(view.summary.steps[:_MOST_STEPS])
    return downloads.render_page(
        "classroom/wall.html",
        class_name=class_name,
        headline=view.headline,
        further=" ".join(view.further),
        exams=_by_row(table),
        overlap=COUNTS_OVERLAP,
        more=max(0, len(shown) - _MOST_EXAMS),
        open_to_all=view.open_to_all,
        steps=_by_row(steps),
        payers=[view.payer_line(payer) for payer in view.summary.payers],
        made=format_day(view.catalog.today),
        fingerprint=view.catalog.fingerprint,
    )


def file_name(class_name: str) -> str:
    """How the files of a class are called, without an ending: "evening-group", or "class"."""
    return "-".join(words_in(class_name))[:_LONGEST_FILE_NAME].strip("-") or "class"


def _by_row(table: dict[str, list[str]]) -> tuple[list[str], list[tuple[str, ...]]]:
    """The headings and the rows of a table."""
    return list(table), list(zip(*table.values(), strict=True))


def pages(view: ClassView, class_name: str, address: str) -> bytes:
    """A page for each person; ``address`` is that of the app's pages, with a slash at its end.

    An address at which the app serves this computer alone is not printed.
    """
    people = [_page(view, result, address) for result in view.results[:MOST_PAGES]]
    return downloads.render_page(
        "classroom/people.html",
        class_name=class_name,
        people=people,
        legend=marks_legend("you"),
        made=format_day(view.catalog.today),
        fingerprint=view.catalog.fingerprint,
    )


def _is_local(address: str) -> bool:
    """Whether an address leads nowhere on any other computer."""
    return urlsplit(address).hostname in _LOCAL_HOSTS


def _page(view: ClassView, result: StudentResult, address: str) -> PersonPage:
    lines = {line.id: line for line in student_sheet(view.catalog, result).lines}
    others = [line for key, line in lines.items() if key not in FIRST_EXAMS]
    return PersonPage(
        name=result.student.name,
        answers=[
            (column_label(column), cell_in_words(view.catalog, column, cell))
            for column, cell in result.student.cells.items()
        ],
        first=[lines[key] for key in FIRST_EXAMS if key in lines],
        also_open=", ".join(line.label for line in others if result.verdicts[line.id] in MAY_SIT),
        one_step=[
            line
            for line in others
            if result.verdicts[line.id] in (Verdict.UNDECIDED, Verdict.NOT_YET) and line.next_step
        ][:_MOST_LINES],
        link="" if _is_local(address) else f"{address}{view.plan_of(result)}",
    )
