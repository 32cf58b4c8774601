"""Claims: what people say about credentials, checked against the sources."""

import streamlit as st

from cert_model.content.claims import checked_claims
from ui.claims import sections, view_model
from ui.claims.view_model import ClaimsState
from ui.components import claim_cards
from ui.shell import address, window
from ui.shell.address_fields import Options
from ui.shell.resources import catalog

options = Options(catalog(), checked_claims(catalog()).filters)
state, refused = address.read(ClaimsState, options)
window.begin(state.page, state.title(options.catalog), state.shown)
view = view_model.build(options.catalog, checked_claims(options.catalog), state)
link = address.link(state, options, with_visitor=False)

if view.chosen:
    with st.container(width=sections.READING_WIDTH):
        st.title(claim_cards.quoted(view.chosen.claim))
        address.explain(refused)
        sections.verdict(view.chosen)
        sections.back_and_link(
            address.link(
                ClaimsState.model_construct(claim=state.claim), options, with_visitor=False
            )
        )
        sections.evidence(view.catalog, view.chosen)
else:
    st.title("Claims")
    sections.suggestions(view.suggestions(address.explain(refused)))
    sections.search_and_filters(view)
    sections.the_list(view, link)
address.publish(state, options)
