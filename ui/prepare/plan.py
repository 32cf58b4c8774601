"""The plan: its dates as a picture, as a table, and as a calendar to take away."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from cert_model.catalog import Catalog
from cert_model.formatting.facts import format_reading
from cert_model.formatting.markdown import escape
from cert_model.preparation import (
    BadStudyPlan,
    StudyPlan,
    build_study_plan,
    exam_subjects,
    study_hours,
    study_times,
    subjects_to_learn_first,
)
from cert_model.preparation import sentences as takeaways
from cert_model.preparation.study_calendar import write_study_calendar
from cert_model.schema.preparation import StudyTime
from ui.charts.study_specs import study_weeks
from ui.components import figures, views
from ui.prepare import controls, data
from ui.shell import viewport

_LENGTHS = {
    "hours": "hours",
    "hours_a_week": "hours a week",
    "weeks": "weeks",
    "months": "months",
}


def draw(catalog: Catalog, key: str) -> None:
    """The controls, how long the plan takes, and its parts by their days."""
    hours = study_hours(catalog, key)
    with st.popover("Your time, and what is assumed") if viewport.narrow() else st.sidebar:
        controls.draw(catalog, key, hours)
    try:
        asked = controls.request(catalog, key, hours, exam_subjects(catalog, key))
        plan = build_study_plan(catalog, asked)
    except BadStudyPlan as error:
        st.error(escape(str(error)))
        return
    answer = takeaways.describe_plan(plan)
    views.headline(answer)
    for remark in _remarks(catalog, plan):
        st.markdown(escape(remark))
    st.markdown(escape(takeaways.describe_basis(plan)))
    st.vega_lite_chart(data.bars(plan), study_weeks(), alt=answer, key="weeks")
    label = catalog.labels[key]
    st.download_button(
        "Calendar of this plan (.ics)",
        partial(write_study_calendar, plan, label, catalog.today),
        file_name=f"{label.lower().replace(' ', '-')}-study-plan.ics",
        mime="text/calendar",
        on_click="ignore",
    )
    with figures.on_demand("The plan as a table") as opened:
        if opened:
            st.table(data.table(plan), hide_index=True, alt=answer)


def _remarks(catalog: Catalog, plan: StudyPlan) -> Iterator[str]:
    """What follows from the exam's status, the day counted from, and what is held."""
    held = plan.request.held
    remarks = (
        takeaways.warn_of_status(catalog.credentials[plan.request.credential]),
        "Give the day of the exam; until then the plan begins today."
        if controls.lacks_a_day()
        else "",
        takeaways.describe_late_start(plan, catalog.today) if plan.request.to_exam else "",
        takeaways.describe_time_saved(plan, catalog.labels[held]) if held else "",
    )
    return filter(None, remarks)


def subjects(catalog: Catalog, key: str) -> None:
    """The subjects a plan begins with: who names them, and where they are taught."""
    found = exam_subjects(catalog, key)
    issuer = catalog.issuers[catalog.credentials[key].issuer].letters
    st.markdown(escape(takeaways.describe_first_subjects(found, issuer, catalog.labels[key])))
    providers = {each.id: each.provider for each in catalog.preparation.programs.programs}
    for each in subjects_to_learn_first(found):
        with figures.row(each.subject.name):
            if each.advice is not None:
                figures.figure(catalog, f"named by {issuer}", each.advice)
            for taught in each.taught_for_it if each.advice is None else ():
                figures.figure(catalog, f"taught by {providers[taught.program]}", taught)
    controls.already_known(catalog, found)
    with figures.on_demand("All subjects, and the schools that teach them") as opened:
        if opened:
            for each in found:
                with figures.row(each.subject.name):
                    for taught in each.subject.taught_in:
                        figures.figure(catalog, providers[taught.program], taught)


def what_others_say(catalog: Catalog, key: str) -> None:
    """How long others say it takes, and for whom."""
    found = study_times(catalog, key)
    if not found:
        figures.not_found("Nobody was found to say how long it takes.")
        return
    with figures.on_demand("How long others say it takes, and for whom") as opened:
        if opened:
            for each in found:
                _time(catalog, each)


def _time(catalog: Catalog, time: StudyTime) -> None:
    with figures.row(time.who):
        for name, unit in _LENGTHS.items():
            fact = getattr(time, name)
            if fact is not None:
                figures.figure(catalog, format_reading(fact, unit), fact, unit=unit)
