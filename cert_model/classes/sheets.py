"""What a class takes away: a sheet for the wall, a page for each person, and files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cert_model.catalog import Catalog
from cert_model.classes.results import StudentResult
from cert_model.classes.summary import ClassSummary, listed_exams
from cert_model.eligibility import MAY_SIT, Holding, Person, assess, build_person
from cert_model.eligibility.sentences import (
    VERDICT_MARKS,
    format_changes,
    format_verdict,
    next_step,
)
from cert_model.formatting import as_ended
from cert_model.formatting.spreadsheets import write_csv
from cert_model.formatting.workbooks import write_workbook
from cert_model.overview import costs_to_earn
from cert_model.vocabulary import Verdict

Rows = list[list[str]]
_COUNTED = tuple(verdict for verdict in Verdict if verdict is not Verdict.CLOSED)
_MOST_EXAMS = 6
"""How many exams a step is said to open by name."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One exam on a person's page."""

    id: str
    label: str
    name: str
    mark: str
    verdict: str
    next_step: str
    """Empty where there is none to name."""


@dataclass(frozen=True, slots=True)
class StudentSheet:
    """The page of one person: their exams by verdict, the nearest first."""

    name: str
    lines: tuple[SheetLine, ...]


def wall_rows(catalog: Catalog, summary: ClassSummary) -> Rows:
    """The exams and how many people have which verdict, with a heading; nobody is named."""
    header = [
        *("Credential", "Name"),
        *(verdict.label for verdict in _COUNTED),
        *("Cost per person", "Cost for all eligible"),
    ]
    return [
        header,
        *(
            [
                catalog.labels[exam.id],
                catalog.credentials[exam.id].name,
                *(str(exam.counts[verdict]) for verdict in _COUNTED),
                exam.cost_text(1),
                exam.cost_text() if exam.may_sit else "",
            ]
            for exam in summary.exams
        ),
    ]


def step_rows(catalog: Catalog, summary: ClassSummary) -> Rows:
    """The single steps, the one that opens most first, with a heading; nobody is named."""
    rows = [
        ["Step", "People who lack it", "People who may have it", "Exams opened in all", "Such as"]
    ]
    for step in summary.steps:
        labels = [catalog.labels[key] for key in step.exams[:_MOST_EXAMS]]
        counts = (len(step.group.lack_it), len(step.group.may_have_it), step.opened)
        rows.append([step.group.text, *map(str, counts), ", ".join(labels)])
    return rows


def people_rows(catalog: Catalog, results: Sequence[StudentResult]) -> Rows:
    """A row for each person and a column for each exam, with the verdict's mark and word."""
    exams = listed_exams(catalog)
    header = ["Person", *(catalog.labels[key] for key in exams)]
    return [
        header,
        *(
            [
                result.student.name,
                *(f"{VERDICT_MARKS[result.verdicts[key]]} {word}" for key, word in words.items()),
            ]
            for result in results
            if (words := verdict_words(catalog, result, exams))
        ),
    ]


def verdict_words(catalog: Catalog, result: StudentResult, keys: Iterable[str]) -> dict[str, str]:
    """The words of one person's verdicts without their marks, by id: "Held as CPC-A"."""
    holdings: Mapping[str, Holding] = {}
    if Verdict.HELD in result.verdicts.values():
        holdings = build_person(catalog, result.student.profile).holdings
    return {key: format_verdict(result.verdicts[key], holding=holdings.get(key)) for key in keys}


def student_sheet(catalog: Catalog, result: StudentResult) -> StudentSheet:
    """The page of one person, with what to do next for each exam that is open or a step away."""
    order, person = list(Verdict), build_person(catalog, result.student.profile)
    exams = sorted(listed_exams(catalog), key=lambda key: order.index(result.verdicts[key]))
    words = verdict_words(catalog, result, exams)
    lines = (
        SheetLine(
            id=key,
            label=catalog.labels[key],
            name=catalog.credentials[key].name,
            mark=VERDICT_MARKS[result.verdicts[key]],
            verdict=words[key],
            next_step=_next_step(catalog, result, person, key),
        )
        for key in exams
    )
    return StudentSheet(result.student.name, tuple(lines))


def _next_step(catalog: Catalog, result: StudentResult, person: Person, key: str) -> str:
    if result.verdicts[key] in MAY_SIT:
        return next_step(assess(catalog, key, person, costs_to_earn(catalog)))
    step = next((step for step in result.steps if key in step.opens), None)
    return "" if step is None else as_ended(format_changes((step.change,)))


def student_rows(sheets: Sequence[StudentSheet]) -> Rows:
    """The pages of people one below the other, with a heading."""
    lines = (
        [sheet.name, line.label, line.name, f"{line.mark} {line.verdict}", line.next_step]
        for sheet in sheets
        for line in sheet.lines
    )
    return [["Person", "Credential", "Name", "Verdict", "Next step"], *lines]


def write_class_csv(catalog: Catalog, results: Sequence[StudentResult]) -> bytes:
    """People by exam as CSV; no cell would be run as a formula."""
    return write_csv(people_rows(catalog, results))


def write_class_workbook(
    catalog: Catalog, summary: ClassSummary, results: Sequence[StudentResult]
) -> bytes:
    """The class as an XLSX file: its exams, its steps, its people."""
    return write_workbook(
        {
            "Class": wall_rows(catalog, summary),
            "Steps": step_rows(catalog, summary),
            "People": people_rows(catalog, results),
        }
    )
