"""The plan to print and to send: the same facts as on the screen, with full names and one link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from cert_model.catalog import FactRef
from cert_model.catalog.standing import standing
from cert_model.formatting import as_ended, format_day, format_period
from cert_model.formatting.facts import format_publisher
from cert_model.formatting.markdown import in_cell
from cert_model.paths.answer_sentences import cost_title
from cert_model.paths.payers import payers_in_lines
from ui.components import downloads, figures
from ui.plan import tables
from ui.plan.view_model import PlanView

_MOST_POINTS = 6
_MOST_PAYERS = 4
_TEMPLATE = "plan/paper.html"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading, as plain text."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Paper:
    """A plan as plain text, in the order in which it is read."""

    title: str
    """The answer in short."""
    answer: str
    """The answer in full."""
    left_out: str
    """What the sum pays for and what it leaves out; empty for neither."""
    advice: str
    """What the issuer advises; empty for nothing."""
    names: str
    """The full names behind the letters."""
    person: str
    made: str
    why: str
    figures: Sequence[tuple[str, str, str]]
    timeline: str
    steps: Table
    other_ways: Sequence[str]
    bill: Table
    payers: Sequence[str]
    open_points: Sequence[str]
    first_steps: Sequence[tuple[str, str]]
    """Each with the address of the page to open, or ""."""
    assumed: str
    evidence: str
    """The day and the version of the catalog, and what the marks mean."""
    link: str


def make_paper(view: PlanView, pages: str, link: str) -> Paper:
    """A plan as plain text; ``pages`` is the address of the app, ``link`` opens the plan again."""
    return Paper(
        title=view.title,
        answer=f"{view.headline} {view.months_count}".rstrip(),
        left_out=view.left_out,
        advice=view.advice,
        names="; ".join(_names(view)),
        person=view.person,
        made=format_day(view.start),
        why=" ".join((view.why_not.question, *view.why_not.lines)) if view.why_not else "",
        figures=[(figure.title, figure.text, figure.note) for figure in view.key_figures],
        timeline=view.timeline_takeaway,
        steps=Table(tables.STEP_COLUMNS, tables.step_rows(view.plan, view.start)),
        other_ways=list(view.other_ways.values()),
        bill=Table(tables.BILL_COLUMNS, list(_bill(view))),
        payers=[
            *payers_in_lines(view.payers[:_MOST_PAYERS]),
            *filter(None, [view.to_ask_about]),
        ],
        open_points=[
            f"{as_ended(point.what)}{f' Ask: {point.ask}' if point.ask else ''}"
            for point in view.open_points[:_MOST_POINTS]
        ],
        first_steps=list(_first_steps(view, pages)),
        assumed=view.assumed,
        evidence=(
            f"Catalog of {format_day(view.catalog.today)}, version {view.catalog.fingerprint}. "
            f"{figures.LEGEND}. The issuer has the last word."
        ),
        link=link,
    )


def _names(view: PlanView) -> Iterator[str]:
    """Every credential of the plan by its letters and full name, and its issuer's."""
    catalog = view.catalog
    for key in view.credentials:
        sheet = catalog.credentials[key]
        yield f"{catalog.labels[key]}: {sheet.name}, of {catalog.issuers[sheet.issuer].name}"


def _bill(view: PlanView) -> Iterator[tuple[str, str, str]]:
    for line in view.bill:
        yield line.what, tables.format_amount_of(line), _origin(view, line.facts[:1])
    yield cost_title(view.answer), view.cost, ""
    if view.training:
        yield tables.PROGRAM, view.training, "not included"


def _origin(view: PlanView, refs: Sequence[FactRef]) -> str:
    """The mark, the first publisher and the date of the fact that an amount rests on."""
    catalog = view.catalog
    for ref in refs:
        fact = catalog.find_fact(ref)
        mark = figures.MARKS[standing(fact, catalog.sources, catalog.today)]
        publisher = format_publisher(catalog.sources[fact.src[0]])
        return f"{mark} {publisher}, {format_period(fact.as_of)}"
    return ""


def _first_steps(view: PlanView, pages: str) -> Iterator[tuple[str, str]]:
    for step in view.first_steps:
        addresses = [f"{pages}{link.page}?{urlencode(link.query, safe='/')}" for link in step.pages]
        yield step.text, step.url or next(iter(addresses), "")


def printed(paper: Paper) -> bytes:
    """The plan as a page to print, of two pages."""
    return downloads.render_page(_TEMPLATE, paper=paper, for_word=False)


def for_word(paper: Paper) -> bytes:
    """The plan as a page that a word processor opens: one column, no style that it ignores."""
    return downloads.render_page(_TEMPLATE, paper=paper, for_word=True)


def markdown(paper: Paper) -> bytes:
    """The plan as Markdown."""
    return "\n".join(_lines(paper)).encode()


def _lines(paper: Paper) -> Iterator[str]:
    yield f"# {paper.title}\n"
    yield f"{paper.person} Made on {paper.made}.\n"
    for line in filter(None, (paper.answer, paper.left_out, paper.advice)):
        yield f"{line}\n"
    yield f"{paper.names}.\n"
    if paper.why:
        yield f"{paper.why}\n"
    for title, text, note in paper.figures:
        yield f"- **{title}:** {text} ({note})"
    yield f"\n## Your path\n\n{paper.timeline}\n"
    yield from _table(paper.steps)
    yield from _list("Other paths", paper.other_ways)
    yield "\n## The bill\n"
    yield from _table(paper.bill)
    yield from _list("Who may pay", paper.payers)
    yield from _list("What we do not know", paper.open_points)
    yield "\n## What to do first\n"
    for number, (text, address) in enumerate(paper.first_steps, start=1):
        yield f"{number}. {text}{f' <{address}>' if address else ''}"
    yield f"\n{paper.assumed} {paper.evidence}\n"
    yield f"[Open this plan again]({paper.link})\n"


def _list(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"\n## {title}\n"
        yield from (f"- {text}" for text in texts)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(table.columns)} |"
    yield f"|{' --- |' * len(table.columns)}"
    for row in table.rows:
        yield f"| {' | '.join(map(in_cell, row))} |"
