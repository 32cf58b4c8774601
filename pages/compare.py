"""Compare: two to five credentials side by side, what they cost over the years first."""

import streamlit as st

from cert_model.explore.comparison import MAX_COMPARED
from ui.compare import sections, view_model
from ui.compare.view_model import CompareState
from ui.components import choices, scope, shortlist
from ui.shell import address, person, routes, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog())
state, refused = address.read(CompareState, options)
window.begin(state.page, state.title(options.catalog), state.shown)

st.title("Compare credentials")
address.explain(refused)
choices.choose_credentials(state.page, "ids", options.catalog, MAX_COMPARED)
shortlist.offer_to_pick(options.catalog, state.ids)
address.publish(state, options)
shown = view_model.with_example(options.catalog, state)
if not state.ids:
    shortlist.explain_example(options.catalog, shown.ids)
elif not state.can_compare:
    st.markdown("Choose two to five, here or by checking them in the list of credentials.")
    st.page_link(routes.EXPLORE, label="Find a credential")
    window.end()

sections.years_to_add_up()
view = view_model.build(options.catalog, person.personal_view(options.catalog), shown)
sections.costs(view)

st.header("Side by side")
choices.choose_term(state.page, "rows", "Rows", sections.ROWS)
sections.side_by_side(view)
sections.take_away(view)

st.header("What they cover")
scope.draw(view.compared, view.scope_takeaway)

sections.exam_content(view)
