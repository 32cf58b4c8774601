"""The sections of the page My plan, from the answer to what to do first."""

from collections.abc import Iterator, Sequence

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting import as_ended
from cert_model.formatting.markdown import escape, format_link
from cert_model.paths import PlanOrder
from cert_model.paths.first_steps import FirstStep
from cert_model.paths.open_points import OpenPoint, page_named_in
from cert_model.paths.payers import payers_by_whom
from cert_model.schema.texts import PageLink
from ui.charts import plan_specs
from ui.charts.style import legend_terms
from ui.components import downloads, figures, sharing
from ui.components.fact_list import FactList
from ui.components.sharing import describe_revealed
from ui.components.table import draw_table
from ui.plan.moved import Moved
from ui.plan.no_plan import NoPlanView
from ui.plan.state import PlanState
from ui.plan.view_model import PlanView
from ui.plan.why_not import candidates_of
from ui.shell import routes, session
from ui.shell.visitor import Visitor

PAGE = PlanState.page
ORDERS = {PlanOrder.COST: "cheapest", PlanOrder.MONTHS: "fastest"}
"""What the first of the ways is, in words."""
STYLE = """
@media (max-width: 768px) { [data-testid="stMain"] h1 { font-size: 1.5rem } }
"""
"""The answer is smaller on a phone."""
WHICH_CREDENTIAL = "Which credential is your plan for?"
_FIRST_POINTS = 4
_FIRST_PAYERS = 4


def whom_for(person: str) -> None:
    """Whom the plan is for, and the way to change that."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":small[{escape(person)}]")
        st.page_link(routes.HOME, label=":primary[Change what you want]")
        if st.button(":primary[Change your answers]", type="tertiary", key="plan:person"):
            routes.eligibility([])


def contradicting(lines: Sequence[str]) -> None:
    """What in the answers contradicts itself, so that no plan can be trusted."""
    if lines:
        listed = "\n".join(f"- {escape(line)}" for line in lines)
        st.warning(f"Your answers contradict each other, so the plan may be wrong.\n\n{listed}")


def since_then(moved: Moved) -> None:
    """What has moved since the plan was made, and the way to one of today."""
    with st.container(border=True, gap="small"):
        st.markdown(f"**This plan was made on {moved.made}.** {escape(moved.sentence)}")
        if moved.changes:
            st.markdown("\n".join(f"- {escape(change)}" for change in moved.changes))
        st.markdown(":small[Its months count from that day; its figures are today's.]")
        st.button(
            ":primary[Plan from today]",
            type="tertiary",
            on_click=session.reset,
            args=(PAGE, "made"),
        )


def answer(view: PlanView) -> None:
    """The answer, which of the ways it takes, and why not another credential."""
    st.title(escape(view.title), anchor=False)
    lines = filter(None, (view.headline, view.months_count, view.left_out, view.advice))
    st.markdown("\n\n".join(map(escape, lines)))
    if view.why_not is None:
        return
    with st.container(key="aside", width=680, gap="xsmall"):
        st.markdown(f"**{escape(view.why_not.question)}**")
        st.markdown("\n\n".join(map(escape, view.why_not.lines)))
        st.button(
            f":primary[{escape(view.why_not.act)}]",
            type="tertiary",
            key="plan:other",
            on_click=session.choose,
            args=(PAGE, view.why_not.choices),
        )


def the_way(view: PlanView) -> None:
    """The steps as a picture and as a table, and the other ways."""
    takeaway = view.timeline_takeaway
    figures.section("Your path", escape(takeaway))
    if view.plan.months_are_complete:
        rows = view.timeline_rows
        chart = plan_specs.timeline(legend_terms(rows["kind"].to_pylist(), plan_specs.KINDS))
        st.vega_lite_chart(rows, chart, alt=takeaway, key="plan:timeline")
        figures.on_demand("The steps as a table", lambda: _steps(view))
    else:
        _steps(view)
    _ways(view)
    st.markdown(f":small[{escape(view.assumed)}]")


def _ways(view: PlanView) -> None:
    """The other ways to the same credential, and which of them comes first."""
    if not view.other_ways:
        return
    st.markdown("**Other paths**")
    for place, sentence in view.other_ways.items():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(escape(sentence))
            st.button(
                ":primary[Take this path]",
                type="tertiary",
                key=f"plan:way:{place}",
                on_click=session.choose,
                args=(PAGE, {"way": place}),
            )
    other = view.answer.better_order
    if other is None:
        return
    st.button(
        f":primary[Put the {ORDERS[other]} path first]",
        type="tertiary",
        key="plan:order",
        on_click=session.choose,
        args=(PAGE, {"by": other.value, "way": 1}),
    )


def _steps(view: PlanView) -> None:
    draw_table(view.step_table, alt=f"The steps to the {view.label}")


def bill(view: PlanView) -> None:
    """Every amount with what it rests on, the sum, and what training costs beside it."""
    st.header("The bill")
    about = f"What it costs to earn the {view.label}"
    draw_table(view.bill_table, alt=about)
    st.markdown(":small[The usual amount first, then the range.]")


def _payer_list(view: PlanView) -> Iterator[str]:
    """The offers as a Markdown list; what is for some people only stands below a line of theirs."""
    for whom, offers in payers_by_whom(view.payers[:_FIRST_PAYERS]).items():
        if whom:
            yield f"- {escape(whom)}:"
        yield from (f"{'    ' if whom else ''}- {escape(offer)}" for offer in offers)


def payers(view: PlanView) -> None:
    """Who may pay for something in the plan."""
    listed = "\n".join(_payer_list(view))
    figures.section(
        "Who may pay",
        f"{listed}\n\n:small[Each has rules on who qualifies. Ask before you buy.]"
        if listed
        else "No payer was found for anything in this plan.",
    )
    if view.to_ask_about:
        st.markdown(escape(view.to_ask_about))
    _go(
        PageLink(
            label="All payers and their rules",
            page="prepare",
            query={"id": view.target, "view": "payers"},
        )
    )


def open_points(catalog: Catalog, points: Sequence[OpenPoint], label: str) -> None:
    """What is not known, and whom to ask; the first of it, and the rest folded."""
    facts = FactList(catalog, "open points")
    facts.heading("What we do not know")
    facts.text(_listed(points[:_FIRST_POINTS]) or "Nothing that this plan depends on.")
    if rest := points[_FIRST_POINTS:]:
        with facts.fold(f"What else is not known about the {label}"):
            facts.text(_listed(rest))
    facts.draw()


def _listed(points: Sequence[OpenPoint]) -> str:
    return "\n".join(map(_point, points))


def _point(point: OpenPoint) -> str:
    ask = f" Ask: {format_link(point.ask, page_named_in(point.ask))}" if point.ask else ""
    return f"- {escape(as_ended(point.what))}{ask}"


def what_first(steps: Sequence[FirstStep]) -> None:
    """The steps to take this week."""
    st.header("What to do first")
    for number, step in enumerate(steps, start=1):
        page = f" {format_link(_short(step.url), step.url)}" if step.url else ""
        line = f"{number}. {escape(step.text)}{page}"
        if not step.pages:
            st.markdown(line)
            continue
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(line)
            for link in step.pages:
                _go(link)


def _short(url: str) -> str:
    """An address as it is read: without its beginning."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def _go(link: PageLink) -> None:
    """A link to a page of the app; the questionnaire is opened with the answers given so far."""
    if link.page == "eligibility":
        if st.button(
            f":primary[{escape(link.label)}]", type="tertiary", key=f"plan:go:{link.page}"
        ):
            routes.eligibility([link.query["for"]])
        return
    label = f":primary[{escape(link.label)}]"
    st.page_link(routes.PAGES[link.page], label=label, query_params=dict(link.query))


