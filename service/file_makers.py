"""Makes the files to take away: each is a function of the catalog and of its address alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from cert_model.catalog import Catalog, once_per_catalog
from cert_model.export import files
from cert_model.paths.calendar import write_plan_calendar
from cert_model.preparation import BadStudyPlan
from cert_model.renewal.schedule import write_renewal_calendar
from ui.compare import policy, tables
from ui.compare import view_model as comparing
from ui.compare.policy import PolicyTable, policy_table
from ui.compare.view_model import CompareState, CompareView
from ui.credential.view_model import CredentialState
from ui.eligibility import view_model as standing
from ui.eligibility.state import EligibilityState
from ui.explore import view_model as exploring
from ui.explore.view_model import ExploreState, ExploreView
from ui.keep import view_model as keeping
from ui.keep.state import KeepState
from ui.plan import paper
from ui.plan import view_model as planning
from ui.plan.no_plan import NoPlanView
from ui.plan.paper import Paper, make_paper
from ui.plan.state import PlanState
from ui.plan.view_model import PlanView
from ui.prepare import view_model as preparing
from ui.prepare.state import PrepareState
from ui.shell.address_fields import Options
from ui.shell.file_address import (
    FileRequest,
    format_visitor_query,
    parse_file_query,
    parse_visitor_query,
    view_of,
)
from ui.shell.page_state import PageState, Refused, format_query
from ui.shell.resources import past

_LONGEST_QUOTE = 60


class BadAddress(Exception):
    """An address that asks for no file; the message says why in one line."""


@dataclass(frozen=True)
class Asked:
    """What a file is made of."""

    catalog: Catalog
    query: Mapping[str, str]
    pages: str
    """The address under which the pages of the app are, with a slash at its end."""


@dataclass(frozen=True)
class File:
    """A file to hand out."""

    name: str
    content: bytes


Maker = Callable[[Asked], File]

S = TypeVar("S", bound=PageState)


def _read(kind: type[S], asked: Asked) -> FileRequest[S]:
    """What the address asks for. Raises BadAddress where a part of it means nothing."""
    request = parse_file_query(kind, asked.query, asked.catalog)
    if request.refused:
        raise BadAddress(_explain(request.refused[0]))
    return request


def _explain(part: Refused) -> str:
    name, text = (quoted[:_LONGEST_QUOTE] for quoted in (part.name, part.text))
    return f"The address asks for {name!r} = {text!r}, which is not possible here."


def _whole_catalog(name: str, write: Callable[[Catalog], bytes]) -> Maker:
    @once_per_catalog
    def written(catalog: Catalog) -> bytes:
        return write(catalog)

    def make(asked: Asked) -> File:
        if asked.query:
            raise BadAddress(
                "The whole catalog has no parameters; leave out everything after the ?."
            )
        return File(name, written(asked.catalog))

    return make


def _list(name: str, write: Callable[[ExploreView], bytes]) -> Maker:
    def make(asked: Asked) -> File:
        request = _read(ExploreState, asked)
        view = exploring.build(asked.catalog, request.person, request.state)
        return File(name, write(view))

    return make


def _read_comparison(asked: Asked) -> FileRequest[CompareState]:
    """The credentials to compare. Raises BadAddress for too few."""
    request = _read(CompareState, asked)
    if not request.state.can_compare:
        raise BadAddress("Name two to five credentials, such as ids=cpc,ccs.")
    return request


def _comparison(name: str, write: Callable[[CompareView], bytes]) -> Maker:
    def make(asked: Asked) -> File:
        request = _read_comparison(asked)
        view = comparing.build(asked.catalog, request.person, request.state)
        return File(name, write(view))

    return make


def _comparison_table(
    write: Callable[..., bytes],
) -> Callable[[CompareView], bytes]:
    return lambda view: write(view.catalog, list(view.labels.values()), view.rows, view.overlaps)


def _comparison_json(view: CompareView) -> bytes:
    return files.write_comparison_json(view.catalog, view.state.ids, view.rows)


def _comparison_page(view: CompareView) -> bytes:
    labels = list(view.labels.values())
    return tables.page(labels, view.rows, view.cost_summary, view.overlap_sentences)


def _sheet(kind: str, write: Callable[[Catalog, str], bytes]) -> Maker:
    def make(asked: Asked) -> File:
        state = _read(CredentialState, asked).state
        if state.id is None:
            raise BadAddress("Name a credential, such as id=aapc/cpc.")
        catalog = asked.catalog if state.day is None else past(state.day)
        return File(f"{state.id.replace('/', '-')}.{kind}", write(catalog, state.id))

    return make


def _receipt(asked: Asked) -> File:
    state, options, *_ = _read(EligibilityState, asked)
    answers = {question: text for question, text in state.answers.items() if text}
    view = standing.build(asked.catalog, view_of(asked.catalog, answers), state)
    query = {**format_query(state, options), "was": view.receipt_text}
    link = f"{asked.pages}{EligibilityState.page}?{urlencode(query, safe=',/')}"
    return File("eligibility.html", view.receipt_page(link))


def _study_plan(asked: Asked) -> File:
    request = _read(PrepareState, asked)
    if request.state.id is None:
        raise BadAddress("Name a credential, such as id=ahima/cca.")
    view = preparing.build(asked.catalog, request.person, request.state)
    try:
        return File(view.calendar_name, view.calendar())
    except BadStudyPlan as error:
        raise BadAddress(" ".join(str(error).split())) from error


def _plan(kind: str, write: Callable[[Paper], bytes]) -> Maker:
    """A maker of the plan as a page or a text."""

    def make(asked: Asked) -> File:
        view, link = _read_plan(asked)
        return File(f"plan{kind}", write(make_paper(view, asked.pages, link)))

    return make


def _plan_calendar(asked: Asked) -> File:
    view, _ = _read_plan(asked)
    return File("plan.ics", write_plan_calendar(view.catalog, view.plan, view.start))


def _renewal_calendar(asked: Asked) -> File:
    request = parse_visitor_query(KeepState, asked.query, asked.catalog)
    if request.refused:
        raise BadAddress(_explain(request.refused[0]))
    view = keeping.build(asked.catalog, request.visitor, request.state)
    if view is None:
        raise BadAddress("Say what is held, as the address of the page What I hold does.")
    return File("what-i-hold.ics", write_renewal_calendar(view.catalog, view.plan))


def _read_plan(asked: Asked) -> tuple[PlanView, str]:
    """The plan that an address asks for, and the link that opens it. Raises BadAddress."""
    request = parse_visitor_query(PlanState, asked.query, asked.catalog)
    if request.refused:
        raise BadAddress(_explain(request.refused[0]))
    view = planning.build(asked.catalog, request.visitor, request.state)
    if view is None:
        raise BadAddress("Name the credential to plan for, such as target=aapc/cpc.")
    if isinstance(view, NoPlanView):
        raise BadAddress(f"There is no plan. {view.because}")
    query = format_visitor_query(request.state, Options(asked.catalog), request.visitor)
    return view, f"{asked.pages}{PlanState.page}?{urlencode(query, safe=',/')}"


def _policy(name: str, write: Callable[[PolicyTable], bytes]) -> Maker:
    def make(asked: Asked) -> File:
        state = _read_comparison(asked).state
        return File(name, write(policy_table(asked.catalog, state.ids)))

    return make


MAKERS: Mapping[str, Maker] = {
    "certlens.csv": _whole_catalog("certlens.csv", files.write_catalog_csv),
    "certlens.json": _whole_catalog("certlens.json", files.write_catalog_json),
    "credentials.csv": _list(
        "credentials.csv", lambda view: files.write_list_csv(view.catalog, view.shown)
    ),
    "credentials.json": _list(
        "credentials.json", lambda view: files.write_list_json(view.catalog, view.shown)
    ),
    "comparison.csv": _comparison("comparison.csv", _comparison_table(files.write_comparison_csv)),
    "comparison.xlsx": _comparison(
        "comparison.xlsx", _comparison_table(files.write_comparison_xlsx)
    ),
    "comparison.json": _comparison("comparison.json", _comparison_json),
    "comparison.html": _comparison("comparison.html", _comparison_page),
    "sheet.csv": _sheet("csv", files.write_sheet_csv),
    "sheet.json": _sheet("json", files.write_sheet_json),
    "eligibility.html": _receipt,
    "study-plan.ics": _study_plan,
    "plan.html": _plan(".html", paper.printed),
    "plan-word.html": _plan("-word.html", paper.for_word),
    "plan.md": _plan(".md", paper.markdown),
    "plan.ics": _plan_calendar,
    "keep.ics": _renewal_calendar,
    "policy.html": _policy("policy.html", policy.for_word),
    "policy.md": _policy("policy.md", policy.markdown),
}
"""Every file by its name in the address."""
