"""What matches: the part of the page Explore below its search and beside its filters."""

import streamlit as st

from ui.components import facets
from ui.explore import sections, view_model
from ui.explore.view_model import ExploreState
from ui.shell import address, person
from ui.shell.address_fields import Options
from ui.shell.resources import catalog


@st.fragment(key=sections.RESULTS)
def draw(drawn: ExploreState) -> None:
    """The credentials that match as the filters are by now; ``drawn`` is the page's last state."""
    visitor = person.personal_view(catalog())
    options = Options(catalog(), visitor.filters)
    state = address.reread(drawn, options)
    view = view_model.build(options.catalog, visitor, state)
    facets.counts_beside(state.page, view.filters, view.counts, view.active.choices)
    sections.summary(view)
    if view.shown:
        sections.the_list(view)
        sections.take_away(view, address.link(state, options))
        sections.pictures(view)
    else:
        facets.explain_empty(state.page, view.filters, view.active)
        sections.elsewhere(view)
    address.publish(state, options)
