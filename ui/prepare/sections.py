"""The sections of the page Prepare beside the programs: the plan, the payers, the exam day."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_price
from cert_model.formatting.markdown import escape, heading_anchor
from cert_model.preparation import (
    BadStudyPlan,
    ExamDayFact,
    FundingOffer,
    credentials_with_study_times,
)
from cert_model.preparation.sentences import MATERIALS_TITLE, describe_exam_remainder
from cert_model.schema.preparation import Material
from ui.charts import exam_specs
from ui.charts.style import legend_terms
from ui.components import downloads, exam, fact_list, figures, glossary
from ui.components.fact_list import FactList
from ui.components.table import draw_table
from ui.prepare import controls, program_sections
from ui.prepare.state import PrepareState
from ui.prepare.tables import funding_caps
from ui.prepare.view_model import PrepareView
from ui.shell import browser, routes, session

PAGE = PrepareState.page
WHICH_EXAM = "Which exam are you preparing for?"
WHAT_A_CHOICE_SHOWS = (
    "Choose an exam above to see a study plan with dates, programs that prepare for the exam, "
    "who may pay, and the rules for exam day."
)
_STUDY_TIMES = {
    "hours": "hours",
    "hours_a_week": "hours a week",
    "weeks": "weeks",
    "months": "months",
}


def which_exam(catalog: Catalog) -> None:
    """Exams to begin with, where none is chosen."""
    st.title(WHICH_EXAM)
    st.markdown(WHAT_A_CHOICE_SHOWS)
    with st.container(horizontal=True):
        for key in credentials_with_study_times(catalog):
            st.button(catalog.labels[key], on_click=session.choose, args=(PAGE, {"id": key}))
    st.page_link(routes.ELIGIBILITY, label="Not sure which exam? See which ones are open to you")


def plan(view: PrepareView) -> None:
    """The controls, how long the plan takes, and its parts by their days."""
    with (
        st.popover("Your time and assumptions", key="on-screen-plan")
        if browser.narrow()
        else st.sidebar
    ):
        controls.plan(view)
    try:
        headline = view.plan_headline
    except BadStudyPlan as error:
        st.error(escape(str(error)))
        return
    figures.section(headline, "\n\n".join(map(escape, view.remarks)))
    bars = view.plan_bars
    chart = exam_specs.study_weeks(legend_terms(bars["phase"].to_pylist(), exam_specs.PHASES))
    st.vega_lite_chart(bars, chart, alt=headline, key="weeks")
    downloads.link("Download calendar (.ics)", "study-plan.ics", view.file_query)
    figures.on_demand("The plan as a table", lambda: draw_table(view.plan_table, alt=headline))


def first_subjects(view: PrepareView) -> None:
    """The subjects a plan begins with: who names them, and where they are taught."""
    fact_list.draw(view.catalog, f"first subjects {view.id}", partial(_first_subjects, view))
    controls.known_subjects(view)
    fact_list.draw(view.catalog, f"all subjects {view.id}", partial(_all_subjects, view))


def _first_subjects(view: PrepareView, facts: FactList) -> None:
    facts.text(escape(view.first_subjects_summary))
    for subject in view.first_subjects:
        if subject.advice is not None:
            sources = [facts.cell(f"named by {view.issuer}", subject.advice)]
        else:
            sources = [
                facts.cell(f"taught by {view.providers[program.program]}", program)
                for program in subject.taught_for_it
            ]
        facts.row(subject.subject.name, *sources)


def _all_subjects(view: PrepareView, facts: FactList) -> None:
    with facts.fold("All subjects, and the schools that teach them"):
        for subject in view.subjects:
            taught = (
                facts.cell(view.providers[program.program], program)
                for program in subject.subject.taught_in
            )
            facts.row(subject.subject.name, *taught)


def study_times(view: PrepareView) -> None:
    """How long others say it takes, and for whom."""
    if not view.study_times:
        figures.not_found("No source was found for how long it takes.")
        return
    fact_list.draw(view.catalog, f"study times {view.id}", partial(_study_times, view))


def _study_times(view: PrepareView, facts: FactList) -> None:
    with facts.fold("How long others say it takes, and for whom"):
        for study_time in view.study_times:
            stated = ((getattr(study_time, name), unit) for name, unit in _STUDY_TIMES.items())
            facts.row(
                study_time.who,
                *(facts.cell_of(fact, unit) for fact, unit in stated if fact is not None),
            )


def payers(view: PrepareView) -> None:
    """Every payer in a row, and on demand the rules of one."""
    figures.headline(view.payers_headline)
    if browser.narrow():
        st.markdown(view.payer_lines)
    else:
        draw_table(view.payer_table, alt=view.payers_headline)
    st.selectbox(
        "Read the rules of",
        list(view.payers),
        index=None,
        format_func=lambda payer: view.payers[payer].name,
        placeholder="Choose a payer",
        key=session.key(PAGE, "payer"),
        persist_state="session",
    )
    if view.chosen_payer is not None:
        for offer in view.chosen_payer.offerings:
            _payer_rules(view.catalog, offer)


def _payer_rules(catalog: Catalog, offer: FundingOffer) -> None:
    funding = offer.funding
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escape(funding.name)}**")
        figures.fact(catalog, "Pays", funding.pays)
        if funding.does_not_pay is not None:
            figures.fact(catalog, "Does not pay", funding.does_not_pay)
        for cap, scope in funding_caps(funding):
            figures.fact(catalog, f"At most, {scope}", cap, unit="$")
        remainder = describe_exam_remainder(offer)
        if remainder:
            st.markdown(f":small[{escape(remainder)}]")
        figures.notes(catalog, offer.notes)
        figures.draw_unknown(funding.unknown)


def exam_day(view: PrepareView) -> None:
    """What is known of each thing that people ask about the day; what is not is named first."""
    figures.headline(view.exam_day_headline)
    for topic, facts in view.exam_day.items():
        if facts:
            st.header(topic.label, anchor=topic.value)
            with st.container(gap="xsmall"):
                for line in facts:
                    _exam_day_fact(view, line)


def _exam_day_fact(view: PrepareView, line: ExamDayFact) -> None:
    label = f"{line.label} ({view.issuer}, all exams)" if line.general else line.label
    figures.fact(view.catalog, label, line.fact, unit=line.unit)


def materials(view: PrepareView) -> None:
    """What books and study material for the exam cost."""
    if not view.materials:
        figures.not_found("No book or study material was found that names this exam.")
    for material in view.materials:
        _material(view.catalog, material)


def _material(catalog: Catalog, material: Material) -> None:
    need = ", needed to sit" if material.required else ""
    with figures.row(f"{material.name} ({material.kind.label.lower()}{need})"):
        for price in material.prices:
            figures.figure(catalog, f"{format_price(price)}, {price.label}", price.stated)
        if not material.prices:
            figures.not_found("price not found")
        if material.yearly is not None and material.yearly.value:
            figures.figure(catalog, "a new edition each year", material.yearly)


def next_actions(view: PrepareView) -> None:
    """Buttons that lead to the other pages about the credential."""
    with st.container(horizontal=True):
        if st.button(f"Read about the {view.label}"):
            routes.open_credential(view.id)
        if st.button("What it costs"):
            routes.costs([view.id])


OUTLINES: Mapping[str, Sequence[tuple[str, Callable[[PrepareView], None]]]] = {
    "plan": (
        ("", plan),
        ("What to learn first", first_subjects),
        ("", study_times),
        ("Who passes", lambda view: exam.pass_rates(view.catalog, view.sheet)),
    ),
    "programs": (
        ("", program_sections.programs),
        ("Check a program yourself", program_sections.accreditors),
    ),
    "payers": (("", payers),),
    "day": (("", exam_day), (MATERIALS_TITLE, materials)),
}
"""The sections of each view, with their headings; a section without one begins its view."""


def draw(view: PrepareView) -> None:
    """The sections of the view that is chosen."""
    fact_list.style()
    for title, section in OUTLINES[view.state.view or "plan"]:
        if title:
            st.header(title, anchor=heading_anchor(title), help=glossary.for_label(title))
        section(view)
