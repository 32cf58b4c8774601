"""The part of the page Am I eligible? below the choice of what it shows."""

import streamlit as st

from ui.eligibility import sections, view_model
from ui.eligibility.state import EligibilityState
from ui.shell import address, person
from ui.shell.address_fields import Options
from ui.shell.page_state import format_query
from ui.shell.resources import catalog


@st.fragment(key=sections.SHOWN)
def draw(drawn: EligibilityState) -> None:
    """The outcomes, the changes or the answers, as chosen by now.

    ``drawn`` is the state in which all of the page was drawn.
    """
    options = Options(catalog())
    state = address.reread(drawn, options)
    view = view_model.build(options.catalog, person.personal_view(options.catalog), state)
    address.publish(state, options)
    if state.view == "answers":
        sections.answers(view)
    elif state.view == "changes":
        sections.single_changes(view)
    else:
        sections.take_away(view, address.link(state, options), format_query(state, options))
        sections.outcomes(view)
