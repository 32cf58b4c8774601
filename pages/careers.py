"""Work and pay: what the work pays and where, what people report, and whether it pays."""

import streamlit as st

from ui.careers import payback_sections, sections, survey_sections, view_model
from ui.careers.state import VIEWS, CareersState
from ui.components import choices
from ui.shell import address, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog())
state, refused = address.read(CareersState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
view = view_model.build(options.catalog, state)

st.title("Work and pay")
address.explain(refused)
with st.container(width=sections.READING_WIDTH):
    choices.choose_view(state.page, VIEWS)
    sections.work_and_place(view)
    if state.view == "pay":
        sections.headline(view)
        sections.header("Pay over the years")
        sections.pay_over_the_years(view)
        sections.about_the_occupation(view)
    elif state.view == "places":
        sections.headline(view)
        sections.header("State by state")
        sections.state_by_state(view)
        sections.header("By industry")
        sections.by_industry(view)
        sections.header("By place of work, as people report it")
        survey_sections.by_setting(view)
    elif state.view == "reported":
        survey_sections.by_credential(view)
        sections.header("By number of credentials")
        survey_sections.by_number(view)
        sections.header("Certified and not")
        survey_sections.certified_and_not(view)
        sections.header("Working remotely")
        survey_sections.remote_work(view)
        survey_sections.findings(view)
    elif state.view == "outlook":
        sections.outlook_headline(view)
        sections.header("How the work will grow")
        sections.growth(view)
        sections.artificial_intelligence(view)
    else:
        payback_sections.does_it_pay(view)
    sections.disagreements_and_gaps(view)
    sections.legend()
address.publish(state, options)