def next_pages(view: PlanView) -> None:
    """Where to look deeper; the person goes along."""
    with st.container(horizontal=True):
        if view.contest is not None:
            rival = view.contest.rival.target
            if st.button(f"Compare with the {view.catalog.labels[rival]}"):
                routes.compare([view.target, rival])
        if st.button("What it costs"):
            routes.costs([view.target])
        if st.button("Prepare"):
            routes.prepare(view.target)
        if st.button("Am I eligible?"):
            routes.eligibility([view.target])
        if view.holds_some and st.button("What it adds to what I hold"):
            routes.keep(add=view.target)


def take_away(view: PlanView, link: str) -> None:
    """The plan to print, to send, for a calendar, and as a link."""
    st.header("Print, save and share")
    with st.container(horizontal=True):
        downloads.link("Print on two pages", "plan.html", view.file_query)
        downloads.link("Download for Word", "plan-word.html", view.file_query)
        downloads.link("Download Markdown", "plan.md", view.file_query)
        downloads.link("Download calendar (.ics)", "plan.ics", view.file_query)
        sharing.link("Share this plan", link, view.visitor)
    st.markdown(
        f":small[Each file contains what the link does. {escape(describe_revealed(view.visitor))}]"
    )


def no_plan(view: NoPlanView) -> None:
    """Why there is no plan, and what one can do."""
    st.title(f"No plan for the {escape(view.label)}", anchor=False)
    st.markdown(escape(f"{view.because} {view.keeping}"))
    with st.container(horizontal=True):
        if view.is_held and st.button("What keeping it costs"):
            routes.costs([view.target])
        if view.is_held and st.button("What is due when"):
            routes.keep()
        if st.button(f"Read about the {view.label}"):
            routes.open_credential(view.target)
        for key in () if view.is_held else view.alternatives:
            st.button(
                f"Plan the {view.catalog.labels[key]} instead",
                on_click=session.choose,
                args=(PAGE, {"target": key}),
            )


def choose_target(catalog: Catalog, visitor: Visitor) -> None:
    """What the page gives, where no credential is chosen yet, and the person's candidates."""
    st.title(WHICH_CREDENTIAL, anchor=False)
    st.markdown(
        "Choose one below. You will see what to do in which month, what it costs and who may pay."
    )
    with st.container(horizontal=True):
        for key in candidates_of(catalog, visitor):
            st.button(
                f"Plan the {catalog.labels[key]}",
                key=f"plan:candidate:{key}",
                on_click=session.choose,
                args=(PAGE, {"target": key}),
            )
